"""Two texts of which somebody must choose one."""

from dataclasses import dataclass

from sagsgang.core.models import Section, SectionVersion
from sagsgang.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Clash:
    """What the viewer wrote beside what stands there now, with its version and who wrote it."""

    section: int
    item: int
    heading: str
    mine: str
    theirs: str
    version: int
    by: str


def last_writer(viewer: Viewer, section: Section) -> str:
    """Who wrote the section last, "" when nobody did yet."""
    versions = SectionVersion.objects.visible_to(viewer).filter(section=section).order_by("-version")
    return versions.values_list("by__name", flat=True).first() or ""
