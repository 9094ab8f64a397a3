"""Where a decided case goes from its meeting, told for every item of an agenda by what one query brings."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from sagsgang.core.models import Item, RouteStep, StepState
from sagsgang.core.rules.routes import UNFINISHED, held_back, stops
from sagsgang.core.states import ItemState, Standing, Thing, find
from sagsgang.danish.outcomes import classify

WHY = "that a case went on, and to which body, not what it says there"


@dataclass(frozen=True, slots=True)
class Way:
    """`to`: the body that has the case since, "" for none; `again`: it is this one, which took it up anew.

    `ready`: it goes on, or ends, when the meeting's cases are sent on. `waits`: it was put off, sent back or taken
    off, and comes back when somebody takes it up. `ended`: it was stopped.
    """

    to: str = ""
    again: bool = False
    ready: bool = False
    waits: bool = False
    ended: bool = False


NOWHERE = Way()


def led_on() -> QuerySet[Item]:
    """Inside a query of items: the treatments that each was led to."""
    after = Item.objects.unguarded(WHY).filter(previous=OuterRef("pk"))
    return after.exclude(state=ItemState.WITHDRAWN, meeting=None).order_by("id")


def with_way(rows: QuerySet[Item]) -> QuerySet[Item]:
    """The rows with what `way` asks of each."""
    led = led_on()
    steps = RouteStep.objects.filter(item=OuterRef("pk"), position__gte=OuterRef("step"))
    further = Q(position__gt=OuterRef("step"), state=StepState.PLANNED)
    return rows.annotate(
        led_to=Subquery(led.values("body__name")[:1]),
        led_within=Exists(led.filter(body=OuterRef("body"))),
        was_ended=Exists(steps.filter(state=StepState.STOPPED)),
        goes_on=Exists(steps.filter(further)),
    )


def way(item: Item, meeting: str) -> Way:
    """Of an item that came by `with_way` with its decision; `meeting`: the state of its meeting."""
    decision = getattr(item, "decision", None)
    outcome = decision.outcome if decision else ""
    secondary = classify(decision.text).secondary if decision and decision.text else ()
    brought = bool(decision and decision.brought_by_id)
    led, ended = getattr(item, "led_to", None) or "", bool(getattr(item, "was_ended", False))
    known = Standing(
        meeting=meeting,
        forwarded=bool(led),
        goes_on=bool(getattr(item, "goes_on", False)),
        unfinished=outcome in UNFINISHED,
        stopped=ended,
        held_back=held_back(outcome, secondary, brought=brought),
    )
    off = item.state == ItemState.WITHDRAWN and item.series_id is None
    return Way(
        to=led,
        again=bool(getattr(item, "led_within", False)),
        ready=_ready(item.state, known, ends=not brought and stops(outcome, secondary)),
        waits=not led and not ended and (off or (_may(item.state, "resume", known) and known.unfinished)),
        ended=ended,
    )


def _ready(state: str, known: Standing, *, ends: bool) -> bool:
    return state == ItemState.DECIDED and _may(state, "stop" if ends else "forward", known)


def _may(state: str, verb: str, known: Standing) -> bool:
    move = find(Thing.ITEM, state, verb)
    return bool(move and move.guard and not move.guard(known))
