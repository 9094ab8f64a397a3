"""What a reader takes and gives: lines in, a paper and the doubts about it out."""

from dataclasses import dataclass
from typing import NamedTuple

from sagsgang.paper.model import Paper


class Line(NamedTuple):
    """A line of a source, without its line end. `number` counts from 1 in the source, `page` from 1 where known.

    A named tuple, for there are many: it is made three times as fast as a frozen dataclass.
    """

    text: str
    number: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader was not sure of. `message` is Danish, for a clerk, and quotes no closed text."""

    code: str
    message: str
    item: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper as read, and what must be looked at before it is believed. `layout` names the profile used."""

    paper: Paper
    doubts: tuple[Doubt, ...] = ()
    layout: str = ""
