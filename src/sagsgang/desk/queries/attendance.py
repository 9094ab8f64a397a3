"""Who is at the meeting, and how each differs at one item: away, with a conflict of interest, how they voted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from django.db.models import OuterRef, Subquery

from sagsgang.core.models import Attendance, Dissent, Item, Meeting, Presence, Vote

WHY = "the page was asked for by the secretary of the body"


@dataclass(frozen=True, slots=True)
class Attender:
    """One member or substitute. `choice`: how they voted at the item, "" when they did not."""

    person: int
    name: str
    present: bool
    excused: bool
    instead_of: str
    arrived: time | None
    left: time | None
    away: bool
    conflict: bool
    choice: str
    dissent: str

    @property
    def here(self) -> bool:
        """Whether they take part in the item."""
        return self.present and not self.away and not self.conflict


def attenders(meeting: Meeting, item: Item) -> tuple[Attender, ...]:
    """Everybody on the list of the meeting, with their part in the item. One query."""
    at = {"item": item, "person": OuterRef("person")}
    presence = Presence.objects.filter(**at)
    found = Attendance.objects.filter(meeting=meeting).select_related("person", "instead_of")
    with_item = found.annotate(
        is_away=Subquery(presence.values("away")[:1]),
        has_conflict=Subquery(presence.values("conflict")[:1]),
        voted=Subquery(Vote.objects.unguarded(WHY).filter(**at).values("choice")[:1]),
        dissented=Subquery(Dissent.objects.unguarded(WHY).filter(**at).order_by("-id").values("text")[:1]),
    )
    return tuple(_attenders(with_item.order_by("id")))


def _attenders(rows: Iterable[Attendance]) -> Iterable[Attender]:
    for row in rows:
        yield Attender(
            person=row.person_id,
            name=row.person.name,
            present=row.present,
            excused=row.excused,
            instead_of=row.instead_of.name if row.instead_of else "",
            arrived=row.arrived,
            left=row.left,
            away=bool(getattr(row, "is_away", False)),
            conflict=bool(getattr(row, "has_conflict", False)),
            choice=getattr(row, "voted", None) or "",
            dissent=getattr(row, "dissented", None) or "",
        )
