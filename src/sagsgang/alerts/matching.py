"""Which subscriptions a batch of sealed papers is news for: looked up by what stands in their entries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from sagsgang.alerts import searches
from sagsgang.alerts.models import Kind, News, Subscription
from sagsgang.archive.models import Edition, Entry, Seal
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.search import answering
from sagsgang.paper.model import Item, Paper

# "85", "85.11" and "85.11.02" are followed by themselves.
_KLE_ENDS = (2, 5, 8)
Thing = tuple[str, str]
Places = dict[int, set[int]]


class Line(NamedTuple):
    """What of an entry is looked up."""

    id: int
    position: int
    case_key: str
    kle_number: str


class Fresh(NamedTuple):
    """A sealed paper, in force, with the entries that are new or changed in it."""

    seal: Seal
    lines: tuple[Line, ...]


def confirmed() -> QuerySet[Subscription]:
    """The subscriptions that somebody who reads the address's mail has said yes to, and that mails reach."""
    return Subscription.objects.filter(confirmed_at__isnull=False, follower__paused_at=None)


def fresh(seals: Sequence[Seal]) -> list[Fresh]:
    """The papers' entries; of a changed paper those that its last edition did not have like that. One query."""
    lines = lines_of(seals)
    return [Fresh(seal, _new(seal, lines[seal.edition.meeting_id])) for seal in seals]


def lines_of(seals: Sequence[Seal]) -> Mapping[int, list[Line]]:
    """The entries of the papers' meetings, by the meeting. One query, whatever their number."""
    found: dict[int, list[Line]] = defaultdict(list)
    rows = Entry.objects.filter(meeting__in={seal.edition.meeting_id for seal in seals}).order_by("position")
    for meeting, *line in rows.values_list("meeting_id", *Line._fields):
        found[meeting].append(Line._make(line))
    return found


def _new(seal: Seal, lines: Sequence[Line]) -> tuple[Line, ...]:
    new = changed(seal.edition) if seal.version > 1 else None
    return tuple(line for line in lines if new is None or line.position in new)


def things(lines: Iterable[Line]) -> dict[Thing, set[int]]:
    """What can be followed in the entries, and where it stands."""
    found: dict[Thing, set[int]] = defaultdict(set)
    for line in lines:
        if line.case_key:
            found[Kind.CASE, line.case_key].add(line.position)
        for end in _KLE_ENDS:
            if len(line.kle_number) >= end:
                found[Kind.SUBJECT, line.kle_number[:end]].add(line.position)
    return found


def followers_of(wanted: Iterable[Thing]) -> QuerySet[Subscription]:
    """The confirmed subscriptions to any of the things. One query, by the index on kind and key."""
    keys: dict[str, list[str]] = defaultdict(list)
    for kind, key in wanted:
        keys[kind].append(key)
    either = Q(pk__in=())
    for kind, named in keys.items():
        either |= Q(kind=kind, key__in=named)
    return confirmed().filter(either).select_related("follower")


def news(papers: Sequence[Fresh]) -> list[tuple[Subscription, News]]:
    """Who is to be told what: two queries, and one look into the index for each saved search that differs."""
    wanted: dict[Thing, Places] = defaultdict(dict)
    for paper in papers:
        wanted[Kind.BODY, paper.seal.edition.meeting.body.slug][paper.seal.pk] = set()
        for thing, positions in things(paper.lines).items():
            wanted[thing][paper.seal.pk] = positions
    for key, found in _searched(papers):
        wanted[Kind.SEARCH, key] = found
    sealed = {paper.seal.pk: paper.seal.sealed_at for paper in papers}
    return [
        (subscription, one)
        for subscription in followers_of(wanted)
        for one in _told(subscription, wanted[subscription.kind, subscription.key], sealed)
    ]


def _told(subscription: Subscription, places: Places, sealed: Mapping[int, datetime]) -> Iterator[News]:
    """Nobody is told of what was there before they began to follow it."""
    for seal, positions in places.items():
        if subscription.confirmed_at and subscription.confirmed_at < sealed[seal]:
            yield News(subscription=subscription, seal_id=seal, places=",".join(map(str, sorted(positions))))


def _searched(papers: Sequence[Fresh]) -> Iterator[tuple[str, Places]]:
    """What each saved search finds among the entries of the papers, which are all of one body."""
    at = {line.id: (paper.seal.pk, line.position) for paper in papers for line in paper.lines}
    if not at:
        return
    body = papers[0].seal.body_id
    years = {paper.seal.edition.meeting.date.year for paper in papers}
    for key in confirmed().filter(kind=Kind.SEARCH).order_by().values_list("key", flat=True).distinct():
        if places := _places(key, body, years, at):
            yield key, places


def _places(key: str, body: int, years: set[int], at: Mapping[int, tuple[int, int]]) -> Places:
    query = searches.query(key)
    of_years = years & set(query.years) if query.years else years
    if not of_years or (query.bodies and body not in query.bodies):
        return {}
    found: Places = defaultdict(set)
    for entry in answering(replace(query, bodies=(body,), years=tuple(of_years))):
        if entry in at:
            seal, position = at[entry]
            found[seal].add(position)
    return dict(found)


def changed(edition: Edition) -> set[int] | None:
    """The positions of the items that the edition before did not have; None when that cannot be told."""
    earlier = Edition.objects.filter(meeting=edition.meeting_id, kind=edition.kind, version=edition.version - 1)
    before, after = (paper(earlier[0]) if earlier else None), paper(edition)
    return None if before is None or after is None else new_places(after, before)


def new_places(after: Paper, before: Paper) -> set[int]:
    """The positions of the items that the edition before did not have."""
    known = [_unnumbered(item) for item in before.items]
    return {place for place, item in enumerate(after.items, start=1) if _unnumbered(item) not in known}


def paper(edition: Edition) -> Paper | None:
    """What was sealed; None when it was erased, or somebody wrote over it (`sagsgang verify` tells)."""
    try:
        return paper_of(edition)
    except ValueError:
        return None


def _unnumbered(item: Item) -> Item:
    """An item that only moved to another place in the paper says nothing new."""
    return replace(item, number="", toc_page=None)
