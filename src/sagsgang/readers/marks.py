"""Marks that say an item is closed, in all the ways that paper systems and secretaries write them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from sagsgang.readers.roles import ALL_WORDS, Role

_LABEL = (
    r"(?:(?:åbenhed|status|adgang|offentlighed|type|punkttype|sagstype|mødetype|dagsorden|dagsordenstype)\s?[:\t]\s?)"
)
_SAYS = (
    r"(?:(?:dette |hele )?(?:punktet|punkt|sagen|sag|mødet|dagsordenspunktet)(?: \d{1,3})? "
    r"(?:er |var |blev |skal )?)?(?:behandle[st]?|behandlet|drøfte[st]?|drøftet|holdes|holdt|som)?\s?"
    r"(?:(?:i|på|under|ved) (?:et |den |det )?)?"
)
# Heads several items, or none where they were left out.
_GROUP = (
    r"(?:(?:den |de |det )?(?:lukkede (?:sager|punkter|dagsordenspunkter|efterretningssager|del|møde|dagsorden)"
    r"|lukket del)"
    r"(?: (?:af|på|i) (?:møde|dagsorden)(?:t|en)?)?|(?:sager|punkter)(?: til behandling)? (?:for|bag|på|i) "
    r"lukke(?:de døre|t møde|t dagsorden))"
)
_WORDS = (
    r"(?:lukket(?:(?: |s)?(?:sag|punkt|møde|dagsorden|dagsordenspunkt|del|behandling|for offentligheden))?"
    r"|(?:for |bag |ved )?lukkede døre|(?:er )?(?:strengt )?fortrolige?t?(?: sag| punkt| behandling)?"
    r"|ikke[- ]offentlige?t?(?: sag| punkt| møde| del)?|personsag|personalesag)"
)
_WHOLE = re.compile(rf"\W{{0,3}}{_LABEL}?{_SAYS}(?:{_WORDS}|{_GROUP})\W{{0,3}}$", re.IGNORECASE)
_WHOLE_GROUP = re.compile(rf"\W{{0,3}}{_GROUP}\W{{0,3}}$", re.IGNORECASE)
_OPEN = re.compile(
    r"\W{0,3}(?:(?:åbenhed|adgang|offentlighed)\s?:\s?)?(?:åbent?(?: sag| punkt| møde)?|offentlige?t?)\W{0,3}$",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(
    r"(?:[(\[]|\s[-–]\s)(?:lukket|fortroligt?|ikke[- ]offentligt?|personsag|lukkede døre)"
    r"(?:[ -]\w{1,12})?[)\]]?\W{0,2}$"
    r"|[(\[]?(?:lukket|fortroligt?|personsag)(?: sag| punkt)?[)\]]?\s?(?:[:–]|-\s)\s?\S"
    r"|[(\[](?:lukket|fortroligt?)[)\]]",
    re.IGNORECASE,
)
# "Aftale om fratræden lukket": the word is no part of a sentence, unless a verb is before it, nor of opening hours.
_CLOSED_END = re.compile(
    r"\S{1,30} .{1,150}?(?<! er)(?<!holder)(?<!holdt)(?<! har)(?<!havde)(?<!blev)(?<!bliver)(?<! var)(?<!være)"
    r"(?<!været)(?<! blive)(?<!dag)(?<!elvis)(?<!delvist) (?:lukket|fortroligt?)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\w{2,20}\.? (?:nr\.? ?)?|§ ?)?\d{1,4}[a-z]?(?:\W|$)", re.IGNORECASE)
# What any mark holds: the search for marks begins at these.
_HINTS = ("lukke", "fortrolig", "offentlig", "personsag", "personalesag")
_GROUP_WORDS = {
    word: role for role in (Role.OPEN_GROUP, Role.CLOSED_GROUP) for word in ALL_WORDS[role].split("|")
} | {"åbent møde": Role.OPEN_GROUP, "lukket møde": Role.CLOSED_GROUP, "lukket dagsorden": Role.CLOSED_GROUP}
_LONGEST = 70
_LONGEST_TITLE = 200


def mark_of(text: str) -> Role | None:
    """Whether the short line `text` is a mark and nothing else: "[Lukket]", "Åbenhed: Åben", "Personsag"."""
    if len(text) > _LONGEST:
        return None
    if _WHOLE.match(text):
        return Role.CLOSED
    return Role.OPEN if _OPEN.match(text) else None


def says_closed(text: str) -> bool:
    """Whether the line is such a mark, or a title with one: "Opsigelse af lejemål (lukket)"."""
    if mark_of(text) is Role.CLOSED:
        return True
    if len(text) > _LONGEST_TITLE:
        return False
    if text[-1:] in ".;,":
        return bool(_IN_TITLE.match(text))
    return bool(
        _IN_TITLE.match(text)
        or _IN_TITLE.search(text, max(0, len(text) - 50))
        or (_NUMBER.match(text) and ends_closed(text))
    )


def ends_closed(text: str) -> bool:
    """Whether the line, a title should it be one, ends in a mark without brackets: "Aftale om fratræden lukket"."""
    return len(text) <= _LONGEST_TITLE and _CLOSED_END.match(text) is not None and text[0] == text[0].upper()


def heads_closed(text: str) -> bool:
    """Whether the line heads closed items rather than marking one: "Lukkede punkter", "Den lukkede del"."""
    return len(text) <= _LONGEST and _WHOLE_GROUP.match(text) is not None


def group_of(text: str) -> Role | None:
    """Whether the line heads the open or the closed items of a list of contents; None when it heads neither."""
    if len(text) > _LONGEST:
        return None
    return Role.CLOSED_GROUP if heads_closed(text) else _GROUP_WORDS.get(text.casefold().rstrip(" :."))


def hinted(texts: Sequence[str]) -> list[int]:
    """The places of the lines that hold any word of a mark, in order."""
    whole = "\n".join(texts).lower()
    found = [start for hint in _HINTS for start in _starts(hint, whole)]
    if not found:
        return []
    ends = list(accumulate(len(text.lower()) + 1 for text in texts))
    return sorted({bisect_right(ends, start) for start in found})


def _starts(word: str, text: str) -> list[int]:
    places: list[int] = []
    at = text.find(word)
    while at >= 0:
        places.append(at)
        at = text.find(word, at + 1)
    return places
