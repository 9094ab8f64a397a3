"""Why something that was published is not shown any longer, for the page that says so at its address."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from sagsgang.archive.models import (
    Body,
    Content,
    Edition,
    Left,
    Meeting,
    RecordKind,
    Seal,
    Trace,
    TraceKind,
    Withdrawal,
)
from sagsgang.archive.reason import reason_in
from sagsgang.archive.sealed import raw
from sagsgang.archive.withdraw import newest


class Deed(StrEnum):
    """What was done: the content erased, the paper withdrawn, or the body taken off the channel."""

    ERASED = "erased"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Gone:
    """What was done and when, and the reason that was given, "" when it cannot be read."""

    deed: Deed
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class GoneTreatment:
    """That a meeting treated a case and shows it no longer; `number` is the item's, "" where it is not kept."""

    meeting: Meeting
    number: str
    at: datetime
    reason: str


def of_edition(edition: Edition) -> Gone | None:
    """Why the edition is not shown; None when it may be. At most three queries."""
    if not Content.objects.filter(seal=edition.seal_id).exists():
        erasures = Seal.objects.filter(
            body=edition.seal.body_id, kind=RecordKind.ERASURE, concerns=edition.seal.number
        )
        record = erasures.select_related("content").first()
        return _said(record) if record else None
    withdrawal = Withdrawal.objects.filter(edition=edition).select_related("record__content").first()
    return _said(withdrawal.record) if withdrawal else None


def of_meeting(meeting: Meeting) -> Gone | None:
    """Why the meeting shows no paper; None when it shows one."""
    last = newest(meeting) if meeting.edition_id is None else None
    return of_edition(last) if last else None


def of_body(body: Body, audience: str) -> Gone | None:
    """Why the body is not on the channel; None when it has not left it, or has a paper there again."""
    if Meeting.objects.filter(body=body, audience=audience, edition__isnull=False).exists():
        return None
    rows = Left.objects.filter(record__body=body, record__audience=audience)
    left = rows.select_related("record__content").order_by("-record__number").first()
    return _said(left.record) if left else None


def of_case(key: str, audience: str) -> tuple[Meeting, Gone] | None:
    """The last meeting that treated the case and shows no paper, and why; None when there is none."""
    treatments = _treatments(key, audience).filter(meeting__edition__isnull=True)
    last = treatments.exclude(deleted=None).select_related("meeting__body").order_by("-deleted", "-pk").first()
    meeting = last.meeting if last else None
    found = of_meeting(meeting) if meeting else None
    return (meeting, found) if meeting and found else None


def treatments(key: str, audience: str, since: datetime, most: int) -> list[GoneTreatment]:
    """The meetings that showed the case and have ceased to `since`, the last first. Three queries.

    Each once, and none that shows it again.
    """
    rows = _treatments(key, audience).filter(meeting__isnull=False)
    gone = rows.filter(deleted__gte=since).exclude(meeting__in=rows.filter(deleted=None).values("meeting"))
    found = list(gone.select_related("meeting__body").order_by("-deleted", "-pk")[:most])
    items = Trace.objects.filter(audience=audience, kind=TraceKind.ITEM, key__in=[one.key for one in found])
    numbers = {item: json.loads(data)["number"] for item, data in items.values_list("key", "data") if data}
    each = {one.meeting_id: one for one in reversed(found)}
    return [
        GoneTreatment(one.meeting, numbers.get(one.key, ""), one.deleted, one.reason)
        for one in reversed(each.values())
        if one.meeting and one.deleted
    ]


def _treatments(key: str, audience: str) -> QuerySet[Trace]:
    """Every trace of the case at a meeting, whichever authority's case it is."""
    kept = Trace.objects.filter(audience=audience)
    authorities = kept.filter(kind=TraceKind.AUTHORITY).values_list("key", flat=True)
    owners = [f"{authority}/{key}" for authority in authorities]
    return kept.filter(kind=TraceKind.TREATMENT, owner__in=owners)


def lately(audience: str, since: datetime, most: int, body: Body | None = None) -> list[tuple[Edition, Gone]]:
    """The papers that were erased or withdrawn `since`, of all bodies or of one, the last first. Two queries.

    Each once, and none that was put back, nor what a whole body took along.
    """
    rows = Seal.objects.filter(audience=audience, kind__in=_OF_PAPERS, sealed_at__gte=since)
    rows = rows.filter(body=body) if body else rows
    records = list(rows.select_related("content").order_by("-pk")[:most])
    either = Q(pk__in=())
    for record in records:
        either |= Q(seal__body=record.body_id, seal__number=record.concerns)
    shown = Q(seal__content__isnull=False, withdrawal=None)
    editions = (
        Edition.objects.filter(either).exclude(shown).select_related("meeting__body", "seal") if records else ()
    )
    found = {(one.seal.body_id, one.seal.number): one for one in editions}
    told = ((found.pop((record.body_id, record.concerns or 0), None), record) for record in records)
    return [(edition, _said(record)) for edition, record in told if edition]


def reason_of(record: Seal) -> str:
    """The reason that the record gives, "" when it cannot be read."""
    content = getattr(record, "content", None)
    try:
        return reason_in(raw(content.data)) if content else ""
    except (ValueError, KeyError, TypeError):
        return ""


def _said(record: Seal) -> Gone:
    return Gone(_DEEDS[RecordKind(record.kind)], record.sealed_at, reason_of(record))


_OF_PAPERS = (RecordKind.ERASURE, RecordKind.WITHDRAWAL)
_DEEDS = {
    RecordKind.ERASURE: Deed.ERASED,
    RecordKind.WITHDRAWAL: Deed.WITHDRAWN,
    RecordKind.LEAVING: Deed.LEFT,
}
