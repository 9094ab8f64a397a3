"""The cases of the demo as they were written: `cases.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sagsgang.paper.model import ItemType


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an author hands in. `closed` is the legal basis that closes it, "" for an open item."""

    title: str
    type: ItemType
    kle: str
    recommender: str
    points: tuple[str, ...]
    route: tuple[str, ...]
    summary: str
    presentation: str
    finances: str = ""
    secret: str = ""
    closed: str = ""
    extract: str = ""


@cache
def drafts() -> Mapping[str, Draft]:
    """Every case by its short name."""
    found = tomllib.loads(files("sagsgang.demo.work").joinpath("cases.toml").read_text("utf-8"))
    return {name: _draft(fields) for name, fields in found.items()}


def _draft(fields: Mapping[str, str | list[str]]) -> Draft:
    plain = {name: value.strip() for name, value in fields.items() if isinstance(value, str) and name != "type"}
    lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
    return Draft(type=ItemType(str(fields["type"])), **plain, **lists)  # type: ignore[arg-type]
