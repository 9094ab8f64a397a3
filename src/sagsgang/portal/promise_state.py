"""Whether what was promised came back: in time, late, back with no date to hold it to, or still awaited.

A promise of a standing item is in none of these, as its case comes back by itself."""

from datetime import date
from enum import StrEnum

from django.db.models import Case, CharField, F, Value, When
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from sagsgang.archive.models import Promise
from sagsgang.danish.deadlines import DueKind


class PromiseState(StrEnum):
    """The word is also what the address says (`/lovet/?tilstand=`)."""

    IN_TIME = "i-tide"
    LATE = "sent"
    BACK = "tilbage"
    OPEN = "afventer"
    NO_DEADLINE = "uden-frist"
    STANDING = "fast-punkt"


NAMES: dict[PromiseState, Lazy] = {
    PromiseState.IN_TIME: _("Kom tilbage i tide"),
    PromiseState.LATE: _("Forsinket"),
    PromiseState.BACK: _("Kom tilbage"),
    PromiseState.OPEN: _("Afventer"),
    PromiseState.NO_DEADLINE: _("Uden frist"),
    PromiseState.STANDING: _("Fast punkt"),
}
MEANINGS: dict[PromiseState, Lazy] = {
    PromiseState.IN_TIME: _("Sagen var på en dagsorden igen inden fristen."),
    PromiseState.LATE: _("Fristen er gået. Sagen kom for sent tilbage eller er ikke kommet endnu."),
    PromiseState.BACK: _("Sagen var på en dagsorden igen. Der var ingen dato at holde den op på."),
    PromiseState.OPEN: _("Sagen er ikke kommet tilbage endnu, og fristen er ikke gået."),
    PromiseState.NO_DEADLINE: _("Sagen er ikke kommet tilbage, og beslutningen siger ikke hvornår."),
    PromiseState.STANDING: _("Punktet er på hvert møde, så det kan ikke ses, om netop dette kom tilbage."),
}
TONES = {
    PromiseState.IN_TIME: "good",
    PromiseState.LATE: "stop",
    PromiseState.BACK: "calm",
    PromiseState.OPEN: "onward",
    PromiseState.NO_DEADLINE: "calm",
    PromiseState.STANDING: "calm",
}


def promise_state(promise: Promise, today: date) -> PromiseState:
    """The state of `promise` on the day `today`; only what was promised until a date can come back in time."""
    if promise.standing:
        return PromiseState.STANDING
    if promise.came_back_on is not None:
        return _returned(promise.came_back_on, promise.due_to)
    if promise.due_to is not None:
        return PromiseState.LATE if promise.due_to < today else PromiseState.OPEN
    return PromiseState.NO_DEADLINE if promise.due_kind == DueKind.NONE else PromiseState.OPEN


def stated(today: date) -> Case:
    """The same rule as a value for the database."""
    return Case(
        When(standing=True, then=Value(PromiseState.STANDING)),
        When(came_back_on__lte=F("due_to"), then=Value(PromiseState.IN_TIME)),
        When(came_back_on__gt=F("due_to"), then=Value(PromiseState.LATE)),
        When(came_back_on__isnull=False, then=Value(PromiseState.BACK)),
        When(due_to__lt=today, then=Value(PromiseState.LATE)),
        When(due_to__isnull=False, then=Value(PromiseState.OPEN)),
        When(due_kind=DueKind.NONE, then=Value(PromiseState.NO_DEADLINE)),
        default=Value(PromiseState.OPEN),
        output_field=CharField(),
    )


def _returned(back: date, due_to: date | None) -> PromiseState:
    if due_to is None:
        return PromiseState.BACK
    return PromiseState.LATE if back > due_to else PromiseState.IN_TIME
