"""When two papers say the same, though they were written down in different files."""

import json
import re
from hashlib import sha256
from typing import Any

from sagsgang.paper.model import Paper
from sagsgang.paper.store import to_json

_OF_THE_PRINT = frozenset({"toc_page"})
# The sign before a point, of which every format has its own.
_BULLET = re.compile(r"^[ \t]*[-–·•▪*][ \t]+", re.MULTILINE)


def essence(paper: Paper) -> bytes:
    """The SHA-256 of what `paper` says, however its source broke the lines, marked points and numbered the pages."""
    said = json.dumps(_said(to_json(paper)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(said.encode()).digest()


def _said(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(_BULLET.sub("- ", value).split())
    if isinstance(value, dict):
        return {name: _said(inner) for name, inner in value.items() if name not in _OF_THE_PRINT}
    return [_said(inner) for inner in value] if isinstance(value, list) else value
