"""The least that a reading must do: split the text, and ask of each line once whether it is a heading."""

import re

from sagsgang.readers.case_numbers import LABELS
from sagsgang.readers.profiles import L1

_NAME = re.compile(r"\?P<\w+>")


def heading(*patterns: str) -> re.Pattern[str]:
    """One expression of several, without the names of their groups."""
    return re.compile("|".join(f"(?:{_NAME.sub('?:', pattern)})" for pattern in patterns))


_WORDS = "|".join(map(re.escape, sorted(L1.words, key=len, reverse=True)))
# Everything by which a heading of the layout is known: its words in any case, alone or with a colon and a value; the
# labels of numbers; the first lines of items; the headings over decisions. It knows no damage and no second look.
HEADING = heading(
    rf"(?i:(?:{_WORDS}) {{0,3}}(?::.*)?$)",
    rf"(?i:{LABELS})",
    *(form.pattern.pattern for form in L1.forms),
    *(decision.pattern for decision in L1.decisions),
)


def match_once(text: str) -> list[re.Match[str] | None]:
    """The match of each line."""
    return [HEADING.match(line) for line in text.splitlines()]
