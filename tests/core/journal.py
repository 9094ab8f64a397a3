"""What the Journal says, for the tests that look behind the curtain."""

from typing import Any

from sagsgang.core.models import Journal
from sagsgang.core.viewer import Viewer

WHY = "a test reads the Journal"


def deeds() -> list[tuple[str, int | None]]:
    """Kind and person of every row, the oldest first."""
    return list(Journal.objects.unguarded(WHY).order_by("id").values_list("kind", "by_id"))


def last_facts(kind: str, by: Viewer) -> dict[str, Any]:
    """The facts of the newest row, which must be of that kind and person."""
    row = Journal.objects.unguarded(WHY).order_by("-id").first()
    assert row is not None
    assert (row.kind, row.by_id) == (kind, by.person)
    return dict(row.facts)


def all_facts() -> str:
    """Every fact of every row as one text, to look for what may not be there."""
    return str(list(Journal.objects.unguarded(WHY).values_list("facts", flat=True)))
