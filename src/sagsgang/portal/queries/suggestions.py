"""What the search box offers while somebody types: words, bodies, cases. Three queries at most."""

from dataclasses import dataclass
from enum import StrEnum

from sagsgang.archive.models import Body, Meeting
from sagsgang.archive.search import Offered, offers
from sagsgang.archive.search.words import folded, word_list
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.lines import address

MOST = 8
_TEXTS, _BODIES = 3, 2


class Kind(StrEnum):
    """What is offered: words to search for, a body, a case, or an item that has no case."""

    WORDS = "words"
    BODY = "body"
    CASE = "case"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One offer. `where` are the arguments of its address, `about` says more of it in the data's own words."""

    kind: Kind
    text: str
    about: str
    where: tuple[str, ...]


def suggestions(text: str) -> tuple[Suggestion, ...]:
    """At most MOST offers for what was typed so far, the words first."""
    found = offers(audience(), text)
    words = [Suggestion(Kind.WORDS, one, "", (one,)) for one in found.texts[:_TEXTS]]
    bodies = _bodies(text)
    return (*words, *bodies, *map(_item, found.items))[:MOST]


def _item(one: Offered) -> Suggestion:
    if one.case_key:
        return Suggestion(Kind.CASE, one.title, one.case_number, (one.case_key,))
    where = (one.body_slug, one.meeting_slug, address(one.number, one.position))
    return Suggestion(Kind.ITEM, one.title, f"{one.body} {one.day:%d-%m-%Y}", where)


def _bodies(text: str) -> list[Suggestion]:
    """Bodies with a word in their name that begins with what was typed."""
    start = folded(text.strip())
    if len(start) < 2:
        return []
    shown = Meeting.objects.filter(audience=audience(), edition__isnull=False).order_by().values("body").distinct()
    rows = Body.objects.filter(pk__in=shown).order_by("name", "authority")
    found = [row for row in rows if any(folded(word).startswith(start) for word in word_list(row.name))]
    return [Suggestion(Kind.BODY, row.name, "", (row.slug,)) for row in found[:_BODIES]]
