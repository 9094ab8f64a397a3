"""What a paper says, freed of how its text is set: what damage must leave alone."""

import json
import re
from pathlib import Path
from typing import Any

from sagsgang.paper.model import Paper
from sagsgang.paper.store import to_json
from sagsgang.readers.base import Reading
from sagsgang.readers.registry import read_text

LAYOUTS = Path(__file__).resolve().parent.parent / "data" / "layouts"
_BULLET = re.compile(r"(?m)^\s*[-·•o*]\s+")


def source(name: str) -> str:
    """The text of one of our own minutes."""
    return (LAYOUTS / f"{name}.txt").read_text(encoding="utf-8")


def expected(name: str) -> dict[str, Any]:
    """What those minutes say, written by hand."""
    loaded: dict[str, Any] = json.loads((LAYOUTS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def only(text: str) -> Reading:
    """The one paper in `text`."""
    (reading,) = read_text(text)
    return reading


def facts(paper: Paper) -> Any:
    """Every value of the paper; of texts the words, of headings the words in lower case."""
    return _plain(to_json(paper))


def codes(reading: Reading) -> set[tuple[str, str | None]]:
    """The doubts as code and item."""
    return {(doubt.code, doubt.item) for doubt in reading.doubts}


def _plain(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _plain(each, name) for name, each in value.items() if name != "heading"}
    if isinstance(value, list):
        return [_plain(each, key) for each in value]
    if isinstance(value, str):
        return " ".join(_BULLET.sub("", value).split())
    return value
