"""Lines of the Journal as a page shows them: a sentence, when, and what it was about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from django.db.models import QuerySet
from django.utils import dateformat
from django.utils.translation import pgettext

from sagsgang.core.models import Item, Journal, Person
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.deeds import deed

_OF_PEOPLE = ("person.", "account.")
_SHOWN = (
    *("at", "kind", "facts", "item", "subject"),
    *("by__name", "body__name", "case__number", "meeting__date"),
)


@dataclass(frozen=True, slots=True)
class Happened:
    """One deed. `item`, `meeting`, `case` are ids to link to, 0 for none; `about` is what it was about, in words.

    `times`: how often in a row; `at` is the latest.
    """

    at: datetime
    sentence: str
    about: str
    reason: str
    item: int
    meeting: int
    case: int
    times: int = 1


def newest(rows: QuerySet[Journal]) -> QuerySet[Journal]:
    """The rows with what their lines show, the newest first."""
    return rows.select_related("by", "body", "case", "meeting").only(*_SHOWN).order_by("-id").distinct()


def happened(rows: Iterable[Journal], viewer: Viewer, names: Mapping[int, str] | None = None) -> tuple[Happened, ...]:
    """The lines for these rows, which `newest` brought.

    One query for the titles that the viewer may see, one for the people it is about unless `names` are known.
    """
    rows = list(rows)
    visible = Item.objects.visible_to(viewer).filter(id__in={row.item_id for row in rows if row.item_id})
    titles = dict(visible.distinct().values_list("id", "public_title"))
    people = names if names is not None else _people(rows)
    kept = viewer.bodies(Role.SECRETARY)
    return tuple(_folded(_line(row, titles, people, kept) for row in rows))


def _folded(lines: Iterable[Happened]) -> Iterator[Happened]:
    """The same deed of the same person again and again, such as writing, is told once."""
    for _same, group in groupby(lines, key=lambda one: (one.sentence, one.about, one.reason)):
        first, *others = group
        yield replace(first, times=1 + len(others))


def _people(rows: list[Journal]) -> dict[int, str]:
    subjects = {row.subject for row in rows if row.subject and row.kind.startswith(_OF_PEOPLE)}
    return dict(Person.objects.filter(id__in=subjects).values_list("id", "name")) if subjects else {}


def _line(row: Journal, titles: Mapping[int, str], people: Mapping[int, str], kept: frozenset[int]) -> Happened:
    seen = row.item_id in titles
    return Happened(
        at=row.at,
        sentence=deed(row.by.name if row.by else None, row.kind, row.facts),
        about=_about(row, titles.get(row.item_id or 0, ""), people),
        reason=str(row.facts.get("reason") or row.facts.get("note") or ""),
        item=row.item_id if seen and row.item_id else 0,
        meeting=row.meeting_id if row.meeting_id and row.body_id in kept else 0,
        case=row.case_id or 0,
    )


def _about(row: Journal, title: str, people: Mapping[int, str]) -> str:
    """What it was about. Of an item that the viewer no longer may see, the case number only."""
    if row.case:
        return f"{row.case.number} {title}".strip()
    if row.meeting:
        day = dateformat.format(row.meeting.date, pgettext("dato", "j. F Y"))
        return f"{row.body or ''} {day}".strip()
    body = row.body.name if row.body else ""
    if row.kind.startswith(_OF_PEOPLE):
        return ", ".join(filter(None, (people.get(row.subject or 0, ""), body)))
    return body
