"""Lines of the Journal as a page shows them: a sentence, when, and what it was about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sagsgang.core.models import Item, Journal
from sagsgang.core.viewer import Viewer
from sagsgang.desk.deeds import deed


@dataclass(frozen=True, slots=True)
class Happened:
    """One deed. `item`, `meeting`, `case` are ids to link to, 0 for none; `about` is what it was about, in words."""

    at: datetime
    sentence: str
    about: str
    reason: str
    item: int
    meeting: int
    case: int


def happened(rows: Iterable[Journal], viewer: Viewer) -> tuple[Happened, ...]:
    """The lines for these rows (by, body, case and meeting joined). One query: the titles that the viewer may see."""
    rows = list(rows)
    visible = Item.objects.visible_to(viewer).filter(id__in={row.item_id for row in rows if row.item_id})
    titles = dict(visible.distinct().values_list("id", "public_title"))
    return tuple(_line(row, titles) for row in rows)


def _line(row: Journal, titles: dict[int, str]) -> Happened:
    seen = row.item_id in titles
    return Happened(
        at=row.at,
        sentence=deed(row.by.name if row.by else None, row.kind),
        about=_about(row, titles.get(row.item_id or 0, "")),
        reason=str(row.facts.get("reason") or row.facts.get("note") or ""),
        item=row.item_id if seen and row.item_id else 0,
        meeting=row.meeting_id or 0,
        case=row.case_id or 0,
    )


def _about(row: Journal, title: str) -> str:
    """What it was about. Of an item that the viewer no longer may see, the case number only."""
    if row.item_id or row.case_id:
        number = row.case.number if row.case else ""
        return f"{number} {title}".strip()
    if row.meeting:
        return f"{row.body or ''} {row.meeting.date:%-d.%-m.%Y}".strip()
    return str(row.facts.get("name") or row.body or "")
