"""A followed body is taken off the street: its followers are told once, with the reason, and follow it no longer.

Who follows a case that it treated is told as well, and goes on following the case: other bodies may treat it.
The letters, and the end of the subscriptions, are written in the transaction that moves the watermark past the record
of the leaving. Who follows nothing else is forgotten when the letter is sent. Seven queries, however many follow, and
one more for every _AT_ONCE followed cases.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from django.db.models import QuerySet
from django.utils import timezone

from sagsgang.alerts.following import overwrite
from sagsgang.alerts.models import Kind, Letter, LetterKind, Subscription
from sagsgang.archive.models import Audience, RecordKind, Seal, Trace, TraceKind
from sagsgang.archive.traces.names import case_name

_AT_ONCE = 500


def end(seals: Sequence[Seal]) -> None:
    """End what is followed of the body when one of its records says that it left."""
    left = [one for one in seals if one.kind == RecordKind.LEAVING and one.audience == Audience.STREET]
    if not left:
        return
    last = left[-1]
    rows = Subscription.objects.filter(kind=Kind.BODY, key=last.body.slug, created_at__lt=last.sealed_at)
    told = set(rows.filter(confirmed_at__lt=last.sealed_at).values_list("follower", flat=True))
    Letter.objects.bulk_create([*(_letter(last, follower) for follower in told), *_of_cases(last, told)])
    overwrite()
    rows.delete()


def _letter(seal: Seal, follower: int, told_for: str = "") -> Letter:
    return Letter(follower_id=follower, kind=LetterKind.LEFT, seal=seal, told_for=told_for, created_at=timezone.now())


def _of_cases(seal: Seal, told: Container[int]) -> Iterator[Letter]:
    """One letter to each who follows cases that the body treated, and was not `told` as a follower of the body."""
    rows = Subscription.objects.filter(kind=Kind.CASE, confirmed_at__lt=seal.sealed_at)
    treated = _treated(seal, rows)
    found: dict[int, list[int]] = defaultdict(list)
    for pk, follower, key in rows.order_by("pk").values_list("pk", "follower", "key"):
        if key in treated and follower not in told:
            found[follower].append(pk)
    for follower, numbers in found.items():
        yield _letter(seal, follower, ",".join(map(str, numbers)))


def _treated(seal: Seal, rows: QuerySet[Subscription]) -> set[str]:
    """Of the followed cases those that the body has treated on the street, also where that is gone by now."""
    traces = Trace.objects.filter(audience=Audience.STREET, body=seal.body_id)
    authority = traces.filter(kind=TraceKind.BODY).values_list("authority", flat=True).first()
    if authority is None:
        return set()
    keys = list(rows.order_by().values_list("key", flat=True).distinct())
    treatments = traces.filter(kind=TraceKind.TREATMENT).order_by()
    found: set[str] = set()
    for first in range(0, len(keys), _AT_ONCE):
        names = {case_name(authority, key): key for key in keys[first : first + _AT_ONCE]}
        owners = treatments.filter(owner__in=names).values_list("owner", flat=True).distinct()
        found |= {names[owner] for owner in owners}
    return found
