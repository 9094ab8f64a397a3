"""The cases of Solbjerg Kommune as they are told in `cases/*.toml`: each a way through one or more boards."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from sagsgang.demo.calendar import BOARDS, WRITTEN, day_of, moved

_BOARDS = {board.name: board for board in BOARDS}


@dataclass(frozen=True, slots=True)
class Remark:
    """An administrative remark, dated between two meetings."""

    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One treatment of a case: what stands on the agenda of `body`'s meeting `on`, and what was decided."""

    body: str
    on: date
    title: str
    type: str = "decision"
    route: tuple[str, ...] = ()
    carries: bool = False
    summary: str = ""
    recommendation: str = ""
    presentation: str = ""
    finances: str = ""
    attachments: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    decision: str = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A case and its way."""

    number: str
    kle: str
    title: str
    closed: bool
    steps: tuple[Step, ...] = field(default=())


@cache
def stories(today: date = WRITTEN) -> tuple[Story, ...]:
    """Every case, in the order of the files, as they are told on a day."""
    folder = resources.files("sagsgang.demo") / "cases"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    texts = (moved(file.read_text("utf-8"), today) for file in files)
    return tuple(_story(case) for text in texts for case in tomllib.loads(text)["case"])


def _story(case: dict[str, Any]) -> Story:
    return Story(
        number=case["number"],
        kle=case["kle"],
        title=case["title"],
        closed=case.get("access") == "closed",
        steps=tuple(_step(case["title"], step) for step in case["step"]),
    )


def _step(title: str, step: dict[str, Any]) -> Step:
    facts: dict[str, Any] = {"title": title, **step}
    facts |= {name: value.strip() for name, value in facts.items() if isinstance(value, str)}
    facts |= {name: tuple(facts.get(name, ())) for name in ("route", "attachments")}
    facts["remarks"] = tuple(Remark(**remark) for remark in facts.get("remarks", ()))
    facts["on"] = day_of(_BOARDS[step["body"]], step["on"].year, step["on"].month)
    return Step(**facts)
