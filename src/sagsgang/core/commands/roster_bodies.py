"""A board from a line of the file of the organisation. Pure: the house is not asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import TypeVar

from sagsgang.archive.models import Audience
from sagsgang.core.models import BodyKind, Numbering
from sagsgang.danish.digits import whole_number
from sagsgang.paper.model import Access

T = TypeVar("T")

COLUMNS = (
    "slags", "forkortelse", "læsere", "nye punkter", "nummerering", "hverdage", "sted", "klokken", "beslutning",
)  # fmt: skip
_KINDS = {
    "kommunalbestyrelse": BodyKind.COUNCIL,
    "udvalg": BodyKind.COMMITTEE,
    "direktion": BodyKind.EXECUTIVE,
    "andet": BodyKind.OTHER,
}
_READERS = {"alle": Audience.STREET, "ansatte": Audience.EMPLOYEES}
# Nothing said is closed: what is not opened on purpose stays shut.
_NEW_ITEMS = {"": Access.CLOSED, "lukket": Access.CLOSED, "åben": Access.OPEN}
_NUMBERINGS = {"": Numbering.MEETING, "møde": Numbering.MEETING, "år": Numbering.YEAR}
_CLOCKS = ("%H:%M", "%H.%M", "%H")
_MOST_DAYS = 30


class Wrong(ValueError):  # noqa: N818 - it is what the file is
    """A line or a file that cannot be read; the text is Danish, for whoever made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBody:
    """A board as the line has it. `notice_days`: clear days between sending and meeting; `steps`: who approves."""

    kind: BodyKind
    audience: Audience
    abbreviation: str
    new_items: Access
    numbering: Numbering
    notice_days: int | None
    place: str
    start: time | None
    policy: str
    steps: tuple[str, ...]


def new_body(cells: Mapping[str, str]) -> NewBody:
    """The board that the cells describe, each by its column's name; raises Wrong."""
    return NewBody(
        kind=_one_of(_KINDS, cells, "slags"),
        audience=_one_of(_READERS, cells, "læsere"),
        abbreviation=cells.get("forkortelse", ""),
        new_items=_one_of(_NEW_ITEMS, cells, "nye punkter"),
        numbering=_one_of(_NUMBERINGS, cells, "nummerering"),
        notice_days=_days(cells.get("hverdage", "")),
        place=cells.get("sted", ""),
        start=_clock(cells.get("klokken", "")),
        policy=cells.get("beslutning", ""),
        steps=tuple(one.strip() for one in cells.get("trin", "").split("/") if one.strip()),
    )


def _one_of(known: Mapping[str, T], cells: Mapping[str, str], column: str) -> T:
    said = cells.get(column, "")
    try:
        return known[said.lower()]
    except KeyError:
        words = ", ".join(word for word in known if word)
        raise Wrong(f"Under {column} står »{said}«. Skriv {words}.") from None


def _days(text: str) -> int | None:
    if not text:
        return None
    if (days := whole_number(text)) is None or days > _MOST_DAYS:
        raise Wrong(f"»{text}« er ikke et antal hverdage. Skriv et tal op til {_MOST_DAYS}, eller intet.")
    return days


def _clock(text: str) -> time | None:
    if not text:
        return None
    for shape in _CLOCKS:
        try:
            return datetime.strptime(text, shape).time()  # noqa: DTZ007 - a clock time has no zone
        except ValueError:
            continue
    raise Wrong(f"»{text}« er ikke et klokkeslæt. Skriv det som 15:00.")
