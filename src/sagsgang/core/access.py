"""Who sees which row: one function for each model. Every rule is written once, here, over the names of fields.

Rows that many may see hold no secret: a case has its number, an item its number, state and public title. What is
written hangs below them (sections, attachments, decisions), and is seen by fewer.
"""

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role, Viewer

# Members see a meeting when its agenda has been sent, and what was decided while they sit there.
SENT = (MeetingState.ANNOUNCED, MeetingState.RUNNING, MeetingState.HELD, MeetingState.MINUTED, MeetingState.PUBLISHED)
# Caseworkers read a decision when the minutes are approved: before that it may still be corrected.
TOLD = (MeetingState.MINUTED, MeetingState.PUBLISHED)
# Kinds of the Journal that tell of the house itself and of no case.
ORGANISATION = ("body.", "unit.", "person.", "organisation.", "account.", "intake.", "numbers.", "kle.")


class _Nobody(Q):
    """Lets nobody in. Beside another rule it is not asked: the database is told only what may let somebody in."""

    def __or__(self, other: Q) -> Q:
        return other

    def __and__(self, _other: Q) -> Q:
        return self

    def __invert__(self) -> Q:
        return ~Q(pk__in=())

    __ror__, __rand__ = __or__, __and__


NOBODY: Q = _Nobody(pk__in=())


def seated(viewer: Viewer, to_meeting: str) -> Q:
    """Meetings on whose day the viewer has a seat on the body, by the path `to_meeting` ("" or "item__meeting__").

    A substitute has it at the meetings that they are called in to, and no others.
    """
    found = NOBODY
    for seat in viewer.seats:
        during = Q(**{f"{to_meeting}body": seat.body, f"{to_meeting}date__gte": seat.since})
        if seat.until:
            during &= Q(**{f"{to_meeting}date__lte": seat.until})
        if seat.substitute:
            during &= Q(**{f"{to_meeting}pk__in": _stood_in(viewer).values("meeting")})
        found |= during
    return found


def _stood_in(viewer: Viewer) -> QuerySet[Model]:
    """Where the viewer stands in for a member: called in to the meeting, or there."""
    attendances = apps.get_model("core", "Attendance")._base_manager  # noqa: SLF001 - the rows lie above this floor
    return attendances.filter(person=viewer.person, present=True, instead_of__isnull=False)


def _member(viewer: Viewer, to_item: str) -> Q:
    """Items that were sent to the viewer as a member: a supplement that is being prepared has no number yet."""
    sent = Q(**{f"{to_item}meeting__state__in": SENT, f"{to_item}number__isnull": False})
    return seated(viewer, f"{to_item}meeting__") & sent


def _staff(viewer: Viewer, to_item: str) -> Q:
    """Those who work with the item: its author, the approvers when it is submitted, the body's secretaries.

    A draft that was discarded was submitted to nobody; whatever else is withdrawn was on an agenda.
    """
    body, state = f"{to_item}body__in", f"{to_item}state"
    drafted = Q(**{state: ItemState.DRAFT}) | Q(**{state: ItemState.WITHDRAWN, f"{to_item}meeting__isnull": True})
    approving = _of(viewer.bodies(Role.APPROVER), body) & ~drafted
    return _own(viewer, f"{to_item}author") | _of(viewer.bodies(Role.SECRETARY), body) | approving


def _of(bodies: frozenset[int], field: str) -> Q:
    """What belongs to one of the bodies, which are none for most people and roles."""
    return Q(**{field: bodies}) if bodies else NOBODY


def _own(viewer: Viewer, field: str) -> Q:
    """What the viewer wrote or answers for, as long as they hold a role: whose last one is taken is staff no more."""
    return Q(**{field: viewer.person}) if viewer.roles else NOBODY


def _text(viewer: Viewer) -> Q:
    """The item's texts: for its staff and for members, whom no conflict of interest keeps from them."""
    return (_staff(viewer, "item__") | _member(viewer, "item__")) & _unconflicted(viewer, "item__")


