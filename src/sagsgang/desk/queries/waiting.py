"""What waits to be taken up again: put off, sent back or taken off an agenda, and nobody has gone on from there."""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from sagsgang.core.models import Decision, Item, RouteStep, StepState
from sagsgang.core.rules.routes import UNFINISHED
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.desk.decision_words import outcome_name, outcome_tone
from sagsgang.paper.model import Access

WHY = "whether somebody has gone on from here, not with what"


@dataclass(frozen=True, slots=True)
class Wait:
    """Why a treatment waits. `reason`: in the words of an open decision or tombstone, else "".

    `gone`: it was taken off the agenda, so that a new treatment of the case is what takes it up.
    """

    outcome: str
    reason: str
    gone: bool

    @property
    def outcome_name(self) -> str:
        """What became of it, in words."""
        return outcome_name(self.outcome)

    @property
    def tone(self) -> str:
        """The tone of the outcome."""
        return outcome_tone(self.outcome)


def waiting(viewer: Viewer) -> Q:
    """Treatments that wait, as far as the viewer may know what was decided there."""
    # Looked up once, not for each of all that was ever decided.
    unfinished = Decision.objects.visible_to(viewer).filter(outcome__in=UNFINISHED)
    put_off = Q(pk__in=unfinished.values("item"), state=ItemState.DECIDED)
    gone = Q(state=ItemState.WITHDRAWN, meeting__isnull=False)
    stopped = RouteStep.objects.filter(item=OuterRef("pk"), position__gt=OuterRef("step"), state=StepState.STOPPED)
    not_taken_up = (~Exists(_alive().filter(previous=OuterRef("pk"))), ~Exists(_again()))
    return (put_off | gone) & Q(*not_taken_up, ~Exists(stopped), case__closed_on=None)


def with_outcome(items: QuerySet[Item], viewer: Viewer) -> QuerySet[Item]:
    """The same with what `wait_of` asks: the outcome, and the words where they are open."""
    said = _put_off(viewer)
    opened = said.filter(access=Access.OPEN, item__access=Access.OPEN)
    return items.annotate(
        put_off=Subquery(said.values("outcome")[:1]),
        put_off_said=Subquery(opened.values("text")[:1]),
        gone_said=F("withdrawn_reason"),
    )


def wait_of(item: Item) -> Wait | None:
    """Why it waits; None for what is under way."""
    if item.state == ItemState.WITHDRAWN:
        return Wait(OutcomeKind.WITHDRAWN, getattr(item, "gone_said", ""), gone=True)
    if item.state == ItemState.DECIDED:
        return Wait(getattr(item, "put_off", ""), getattr(item, "put_off_said", None) or "", gone=False)
    return None


def _put_off(viewer: Viewer) -> QuerySet[Decision]:
    return Decision.objects.visible_to(viewer).filter(item=OuterRef("pk"), outcome__in=UNFINISHED)


def _alive() -> QuerySet[Item]:
    """All but discarded drafts: they are nothing."""
    return Item.objects.unguarded(WHY).exclude(state=ItemState.WITHDRAWN, meeting=None)


def _again() -> QuerySet[Item]:
    """What treats the case in the same body after the treatment."""
    return _alive().filter(case=OuterRef("case"), body=OuterRef("body"), id__gt=OuterRef("pk"))
