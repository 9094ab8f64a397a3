"""Taking a body off a channel: nothing that it published there is shown any longer, and the reason is.

The chain stays whole, and says so. What the body publishes on the channel from then on is shown; what was taken off
stays off, also when the same papers are published or imported once more (`withdraw.put_back` brings one back).
"""

from pathlib import Path

from django.db.models import Exists, OuterRef, QuerySet

from sagsgang.archive import traces
from sagsgang.archive.models import Audience, Body, Edition, Left, Meeting, Planned, RecordKind
from sagsgang.archive.reason import reason_in, sealed
from sagsgang.archive.seal import Deed, append
from sagsgang.archive.sealed import raw
from sagsgang.archive.withdraw import remove, take_out
from sagsgang.archive.writing import locked, writing

# So many meetings a transaction: some tenths of a second during which nobody else writes.
_AT_ONCE = 20


def take_off(body: Body, audience: Audience, reason: str) -> Left | None:
    """Take `body` off the channel, some meetings a transaction; None when it has nothing there.

    Idempotent. Where it was interrupted, the next call, or the worker with `go_on`, does the rest.
    """
    left = begin(body, audience, reason)
    while left and go_on(left):
        pass
    return left


def begin(body: Body, audience: Audience, reason: str) -> Left | None:
    """Seal that the body leaves, and take its meetings to come out of the calendar; the worker does the rest.

    A leaving that is under way is that one, with its reason.
    """
    with writing():
        locked(body)
        Planned.objects.filter(body=body, audience=audience).delete()
        traces.unplanned(body, audience, reason)
        left = Left.objects.filter(record__body=body, record__audience=audience, done=False).first()
        if left or not _shown(body, audience).exists():
            return left
        deed = Deed(kind=RecordKind.LEAVING, key=f"{body.authority}|{body.name}", version=1, audience=audience)
        return Left.objects.create(record=append(body, deed, sealed(reason)))


def go_on(left: Left) -> bool:
    """Take the next meetings off; False when none was left to do."""
    with writing():
        locked(left.record.body)
        prints = _next_off(left)
    remove(prints or ())
    return prints is not None


def work() -> bool:
    """One step for one body that is being taken off; False when none is. For the worker."""
    left = Left.objects.filter(done=False).select_related("record__body").order_by("pk").first()
    if left:
        go_on(left)
    return left is not None


def _next_off(left: Left) -> list[Path] | None:
    record = left.record
    reason = reason_in(raw(record.content.data))
    rows = _shown(record.body, record.audience).filter(seal__number__lt=record.number)
    waiting = Meeting.objects.filter(Exists(rows.filter(meeting=OuterRef("pk"))))
    some = list(waiting.order_by("pk")[:_AT_ONCE])
    if some:
        return take_out(rows.filter(meeting__in=some).select_related("meeting__body"), record, reason)
    if not left.done:
        traces.left(record.body, record.audience, reason)
        left.done = True
        left.save(update_fields=("done",))
    return None


def _shown(body: Body, audience: str) -> QuerySet[Edition]:
    """The editions that are in force, or can be seen beside the one that is."""
    return Edition.objects.filter(meeting__body=body, meeting__audience=audience, withdrawal=None)
