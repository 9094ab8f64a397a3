"""An item's title where it stands a second time, with or without its number and a mark of access."""

import re

from sagsgang.readers.draft import squeezed
from sagsgang.readers.titles import Title

_WRAPPED = 250
# "7. ", "7) ", "7 - ", "Pkt. 7: ", and as scanned: "l. ".
_NUMBER = re.compile(r"(?:(?:punkt|pkt)\.? ?)?[\dlIOZ]{1,3} ?(?:[.):]|[-–](?= ))? ?", re.IGNORECASE)
_OPEN = " Åbent"


def same_title(one: str, other: str) -> bool:
    """Whether two titles are one, of which either may be cut."""
    if one == other:
        return bool(one)
    if abs(len(one) - len(other)) > _WRAPPED:
        return False
    a, b = squeezed(one), squeezed(other)
    return bool(a and b) and (a == b or (len(b) > 20 and a.startswith(b)) or (len(a) > 20 and b.startswith(a)))


def repeats(text: str, title: str) -> bool:
    """Whether a line is the title again, whatever number stands before it."""
    if same_title(text, title):
        return True
    number = _NUMBER.match(text)
    return number is not None and same_title(text[number.end() :], title)


def without_mark(said: Title, title: str) -> tuple[str, bool | None]:
    """The repeated title and what it says of access: "7. Stien (Åbent)", "7. Stien Åbent"."""
    if said.is_open is None and said.text.endswith(_OPEN) and not title.endswith(_OPEN):
        return said.text.removesuffix(_OPEN), True
    return said.text, said.is_open
