"""What is remembered by itself: promises and approvals that near their day, closings whose day of review has come."""

from collections.abc import Iterator
from datetime import date, timedelta

from sagsgang.core.act import by_itself
from sagsgang.core.models import Followup, Item, Journal, Meeting
from sagsgang.core.rules.deadlines import day_to_approve
from sagsgang.core.states import FollowupState, ItemState, MeetingState
from sagsgang.paper.model import Access

_WHY = "a reminder is entered without a text"
_AHEAD = timedelta(days=7)
# So that a Monday's deadline is told of before the week-end.
_SOON = timedelta(days=3)


def remember(today: date) -> int:
    """Enter a reminder, once for each day that is due, in the Journal; gives how many. `jobs.deliver` mails them."""
    hurried = sum(_once("remind", item, str(day)) for item, day in _to_approve(today))
    return sum(map(_remind, _due(today))) + sum(map(_review, _to_review(today))) + hurried


def _due(today: date) -> list[Followup]:
    soon = Followup.objects.unguarded(_WHY).filter(state=FollowupState.OPEN, due_to__lte=today + _AHEAD)
    return list(soon.select_related("item__body", "item__case", "item__meeting"))


def _to_approve(today: date) -> Iterator[tuple[Item, date]]:
    """What waits for an approval, with the day by which the body's next meeting wants it, when that is near."""
    planned = Meeting.objects.unguarded(_WHY).filter(state=MeetingState.PLANNED, date__gte=today)
    following = dict(planned.order_by("-date").values_list("body_id", "date"))
    waiting = Item.objects.unguarded(_WHY).filter(state=ItemState.IN_REVIEW, body__in=following)
    for item in waiting.select_related("body", "case", "meeting"):
        day = day_to_approve(following[item.body_id], item.body.approve_weekday)
        if day - _SOON <= today <= day:
            yield item, day


def _to_review(today: date) -> list[Item]:
    closed = Item.objects.unguarded(_WHY).filter(access=Access.CLOSED, review_on__lte=today)
    return list(closed.select_related("body", "case", "meeting"))


def _remind(followup: Followup) -> bool:
    return _once("remind", followup, str(followup.due_to))


def _review(item: Item) -> bool:
    return _once("review", item, str(item.review_on))


def _once(verb: str, thing: Followup | Item, day: str) -> bool:
    kind = "followup" if isinstance(thing, Followup) else "item"
    told = Journal.objects.unguarded(_WHY).filter(kind=f"{kind}.{verb}", subject=thing.pk, facts__day=day)
    if told.exists():
        return False
    with by_itself(verb, thing, day=day):
        return True
