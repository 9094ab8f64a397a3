"""Several papers in one file, told apart by their titles."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sagsgang.danish.dates import find_dates
from sagsgang.readers.base import Line
from sagsgang.readers.header import is_title_line

_DATE_LABEL = re.compile(r"M.{1,2}[dt]e ?dato\b", re.IGNORECASE)
_LOOK = 6
_LONGEST = 140
_DIGITS = frozenset("0123456789")
# What a title's last sign is: a digit of its date, or what stands around the title.
_ENDS = _DIGITS | {" ", "*"}
_DASHED = re.compile(r"\S.{2,60} [–-] (?:Referat|Dagsorden) [–-] \d")


def split(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines of each paper. A running head is no new paper: only a title with a meeting date under it is."""
    starts = [
        at
        for at, (text, _, _) in enumerate(lines)
        if text
        and text[-1] in _ENDS
        and text.rstrip(" *")[-1:] in _DIGITS
        and len(text) < _LONGEST
        and _starts(lines, at)
    ]
    starts = [at for number, at in enumerate(starts) if not _is_running_head(lines, at, starts[:number])]
    if len(starts) < 2:
        return [lines]
    preface = _filled(lines[: starts[0]])
    edges = [0, *(_with_preface(lines, at, preface) for at in starts[1:]), len(lines)]
    return [lines[begin:end] for begin, end in pairwise(edges)]


def _starts(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text.strip()
    if _DASHED.match(text):
        return not any(line.text.strip() == text for line in lines[max(0, at - 400) : at])
    if not is_title_line(text):
        return False
    following = [line.text.strip(" *") for line in lines[at + 1 : at + 2 * _LOOK] if line.text.strip()][:_LOOK]
    return any(_DATE_LABEL.match(line) for line in following)


def _is_running_head(lines: Sequence[Line], at: int, before: Sequence[int]) -> bool:
    """Whether a title that needs no date under it only repeats the day of the paper that it stands in."""
    if not before or not _DASHED.match(lines[at].text.strip()):
        return False
    day, others = (next(iter(find_dates(lines[i].text)), None) for i in (at, before[-1]))
    return day is not None and others is not None and day.date == others.date


def _filled(lines: Sequence[Line]) -> list[str]:
    return [line.text.strip() for line in lines if line.text.strip()]


def _with_preface(lines: Sequence[Line], at: int, preface: list[str]) -> int:
    """The start moved up over lines that also stand before the first title: the authority's name."""
    start = at
    while start and (not lines[start - 1].text.strip() or lines[start - 1].text.strip() in preface):
        start -= 1
    return start if preface else at
