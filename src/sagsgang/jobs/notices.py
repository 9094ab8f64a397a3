"""Who is told what by mail when something is entered in the Journal. A mail has numbers and a link, never a text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from sagsgang.core.models import BodyKind, Grant, Item, Journal, Meeting, Person, Presence
from sagsgang.core.seats import mayor_on
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role

_WHY = "a notice names the case by its number and leads to a page that asks who looks"


@dataclass(frozen=True, slots=True)
class Notice:
    """A mail to some people: one sentence and the path of the page that it is about."""

    to: tuple[Person, ...]
    subject: str
    path: str


def notice(row: Journal) -> Notice | None:
    """What the row gives notice of; None for most rows.

    Nobody is told of what they did themselves, nor of an item that a conflict of interest keeps from them.
    """
    told = _TOLD.get(row.kind)
    if told is None:
        return None
    found = told(row)
    kept = {row.by_id, *Presence.objects.filter(item=row.item_id, conflict=True).values_list("person_id", flat=True)}
    to = tuple(person for person in found.to if person.active and person.email and person.id not in kept)
    return Notice(to, found.subject, found.path) if to else None


def _to_approve(row: Journal) -> Notice:
    item = _item(row)
    return Notice(tuple(_approvers(item)), f"{_named(item)} venter på din godkendelse", reverse("desk:queue"))


def _hurried(row: Journal) -> Notice:
    item = _item(row)
    day = date.fromisoformat(str(row.facts.get("day")))
    waits = item.state == ItemState.IN_REVIEW
    return Notice(
        tuple(_approvers(item)) if waits else (),
        f"{_named(item)} skal godkendes senest den {day:%d-%m-%Y} for at nå næste møde",
        reverse("desk:queue"),
    )


def _recalled(row: Journal) -> Notice:
    item = _item(row)
    return Notice(tuple(_approvers(item)), f"{_named(item)} er kaldt tilbage af forfatteren", reverse("desk:queue"))


def _returned(row: Journal) -> Notice:
    item = _item(row)
    return Notice((item.author,), f"{_named(item)} er sendt tilbage til dig", _page(item))


def _ready(row: Journal) -> Notice:
    item = _item(row)
    return Notice(
        tuple(_secretaries(item.body_id)), f"{_named(item)} er klar til en dagsorden", reverse("desk:meetings")
    )


def _announced(row: Journal) -> Notice:
    meeting = _meeting(row)
    return Notice(_readers(meeting), f"Dagsordenen er sendt ud: {_when(meeting)}", _reading(meeting))


def _supplemented(row: Journal) -> Notice:
    meeting = _meeting(row)
    return Notice(_readers(meeting), f"Der er kommet et tillæg til dagsordenen: {_when(meeting)}", _reading(meeting))


def _held_back(row: Journal) -> Notice:
    meeting = _meeting(row)
    people = tuple(_secretaries(meeting.body_id))
    return Notice(people, f"Dagsordenen er ikke sendt ud: {_when(meeting)}", reverse("desk:gate", args=[meeting.id]))


def _cancelled(row: Journal) -> Notice:
    meeting = _meeting(row)
    return Notice(_readers(meeting), f"Mødet er aflyst: {_when(meeting)}", reverse("desk:my-meetings"))


def _held(row: Journal) -> Notice:
    meeting = _meeting(row)
    return Notice(
        tuple(_members(meeting)), f"Referatet venter på din godkendelse: {_when(meeting)}", _reading(meeting)
    )


def _approved(row: Journal) -> Notice:
    meeting = _meeting(row)
    return Notice(tuple(_mayor(meeting)), f"Referatet er færdigt: {_when(meeting)}", _reading(meeting))


def _forwarded(row: Journal) -> Notice:
    item = _item(row)
    return Notice((item.author,), f"{_named(item)} er sendt videre", reverse("desk:case", args=[item.case_id]))


def _due(row: Journal) -> Notice:
    item = _item(row)
    owner = item.followups.unguarded(_WHY).select_related("owner").get(pk=row.subject or 0).owner
    return Notice((owner,), f"En opfølgning i sag {item.case.number} nærmer sig sin frist", reverse("desk:followups"))


def _review(row: Journal) -> Notice:
    item = _item(row)
    people = tuple(_secretaries(item.body_id))
    return Notice(people, f"Lukningen af {_named(item)} skal ses efter", _page(item))


def _called_in(row: Journal) -> Notice:
    meeting = _meeting(row)
    called = tuple(Person.objects.filter(pk=row.facts.get("person")))
    return Notice(called, f"Du er indkaldt som stedfortræder: {_when(meeting)}", _reading(meeting))


def _called_off(row: Journal) -> Notice:
    meeting = _meeting(row)
    called = tuple(Person.objects.filter(pk=row.facts.get("person")))
    return Notice(called, f"Du er ikke længere indkaldt: {_when(meeting)}", reverse("desk:my-meetings"))


_TOLD: dict[str, Callable[[Journal], Notice]] = {
    "item.submit": _to_approve,
    "item.pass_on": _to_approve,
    "item.remind": _hurried,
    "item.recall": _recalled,
    "item.return": _returned,
    "item.approve": _ready,
    "item.forward": _forwarded,
    "item.review": _review,
    "meeting.announce": _announced,
    "meeting.supplement": _supplemented,
    "meeting.hold_back": _held_back,
    "meeting.cancel": _cancelled,
    "meeting.call_in": _called_in,
    "meeting.call_off": _called_off,
    "meeting.close": _held,
    "meeting.approve_minutes": _approved,
    "followup.remind": _due,
}


def _item(row: Journal) -> Item:
    return Item.objects.unguarded(_WHY).select_related("case", "body", "author").get(pk=row.item_id or 0)


def _meeting(row: Journal) -> Meeting:
    return Meeting.objects.unguarded(_WHY).select_related("body").get(pk=row.meeting_id or 0)


def _approvers(item: Item) -> Iterable[Person]:
    """Those at the place in the chain where the item stands; the secretaries of a body without a chain."""
    steps = list(item.body.steps.all())
    if not steps:
        return _secretaries(item.body_id)
    step = steps[min(item.review_step, len(steps) - 1)]
    return Person.objects.filter(grants__step=step, grants__role=Role.APPROVER).distinct()


def _secretaries(body: int) -> Iterable[Person]:
    held = Grant.objects.filter(body_id=body, role=Role.SECRETARY)
    return Person.objects.filter(grants__in=held).distinct()


def _members(meeting: Meeting) -> Iterable[Person]:
    """Who sits on the body on the meeting's day, and the substitutes who are called in to it."""
    seats = meeting.body.seats.filter(since__lte=meeting.date).exclude(until__lt=meeting.date)
    called = meeting.attendances.filter(present=True, instead_of__isnull=False)
    return Person.objects.filter(Q(seats__in=seats, seats__substitute=False) | Q(attendances__in=called)).distinct()


def _readers(meeting: Meeting) -> tuple[Person, ...]:
    """The members, and the mayor, who gets the agenda of every committee (styrelsesloven § 31 a)."""
    return tuple(dict.fromkeys((*_members(meeting), *_mayor(meeting))))


def _mayor(meeting: Meeting) -> Iterable[Person]:
    return mayor_on(meeting.date) if meeting.body.kind == BodyKind.COMMITTEE else ()


def _named(item: Item) -> str:
    return f"Et punkt i sag {item.case.number} ({item.body.name})"


def _when(meeting: Meeting) -> str:
    return f"{meeting.body.name} den {meeting.date:%d-%m-%Y} kl. {meeting.start:%H.%M}"


def _page(item: Item) -> str:
    return reverse("desk:item", args=[item.id])


def _reading(meeting: Meeting) -> str:
    return reverse("desk:read", args=[meeting.id])
