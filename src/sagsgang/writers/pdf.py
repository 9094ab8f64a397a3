"""A paper as PDF: PDF/UA-1 and PDF/A-2a at once, by Typst. Data goes in as JSON, never as source."""

import json
import re
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from sagsgang.paper.excerpt import excerpt
from sagsgang.paper.model import Paper
from sagsgang.writers.print_data import Data, print_data

STANDARD = 10.5  # points
_HERE = Path(__file__).resolve().parent
_REPLACEMENT = "\ufffd"
# Control characters, half pairs, private use and noncharacters: PDF/A forbids them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)
_MISSING = re.compile(r'the text `"([^`]*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")


class CannotRender(Exception):  # noqa: N818 - it reads as what it is
    """The paper could not be set as a PDF; the message says why."""


def write(paper: Paper, size_pt: float = STANDARD, items: Collection[str] = ()) -> bytes:
    """`paper` as a PDF of A4 pages, its text `size_pt` points high; only the `items` of these numbers, if any.

    The same paper gives the same bytes with the same versions. Characters that no font holds are printed
    as U+FFFD. Raises CannotRender, and NoSuchItem.
    """
    part = excerpt(paper, items) if items else paper
    return rendered(print_data(part, size_pt, whole=not items), paper)


def rendered(printed: Data, paper: Paper) -> bytes:
    """What `print_data` gave as a PDF. Raises CannotRender."""
    data = json.dumps(_allowed(printed), ensure_ascii=False)
    try:
        return _compiled(data, paper)
    except typst.TypstError as error:
        missing = frozenset(_missing(error.diagnostic))
        if not missing:
            raise CannotRender(error.message) from error
    try:
        return _compiled(data.translate(dict.fromkeys(missing, _REPLACEMENT)), paper)
    except typst.TypstError as error:
        raise CannotRender(error.message) from error


def _compiled(data: str, paper: Paper) -> bytes:
    # PDF/A wants a date; the meeting's, not the clock's, so that the same paper gives the same bytes.
    day = datetime.combine(paper.date, time(12), UTC) if paper.date else datetime(1970, 1, 1, tzinfo=UTC)
    result: bytes = typst.compile(
        _HERE / "paper.typ",
        root=_HERE,
        font_paths=fonts(),
        sys_inputs={"paper": data},
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        timestamp=day,
    )
    return sound(result)


def sound(data: bytes) -> bytes:
    """`data` of a PDF with no doubt about where a stream ends.

    Where its data ends in CR, the LF before "endstream" would read as one CRLF, and /Length as one too long
    (PDF/A-2, 6.1.7.1). A lone CR is an end of line as well.
    """
    return data.replace(b"\r\nendstream", b"\r\rendstream")


@cache
def fonts() -> typst.Fonts:
    """The fonts that are ours, and no others."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_HERE / "fonts"])


def _allowed(value: Any) -> Any:
    """`value` with every forbidden character replaced, in all strings however deep."""
    if isinstance(value, str):
        return _FORBIDDEN.sub(_REPLACEMENT, value)
    if isinstance(value, list):
        return [_allowed(part) for part in value]
    if isinstance(value, dict):
        return {key: _allowed(part) for key, part in value.items()}
    return value


def _missing(diagnostic: str) -> Iterator[int]:
    """The code points of which Typst says that no font has them; ASCII always has one."""
    for text in _MISSING.findall(diagnostic):
        yield from (int(code, 16) for code in _ESCAPED.findall(text))
        yield from (ord(character) for character in text if ord(character) > 0x7F)
