"""A meeting while it is held: who is there, and what comes on the agenda at the table."""

from datetime import time

from django.db.models import F, Max
from django.utils import timezone

from sagsgang.core.act import Refused, act
from sagsgang.core.commands import numbers
from sagsgang.core.commands.cases import open_case
from sagsgang.core.commands.closing import LOOKED_AT_AFTER, known_basis
from sagsgang.core.commands.sealing import sent_out
from sagsgang.core.models import (
    Attendance,
    Body,
    Case,
    Item,
    Meeting,
    Person,
    Presence,
    RouteStep,
    Signature,
    Vote,
)
from sagsgang.core.numbering import last_number
from sagsgang.core.rules import wording
from sagsgang.core.seats import members_on, seats_on
from sagsgang.core.standing import ON_AGENDA
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access, ItemType

WHY = "the verb was allowed: the secretary minutes the meeting"


def begin_meeting(by: Viewer, meeting: Meeting) -> None:
    """Open the meeting. Everybody who has a seat on its day is noted as present until somebody says otherwise."""
    with act(by, "begin", meeting):
        members = dict.fromkeys(seat.person_id for seat in members_on(meeting.body, meeting.date))
        known = set(Attendance.objects.filter(meeting=meeting).values_list("person_id", flat=True))
        rows = (Attendance(meeting=meeting, person_id=one, present=True) for one in members if one not in known)
        Attendance.objects.bulk_create(rows)
        for item in meeting.items.unguarded(WHY).filter(state=ItemState.SCHEDULED).order_by("position", "id"):
            give_number(item)


def undo_begin(by: Viewer, meeting: Meeting) -> None:
    """Take back that the meeting was opened, while nothing was done at it: it is as it was when it was sent.

    Who was called in stays so; what waits for a supplement waits again, without a number.
    """
    with act(by, "undo_begin", meeting):
        Attendance.objects.filter(meeting=meeting, present=True, instead_of=None).delete()
        waiting = meeting.items.unguarded(WHY).filter(state=ItemState.SCHEDULED)
        waiting.exclude(number__in=sent_out(meeting)).update(number=None, supplement=True)


def give_number(item: Item) -> None:
    """Give an item that was put on after the agenda went out its number: what is treated stands in the minutes.

    No supplement brought it, though it may have waited for one. The body is locked: two of its meetings must not give
    a number of the year twice.
    """
    if item.number is None and item.meeting:
        Body.objects.select_for_update().get(pk=item.body_id)
        item.number, item.supplement = last_number(item.meeting) + 1, False
        Item.objects.unguarded(WHY).filter(pk=item.pk).update(number=item.number, supplement=False)


def record(
    by: Viewer,
    meeting: Meeting,
    person: Person,
    *,
    present: bool,
    excused: bool = False,
    instead_of: Person | None = None,
    arrived: time | None = None,
    left: time | None = None,
) -> Attendance:
    """Note that somebody with a seat on the meeting's day was there, or not; a substitute replaces the other.

    Raises Refused when they had no seat that day, or voted at the meeting and are said to have been absent.
    """
    with act(
        by, "attend", meeting, person=person.id, present=present, instead_of=instead_of.id if instead_of else None
    ):
        check_seat(meeting, person, instead_of, present=present)
        _check_times(arrived, left)
        if not present:
            refuse_voted(meeting, person)
        unsign(meeting)
        found, _ = Attendance.objects.update_or_create(
            meeting=meeting,
            person=person,
            defaults={
                "present": present,
                "excused": excused and not present,
                "instead_of": instead_of if present else None,
                "arrived": arrived,
                "left": left,
            },
        )
        if instead_of and present:
            _replace(meeting, instead_of)
    return found


def check_seat(meeting: Meeting, person: Person, instead_of: Person | None, *, present: bool) -> None:
    """Raise Refused unless the person may be noted so: a member, or a substitute for one whom nobody replaces yet."""
    held = {seat.person_id: seat.substitute for seat in seats_on(meeting.body, meeting.date).order_by("-substitute")}
    if person.id not in held:
        raise Refused(f"{person.name} havde ikke sæde i {meeting.body.name} den {meeting.date:%d-%m-%Y}.")
    if held[person.id] and present and instead_of is None:
        raise Refused(f"{person.name} er stedfortræder. Skriv, hvem {person.name} møder for.")
    if instead_of and (not held[person.id] or held.get(instead_of.id, True)):
        raise Refused("En stedfortræder møder i stedet for et medlem, som har sæde den dag.")
    taken = Attendance.objects.filter(meeting=meeting, instead_of=instead_of, present=True).exclude(person=person)
    if instead_of and taken.exists():
        raise Refused(f"Der er allerede en stedfortræder for {instead_of.name}.")


