"""The points of a recommendation, and the mark by which one sees whether they changed since a page was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sagsgang.core.models import Item, Point, Section
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import SectionKind


@dataclass(frozen=True, slots=True)
class Points:
    """What is recommended, and by whom. `version` is that of the section that they stand in."""

    points: tuple[str, ...]
    recommender: str
    version: int

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
    """The points as they are now, for a viewer who may read them; the version is read first, so never too new."""
    sections = Section.objects.visible_to(viewer).filter(item=item, kind=SectionKind.RECOMMENDATION)
    version = sections.values_list("version", flat=True).first() or 0
    found = list(Point.objects.visible_to(viewer).filter(item=item).distinct())
    return Points(tuple(point.text for point in found), found[0].recommender if found else "", version)


def mark(points: Sequence[str], recommender: str) -> str:
    """The mark of these points."""
    return sha256("\0".join((recommender, *points)).encode()).hexdigest()[:16]
