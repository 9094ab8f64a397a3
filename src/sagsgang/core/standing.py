"""What the guards of the table must know of a thing, read when it is asked for. A handful of queries each."""

from django.utils import timezone

from sagsgang.core.models import Attendance, Decision, Followup, Item, Meeting, Point, RouteStep, Section, StepState
from sagsgang.core.rules.deadlines import last_day_to_send
from sagsgang.core.states import ItemState, Standing
from sagsgang.paper.model import Access, SectionKind

WHY = "a guard asks for facts, not for texts"
ON_AGENDA = (ItemState.SCHEDULED, ItemState.DECIDED)


def standing(thing: Item | Meeting | Followup) -> Standing:
    """The facts about this thing."""
    if isinstance(thing, Item):
        return _of_item(thing)
    return _of_meeting(thing) if isinstance(thing, Meeting) else Standing()


def _of_item(item: Item) -> Standing:
    following = RouteStep.objects.filter(item=item, position__gt=item.step, state=StepState.PLANNED)
    after = following.select_related("body").first()
    return Standing(
        recommended=_recommended(item),
        titled=bool(item.public_title.strip()),
        basis_missing=item.access == Access.CLOSED and not (item.basis and item.review_on),
        last_step=item.review_step + 1 >= item.body.steps.count(),
        meeting=item.meeting.state if item.meeting else "",
        has_meeting=item.meeting is not None,
        decided=Decision.objects.unguarded(WHY).filter(item=item).exclude(text="").exists(),
        goes_on=after is not None,
        next_body=after.body.name if after else "",
        forwarded=item.next.unguarded(WHY).exists(),
    )


def _recommended(item: Item) -> bool:
    """Whether it says what is recommended: in points, or in a text."""
    if Point.objects.unguarded(WHY).filter(item=item).exists():
        return True
    sections = Section.objects.unguarded(WHY).filter(item=item, kind=SectionKind.RECOMMENDATION)
    return sections.exclude(text="").exists()


def _of_meeting(meeting: Meeting) -> Standing:
    items = list(meeting.items.unguarded(WHY).order_by("position").select_related("decision"))
    on_agenda = [item for item in items if item.state in ON_AGENDA]
    return Standing(
        items=len(on_agenda),
        undecided=tuple(_name(item) for item in on_agenda if item.state != ItemState.DECIDED),
        untold=tuple(_name(item) for item in on_agenda if _untold(item)),
        late=is_late(meeting),
        late_reason=bool(meeting.late_reason.strip()),
        approvals_missing=_missing(meeting),
    )


def _untold(item: Item) -> bool:
    return item.access == Access.CLOSED and not (item.public_extract.strip() or item.silence_reason.strip())


def _name(item: Item) -> str:
    return f"punkt {item.number}" if item.number else item.public_title


def _missing(meeting: Meeting) -> int:
    """How many members who were present have not approved the minutes."""
    present = Attendance.objects.filter(meeting=meeting, present=True)
    return present.exclude(person__signatures__meeting=meeting).count()


def is_late(meeting: Meeting) -> bool:
    """Whether an agenda that is sent today is sent after the body's deadline."""
    if meeting.body.notice_days is None:
        return False
    return timezone.localdate() > last_day_to_send(meeting.date, meeting.body.notice_days)
