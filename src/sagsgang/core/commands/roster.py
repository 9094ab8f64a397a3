"""Boards, people, roles and seats from a CSV file: everything in it, or nothing."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from sagsgang.core.act import Refused, begin
from sagsgang.core.commands import organisation
from sagsgang.core.commands.roster_bodies import NewBody, Wrong
from sagsgang.core.commands.roster_lines import Line, lines
from sagsgang.core.models import Body, Person, Step, Unit
from sagsgang.core.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class Report:
    """What a file would do, or did: how much of each kind is new, and each line with what is wrong."""

    lines: tuple[Line, ...]
    bodies: int
    people: int
    roles: int
    seats: int
    written: bool

    @property
    def bad(self) -> tuple[Line, ...]:
        """The lines that stand in the way."""
        return tuple(line for line in self.lines if line.wrong)


class _Undone(Exception):  # noqa: N818 - what happens to the writing
    """Nothing of it is kept."""


def read_csv(by: Viewer, text: str) -> Report:
    """Write all that the file says; nothing when one line is bad. Raises Refused when it is no such file."""
    return _read(by, text, keep=True)


def preview(by: Viewer, text: str) -> Report:
    """What `read_csv` would do: it is done and undone."""
    return _read(by, text, keep=False)


def _read(by: Viewer, text: str, *, keep: bool) -> Report:
    try:
        found = lines(text)
    except Wrong as wrong:
        raise Refused(str(wrong)) from wrong
    report = Report(found, bodies=0, people=0, roles=0, seats=0, written=False)
    try:
        with begin(by, "organisation.read_csv", None, None, lines=len(found)):
            report = _write(by, found)
            if report.bad or not keep:
                raise _Undone
    except _Undone:
        return report
    return replace(report, written=True)


def _write(by: Viewer, found: tuple[Line, ...]) -> Report:
    """The boards first, wherever they stand in the file: people are put on them."""
    done: list[Line] = []
    new: Counter[str] = Counter()
    for line in sorted(found, key=lambda one: one.new is None):
        try:
            with transaction.atomic():
                new.update(() if line.wrong else _write_line(by, line))
            done.append(line)
        except Refused as refusal:
            done.append(replace(line, wrong=str(refusal)))
    shown = tuple(sorted(done, key=lambda one: one.number))
    return Report(
        shown, bodies=new["body"], people=new["person"], roles=new["role"], seats=new["seat"], written=False
    )


def _write_line(by: Viewer, line: Line) -> list[str]:
    """Which of body, person, role and seat were new. What is there already is no error."""
    if line.new is not None:
        return ["body"] if _add_body(by, line.body, line.new) else []
    person, is_new = _person(by, line)
    new = ["person"] if is_new else []
    if not line.body:
        return new
    body = _body(line.body)
    if body is None:
        raise Refused(f"Udvalget »{line.body}« findes ikke. Opret det først, eller på en linje med slags.")
    if line.role is None:
        return [*new, "seat"] if _seat(by, person, body, line) else new
    return [*new, "role"] if _grant(by, person, body, line.role, line.step) else new


def _body(name: str) -> Body | None:
    """By its name, else by its abbreviation."""
    named = Body.objects.filter(name__iexact=name).first()
    return named or Body.objects.filter(abbreviation__iexact=name).exclude(abbreviation="").first()


def _add_body(by: Viewer, name: str, new: NewBody) -> bool:
    """Whether it was new; one that is there is left as it is, with its chain."""
    if Body.objects.filter(name__iexact=name).exists():
        return False
    body = organisation.add_body(
        by,
        name=name,
        kind=new.kind,
        audience=new.audience,
        new_items=new.new_items,
        numbering=new.numbering,
        abbreviation=new.abbreviation,
        notice_days=new.notice_days,
        policy=new.policy,
        place=new.place,
        start=new.start,
    )
    for title in new.steps:
        organisation.add_step(by, body, title)
    return True


def _person(by: Viewer, line: Line) -> tuple[Person, bool]:
    """By mail when there is one, else by name."""
    wanted = {"email__iexact": line.email} if line.email else {"name": line.name}
    found = list(Person.objects.filter(**wanted)[:2])
    if len(found) > 1:
        raise Refused(f"Der er flere, som hedder {line.name}. Skriv mailadressen.")
    if found:
        return found[0], False
    made = organisation.add_person(
        by,
        name=line.name,
        title=line.title,
        initials=line.initials,
        email=line.email,
        unit=_unit(line.unit),
        level=line.level,
    )
    return made, True


def _unit(name: str) -> Unit | None:
    """The unit of that name that is there today."""
    if not name:
        return None
    today = timezone.localdate()
    found = Unit.objects.filter(name__iexact=name, since__lte=today).exclude(until__lt=today).first()
    if found is None:
        raise Refused(f"Enheden »{name}« findes ikke. Opret den først.")
    return found


def _grant(by: Viewer, person: Person, body: Body, role: Role, title: str) -> bool:
    step = _step(body, title) if role is Role.APPROVER else None
    if person.grants.filter(body=body, role=role, step=step).exists():
        return False
    organisation.grant(by, person, body, role, step)
    return True


def _step(body: Body, title: str) -> Step:
    steps = list(body.steps.all())
    named = [step for step in steps if step.title.lower() == title.lower()] if title else steps
    if len(named) != 1:
        known = ", ".join(step.title for step in steps) or "ingen"
        raise Refused(f"Skriv, hvilket trin personen godkender på. {body.name} har: {known}.")
    return named[0]


def _seat(by: Viewer, person: Person, body: Body, line: Line) -> bool:
    since: date | None = line.since
    if since is None:
        raise Refused("Et medlem skal have en dag, pladsen begynder (fra).")
    if person.seats.filter(body=body, since=since).exists():
        return False
    organisation.seat(by, person, body, since=since, until=line.until, substitute=line.substitute, chairs=line.chairs)
    return True
