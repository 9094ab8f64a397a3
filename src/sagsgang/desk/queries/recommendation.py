"""The mark by which one sees whether the points of a recommendation were changed since a page was made."""

from collections.abc import Sequence
from hashlib import sha256

from sagsgang.core.models import Item, Point
from sagsgang.core.viewer import Viewer


def fingerprint(viewer: Viewer, item: Item) -> str:
    """The mark of the points as they are now."""
    points = list(Point.objects.visible_to(viewer).filter(item=item).distinct())
    return mark([point.text for point in points], points[0].recommender if points else "")


def mark(points: Sequence[str], recommender: str) -> str:
    """The mark of these points."""
    return sha256("\0".join((recommender, *points)).encode()).hexdigest()[:16]