def _check_times(arrived: time | None, left: time | None) -> None:
    if arrived and left and left < arrived:
        raise Refused("Man kan ikke gå, før man er kommet. Ret tidspunkterne.")


def _replace(meeting: Meeting, member: Person) -> None:
    refuse_voted(meeting, member)
    Attendance.objects.update_or_create(meeting=meeting, person=member, defaults={"present": False})


def refuse_voted(meeting: Meeting, person: Person, item: Item | None = None) -> None:
    """Nobody is made absent who has voted: the vote is taken back first, so that it is not lost unseen."""
    votes = Vote.objects.unguarded(WHY).filter(item__meeting=meeting, person=person).select_related("item")
    voted = (votes.filter(item=item) if item else votes).first()
    if voted:
        raise Refused(f"{person.name} har stemt under punkt {voted.item.number}. Ret afstemningen først.")


def unsign(meeting: Meeting) -> None:
    """What members signed is not what the minutes say any longer: they approve them anew."""
    Signature.objects.filter(meeting=meeting).delete()
    Meeting.objects.unguarded(WHY).filter(pk=meeting.pk).update(wording=F("wording") + 1)


def set_presence(by: Viewer, item: Item, person: Person, *, away: bool = False, conflict: bool = False) -> None:
    """Note that somebody is away from the item, or has a conflict of interest in it (forvaltningsloven § 3).

    Known beforehand, a conflict hides the item's papers from the member at once. Raises Refused.
    """
    with act(by, "attend", item, person=person.id, away=away, conflict=conflict):
        meeting = item.meeting
        if meeting is None or not seats_on(meeting.body, meeting.date).filter(person=person).exists():
            raise Refused(f"{person.name} har ikke sæde i {item.body.name} på mødets dag.")
        if not away and not conflict:
            Presence.objects.filter(item=item, person=person).delete()
        else:
            refuse_voted(meeting, person, item)
            Presence.objects.update_or_create(item=item, person=person, defaults={"away": away, "conflict": conflict})
        unsign(meeting)


def add_item(
    by: Viewer,
    meeting: Meeting,
    case: Case | None,
    title: str,
    item_type: ItemType,
    *,
    number: str = "",
    basis: str = "",
) -> Item:
    """Take up a case at the table, without a word prepared.

    `case` None: one is opened with it, under `number` of the records system, or the next of our own. `basis`: the law
    by which the doors are closed for it (styrelsesloven § 10); without one it is as open as the body's new items.
    """
    if basis:
        known_basis(basis)
    with act(by, "add_item", meeting, case=case.id if case else None):
        named = wording.line(title)
        if not named or len(named) > wording.TITLE_LENGTH:
            raise Refused(f"Skriv, hvad punktet hedder, med højst {wording.TITLE_LENGTH} tegn.")
        item = Item.objects.create(
            case=case or open_case(by, meeting.body, number=number),
            body=meeting.body,
            meeting=meeting,
            author_id=by.person,
            state=ItemState.SCHEDULED,
            item_type=item_type,
            public_title=named,
            document_number=numbers.document_number(timezone.localdate().year),
            access=Access.CLOSED if basis else meeting.body.new_items,
            basis=basis,
            review_on=meeting.date + LOOKED_AT_AFTER if basis else None,
            position=_last_position(meeting) + 1,
        )
        RouteStep.objects.create(item=item, position=0, body=meeting.body)
        give_number(item)
    return item


def _last_position(meeting: Meeting) -> int:
    return meeting.items.unguarded(WHY).aggregate(last=Max("position"))["last"] or 0


def move_item(by: Viewer, item: Item, position: int) -> None:
    """Treat the item at another place of the running meeting, counted from 1. It keeps its number (A.3)."""
    meeting = item.meeting
    if meeting is None or meeting.state != MeetingState.RUNNING:
        raise Refused("Mødet er ikke i gang.")
    with act(by, "arrange", meeting, item=item.id, position=position):
        others = list(
            meeting.items.unguarded(WHY)
            .filter(state__in=ON_AGENDA)
            .exclude(pk=item.pk)
            .order_by("position", "number")
            .values_list("pk", flat=True)
        )
        others.insert(max(position, 1) - 1, item.pk)
        for place, pk in enumerate(others, 1):
            Item.objects.unguarded(WHY).filter(pk=pk).update(position=place)
