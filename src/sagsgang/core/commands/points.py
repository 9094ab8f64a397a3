"""The recommendation in points. What stood there before is kept as a version of its section, as every text is."""

from collections.abc import Sequence

from django.db.models import F
from django.utils import timezone

from sagsgang.core.act import Conflict, Refused, act, allowed
from sagsgang.core.commands.sections import section_of
from sagsgang.core.models import Item, Point, Section, SectionVersion
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import SectionKind

WHY = "the corridor has let the person write here"
Points = list[tuple[str, str]]


def set_points(
    by: Viewer, item: Item, points: Sequence[str], recommender: str, *, version: int | None = None
) -> None:
    """Write the recommendation anew, point by point; blank points are left out.

    `version` is that of its section, from which the writer began; raises Conflict when somebody wrote since.
    """
    name = _recommender(recommender)
    wanted = [(text, name) for point in points if (text := wording.text(point).strip())]
    if wanted == _standing(item):
        allowed(by, "write", item)
        return
    with act(by, "write", item, what="points", count=len(wanted)):
        _keep(by, item, version)
        Point.objects.unguarded(WHY).filter(item=item).delete()
        Point.objects.bulk_create(
            Point(item=item, position=place, text=text, recommender=name)
            for place, (text, name) in enumerate(wanted, start=1)
        )


def _standing(item: Item) -> Points:
    return list(Point.objects.unguarded(WHY).filter(item=item).values_list("text", "recommender"))


def _keep(by: Viewer, item: Item, version: int | None) -> None:
    """Keep what stands there as a version of the section, whose own text stays as it is."""
    section = section_of(item, SectionKind.RECOMMENDATION)
    before = _told(section, _standing(item))
    if version is not None and version != section.version:
        raise Conflict(before)
    SectionVersion.objects.create(
        section=section, version=section.version, text=before, by_id=by.person, at=timezone.now()
    )
    Section.objects.unguarded(WHY).filter(pk=section.pk).update(version=F("version") + 1)


def _told(section: Section, points: Points) -> str:
    """The recommendation as one text: who recommends, and the points by number."""
    numbered = "\n".join(f"{place}. {text}" for place, (text, _) in enumerate(points, start=1))
    parts = (points[0][1] if points else "", numbered, section.text)
    return "\n\n".join(part for part in parts if part)


def _recommender(typed: str) -> str:
    name = wording.line(typed)
    if len(name) > wording.NAME_LENGTH:
        raise Refused(f"Navnet på den, der indstiller, må højst have {wording.NAME_LENGTH} tegn.")
    return name
