"""What minutes say at an item besides the decision: who was away, the votes, dissent, each point's outcome."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Subquery, TimeField, Value, When, Window
from django.db.models.functions import Cast, Coalesce, RowNumber

from sagsgang.core.models import Attendance, Decision, Dissent, Item, Meeting, Point, Presence, Seat, Vote
from sagsgang.core.rules.votes import count
from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.paper.model import Access, Section, SectionKind

WHY = "the minutes of a meeting are made by a command that has asked for the right"
_AWAY, _VOTE, _DISSENT, _BROUGHT, _PRESENT, _ABSENT = "away", "vote", "dissent", "brought", "present", "absent"
_NEVER = Cast(Value(None), TimeField())
_WHOLE = 0  # in place of an item: what is told of the meeting as a whole
# As minutes print it after a point's number.
SAID: dict[str, str] = {
    OutcomeKind.APPROVED: "Godkendt",
    OutcomeKind.APPROVED_AMENDED: "Godkendt med ændringer",
    OutcomeKind.APPROVED_PARTLY: "Delvist godkendt",
    OutcomeKind.RECOMMENDED: "Anbefales",
    OutcomeKind.NOTED: "Taget til efterretning",
    OutcomeKind.DISCUSSED: "Drøftet",
    OutcomeKind.POSTPONED: "Udsat",
    OutcomeKind.SENT_BACK: "Sendt tilbage",
    OutcomeKind.REJECTED: "Ikke godkendt",
    OutcomeKind.WITHDRAWN: "Udgået",
    OutcomeKind.REFERRED: "Oversendt",
    OutcomeKind.STOPS_HERE: "Stopper her",
    OutcomeKind.ELECTED: "Valgt",
    OutcomeKind.NONE: "Ingen beslutning",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What one person did at an item: was away or in conflict, voted (`text` is the choice), dissented, brought it.

    Or at the meeting as a whole: was present (`text`: instead of whom), came late or left early, or was absent.
    """

    item: int
    kind: str
    name: str
    text: str
    away: bool
    conflict: bool
    place: int
    arrived: time | None
    gone: time | None


def told_at(items: Iterable[Item], meeting: Meeting | None = None) -> dict[int, list[Told]]:
    """What the protocol of each item is written from, by the item's id: one query, whatever the number of items.

    `meeting`: with who was there, for `attended`.
    """
    here = {"item__in": [item.pk for item in items]}
    no, none, never = Value(value=False), Value(0), (_NEVER, _NEVER)
    # Staff may have a conflict of interest, too; minutes tell of those who would have taken part in deciding.
    listed = Attendance.objects.filter(meeting=OuterRef("item__meeting"), person=OuterRef("person"))
    away = Presence.objects.filter(Exists(listed), **here).values_list(
        "item_id", Value(_AWAY), "person__name", Value(""), "away", "conflict", none, *never
    )
    votes = (
        Vote.objects.unguarded(WHY)
        .filter(**here)
        .values_list("item_id", Value(_VOTE), "person__name", "choice", no, no, none, *never)
    )
    dissents = (
        Dissent.objects.unguarded(WHY)
        .filter(**here)
        .values_list("item_id", Value(_DISSENT), "person__name", "text", no, no, "id", *never)
    )
    brought = (
        Decision.objects.unguarded(WHY)
        .filter(brought_by__isnull=False, **here)
        .values_list("item_id", Value(_BROUGHT), "brought_by__name", Value(""), no, no, none, *never)
    )
    found: dict[int, list[Told]] = defaultdict(list)
    there = (_attendances(meeting),) if meeting else ()
    rows = (Told(*row) for row in away.union(votes, dissents, brought, *there, all=True))
    for row in sorted(rows, key=lambda row: (row.place, row.name)):
        found[row.item].append(row)
    return found


