"""Words that a line's end broke in two."""

import re

BREAKS = "\u0002\u00ad\ufffe\u2010-"
_SURE = "\u00ad\u2010"
_SUSPENDED = frozenset(("og", "eller", "samt", "til", "som", "men", "såvel", "kontra", "mod", "hhv.", "henholdsvis"))
_LAST_WORD = re.compile(r"[^\s(\[/\"”»]*\Z")
_FIRST_WORD = re.compile(r"[^\s,;:)\]/\"”«]*")
_WORD = re.compile(r"[a-zæøåéü0-9-]+")


def join(first: str, second: str, known: frozenset[str] = frozenset()) -> str:
    """Two lines of one paragraph as one text; `known` are words seen whole elsewhere, in lower case."""
    if not first or not second:
        return first + second
    if first[-1] not in BREAKS or not first[:-1] or first[-2] in " -–":
        return f"{first} {second}"
    return _joined(first[:-1], first[-1], second, known)


def _joined(stem: str, mark: str, second: str, known: frozenset[str]) -> str:
    last = stem[max(0, len(stem) - 80) :]
    beginning = _LAST_WORD.search(last)
    head = beginning.group() if beginning else ""
    following = _FIRST_WORD.match(second[:80])
    tail = following.group() if following else ""
    if tail.rstrip(".,").lower() in _SUSPENDED and mark not in _SURE and (head + tail).lower() not in known:
        return f"{stem}- {second}"
    if _keeps_its_hyphen(head, tail, mark, known):
        return f"{stem}-{second}"
    return stem + second


def _keeps_its_hyphen(head: str, tail: str, mark: str, known: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word: "326-2016-" + "59792", "IT-" + "system", "e-" + "mail"."""
    if mark in _SURE:
        return False
    if not tail[:1].islower() or not head[-1:].islower():
        return True
    whole, hyphened = (head + tail).lower(), f"{head}-{tail}".lower()
    if (whole in known) != (hyphened in known):
        return hyphened in known
    return head.lower() in ("it", "ad", "e", "a", "b", "c", "p", "u", "x")


def known_words(texts: list[str]) -> frozenset[str]:
    """The words that stand whole within the lines, in lower case."""
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()[:-1]))
