"""Bodies and people as those who administer see them. No text of any case is read here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import Form
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.core.act import NotYours
from sagsgang.core.models import Body, Grant, Journal, Person, Presence, Seat, Step, Unit
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.forms.organisation import UntilForm
from sagsgang.desk.queries.happened import Happened, happened, newest
from sagsgang.desk.words import AUDIENCES, ROLES

_LATELY = 20
_MOST_CONFLICTS = 500


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body in the list."""

    id: int
    name: str
    kind: str
    audience: str
    members: int
    active: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in the list. `tasks`: roles and seats of today, in words."""

    id: int
    name: str
    title: str
    level: str
    unit: str
    tasks: tuple[str, ...]
    username: str
    active: bool


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit, and a form for its last day."""

    id: int
    name: str
    since: date
    until: date | None
    form: Form


@dataclass(frozen=True, slots=True)
class Bodies:
    """All bodies, and a form for one more."""

    bodies: tuple[BodyLine, ...]
    form: Form


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """That somebody has a conflict of interest in an item, which is told by its number."""

    item: int
    document_number: str
    body: str
    name: str


@dataclass(frozen=True, slots=True)
class People:
    """All people, all units, and forms for more of both; `conflicts` lead to where they can be lifted."""

    people: tuple[PersonLine, ...]
    units: tuple[UnitLine, ...]
    conflicts: tuple[ConflictLine, ...]
    form: Form
    unit_form: Form


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat. `now`: today lies in its period."""

    id: int
    person: int
    name: str
    body: int
    body_name: str
    since: date
    until: date | None
    substitute: bool
    chairs: bool
    now: bool


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A role that somebody has on a body."""

    id: int
    person: int
    name: str
    body: int
    body_name: str
    role: str


@dataclass(frozen=True, slots=True)
class BodyPage:
    """One body: its chain, its people, and forms."""

    id: int
    name: str
    steps: tuple[Step, ...]
    seats: tuple[SeatLine, ...]
    grants: tuple[GrantLine, ...]
    form: Form
    step_form: Form


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person: roles, seats, account, what was done, and forms. `username` "" when there is no account.

    `second_factor`: a code or a passkey. `bound`: the account is somebody's at the municipality's provider.
    """

    id: int
    name: str
    username: str
    open_account: bool
    second_factor: bool
    bound: bool
    seats: tuple[SeatLine, ...]
    grants: tuple[GrantLine, ...]
    lately: tuple[Happened, ...]
    form: Form
    grant_form: Form
    seat_form: Form


def must_administer(viewer: Viewer) -> None:
    """Raise NotYours for everybody else."""
    if not viewer.administers:
        raise NotYours("Det har du ikke rettighed til.")


def found_body(body: int) -> Body:
    """The body, or 404."""
    found = Body.objects.filter(pk=body).first()
    if found is None:
        raise Http404
    return found


def found_person(person: int) -> Person:
    """The person, or 404."""
    found = Person.objects.select_related("account__identity").filter(pk=person).first()
    if found is None:
        raise Http404
    return found


def bodies(form: Form) -> Bodies:
    """The list of bodies. Two queries."""
    today = timezone.localdate()
    sitting = [seat.body_id for seat in Seat.objects.all() if _now(seat, today)]
    return Bodies(
        tuple(_body_line(one, sitting.count(one.id)) for one in Body.objects.order_by("-active", "name")), form
    )


def _body_line(one: Body, members: int) -> BodyLine:
    return BodyLine(one.id, one.name, one.get_kind_display(), str(AUDIENCES[one.audience]), members, one.active)


def found_unit(unit: int) -> Unit:
    """The unit, or 404."""
    found = Unit.objects.filter(pk=unit).first()
    if found is None:
        raise Http404
    return found


def people(form: Form, unit_form: Form, ends: Mapping[int, Form]) -> People:
    """The list of people. Five queries. `ends`: forms of units' last days that are shown again, by the unit."""
    rows = Person.objects.select_related("unit", "account").order_by("-active", "name")
    tasks = _tasks()
    lines = tuple(
        PersonLine(
            id=one.id,
            name=one.name,
            title=one.title,
            level=one.get_level_display() or "",
            unit=one.unit.name if one.unit else "",
            tasks=tuple(tasks.get(one.id, ())),
            username=_username(one),
            active=one.active,
        )
        for one in rows
    )
    units = tuple(_unit_line(one, ends.get(one.id)) for one in Unit.objects.order_by("name"))
    return People(lines, units, _conflicts(), form, unit_form)


def _conflicts() -> tuple[ConflictLine, ...]:
    """The latest first; of the item its number alone."""
    held = Presence.objects.filter(conflict=True).order_by("-id")
    rows = held.values_list("item", "item__document_number", "item__body__name", "person__name")
    return tuple(ConflictLine(*row) for row in rows[:_MOST_CONFLICTS])


