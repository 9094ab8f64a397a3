"""What HTML may ask of its parser, whose time grows with the square of nesting and of a tag's attributes."""

import re
from collections import Counter

from sagsgang.readers.extract.refused import Refused

CHARACTERS_LIMIT = 30_000_000
DEEPEST = 1_500
_LONGEST_RUN = 200_000  # characters without a "<" …
_MOST_PARTS = 20_000  # … that fall into so many parts
_MOST_REOPENED = 20_000_000  # open letter styles are opened anew in each block
TOO_BIG = "HTML-filen er for stor og bliver ikke læst. Del den op."
TOO_TANGLED = "HTML-filen er sammensat på en måde, som ikke kan læses. Gem dokumentet som PDF."
_TAG = re.compile("<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_PART = re.compile("[\\s/]+")
_STYLES = frozenset(("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"))
# Void, or closed by what follows: these do not nest.
_FLAT = frozenset(
    ("area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p")
) | frozenset(("param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr"))


def check(source: str) -> None:
    """Raises `Refused` when parsing could take more than linear time."""
    if len(source) > CHARACTERS_LIMIT:
        raise Refused(TOO_BIG)
    if any(len(_PART.findall(run)) > _MOST_PARTS for run in source.split("<") if len(run) > _LONGEST_RUN):
        raise Refused(TOO_TANGLED)
    _check_nesting(source)


def _check_nesting(source: str) -> None:
    """At most as deep as the parser may see it: an end tag closes only what bears its name."""
    depth: Counter[str] = Counter()
    open_tags = open_styles = most_styles = tags = 0
    for closing, name in _TAG.findall(source):
        name = name.lower()
        tags += 1
        if name in _FLAT or (closing and not depth[name]):
            continue
        step = -1 if closing else 1
        depth[name] += step
        open_tags += step
        if name in _STYLES:
            open_styles += step
            most_styles = max(most_styles, open_styles)
        if open_tags > DEEPEST:
            raise Refused(TOO_TANGLED)
    if most_styles * tags > _MOST_REOPENED and most_styles > 50:
        raise Refused(TOO_TANGLED)
