"""What somebody who has typed the beginning of a word may mean: items by their titles or numbers, and words.

Only titles that this audience may see say anything: the vocabulary knows the words of every audience.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sagsgang.archive.models import Entry
from sagsgang.archive.search import keys, sql, vocabulary
from sagsgang.archive.search.analyser import term
from sagsgang.archive.search.backends import backend
from sagsgang.archive.search.language import understand
from sagsgang.archive.search.match import Group, Match, Phrase, Prefix
from sagsgang.archive.search.words import folded, word_list

SHORTEST, LONGEST = 2, 100
_WORDS = 20
_LOOKED_AT = 40
_FOUND = (
    "SELECT found.key, title, case_key, case_number, number, position, archive_body.name, archive_body.slug,"
    " archive_meeting.slug FROM ((:inner)) AS found"
    " JOIN search_document ON search_document.key = found.key JOIN archive_entry ON archive_entry.id = entry_id"
    " JOIN archive_body ON archive_body.id = archive_entry.body_id"
    " JOIN archive_meeting ON archive_meeting.id = archive_entry.meeting_id ORDER BY found.key DESC"
)


class Offered(NamedTuple):
    """An item whose title or number answers, its case if it has one, and where it stands."""

    day: date
    title: str
    case_key: str
    case_number: str
    number: str
    position: int
    body: str
    body_slug: str
    meeting_slug: str


class Offers(NamedTuple):
    """Whole texts to search for, and the latest item of each case."""

    texts: tuple[str, ...]
    items: tuple[Offered, ...]


def offers(audience: str, text: str) -> Offers:
    """The offers for what was typed so far, the newest items first; two queries, none of them over all items."""
    typed = word_list(text[:LONGEST])
    if len("".join(typed)) < SHORTEST:
        return Offers((), ())
    if not any(letter.isalpha() for word in typed for letter in word):
        return Offers((), _once_a_case([*_with_number(audience, text.strip()), *_numbered(audience, typed)]))
    start = folded(typed[-1])
    counts = vocabulary.commonest(start, _WORDS)
    last: Group = (Prefix(start),) if start[:1].isdigit() else tuple(Phrase((one,)) for one in counts)
    if not start or not last:
        return Offers((), ())
    earlier = understand(" ".join(typed[:-1])).groups if len(typed) > 1 else ()
    found = _found(*backend().titled(_seen_by(audience), (*earlier, last), _LOOKED_AT))
    return Offers(_texts(typed, found, counts), _once_a_case(found))


def _seen_by(audience: str) -> Match:
    return Match(((Phrase((keys.filter_term(keys.AUDIENCE, audience),)),),))


def _found(inner: str, values: Sequence[object]) -> list[Offered]:
    found = sql.rows(_FOUND.replace("(:inner)", inner), values)
    return [Offered(date.fromordinal(keys.day_of(key)), *rest) for key, *rest in found]


def _numbered(audience: str, typed: list[str]) -> list[Offered]:
    """What has the number, in any form in which it is found."""
    number: Group = (Phrase((keys.asked_number(typed),)),)
    return _found(*backend().having(Match((*_seen_by(audience).filters, number)), _LOOKED_AT))


def _with_number(audience: str, start: str) -> list[Offered]:
    """What has a case number that begins so. The range is that of digits and what joins them."""
    rows = Entry.objects.filter(audience=audience, case_key__gte=start, case_key__lt=f"{start}:")
    found = rows.order_by("case_key", "-date").values_list(
        "date", "title", "case_key", "case_number", "number", "position", "body__name", "body__slug", "meeting__slug"
    )
    return [row for row in map(Offered._make, found[:_LOOKED_AT]) if row.case_key.startswith(start)]


def _once_a_case(found: Sequence[Offered]) -> tuple[Offered, ...]:
    """The first of each case, and of items without a case the first of each title."""
    cases: dict[str, Offered] = {}
    for one in found:
        cases.setdefault(one.case_key or one.title, one)
    return tuple(cases.values())


def _texts(typed: list[str], found: Sequence[Offered], counts: dict[str, int]) -> tuple[str, ...]:
    """What was typed with its last word written out as it stands in titles, the most frequent word first."""
    start = folded(typed[-1])
    seen = {word.lower() for one in found for word in word_list(one.title) if folded(word).startswith(start)}
    ranked = sorted(seen, key=lambda word: (-counts.get(term(word), 0), word))
    return tuple(" ".join((*typed[:-1], word)) for word in ranked if word != typed[-1])
