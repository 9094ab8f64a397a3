"""The line that says which body decided what follows, and when."""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sagsgang.danish.dates import MONTHS, make_date, parse_date
from sagsgang.readers.bodies import definite, is_body, is_named_for, nominative
from sagsgang.readers.fuzzy import Near
from sagsgang.readers.profile import Profile
from sagsgang.readers.profiles import DECISION_BY, DECISION_OF, MEETING_OF

_LONGEST = 150
_LONGEST_WORDS = 60
_OF_SOMETHING = re.compile(r"\b(?:fra|af|til|om|på|med|ved|vedr|angående)\b", re.IGNORECASE)
_WORDED = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\w{3,11}) (?P<year>\d{4})\s{0,3}$")
_YEAR = re.compile(r"\d{4}")
_MONTHS = Near((name, number) for number, name in enumerate(MONTHS, 1))


@dataclass(frozen=True, slots=True)
class DecisionHeading:
    """Who and when, as far as the line says it; `rest` is a decision that stands on the same line."""

    body: str | None
    date: date | None
    rest: str = ""
    unread: bool = False


def whole_headings(texts: list[str], words: Container[str] = ()) -> list[str]:
    """The lines with such a heading on one line where it was wrapped over two; the second is left blank.

    `words` are the layout's headings, in lower case, which may be wrapped too.
    """
    for at, (first, second) in enumerate(pairwise(texts)):
        if first and second[:1].islower() and len(first) + len(second) < _LONGEST_WORDS:
            joined = f"{first} {second}"
            if joined.casefold().rstrip(" :") in words:
                texts[at : at + 2] = [joined, ""]
        if second[-1:] == ":" and first and first[-1] not in ".:" and len(first) + len(second) < _LONGEST:
            joined = f"{first} {second}"
            if _YEAR.search(second) and not MEETING_OF.match(second) and MEETING_OF.match(joined):
                texts[at : at + 2] = [joined, ""]
    return texts


def decision_heading(text: str, profile: Profile) -> DecisionHeading | None:
    """What `text` says as a heading over a decision in the ways of the layout; None when it is no such heading."""
    if len(text) > _LONGEST and ":" not in text[:_LONGEST]:
        return None
    for pattern in profile.decisions:
        match = pattern.match(text)
        if match is None:
            continue
        when = parse_date(match["date"]) if match["date"] else None
        if pattern is MEETING_OF:
            return _of_meeting(match, when)
        if when is None and match["date"]:
            continue
        body = nominative(match["body"]) if pattern in (DECISION_OF, DECISION_BY) else match["body"]
        # With the number of an item behind the date it is no sentence, whatever the body is called.
        if is_body(body) or match.groupdict().get("item"):
            return DecisionHeading(definite(body), when, match["rest"] or "")
    return None


def _of_meeting(match: re.Match[str], when: date | None) -> DecisionHeading | None:
    """Such a heading is one even where a scanner spoiled its date, as long as it ends as headings do."""
    body, rest = nominative(match["body"]), match["rest"]
    glued = match.string[match.end("body") : match.end("body") + 1] != " "
    if (
        (glued and not is_body(body))
        or _is_about(match["body"], body)
        or (rest is None and not _ends_as_heading(match, body))
    ):
        return None
    if when is None:
        when = _rescued(match["date"])
        if when is None and (rest is None or rest or not is_body(body)):
            return None
    return DecisionHeading(body, when, rest or "", unread=when is None)


def _ends_as_heading(match: re.Match[str], body: str) -> bool:
    """Whether a line without a colon is no sentence: the body, "møde den" and a date are all of it."""
    if match["before"] or not match["den"]:
        return False
    return not match["date"].endswith(".") or (is_body(body) and match.string[0].isupper())


def _is_about(words: str, body: str) -> bool:
    """Whether the line only speaks of a meeting: "Referat af møde den 3. maj", "tages op på næste møde den ..."."""
    return not is_named_for(body) and bool(_OF_SOMETHING.search(words))


def _rescued(text: str) -> date | None:
    """A date whose month is a letter or two off: "28. novernber 2016"."""
    words = _WORDED.match(text)
    if words is None:
        return None
    month = _MONTHS.find(words["month"].casefold())
    return make_date(words["year"], month[1], words["day"]) if month else None
