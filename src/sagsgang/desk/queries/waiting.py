"""What waits to be taken up again: put off, sent back or taken off an agenda, and nobody has gone on from there."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from sagsgang.core.models import Decision, Item, RouteStep, StepState
from sagsgang.core.rules.routes import UNFINISHED
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.desk.decision_words import Settled
from sagsgang.paper.model import Access

WHY = "whether somebody has gone on from here, not with what"


@dataclass(frozen=True, slots=True)
class Wait(Settled):
    """Why a treatment waits. `reason`: in the words of an open decision or tombstone, else ""."""

    outcome: str
    reason: str


def waiting(viewer: Viewer) -> QuerySet[Item]:
    """Treatments that wait, as far as the viewer may know what was decided there."""
    # Begun from the few that finished nothing, not from all that was ever decided.
    unfinished = Decision.objects.unguarded(WHY).filter(outcome__in=UNFINISHED)
    gone = Item.objects.unguarded(WHY).filter(state=ItemState.WITHDRAWN, meeting__isnull=False)
    left = Item.objects.visible_to(viewer).filter(pk__in=unfinished.values("item").union(gone.values("pk")))
    stopped = RouteStep.objects.filter(item=OuterRef("pk"), position__gte=OuterRef("step"), state=StepState.STOPPED)
    taken_up = (Exists(_alive().filter(previous=OuterRef("pk"))), Exists(_again()), Exists(stopped))
    told = Exists(Decision.objects.visible_to(viewer).filter(item=OuterRef("pk")))
    # An outcome on an agenda is a proposal yet.
    settled = (~Q(state=ItemState.SCHEDULED), Q(state=ItemState.WITHDRAWN) | told)
    return left.filter(*(~one for one in taken_up), *settled, series=None)


def wait_of(item: Item) -> Wait | None:
    """Why one of these waits, None for any other item; its decision is at hand."""
    if item.state == ItemState.WITHDRAWN:
        return Wait(OutcomeKind.WITHDRAWN, item.withdrawn_reason)
    if item.state != ItemState.DECIDED:
        return None
    closed = Access.CLOSED in {item.access, item.decision.access}
    return Wait(item.decision.outcome, "" if closed else item.decision.text)


def _alive() -> QuerySet[Item]:
    """All but discarded drafts: they are nothing."""
    return Item.objects.unguarded(WHY).exclude(state=ItemState.WITHDRAWN, meeting=None)


def _again() -> QuerySet[Item]:
    """What treats the case in the same body after the treatment."""
    return _alive().filter(case=OuterRef("case"), body=OuterRef("body"), id__gt=OuterRef("pk"))
