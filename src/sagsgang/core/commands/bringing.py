"""A member of a committee has its decision brought before the council (styrelsesloven § 23)."""

from datetime import time

from django.db import transaction
from django.db.models import Max

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.ballots import at_item, unsign_of
from sagsgang.core.commands.routing import WayOn, carry_on
from sagsgang.core.models import Body, BodyKind, Decision, Item, Meeting, Person, RouteStep, StepState
from sagsgang.core.rules.routes import UNFINISHED
from sagsgang.core.viewer import Viewer

WHY = "the verb was allowed: the secretary minutes the meeting"


def bring(by: Viewer, item: Item, person: Person | None) -> None:
    """Note that somebody who took part has the decision brought before the council; None: they take it back.

    It is said before the meeting ends, and nothing is carried out until the council has decided. Raises Refused where
    the house has no council, so that the meeting can be closed.
    """
    with act(by, "bring", item, person=person.id if person else None):
        if person and person.id not in at_item(item):
            raise Refused(f"{person.name} deltog ikke i punktet. Kun den, der var med, kan indbringe beslutningen.")
        if person:
            _council()
        Decision.objects.unguarded(WHY).filter(item=item).update(brought_by=person)
        unsign_of(item)


def _before_council(meeting: Meeting) -> None:
    """Put the council on the way of what was brought before it, unless it comes there anyhow."""
    items = meeting.items.unguarded(WHY).filter(decision__brought_by__isnull=False)
    for item in items.exclude(decision__outcome__in=UNFINISHED):
        ahead = RouteStep.objects.filter(item=item, position__gt=item.step, state=StepState.PLANNED)
        if not ahead.filter(body__kind=BodyKind.COUNCIL).exists():
            last = RouteStep.objects.filter(item=item).aggregate(last=Max("position"))["last"] or item.step
            RouteStep.objects.create(item=item, position=last + 1, body=_council())


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


def _council() -> Body:
    council = Body.objects.filter(kind=BodyKind.COUNCIL, active=True).first()
    if council is None:
        raise Refused("Der er ingen kommunalbestyrelse at indbringe beslutningen for. Opret den under »Udvalg«.")
    return council
