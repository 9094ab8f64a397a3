"""What a section said before, version by version, with what each change took out and put in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sagsgang.core.models import Section, SectionVersion
from sagsgang.core.viewer import Viewer
from sagsgang.paper.difference import Run, difference

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody did to the text, and when."""

    who: str
    at: datetime
    version: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The changes of a section, the newest first. `title` is the item's public one."""

    item: int
    title: str
    heading: str
    changes: tuple[Change, ...]


def history(viewer: Viewer, found: Section) -> History:
    """The history of a section, which `seen_section` found, as the viewer may know it. One query."""
    earlier = SectionVersion.objects.visible_to(viewer).filter(section=found).select_related("by")
    versions = list(earlier.order_by("-version")[:_SHOWN])
    return History(found.item_id, found.item.public_title, found.heading, tuple(_changes(found, versions)))


def _changes(section: Section, versions: list[SectionVersion]) -> Iterable[Change]:
    """Each version is what the text was until the next: it is compared with what came after it."""
    texts = [section.text, *(version.text for version in versions)]
    for (after, before), version in zip(pairwise(texts), versions, strict=True):
        yield Change(version.by.name, version.at, version.version + 1, difference(before, after))
