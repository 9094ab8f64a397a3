"""Setting up the house: bodies and their chain of approvers, units, people, what they may do, and where they sit."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.db.models import Q

from sagsgang.archive.models import Audience
from sagsgang.core.act import Refused, begin
from sagsgang.core.models import Body, BodyKind, Grant, Numbering, Person, Seat, Step, Unit
from sagsgang.core.models.authority import Weekday
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Role, Viewer
from sagsgang.paper.model import Access

_SETTLED = ["name", "abbreviation", "kind", "numbering", "notice_days", "new_items", "policy"]
_BODY = frozenset([*_SETTLED, "place", "start", "active", "approve_weekday", "approve_time"])
_PERSON = frozenset(["name", "title", "initials", "email", "unit", "level", "administers", "active"])


def add_body(
    by: Viewer,
    *,
    name: str,
    kind: BodyKind,
    audience: Audience,
    new_items: Access,
    numbering: Numbering = Numbering.MEETING,
    abbreviation: str = "",
    notice_days: int | None = None,
    policy: str = "",
    place: str = "",
    start: time | None = None,
    approve_weekday: int = Weekday.MONDAY,
    approve_time: time = time(12),
) -> Body:
    """A new body. `notice_days`: clear days from sending to meeting (styrelsesloven § 8), None: no deadline."""
    with begin(by, "body.add", None, None) as row:
        row.body = _checked_body(
            Body(
                name=wording.line(name),
                kind=kind,
                audience=audience,
                new_items=new_items,
                numbering=numbering,
                abbreviation=wording.line(abbreviation),
                notice_days=notice_days,
                policy=wording.text(policy).strip(),
                place=wording.line(place),
                start=start,
                approve_weekday=Weekday(approve_weekday),
                approve_time=approve_time,
            )
        )
        row.body.save()
    return row.body


def change_body(by: Viewer, body: Body, **fields: object) -> Body:
    """Other particulars of a body. The Journal says which; its channel is changed apart, see `channels`."""
    with begin(by, "body.change", None, None) as row:
        row.facts["fields"] = _set(body, fields, _BODY)
        row.body = _checked_body(body)
        body.save(update_fields=sorted(fields))
    return body


def add_step(by: Viewer, body: Body, title: str) -> Step:
    """One more approval, last in the body's chain."""
    with begin(by, "body.add_step", None, None) as row:
        if not title.strip():
            raise Refused("Skriv, hvem der godkender, fx Afdelingschef.")
        Body.objects.select_for_update().get(pk=body.pk)
        last = body.steps.order_by("-position").first()
        row.body = body
        return Step.objects.create(body=body, position=last.position + 1 if last else 0, title=title.strip())


def add_unit(by: Viewer, *, name: str, since: date, until: date | None = None, parent: Unit | None = None) -> Unit:
    """A part of the administration, from a day to a day, both included."""
    with begin(by, "unit.add", None, None) as row:
        _refuse_period(since, until)
        if not name.strip():
            raise Refused("Enheden skal have et navn.")
        unit = Unit.objects.create(name=name.strip(), since=since, until=until, parent=parent)
        row.subject = unit.id
    return unit


def end_unit(by: Viewer, unit: Unit, until: date) -> None:
    """The unit's last day."""
    with begin(by, "unit.end", None, None) as row:
        _refuse_period(unit.since, until)
        unit.until = until
        unit.save(update_fields=["until"])
        row.subject = unit.id


def add_person(
    by: Viewer,
    *,
    name: str,
    title: str = "",
    initials: str = "",
    email: str = "",
    unit: Unit | None = None,
    level: int | None = None,
    administers: bool = False,
) -> Person:
    """Somebody new. What they may do follows from roles and seats; an account is made apart."""
    with begin(by, "person.add_administrator" if administers else "person.add", None, None) as row:
        person = Person(
            name=wording.line(name),
            title=wording.line(title),
            initials=wording.line(initials),
            email=wording.line(email),
            unit=unit,
            level=level,
            administers=administers,
        )
        _checked_person(person).save()
        row.subject = person.id
    return person


def change_person(by: Viewer, person: Person, **fields: object) -> Person:
    """Other particulars of a person. Somebody must be left who administers; the right to it is a deed of its own."""
    with begin(by, "person.change", None, None) as row:
        row.facts["fields"] = changed = _set(person, fields, _PERSON)
        if "administers" in changed:
            row.kind = "person.may_administer" if person.administers else "person.may_not_administer"
        _checked_person(person).save(update_fields=sorted(fields))
        if not Person.objects.filter(administers=True, active=True).exists():
            raise Refused("Der skal være mindst én, som administrerer.")
        row.subject = person.id
    return person