def _unconflicted(viewer: Viewer, to_item: str) -> Q:
    """All but what hangs below an item in which the viewer has a conflict of interest, in whatever role they look.

    Whoever is disqualified takes no part in preparing the case either (forvaltningsloven § 3, stk. 3). Asked apart:
    in a join, the viewer's being away would meet somebody else's conflict.
    """
    return ~Q(**{f"{to_item}pk__in": _conflicts(viewer).values("item")})


def _conflicts(viewer: Viewer) -> QuerySet[Model]:
    presences = apps.get_model("core", "Presence")._base_manager  # noqa: SLF001 - the rows lie above this floor
    return presences.filter(person=viewer.person, conflict=True)


def meetings(viewer: Viewer) -> Q:
    """Secretaries, approvers and authors of a body see its calendar; members those of their time."""
    of_body = frozenset(body for body, _ in viewer.roles)
    return _of(of_body, "body__in") | (
        seated(viewer, "") & Q(state__in=(*SENT, MeetingState.PLANNED, MeetingState.CANCELLED))
    )


def items(viewer: Viewer) -> Q:
    """The row that says where a case is: for all who work with it, who answer for the case, and for members."""
    return _staff(viewer, "") | _own(viewer, "case__responsible") | _member(viewer, "")


def cases(viewer: Viewer) -> Q:
    """A case has a number and a KLE number only: every caseworker sees that it exists."""
    return Q() if viewer.roles else NOBODY


def texts(viewer: Viewer) -> Q:
    """Sections, attachments and points of an item."""
    return _text(viewer)


def versions(viewer: Viewer) -> Q:
    """Earlier versions of a section: for the item's staff only."""
    return _staff(viewer, "section__item__") & _unconflicted(viewer, "section__item__")


def notes_of_staff(viewer: Viewer) -> Q:
    """Why an item was given back: for the item's staff only."""
    return _staff(viewer, "item__") & _unconflicted(viewer, "item__")


def file_versions(viewer: Viewer) -> Q:
    """Files that were replaced: for the item's staff only."""
    return _staff(viewer, "attachment__item__") & _unconflicted(viewer, "attachment__item__")


def decisions(viewer: Viewer) -> Q:
    """Those who are told what was decided; conflicts of interest apart."""
    return _told(viewer) & _unconflicted(viewer, "item__")


def _told(viewer: Viewer) -> Q:
    """Secretaries and members at once; the author when the minutes are approved."""
    secretary = _of(viewer.bodies(Role.SECRETARY), "item__body__in")
    author = _own(viewer, "item__author") & Q(item__meeting__state__in=TOLD)
    return secretary | author | _member(viewer, "item__")


def sealed(viewer: Viewer) -> Q:
    """Complete papers hold what everybody in the body may not see at once: for its secretaries only.

    One with an item in which the secretary has a conflict of interest is another secretary's.
    """
    conflicts = _conflicts(viewer).filter(item__meeting__isnull=False).values("item__meeting")
    return _of(viewer.bodies(Role.SECRETARY), "meeting__body__in") & ~Q(meeting__in=conflicts)


def followups(viewer: Viewer) -> Q:
    """The owner, and those who may read the decision in which it was promised; conflicts of interest apart."""
    return (Q(owner=viewer.person) | _told(viewer)) & _unconflicted(viewer, "item__")


def notes(viewer: Viewer) -> Q:
    """A private note, highlight or calendar key: whose it is, and nobody else."""
    return Q(person=viewer.person)


def journal(viewer: Viewer) -> Q:
    """Who did what: the body's secretaries, what one did oneself, the case's own people; administrators the house."""
    own_case = _own(viewer, "case__responsible") | _own(viewer, "item__author")
    house = NOBODY
    for kind in ORGANISATION if viewer.administers else ():
        house |= Q(kind__startswith=kind)
    return _of(viewer.bodies(Role.SECRETARY), "body__in") | Q(by=viewer.person) | own_case | house
