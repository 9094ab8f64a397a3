"""What the guards of the table must know of a thing, read when it is asked for. A handful of queries each."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from sagsgang.core.gate import open_findings
from sagsgang.core.models import (
    Attendance,
    Decision,
    Followup,
    Item,
    Journal,
    Meeting,
    Point,
    RouteStep,
    Section,
    StepState,
)
from sagsgang.core.rules.deadlines import last_day_to_send
from sagsgang.core.rules.readings import second_from
from sagsgang.core.rules.routes import UNFINISHED, held_back
from sagsgang.core.states import ItemState, MeetingState, Standing
from sagsgang.danish.outcomes import OutcomeKind, classify
from sagsgang.paper.model import Access, SectionKind

WHY = "a guard asks for facts, not for texts"
ON_AGENDA = (ItemState.SCHEDULED, ItemState.DECIDED)
# From these states a paper is sent: only then is it worth looking through.
SENT_NEXT = (MeetingState.PLANNED, MeetingState.ANNOUNCED, MeetingState.MINUTED)


def standing(thing: Item | Meeting | Followup) -> Standing:
    """The facts about this thing."""
    if isinstance(thing, Item):
        return _of_item(thing)
    return _of_meeting(thing) if isinstance(thing, Meeting) else Standing()


def _of_item(item: Item) -> Standing:
    facts = _hanging(item)
    return Standing(
        recommended=facts["pointed"] or facts["written"],
        titled=bool(item.public_title.strip()),
        basis_missing=item.access == Access.CLOSED and not (item.basis and item.review_on),
        last_step=item.review_step + 1 >= item.body.steps.count(),
        approved_once=item.review_step > 0,
        meeting=item.meeting.state if item.meeting else "",
        has_meeting=item.meeting is not None,
        second_from=_too_early(item, facts["first_reading"], item.meeting),
        annual_budget=item.annual_budget,
        numbered=facts["number"] is not None,
        decided=facts["decided"],
        goes_on=facts["next_body"] is not None,
        next_body=facts["next_body"] or "",
        forwarded=facts["forwarded"],
        unfinished=facts["outcome"] in UNFINISHED,
        stopped=facts["stopped"],
        brought=facts["brought"],
        held_back=_held_back(item, facts),
        answers_to_council=item.body.answers_to_council,
    )


def _held_back(item: Item, facts: Mapping[str, Any]) -> str:
    """Why the decision keeps the case here: by the outcome that was confirmed, or by "stopper i" in its words."""
    if item.state != ItemState.DECIDED or not facts["said"]:
        return ""
    return held_back(facts["outcome"], classify(facts["said"]).secondary, brought=facts["brought"])


def _hanging(item: Item) -> Mapping[str, Any]:
    """In one query what is asked of the item, and its number: the row in hand may be from before it was sent."""
    asked = _asked(item)
    found = Item.objects.unguarded(WHY).filter(pk=item.pk).annotate(**asked)
    row: Mapping[str, Any] = found.values("number", *asked).get()
    return row


def _asked(item: Item) -> dict[str, Exists | Subquery]:
    """Whether it is recommended, decided, sent on, stopped; what was said, its next body, its first reading."""
    points = Point.objects.unguarded(WHY).filter(item=OuterRef("pk"))
    texts = Section.objects.unguarded(WHY).filter(item=OuterRef("pk"), kind=SectionKind.RECOMMENDATION)
    decisions = Decision.objects.unguarded(WHY).filter(item=OuterRef("pk")).exclude(text="")
    after = Item.objects.unguarded(WHY).filter(previous=OuterRef("pk"))
    discarded = Q(state=ItemState.WITHDRAWN, meeting=None)
    ended = RouteStep.objects.filter(item=OuterRef("pk"), position__gte=item.step, state=StepState.STOPPED)
    following = RouteStep.objects.filter(item=OuterRef("pk"), position__gt=item.step, state=StepState.PLANNED)
    return {
        "pointed": Exists(points),
        "written": Exists(texts.exclude(text="")),
        "decided": Exists(decisions),
        "forwarded": Exists(after.exclude(discarded)),
        "stopped": Exists(ended),
        "said": Subquery(decisions.values("text")),
        "outcome": Subquery(decisions.values("outcome")),
        "brought": Exists(decisions.filter(brought_by__isnull=False)),
        "next_body": Subquery(following.order_by("position").values("body__name")[:1]),
        "first_reading": _first_reading(),
    }


def _first_reading() -> Subquery:
    """The day of the item's first reading, where this is the second: the step before it was the same body's.

    Between the two of the annual budget a committee may treat what members want changed.
    """
    before = Q(pk=OuterRef("previous")) | Q(case=OuterRef("case"), annual_budget=True)
    earlier = Item.objects.unguarded(WHY).filter(
        before, body=OuterRef("body"), step__lt=OuterRef("step"), meeting__isnull=False
    )
    return Subquery(earlier.order_by("-meeting__date").values("meeting__date")[:1])


def _too_early(item: Item, first: date | None, meeting: Meeting | None) -> date | None:
    """The first day for the second reading when the meeting is before it."""
    if first is None or meeting is None:
        return None
    day = second_from(first, budget=item.annual_budget)
    return day if meeting.date < day else None


def _of_meeting(meeting: Meeting) -> Standing:
    said = Decision.objects.unguarded(WHY).filter(item=OuterRef("pk")).exclude(text="")
    asked = {"first_reading": _first_reading(), "said": Exists(said)}
    items = list(meeting.items.unguarded(WHY).annotate(**asked).order_by("position"))
    on_agenda = [item for item in items if item.state in ON_AGENDA]
    return Standing(
        items=len(on_agenda),
        hurried=tuple(_hurried(on_agenda, meeting)),
        decided=any(getattr(item, "said", False) for item in on_agenda),
        touched=touched(meeting),
        undecided=tuple(_name(item) for item in on_agenda if item.state != ItemState.DECIDED),
        untold=tuple(_name(item) for item in on_agenda if _untold(item)),
        open_findings=open_findings(meeting) if meeting.state in SENT_NEXT else 0,
        late=is_late(meeting),
        late_reason=bool(meeting.late_reason.strip()),
        approvals_missing=_missing(meeting),
    )


def _hurried(items: Iterable[Item], meeting: Meeting) -> Iterator[str]:
    for item in items:
        if day := _too_early(item, getattr(item, "first_reading", None), meeting):
            yield f"{_name(item)} ({day:%d-%m-%Y})"


def touched(meeting: Meeting) -> bool:
    """Whether somebody has done something at a running meeting since it began; to read is nothing done."""
    if meeting.state != MeetingState.RUNNING:
        return False
    rows = Journal.objects.unguarded(WHY).filter(meeting=meeting)
    begun = rows.filter(kind="meeting.begin").order_by("-id").values("id")[:1]
    return rows.filter(id__gt=Subquery(begun), by__isnull=False).exclude(kind="item.open_closed").exists()


def _untold(item: Item) -> bool:
    return item.access == Access.CLOSED and not (item.public_extract.strip() or item.silence_reason.strip())


def _name(item: Item) -> str:
    return f"punkt {item.number}" if item.number else item.public_title


def _missing(meeting: Meeting) -> int:
    """How many members who were present have not approved the minutes."""
    present = Attendance.objects.filter(meeting=meeting, present=True)
    missing = present.exclude(person__signatures__meeting=meeting).count()
    return 0 if missing and approved_later(meeting) else missing


def approved_later(meeting: Meeting) -> bool:
    """Whether the body has approved the minutes at a later meeting, where no law asks for each member's signature."""
    approving = Item.objects.unguarded(WHY).filter(minutes_of=meeting, state=ItemState.DECIDED)
    return not meeting.body.statutory and approving.filter(decision__outcome=OutcomeKind.APPROVED).exists()


def is_late(meeting: Meeting) -> bool:
    """Whether an agenda that is sent today is sent after the body's deadline."""
    if meeting.body.notice_days is None:
        return False
    return timezone.localdate() > last_day_to_send(meeting.date, meeting.body.notice_days)
