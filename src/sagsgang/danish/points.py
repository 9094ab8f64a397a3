"""Points of a recommendation inside a decision: "At 1: Godkendt", "Ad 1, 2 og 3", "forslag 1 - 5", "punkt a"."""

import re

_POINT = r"(?:[0-9]{1,2}(?![0-9])|[a-h](?![a-zæøå]))"
_LIST = rf"{_POINT}(?:(?: ?, ?| ?[-–] ?| og | samt | til ){_POINT})*"
_HEAD = re.compile(
    rf"^(?:at|ad|at-punkt|pkt\.?|punkt(?:erne)?|indstillingspunkt)\.? ?(?P<numbers>{_LIST})(?: ?[.:)]{{1,2}}| [-–])? "
)
_REFERENCE = re.compile(
    r"(?<![a-zæøå])(?:(?:indstillings)?punkt(?:erne|et)?|indstilling(?:erne)?|pkt\.?|at|ad|[a-zæøå]{0,30}forslag(?:ene)?)"
    rf" (?P<numbers>{_LIST})(?![0-9])"
)
_RANGE = re.compile(r"([0-9]{1,2}) ?(?:[-–]|til) ?([0-9]{1,2})")
_NUMBER = re.compile(r"[0-9]{1,2}|(?<![a-zæøå])[a-h](?![a-zæøå])")


def heading(low: str) -> tuple[tuple[str, ...], str]:
    """The points that a sentence opens with ("at 1: ...") and the rest of it; no points when it opens otherwise."""
    match = _HEAD.match(low)
    if match is None or _REFERENCE.search(low, match.end()):
        return (), low
    return numbers(match["numbers"]), low[match.end() :]


def references(low: str) -> list[tuple[int, tuple[str, ...]]]:
    """Where a sentence names points, and which."""
    if not _NUMBER.search(low):
        return []
    return [(match.start(), numbers(match["numbers"])) for match in _REFERENCE.finditer(low)]


def numbers(words: str) -> tuple[str, ...]:
    """The numbers of a list as printed, a span written out: "1, 3 - 5" is 1, 3, 4, 5."""
    spelled = _RANGE.sub(lambda match: " ".join(map(str, range(int(match[1]), int(match[2]) + 1))), words)
    return tuple(dict.fromkeys(_NUMBER.findall(spelled)))
