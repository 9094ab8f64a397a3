"""A small municipality of plain rows: three bodies, the cast, and items and meetings in any state."""

from dataclasses import dataclass
from datetime import date, time

from sagsgang.archive.models import Audience
from sagsgang.core.models import (
    Attendance,
    Body,
    BodyKind,
    Case,
    Decision,
    Grant,
    Item,
    Meeting,
    Person,
    Point,
    RouteStep,
    Seat,
    Section,
    Step,
)
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.core.viewers import viewer_of
from sagsgang.danish.numbers import key
from sagsgang.paper.model import Access, ItemType, SectionKind

CANARY = "KANARIEFUGL"
SEATED_SINCE = date(2022, 1, 1)
DAY = date(2027, 3, 8)
WHY = "a test looks behind the curtain"


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The bodies Direktionen, Økonomiudvalget and Kommunalbestyrelsen, and the people as they see it.

    Karen and her colleague Per write, Bo approves in Direktionen, Lis is everywhere's secretary, Mads sits in
    Direktionen and Økonomiudvalget, Ida in Kommunalbestyrelsen only, and Rut administers.
    """

    board: Body
    committee: Body
    council: Body
    karen: Viewer
    per: Viewer
    bo: Viewer
    lis: Viewer
    mads: Viewer
    ida: Viewer
    rut: Viewer


def world() -> World:
    """The municipality, made anew."""
    board, committee, council = bodies()
    step = Step.objects.create(body=board, position=0, title="Afdelingschef")
    karen, per, bo, lis, mads, ida = (person(name) for name in ("Karen", "Per", "Bo", "Lis", "Mads", "Ida"))
    for body in (board, committee, council):
        grant(karen, body, Role.AUTHOR)
        grant(per, body, Role.AUTHOR)
        grant(lis, body, Role.SECRETARY)
    grant(bo, board, Role.APPROVER, step)
    seat(mads, board)
    seat(mads, committee)
    seat(ida, council)
    return World(
        board=board,
        committee=committee,
        council=council,
        karen=see(karen),
        per=see(per),
        bo=see(bo),
        lis=see(lis),
        mads=see(mads),
        ida=see(ida),
        rut=see(person("Rut", administers=True)),
    )


def bodies() -> tuple[Body, Body, Body]:
    """The executive board, a committee and the council."""
    board = Body.objects.create(
        name="Direktionen",
        abbreviation="DIR",
        kind=BodyKind.EXECUTIVE,
        audience=Audience.EMPLOYEES,
        new_items=Access.CLOSED,
        policy="Direktionens beslutning af 4. januar 2022",
    )
    committee = Body.objects.create(
        name="Økonomiudvalget",
        abbreviation="ØU",
        kind=BodyKind.COMMITTEE,
        audience=Audience.STREET,
        new_items=Access.OPEN,
        notice_days=4,
    )
    council = Body.objects.create(
        name="Kommunalbestyrelsen",
        abbreviation="KB",
        kind=BodyKind.COUNCIL,
        audience=Audience.STREET,
        new_items=Access.OPEN,
        notice_days=4,
    )
    return board, committee, council


def person(name: str, *, administers: bool = False) -> Person:
    """Somebody with an address for mail."""
    return Person.objects.create(name=name, email=f"{name.lower()}@solbjerg.example", administers=administers)


def grant(who: Person, body: Body, role: Role, step: Step | None = None) -> Grant:
    """A role on a body."""
    return Grant.objects.create(person=who, body=body, role=role, step=step)


def seat(who: Person, body: Body, since: date = SEATED_SINCE, until: date | None = None) -> Seat:
    """A seat on a body."""
    return Seat.objects.create(person=who, body=body, since=since, until=until)


def see(who: Person) -> Viewer:
    """The person as a viewer, now."""
    viewer = viewer_of(who.id)
    assert viewer is not None
    return viewer


def case(there: World, number: str = "999-2027-1") -> Case:
    """A case that Karen answers for."""
    return Case.objects.create(
        number=number, key=key(number), kle_number="00.30.02", responsible_id=there.karen.person, opened_on=DAY
    )


def meeting(
    body: Body, state: MeetingState = MeetingState.PLANNED, day: date = DAY, start: time = time(9)
) -> Meeting:
    """A meeting in any state."""
    return Meeting.objects.create(body=body, date=day, start=start, place="Mødelokale 1", state=state)


def item(
    there: World,
    body: Body,
    state: ItemState = ItemState.DRAFT,
    *,
    on: Meeting | None = None,
    of: Case | None = None,
    title: str = "Ny svømmehal",
    access: Access = Access.OPEN,
    number: int | None = None,
    route: tuple[Body, ...] = (),
) -> Item:
    """An item by Karen in any state, with a recommendation, one presentation and its route."""
    count = Item.objects.unguarded(WHY).count()
    made = Item.objects.create(
        case=of or case(there, f"999-2027-{count + 1}"),
        body=body,
        meeting=on,
        author_id=there.karen.person,
        state=state,
        item_type=ItemType.DECISION,
        public_title=title,
        document_number=f"999-2027-{count + 1001}",
        access=access,
        basis="Styrelsesloven § 10: sagens beskaffenhed" if access is Access.CLOSED else "",
        review_on=date(2028, 3, 8) if access is Access.CLOSED else None,
        number=number,
    )
    section(made, SectionKind.PRESENTATION, "Svømmehallen er 40 år gammel.", access)
    # What a closed item asks for is not what open ones say: the gate would hear it.
    asked = "at der bygges en ny svømmehal." if access is Access.OPEN else "at lejemålet opsiges."
    Point.objects.create(item=made, position=1, text=asked, recommender="Direktøren")
    for place, stop in enumerate(route or (body,)):
        RouteStep.objects.create(item=made, position=place, body=stop)
    return made


def section(of: Item, kind: SectionKind, text: str, access: Access = Access.OPEN) -> Section:
    """A text under the item."""
    place = Section.objects.unguarded(WHY).filter(item=of).count()
    return Section.objects.create(item=of, kind=kind, heading=kind.value, text=text, access=access, position=place)


def decision(of: Item, text: str = "Godkendt.", access: Access = Access.OPEN) -> Decision:
    """What was decided at the item."""
    return Decision.objects.create(item=of, text=text, access=access, at="2027-03-08T10:00:00+01:00")


def present(at: Meeting, who: Viewer) -> Attendance:
    """That somebody was there."""
    return Attendance.objects.create(meeting=at, person_id=who.person, present=True)
