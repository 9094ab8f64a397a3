"""A meeting ends, and what was brought before the council (styrelsesloven § 23) goes on there at once."""

from datetime import time

from django.db import transaction
from django.db.models import Max

from sagsgang.core.act import act
from sagsgang.core.commands.bringing import council
from sagsgang.core.commands.routing import WayOn, carry_on
from sagsgang.core.models import BodyKind, Meeting, RouteStep, StepState
from sagsgang.core.rules.routes import UNFINISHED
from sagsgang.core.viewer import Viewer

WHY = "the verb was allowed: the secretary ends the meeting"


def close_meeting(by: Viewer, meeting: Meeting, end: time) -> WayOn:
    """End the meeting at that time. What was brought before the council goes on there at once.

    Raises Refused while an item is not decided.
    """
    with transaction.atomic():
        with act(by, "close", meeting, end=f"{end:%H:%M}"):
            meeting.end = end
            meeting.save(update_fields=["end"])
            _before_council(meeting)
        return carry_on(by, meeting, brought=True)


def _before_council(meeting: Meeting) -> None:
    """Put the council on the way of what was brought before it, unless it comes there anyhow."""
    items = meeting.items.unguarded(WHY).filter(decision__brought_by__isnull=False)
    for item in items.exclude(decision__outcome__in=UNFINISHED):
        ahead = RouteStep.objects.filter(item=item, position__gt=item.step, state=StepState.PLANNED)
        if not ahead.filter(body__kind=BodyKind.COUNCIL).exists():
            last = RouteStep.objects.filter(item=item).aggregate(last=Max("position"))["last"] or item.step
            RouteStep.objects.create(item=item, position=last + 1, body=council())
