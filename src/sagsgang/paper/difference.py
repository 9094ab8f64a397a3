"""What changed between two texts: first line by line, then word by word where lines differ.

The table that is filled has a limit: past it a stretch is told as taken out and put in whole, so that no two texts,
however repetitive, keep a reader waiting. (`difflib` takes minutes for some.)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_WORDS = re.compile(r"\S+[^\S\n]*|\n+|[^\S\n]+")
_CELLS = 60_000
Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: `kind` is same, out or in."""

    kind: str
    text: str


def difference(before: str, after: str) -> tuple[Run, ...]:
    """What stayed, went and came, in the order in which one reads it."""
    steps = list(_by_words(_steps(before.splitlines(keepends=True), after.splitlines(keepends=True))))
    runs = groupby(steps, key=lambda step: step[0])
    return tuple(Run(kind, "".join(text for _, text in run)) for kind, run in runs)


def _by_words(steps: Iterator[Step]) -> Iterator[Step]:
    """Lines that went beside lines that came are compared once more, by their words."""
    for same, run in groupby(steps, key=lambda step: step[0] == "same"):
        found = list(run)
        if same:
            yield from found
            continue
        gone, came = ("".join(text for kind, text in found if kind == wanted) for wanted in ("out", "in"))
        yield from _steps(_WORDS.findall(gone), _WORDS.findall(came))


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """The tokens of both, those that they share once."""
    start = _shared(old, new)
    yield from (("same", token) for token in old[:start])
    old, new = old[start:], new[start:]
    end = _shared(old[::-1], new[::-1])
    yield from _middle(old[: len(old) - end], new[: len(new) - end])
    yield from (("same", token) for token in old[len(old) - end :])


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many tokens both begin with."""
    return next(
        (place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )


def _middle(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    if len(old) * len(new) > _CELLS:
        yield from (("out", token) for token in old)
        yield from (("in", token) for token in new)
        return
    longest = _table(old, new)
    here, there = 0, 0
    while here < len(old) or there < len(new):
        if here < len(old) and there < len(new) and old[here] == new[there]:
            yield "same", old[here]
            here, there = here + 1, there + 1
        elif there == len(new) or (here < len(old) and longest[here + 1][there] >= longest[here][there + 1]):
            yield "out", old[here]
            here += 1
        else:
            yield "in", new[there]
            there += 1


def _table(old: Sequence[str], new: Sequence[str]) -> list[list[int]]:
    """How many tokens the ends from each pair of places share in order (the longest common subsequence)."""
    rows = [[0] * (len(new) + 1)]
    for token in reversed(old):
        below, row = rows[-1], [0] * (len(new) + 1)
        for place in range(len(new) - 1, -1, -1):
            row[place] = below[place + 1] + 1 if token == new[place] else max(below[place], row[place + 1])
        rows.append(row)
    return rows[::-1]
