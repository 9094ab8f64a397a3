"""An agenda goes out: with supplements, withdrawn items, or cancelled. Nothing changes silently."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sagsgang.core.act import Refused, Stale, act, allowed, follow, refuse_disqualified
from sagsgang.core.commands.agenda import take_off
from sagsgang.core.commands.calendar import tell
from sagsgang.core.commands.reasons import look_at
from sagsgang.core.commands.sealing import send
from sagsgang.core.gate import REMARKS, Severity, findings
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models import Body, Dismissal, Item, Meeting, Section
from sagsgang.core.numbering import keep_last_number, upcoming
from sagsgang.core.rules import wording
from sagsgang.core.standing import is_late
from sagsgang.core.states import LATE, ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper import withdrawn
from sagsgang.paper.model import Access, PaperKind, SectionKind

NOTHING_NEW = "Der er ingen nye punkter eller bemærkninger at sende som tillæg."
WHY = "the secretary sends the agenda"


def announce(
    by: Viewer, meeting: Meeting, *, late_reason: str = "", hour: datetime | None = None, looked: bool = False
) -> None:
    """Give the items their numbers, seal the agenda and publish what is open of it.

    `hour`: the chosen one, which has come; Stale when another was chosen meanwhile, or none. Raises Refused while
    anything is to be looked at, or the deadline has passed without a `late_reason` to print.
    """
    said = wording.text(late_reason).strip() or meeting.late_reason
    chosen = {"hour": timezone.localtime(hour).isoformat(timespec="minutes")} if hour else {}
    with (
        with_reason(meeting, said),
        passing(by, "announce", meeting, late_reason, looked=looked),
        act(by, "announce", meeting, late=is_late(meeting), **chosen),
    ):
        if hour and not Meeting.objects.unguarded(WHY).filter(pk=meeting.pk, send_at=hour).exists():
            raise Stale("Tidspunktet for udsendelse er ændret imens.")
        _number(meeting)
        meeting.announced_at = timezone.now()
        meeting.save(update_fields=["announced_at", "late_reason"])
        send(meeting, PaperKind.AGENDA)


def supplement(by: Viewer, meeting: Meeting, *, late_reason: str = "", looked: bool = False) -> None:
    """Send the items that were put on after the agenda went out; they get the next numbers.

    Remarks that were added to items go out with them; nothing else changes.
    """
    said = wording.text(late_reason).strip()
    if is_late(meeting) and not said:
        raise Refused(LATE)
    both = "\n\n".join(filter(None, (meeting.late_reason, said)))
    with (
        with_reason(meeting, both),
        passing(by, "supplement", meeting, said, looked=looked),
        act(by, "supplement", meeting, late=bool(said)),
    ):
        remarks = unsent_remarks(meeting).update(unsent=False)
        if not (_number(meeting) or remarks):
            raise Refused(NOTHING_NEW)
        meeting.supplemented_at = timezone.now()
        meeting.save(update_fields=["supplemented_at", "late_reason"])
        send(meeting, PaperKind.AGENDA)


@contextmanager
def passing(by: Viewer, verb: str, meeting: Meeting, typed: str, *, looked: bool) -> Iterator[None]:
    """The reason is typed when the gate has been passed: what is to be looked at in it is, here, and passes then."""
    with transaction.atomic():
        if typed.strip():
            allowed(by, verb, meeting)
            look_at(meeting, typed, looked=looked)
        for found in findings(meeting) if looked else ():
            if found.where == REMARKS and found.severity is Severity.LOOK:
                dismiss(by, meeting, found.key, "Set efter ved udsendelsen.")
        yield


def withdraw(by: Viewer, item: Item, reason: str, *, looked: bool = False) -> None:
    """Take an item off an agenda that is out. Its number stays as a tombstone with the reason."""
    said = _reason(reason, "Skriv, hvorfor punktet trækkes af dagsordenen: begrundelsen bliver stående.")
    with act(by, "withdraw", item):
        if item.access == Access.OPEN:
            look_at(item.meeting, said, looked=looked)
        _tombstone(item, said)
        if item.meeting and item.meeting.state == MeetingState.ANNOUNCED and item.number:
            send(item.meeting, PaperKind.AGENDA)


def _tombstone(item: Item, reason: str) -> None:
    """The reason stands with the item's row, which many see; that of a closed item among its closed texts."""
    if item.access == Access.OPEN:
        Item.objects.unguarded(WHY).filter(pk=item.pk).update(withdrawn_reason=reason)
        item.withdrawn_reason = reason
        return
    Section.objects.create(
        item=item,
        kind=SectionKind.REMARK,
        heading=withdrawn.HEADING,
        text=withdrawn.gone(reason),
        access=Access(item.access),
        basis=item.basis,
        position=0,
    )


