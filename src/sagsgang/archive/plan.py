"""The meetings that bodies have planned: they stand in the calendar before any paper of them is published.

A municipality announces when its boards meet (kommunestyrelsesloven § 8, stk. 1).
"""

from dataclasses import dataclass
from datetime import date, time

from django.utils import timezone

from sagsgang.archive import traces
from sagsgang.archive.addresses import body_of
from sagsgang.archive.models import Audience, Planned
from sagsgang.archive.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When and where a body meets. `reference` is the planner's name for the meeting, and stays when it is moved."""

    reference: str
    authority: str
    body: str
    audience: Audience
    date: date
    start: time | None
    place: str
    cancelled: bool = False


def announce(plan: Plan) -> None:
    """Put `plan` into the calendar, in place of what was said of the meeting before. O(1)."""
    with writing():
        said = {
            "body": body_of(plan.authority, plan.body),
            "audience": plan.audience,
            "date": plan.date,
            "start": plan.start,
            "place": plan.place,
            "cancelled": plan.cancelled,
        }
        row, made = Planned.objects.get_or_create(
            reference=plan.reference, defaults={**said, "changed_at": timezone.now()}
        )
        if not made and all(getattr(row, name) == value for name, value in said.items()):
            return
        if not made:
            for name, value in said.items():
                setattr(row, name, value)
            row.revision += 1
            row.changed_at = timezone.now()
            row.save()
        traces.planned(row)
