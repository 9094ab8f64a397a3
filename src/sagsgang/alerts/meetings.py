"""What a letter tells of planned meetings: each once, as it was before the first change and is after the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings
from django.urls import reverse

from sagsgang.alerts.models import Change, ChangeKind, Letter


@dataclass(frozen=True, slots=True)
class When:
    """When and where."""

    day: date
    start: time | None
    place: str


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """What became of a meeting; `before` where it was moved from."""

    kind: str
    now: When
    before: When | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is new of a body's meetings."""

    body: str
    meetings: tuple[MeetingReport, ...]
    link: str


def calendars(letter: Letter) -> tuple[Calendar, ...]:
    """By body, the meetings in their order. One query."""
    rows = Change.objects.filter(news__letter=letter).select_related("body").order_by("pk").distinct()
    changes: dict[str, list[Change]] = {}
    for row in rows:
        changes.setdefault(row.reference, []).append(row)
    bodies: dict[tuple[str, str], list[MeetingReport]] = {}
    for of_one in changes.values():
        if report := _report(of_one):
            body = of_one[-1].body
            bodies.setdefault((body.name, body.slug), []).append(report)
    return tuple(
        Calendar(name, tuple(sorted(found, key=_order)), settings.ADDRESS + reverse("portal:body", args=[slug]))
        for (name, slug), found in bodies.items()
    )


def _report(changes: Sequence[Change]) -> MeetingReport | None:
    """None when in the end nothing is as it was not before: one that was planned and cancelled, or moved and back."""
    first, last = changes[0], changes[-1]
    now = When(last.date, last.start, last.place)
    before = When(first.before_date, first.before_start, first.before_place) if first.before_date else None
    if before is None:
        return None if last.kind == ChangeKind.CANCELLED else MeetingReport(ChangeKind.NEW, now, None)
    if last.kind == ChangeKind.CANCELLED:
        return MeetingReport(ChangeKind.CANCELLED, before, None)
    if now != before:
        return MeetingReport(ChangeKind.MOVED, now, before)
    return MeetingReport(last.kind, now, None) if len(changes) == 1 else None


def _order(report: MeetingReport) -> tuple[date, time]:
    return report.now.day, report.now.start or time.min
