"""Headings that may as well be text: believed only where an item has no surer one and what follows fits."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from sagsgang.danish.dates import find_dates, parse_date
from sagsgang.danish.outcomes import classify
from sagsgang.readers.bodies import definite, is_body, nominative
from sagsgang.readers.decision_headings import DecisionHeading
from sagsgang.readers.profiles import BODY_DEN_DATE
from sagsgang.readers.roles import Role

_BARE = frozenset({"beslutning", "beslutninger", "afgørelse"})
_GENITIVE = re.compile(r"(?P<body>[A-ZÆØÅ][^:.;\d]{3,80}?) beslutning(?:er)? ?:?$")
_ITEM = re.compile(r"p(?:unkt|kt)\b.{0,6}\d", re.IGNORECASE)
_FACTS = frozenset({Role.TYPE, Role.ROUTE})
_SURE = 0.5
_LONGEST = 100
_TOP = 20


def weak_decision(
    at: int,
    texts: Sequence[str],
    sure: Callable[[str], DecisionHeading | None],
    known: Callable[[str], Role | None],
) -> DecisionHeading | None:
    """The decision that the line at that place may head: "Beslutning", "Direktionen den 2. maj 2016:".

    `sure` tells the headings that need no such leave, `known` the role of a known word. A surely headed decision of
    an earlier meeting takes nothing from it.
    """
    found = _read(texts[at])
    if found is None or not _decides(_next(texts, at + 1)) or known(_next_before(texts, at)) in _FACTS:
        return None
    begin, end = _bounds(at, texts)
    others = (text for text in texts[begin:end] if text and len(text) < _LONGEST and text[-1] in ":0123456789")
    heads = [head for head in map(sure, others) if head]
    return found if not heads or _are_earlier(heads, found.date or _meeting_date(texts)) else None


def _are_earlier(heads: Sequence[DecisionHeading], day: date | None) -> bool:
    """Whether all the decisions were made before `day`."""
    return day is not None and all(head.date is not None and head.date < day for head in heads)


def _meeting_date(texts: Sequence[str]) -> date | None:
    """The first date at the top of the paper, which is the meeting's."""
    top = "\n".join(text for text in texts[:_TOP] if len(text) < _LONGEST)
    return next((found.date for found in find_dates(top)), None)


def weak_finances(at: int, texts: Sequence[str], known: Callable[[str], Role | None]) -> bool:
    """Whether "Økonomi" heads a section here: the item has no "Økonomiske konsekvenser", and is past its top."""
    begin, end = _bounds(at, texts)
    if any(known(text) is Role.FINANCES for text in texts[begin:end] if text):
        return False
    return any(known(text) in (Role.ROUTE, Role.RECOMMENDATION) for text in texts[begin:at] if text)


def _read(text: str) -> DecisionHeading | None:
    if text.casefold().rstrip(" :") in _BARE:
        return DecisionHeading(None, None)
    match = BODY_DEN_DATE.match(text)
    when = parse_date(match["date"]) if match else None
    if match and when and is_body(body := match["body"].rstrip(" ,")):
        return DecisionHeading(definite(body), when, match["rest"])
    match = _GENITIVE.match(text)
    if match and match["body"][-1] in "s'" and is_body(body := nominative(match["body"])):
        return DecisionHeading(body, None)
    return None


def _decides(text: str) -> bool:
    return text in ("-", "–") or classify(text).confidence >= _SURE


def _next(texts: Sequence[str], at: int) -> str:
    return next((text for text in texts[at : at + 4] if text), "")


def _next_before(texts: Sequence[str], at: int) -> str:
    return next((text for text in reversed(texts[max(0, at - 4) : at]) if text), "")


def _bounds(at: int, texts: Sequence[str]) -> tuple[int, int]:
    """Where the item around that place begins and ends."""
    begin = next((i for i in range(at, -1, -1) if _ITEM.match(texts[i])), 0)
    end = next((i for i in range(at + 1, len(texts)) if _ITEM.match(texts[i])), len(texts))
    return begin, end
