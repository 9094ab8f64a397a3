"""The tags of a PDF, as a program that reads it aloud finds them."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with its role, the roles of those around it, and its title, which a heading has."""

    role: str
    around: tuple[str, ...]
    title: str
    attributes: str


def tags(data: bytes) -> tuple[Tag, ...]:
    """Every tag, in reading order."""
    with pikepdf.open(BytesIO(data)) as file:
        return tuple(_below(file.Root.StructTreeRoot.K, ()))


def roles(data: bytes) -> list[str]:
    """The roles alone."""
    return [tag.role for tag in tags(data)]


def _below(element: pikepdf.Object, around: tuple[str, ...]) -> Iterator[Tag]:
    if isinstance(element, pikepdf.Array):
        for part in element:
            yield from _below(part, around)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        role = str(element.S)[1:]
        title = str(element.get("/T", "")).replace("\u00a0", " ").replace("\u200b", "")
        yield Tag(role, around, title, str(element.get("/A", "")))
        if "/K" in element:
            yield from _below(element.K, (*around, role))