def cancel(by: Viewer, meeting: Meeting, reason: str, *, looked: bool = False) -> None:
    """Cancel the meeting, also when too few came. What is out says so, with the reason; its items wait."""
    said = _reason(reason, "Skriv, hvorfor mødet aflyses.")
    was_out = meeting.state != MeetingState.PLANNED
    with act(by, "cancel", meeting):
        look_at(meeting, said, looked=looked)
        Meeting.objects.unguarded(WHY).filter(pk=meeting.pk).update(cancel_reason=said)
        meeting.cancel_reason = said
        if was_out:
            send(meeting, PaperKind.AGENDA)
            keep_last_number(meeting)
        tell(meeting.pk)
        _free(by, meeting)


def dismiss(by: Viewer, meeting: Meeting, finding_key: str, reason: str) -> None:
    """Let a finding of the gate pass, for a reason that is kept with the name. Raises Refused for what must not.

    The Journal has the kind of the finding, and the reason where the item is open; never the words that were found.
    """
    said = _reason(reason, "Skriv, hvorfor det er i orden.")
    found = next((one for one in findings(meeting) if one.key == finding_key), None)
    if found is None:
        raise Refused("Teksten er ændret, siden du så på den. Hent siden igen.")
    if found.severity is Severity.STOP:
        raise Refused(f"Det kan ikke forbigås. {found.message}")
    if found.item:
        refuse_disqualified(by, found.item)
    closed = Item.objects.unguarded(WHY).filter(pk=found.item or 0).exclude(access=Access.OPEN).exists()
    why = {} if closed else {"reason": said}
    with act(by, "dismiss", meeting, code=found.code, item=found.item, **why):
        Dismissal.objects.get_or_create(
            meeting=meeting,
            finding=finding_key,
            defaults={"code": found.code, "by_id": by.person, "reason": said, "at": timezone.now()},
        )


def unsent_remarks(meeting: Meeting) -> GuardedQuerySet[Section]:
    """The remarks that readers of the agenda have not got."""
    return Section.objects.unguarded(WHY).filter(item__meeting=meeting, unsent=True)


@contextmanager
def with_reason(meeting: Meeting, reason: str) -> Iterator[None]:
    """The guard asks for the reason before it is written; refused, the meeting in hand is as it was."""
    before, meeting.late_reason = meeting.late_reason, reason
    try:
        yield
    except BaseException:
        meeting.late_reason = before
        raise


def _number(meeting: Meeting) -> int:
    """Give numbers to the items that have none, in their order; how many there were.

    The body is locked: two of its agendas, sent at once, must not give a number of the year twice.
    """
    Body.objects.select_for_update().get(pk=meeting.body_id)
    items = list(meeting.items.unguarded(WHY).filter(state=ItemState.SCHEDULED).order_by("position", "id"))
    coming = upcoming(meeting, items)
    given = [item for item in items if item.id in coming]
    for item in given:
        item.number = coming[item.id]
    Item.objects.unguarded(WHY).bulk_update(given, ["number"])
    return len(given)


def _free(by: Viewer, meeting: Meeting) -> None:
    """The items of a cancelled meeting are ready for another; its standing items go with it.

    Also one in which the secretary has a conflict of interest: nothing is decided on it.
    """
    scheduled = meeting.items.unguarded(WHY).filter(state=ItemState.SCHEDULED)
    for item in scheduled.select_related("body", "meeting__body"):
        if item.series_id:
            with follow(by, "withdraw", item):
                _tombstone(item, meeting.cancel_reason)
        else:
            with follow(by, "unschedule", item):
                take_off(item)


def _reason(typed: str, ask: str) -> str:
    said = wording.text(typed).strip()
    if not said:
        raise Refused(ask)
    return said
