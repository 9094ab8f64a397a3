"""The decisions that a member took part in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sagsgang.core.models import Attendance, Decision, Presence
from sagsgang.core.viewer import Viewer
from sagsgang.desk.decision_words import Settled
from sagsgang.desk.paging import Pager
from sagsgang.paper.model import Access


@dataclass(frozen=True, slots=True)
class Taken(Settled):
    """One decision."""

    meeting: int
    item: int
    number: int | None
    title: str
    closed: bool
    body: str
    date: date
    text: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """A page of them, the newest first."""

    rows: tuple[Taken, ...]
    pager: Pager


def decisions(viewer: Viewer, page: int, size: int = 30) -> Decisions:
    """What was decided at the meetings where the viewer was present, conflicts of interest apart. One query."""
    there = Attendance.objects.filter(person=viewer.person, present=True).values("meeting")
    away = Presence.objects.filter(person=viewer.person, away=True).values("item")
    found = (
        Decision.objects.visible_to(viewer).filter(item__meeting__in=there).exclude(item__in=away).exclude(text="")
    )
    shown = found.select_related("item__meeting", "item__body")
    rows = list(shown.order_by("-item__meeting__date", "item__number")[(page - 1) * size : page * size + 1])
    return Decisions(
        tuple(_taken(rows[:size])), Pager(page - 1 if page > 1 else None, page + 1 if len(rows) > size else None)
    )


def _taken(rows: Iterable[Decision]) -> Iterable[Taken]:
    for row in rows:
        if (meeting := row.item.meeting) is not None:
            yield Taken(
                meeting=meeting.id,
                item=row.item_id,
                number=row.item.number,
                title=row.item.public_title,
                closed=row.item.access == Access.CLOSED,
                body=row.item.body.name,
                date=meeting.date,
                text=row.text,
                outcome=row.outcome,
            )
