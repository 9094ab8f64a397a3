"""The points of a recommendation, and the mark by which one sees whether they changed since a page was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sagsgang.core.models import Item, Point
from sagsgang.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Points:
    """What is recommended, and by whom."""

    points: tuple[str, ...]
    recommender: str

    @property
    def mark(self) -> str:
        """The mark of these points."""
        return mark(self.points, self.recommender)


@dataclass(frozen=True, slots=True)
class PointsClash:
    """What the viewer wrote, beside what stands there now."""

    item: int
    mine: tuple[str, ...]
    by: str
    theirs: Points


def points_of(viewer: Viewer, item: Item) -> Points:
    """The points as they are now, for a viewer who may read them."""
    found = list(Point.objects.visible_to(viewer).filter(item=item).distinct())
    return Points(tuple(point.text for point in found), found[0].recommender if found else "")


def mark(points: Sequence[str], recommender: str) -> str:
    """The mark of these points."""
    return sha256("\0".join((recommender, *points)).encode()).hexdigest()[:16]
