"""One item of a meeting: everything that was written and decided about it."""

from dataclasses import dataclass, replace
from datetime import date

from sagsgang.archive.models import Entry, Meeting
from sagsgang.danish.numbers import find_numbers
from sagsgang.paper.findings import Finding, findings
from sagsgang.paper.model import Item
from sagsgang.portal.queries import texts
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.lines import MeetingLine, address, meeting_line
from sagsgang.portal.queries.meeting import sealed_bytes, sealed_meeting
from sagsgang.portal.queries.parts import ItemPart, item_part
from sagsgang.portal.queries.promises import PromiseLine, promises_of

_MANY = 100


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The item before or after."""

    address: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """The item, what was promised and noticed in it, and how often its case was treated (at most 100).

    `cases` are the keys of the other cases that its texts name and the archive knows.
    """

    meeting: MeetingLine
    part: ItemPart
    findings: tuple[Finding, ...]
    promises: tuple[PromiseLine, ...]
    treatments: int
    cases: frozenset[str]
    previous: Neighbour | None
    following: Neighbour | None


def item(body: str, slug: str, where: str, today: date) -> ItemPage | None:
    """The item at the address; None when there is none on the street, or its content was erased."""
    row = sealed_meeting(body, slug)
    if row is None or row.edition is None:
        return None
    entries = list(Entry.objects.filter(meeting=row, audience=audience()).order_by("position").defer("data"))
    places = [address(entry.number, entry.position) for entry in entries]
    if where not in places:
        return None
    return _page(row, entries, places.index(where), today)


def _page(row: Meeting, entries: list[Entry], index: int, today: date) -> ItemPage:
    paper = texts.paper(sealed_bytes(row))
    entry, found = entries[index], paper.items[index]
    return ItemPage(
        meeting=meeting_line(row),
        part=item_part(paper, found, entry),
        findings=findings(replace(paper, items=(found,))),
        promises=promises_of([entry.pk], today).get(entry.pk, ()),
        treatments=_treatments(entry.case_key),
        cases=_named_cases(found, entry.case_key),
        previous=_neighbour(entries[index - 1]) if index else None,
        following=_neighbour(entries[index + 1]) if index + 1 < len(entries) else None,
    )


def _treatments(case_key: str) -> int:
    return Entry.objects.filter(audience=audience(), case_key=case_key)[:_MANY].count() if case_key else 0


def _named_cases(item: Item, own: str) -> frozenset[str]:
    named = {number.key for part in item.sections for number in find_numbers(part.text)} - {own, ""}
    if not named:
        return frozenset()
    known = Entry.objects.filter(audience=audience(), case_key__in=sorted(named)[:_MANY])
    return frozenset(known.order_by().values_list("case_key", flat=True).distinct())


def _neighbour(entry: Entry) -> Neighbour:
    return Neighbour(address(entry.number, entry.position), entry.number, entry.title)