def attended(told: Mapping[int, Sequence[Told]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of those who were at the meeting, in the order of the seats, and of those who were not."""
    here = told.get(_WHOLE, ())
    absent = sorted(one.name for one in here if one.kind == _ABSENT)
    return tuple(_named(one) for one in here if one.kind == _PRESENT), tuple(absent)


def _named(one: Told) -> str:
    """The name, and in brackets, as it is no part of it, for whom they stood in and when they came or went."""
    known = (
        f"stedfortræder for {one.text}" if one.text else "",
        f"kom kl. {one.arrived:%H.%M}" if one.arrived else "",
        f"gik kl. {one.gone:%H.%M}" if one.gone else "",
    )
    said = ", ".join(filter(None, known))
    return f"{one.name} ({said})" if said else one.name


def _attendances(meeting: Meeting) -> QuerySet[Attendance, tuple[object, ...]]:
    """Who was there and who was not, in the columns of what is told at items."""
    seats = Seat.objects.filter(body=meeting.body_id, person=OuterRef("person")).order_by("position", "id")
    seated = Attendance.objects.filter(meeting=meeting).annotate(
        place=Subquery(seats.values("position")[:1]), seat=Subquery(seats.values("id")[:1])
    )
    order = (F("place").asc(nulls_last=True), F("seat").asc(nulls_last=True), F("id").asc())
    kind = Case(When(present=True, then=Value(_PRESENT)), default=Value(_ABSENT))
    instead, no = Coalesce("instead_of__name", Value("")), Value(value=False)
    return seated.values_list(
        *(Value(_WHOLE), kind, "person__name", instead, no, no, Window(RowNumber(), order_by=order)),
        *("arrived", "left"),
    )


def protocol(points: Iterable[Point], access: Access, told: Sequence[Told]) -> tuple[Section, ...]:
    """The sections of an item's minutes, as open as its decision is; those with nothing to say are left out."""
    absent = [one for one in told if one.kind == _AWAY]
    texts = (
        ("Inhabilitet", _conflicts(absent)),
        ("Fraværende under punktet", _away(absent)),
        ("Beslutning punkt for punkt", _by_point(points)),
        ("Afstemning", _votes([one for one in told if one.kind == _VOTE])),
        ("Indbragt for kommunalbestyrelsen", _brought(told)),
        ("Mindretalsudtalelse", "\n\n".join(f"{one.name}: {one.text}" for one in told if one.kind == _DISSENT)),
    )
    return tuple(
        Section(kind=SectionKind.OTHER, heading=heading, text=text, access=access) for heading, text in texts if text
    )


def _conflicts(absent: Iterable[Told]) -> str:
    return "\n\n".join(f"{one.name} var inhabil og deltog ikke i punktet." for one in absent if one.conflict)


def _away(absent: Iterable[Told]) -> str:
    return "\n\n".join(
        f"{one.name} var ikke til stede under punktet." for one in absent if one.away and not one.conflict
    )


def _brought(told: Iterable[Told]) -> str:
    said = "{} har indbragt beslutningen for kommunalbestyrelsen (styrelsesloven § 23)."
    return "".join(said.format(one.name) for one in told if one.kind == _BROUGHT)


def _by_point(points: Iterable[Point]) -> str:
    """Each point with its outcome, where a person gave them one each."""
    return "\n".join(f"{one.position}. {SAID[one.outcome]}" for one in points if one.outcome in SAID)


def _votes(cast: Sequence[Told]) -> str:
    """Who voted for, against and neither, and what it came to."""
    if not cast:
        return ""
    result = count(dict(enumerate(one.text for one in cast)))
    came_to = "Forslaget blev vedtaget." if result.carried else "Forslaget faldt."
    return "\n".join((*_voters(cast), "", came_to))


def _voters(cast: Sequence[Told]) -> Iterator[str]:
    for choice in Vote.Choice:
        names = [one.name for one in cast if one.text == choice]
        if names:
            yield f"- {choice.label}: {len(names)} ({', '.join(names)})"
