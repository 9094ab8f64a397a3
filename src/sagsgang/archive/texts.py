"""Every text of a paper that a reader can see, with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.paper.model import Item, Paper


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: an item's number (None for the paper's own lines), a part and its place among its kind."""

    item: str | None
    part: str
    index: int = 0


def texts(paper: Paper) -> Iterator[tuple[Place, str]]:
    """All texts of `paper`, in order."""
    for part in ("authority", "body", "place", "remarks"):
        yield Place(None, part), getattr(paper, part) or ""
    for part in ("members", "absences"):
        for index, name in enumerate(getattr(paper, part)):
            yield Place(None, part, index), name
    for item in paper.items:
        yield from item_texts(item)


def item_texts(item: Item) -> Iterator[tuple[Place, str]]:
    """All texts of one item."""
    yield Place(item.number, "title"), f"{item.number} {item.title}"
    for index, section in enumerate(item.sections):
        yield Place(item.number, "sections", index), f"{section.heading}\n{section.text}"
    for index, point in enumerate(item.points):
        yield Place(item.number, "points", index), point.text
    for index, attachment in enumerate(item.attachments):
        named = f"\n{attachment.file.name}" if attachment.file else ""
        yield Place(item.number, "attachments", index), f"{attachment.title}{named}"
    for index, decision in enumerate(item.decisions):
        commitments = "\n".join(f"{commitment.text}\n{commitment.who or ''}" for commitment in decision.commitments)
        yield Place(item.number, "decisions", index), f"{decision.body}\n{decision.text}\n{commitments}"
    if item.extract:
        yield Place(item.number, "extract"), item.extract