def _unit_line(one: Unit, form: Form | None) -> UnitLine:
    return UnitLine(one.id, one.name, one.since, one.until, form or UntilForm(prefix=f"e{one.id}"))


def _tasks() -> dict[int, list[str]]:
    """For each person: what they are, and where."""
    today = timezone.localdate()
    places: dict[int, dict[str, list[str]]] = {}
    for grant in Grant.objects.select_related("body").order_by("role", "body__name"):
        places.setdefault(grant.person_id, {}).setdefault(str(ROLES[grant.role]), []).append(grant.body.name)
    for seat in Seat.objects.select_related("body").order_by("body__name"):
        if _now(seat, today):
            places.setdefault(seat.person_id, {}).setdefault(_sitting(seat), []).append(seat.body.name)
    return {
        person: [f"{what}: {', '.join(dict.fromkeys(bodies))}" for what, bodies in held.items()]
        for person, held in places.items()
    }


def _sitting(seat: Seat) -> str:
    if seat.chairs:
        return _("Formand")
    return _("Stedfortræder") if seat.substitute else _("Medlem")


def body_page(body: Body, form: Form, step_form: Form) -> BodyPage:
    """Three queries."""
    return BodyPage(
        id=body.id,
        name=body.name,
        steps=tuple(body.steps.all()),
        seats=_seats(body.seats.select_related("person", "body")),
        grants=_grants(body.grants.select_related("person", "body", "step").order_by("role", "person__name")),
        form=form,
        step_form=step_form,
    )


def person_page(viewer: Viewer, person: Person, form: Form, grant_form: Form, seat_form: Form) -> PersonPage:
    """Five queries."""
    rows = Journal.objects.visible_to(viewer).filter(subject=person.id).distinct()
    about = rows.filter(kind__startswith="person.") | rows.filter(kind__startswith="account.")
    lately = newest(about)[:_LATELY]
    account = getattr(person, "account", None)
    return PersonPage(
        id=person.id,
        name=person.name,
        username=_username(person),
        open_account=bool(account and account.is_active),
        second_factor=bool(account and (account.factor_since or account.passkeys.exists())),
        bound=bool(account and getattr(account, "identity", None)),
        seats=_seats(person.seats.select_related("person", "body")),
        grants=_grants(person.grants.select_related("person", "body", "step").order_by("body__name")),
        lately=happened(lately, viewer, {person.id: person.name}),
        form=form,
        grant_form=grant_form,
        seat_form=seat_form,
    )


def bodies_in_use() -> list[Body]:
    """The bodies that a form offers."""
    return list(Body.objects.filter(active=True))


def body_choices(offered: Iterable[Body]) -> list[tuple[str, str]]:
    """The bodies, for a form."""
    return [(str(body.id), body.name) for body in offered]


def unit_choices() -> list[tuple[str, str]]:
    """The units of today, for a form."""
    today = timezone.localdate()
    rows = Unit.objects.filter(since__lte=today).exclude(until__lt=today).order_by("name")
    return [(str(pk), name) for pk, name in rows.values_list("id", "name")]


def role_choices(offered: Iterable[Body]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Body by body: what one may be there. `BODY:ROLE` or `BODY:approver:STEP`."""
    steps: dict[int, list[Step]] = {}
    for step in Step.objects.order_by("position"):
        steps.setdefault(step.body_id, []).append(step)
    return [(body.name, _roles(body, steps.get(body.id, ()))) for body in offered]


def _roles(body: Body, steps: Sequence[Step]) -> list[tuple[str, str]]:
    plain = [(f"{body.id}:{role}", f"{ROLES[role]}, {body.name}") for role in (Role.AUTHOR, Role.SECRETARY)]
    approver = str(ROLES[Role.APPROVER])
    approving = [(f"{body.id}:{Role.APPROVER}:{one.id}", f"{approver} ({one.title}), {body.name}") for one in steps]
    return [*plain, *approving]


def _seats(rows: Iterable[Seat]) -> tuple[SeatLine, ...]:
    today = timezone.localdate()
    lines = [
        SeatLine(
            id=one.id,
            person=one.person_id,
            name=one.person.name,
            body=one.body_id,
            body_name=one.body.name,
            since=one.since,
            until=one.until,
            substitute=one.substitute,
            chairs=one.chairs,
            now=_now(one, today),
        )
        for one in rows
    ]
    return tuple(sorted(lines, key=lambda line: not line.now))


def _grants(rows: Iterable[Grant]) -> tuple[GrantLine, ...]:
    return tuple(
        GrantLine(one.id, one.person_id, one.person.name, one.body_id, one.body.name, _role(one)) for one in rows
    )


def _role(one: Grant) -> str:
    return f"{ROLES[one.role]} ({one.step.title})" if one.step else str(ROLES[one.role])


def _now(seat: Seat, today: date) -> bool:
    return seat.since <= today and (seat.until is None or today <= seat.until)


def _username(person: Person) -> str:
    account = getattr(person, "account", None)
    return account.username if account else ""