def grant(by: Viewer, person: Person, body: Body, role: Role, step: Step | None = None) -> Grant:
    """Give a role on a body; an approver stands at one step of its chain."""
    with begin(by, "person.grant", None, None, held=role.value) as row:
        _refuse_grant(person, body, role, step)
        row.body, row.subject = body, person.id
        return Grant.objects.create(person=person, body=body, role=role, step=step)


def revoke(by: Viewer, held: Grant) -> None:
    """Take the role back, at once."""
    with begin(by, "person.revoke", None, None, held=str(held.role)) as row:
        row.body, row.subject = held.body, held.person_id
        held.delete()


def seat(
    by: Viewer,
    person: Person,
    body: Body,
    *,
    since: date,
    until: date | None = None,
    substitute: bool = False,
    chairs: bool = False,
) -> Seat:
    """A seat on a body, from a day to a day, both included: membership counts on the meeting's date."""
    with begin(by, "person.seat", None, None) as row:
        Body.objects.select_for_update().get(pk=body.pk)
        _refuse_period(since, until)
        _refuse_seat(person, body, since, until, chairs=chairs)
        row.body, row.subject = body, person.id
        place = body.seats.count()
        return Seat.objects.create(
            person=person, body=body, since=since, until=until, substitute=substitute, chairs=chairs, position=place
        )


def end_seat(by: Viewer, held: Seat, until: date) -> None:
    """The last day of the seat; meetings until then are still the person's."""
    with begin(by, "person.end_seat", None, None) as row:
        _refuse_period(held.since, until)
        held.until = until
        held.save(update_fields=["until"])
        row.body, row.subject = held.body, held.person_id


def _set(thing: Body | Person, fields: dict[str, object], known: frozenset[str]) -> list[str]:
    """Set the fields; gives the names of those that are different now: a form sends them all."""
    if unknown := fields.keys() - known:
        raise TypeError(f"no such field: {', '.join(sorted(unknown))}")
    wanted = {name: _typed(name, value) for name, value in fields.items()}
    changed = sorted(name for name, value in wanted.items() if getattr(thing, name) != value)
    for name in changed:
        setattr(thing, name, wanted[name])
    return changed


def _typed(name: str, value: object) -> object:
    """What was typed in the field as it is kept: names stand in papers, mails and file names, on one line."""
    if not isinstance(value, str):
        return value
    return wording.text(value).strip() if name == "policy" else wording.line(value)


def _refuse_unfit(thing: Body | Person) -> None:
    """Raise Refused for what no field can hold: too long a name, or a mail address that is none."""
    try:
        thing.clean_fields(exclude=["unit"])
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def _checked_body(body: Body) -> Body:
    if not body.name:
        raise Refused("Udvalget skal have et navn.")
    _refuse_unfit(body)
    if Body.objects.filter(name=body.name).exclude(pk=body.pk).exists():
        raise Refused("Der er allerede et udvalg med det navn.")
    if not body.statutory and body.audience == Audience.STREET and not body.policy:
        raise Refused("Skriv, hvilken beslutning der siger, at udvalgets dagsordener og referater er offentlige.")
    return body


def _checked_person(person: Person) -> Person:
    if not person.name:
        raise Refused("Personen skal have et navn.")
    _refuse_unfit(person)
    taken = Person.objects.filter(email__iexact=person.email).exclude(pk=person.pk)
    if person.email and taken.exists():
        raise Refused("En anden har allerede den mailadresse.")
    return person


def _refuse_grant(person: Person, body: Body, role: Role, step: Step | None) -> None:
    if role is Role.APPROVER and (step is None or step.body_id != body.pk):
        raise Refused("Vælg, hvilket led i udvalgets godkendelse personen står for.")
    if role is not Role.APPROVER and step is not None:
        raise Refused("Kun en godkender står ved et led.")
    if Grant.objects.filter(person=person, body=body, role=role, step=step).exists():
        raise Refused("Personen har allerede den rolle.")


def _refuse_period(since: date, until: date | None) -> None:
    if until is not None and until < since:
        raise Refused("Slutdagen ligger før begyndelsen.")


def _refuse_seat(person: Person, body: Body, since: date, until: date | None, *, chairs: bool) -> None:
    overlapping = Seat.objects.filter(Q(until=None) | Q(until__gte=since), body=body)
    if until is not None:
        overlapping = overlapping.filter(since__lte=until)
    if overlapping.filter(person=person).exists():
        raise Refused("Personen har allerede en plads i udvalget i den periode.")
    if chairs and overlapping.filter(chairs=True).exists():
        raise Refused("Udvalget har allerede en formand i den periode.")
