"""A member's own highlights, where they stand in the texts that the member reads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sagsgang.core.models import Highlight, Meeting, Section
from sagsgang.core.passages import Span, as_read, find
from sagsgang.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage that was marked; `gone`: it does not stand in the text any more."""

    id: int
    quote: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in one item: the passages as marked, and where they stand, by the section's id."""

    passages: tuple[Marked, ...] = ()
    spans: Mapping[int, Sequence[Span]] | None = None

    def of(self, section: int) -> tuple[Span, ...]:
        """Where the section's text is marked."""
        return tuple((self.spans or {}).get(section, ()))


def own(viewer: Viewer, meeting: Meeting) -> dict[int, list[Highlight]]:
    """The viewer's highlights in the meeting, by the item's id. One query."""
    found: dict[int, list[Highlight]] = defaultdict(list)
    for one in Highlight.objects.visible_to(viewer).filter(item__meeting=meeting):
        found[one.item_id].append(one)
    return found


def marks(highlights: Iterable[Highlight], sections: Iterable[Section]) -> Marks:
    """Where they stand in the item's sections, which are those that the viewer may read."""
    highlights = list(highlights)
    if not highlights:
        return Marks()
    read = {one.pk: as_read(one.text) for one in sections if one.kind != Section.TITLE}
    spans: dict[int, list[Span]] = defaultdict(list)
    passages = []
    for one in highlights:
        stands = _standing(one, read)
        if stands:
            spans[stands[0]].append(stands[1])
        passages.append(Marked(one.pk, one.quote, gone=stands is None))
    return Marks(tuple(passages), spans)


def _standing(one: Highlight, read: Mapping[int, str]) -> tuple[int, Span] | None:
    """In its own section; else, as texts are moved about, in another one of the item."""
    for section in sorted(read, key=lambda number: number != one.section_id):
        span = find(read[section], one.quote, one.place)
        if span:
            return section, span
    return None
