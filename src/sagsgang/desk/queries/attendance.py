"""Who is at the meeting, and how each differs at one item: away, with a conflict of interest, how they voted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery

from sagsgang.core.models import Dissent, Item, Meeting, Person, Presence, Vote
from sagsgang.core.seats import seats_on

WHY = "the page was asked for by the secretary of the body"


@dataclass(frozen=True, slots=True)
class Attender:
    """One member or substitute, `deputy_for` whom. `choice`: how they voted at the item, "" when they did not."""

    person: int
    name: str
    present: bool
    excused: bool
    deputy_for: int | None
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


Named = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class People:
    """`listed`: who is on the list of the meeting. `deputies`: who has a substitute's seat that day, and is not.

    `employed`: everybody who works here.
    """

    listed: tuple[Attender, ...]
    deputies: Named
    employed: Named


def people_at(meeting: Meeting, item: Item) -> People:
    """Everybody who may be named at the item. One query."""
    rows = list(_people(meeting, item))
    listed = sorted((row for row in rows if row["row"]), key=lambda row: row["row"])
    return People(
        listed=tuple(_attenders(listed)),
        deputies=tuple((row["id"], row["name"]) for row in rows if row["deputy"] and not row["row"]),
        employed=tuple((row["id"], row["name"]) for row in rows if row["active"]),
    )


def _people(meeting: Meeting, item: Item) -> Iterable[Mapping[str, Any]]:
    at = {"item": item, "person": OuterRef("pk")}
    presence = Presence.objects.filter(**at)
    deputy = seats_on(meeting.body, meeting.date).filter(substitute=True, person=OuterRef("pk"))
    here = FilteredRelation("attendances", condition=Q(attendances__meeting=meeting))
    found = Person.objects.annotate(at=here).filter(Q(active=True) | Q(at__isnull=False))
    return found.order_by("name").values(
        "id",
        "name",
        "active",
        deputy=Exists(deputy),
        row=F("at__id"),
        present=F("at__present"),
        excused=F("at__excused"),
        deputy_for=F("at__instead_of"),
        instead_of=F("at__instead_of__name"),
        arrived=F("at__arrived"),
        left=F("at__left"),
        away=Subquery(presence.values("away")[:1]),
        conflict=Subquery(presence.values("conflict")[:1]),
        choice=Subquery(Vote.objects.unguarded(WHY).filter(**at).values("choice")[:1]),
        dissent=Subquery(Dissent.objects.unguarded(WHY).filter(**at).order_by("-id").values("text")[:1]),
    )


def _attenders(rows: Iterable[Mapping[str, Any]]) -> Iterable[Attender]:
    for row in rows:
        yield Attender(
            person=row["id"],
            name=row["name"],
            present=row["present"],
            excused=row["excused"],
            deputy_for=row["deputy_for"],
            instead_of=row["instead_of"] or "",
            arrived=row["arrived"],
            left=row["left"],
            away=bool(row["away"]),
            conflict=bool(row["conflict"]),
            choice=row["choice"] or "",
            dissent=row["dissent"] or "",
        )
