"""A body by any of its names: papers and people write "Direktion", "Direktionen" and "DIR"."""

import re
from collections.abc import Mapping

_NOT_A_LETTER = re.compile(r"[^a-zæøåéü0-9]+")
_ENDINGS = ("erne", "ene", "en", "et", "e")
_BETWEEN = re.compile(r"[,;/>→\n]|\s[-–—]\s")


def plain(name: str) -> str:
    """The name for comparing: small letters, without the definite ending, "og" for "&"."""
    words = _NOT_A_LETTER.sub(" ", name.lower().replace("&", " og ")).split()
    return " ".join(_stem(word) for word in words)


def named(text: str, bodies: Mapping[str, str]) -> str | None:
    """The one body that `text` names; `bodies`: the names, each with its abbreviation. None: none, or several."""
    asked = plain(text)
    found = {name for name, short in bodies.items() if asked and asked in {plain(name), plain(short)}}
    return found.pop() if len(found) == 1 else None


def route(text: str, bodies: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A written route as the bodies' own names in order, and the parts of it that name none."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    found = [(part, named(part, bodies)) for part in parts]
    return tuple(name for _, name in found if name), tuple(part for part, name in found if name is None)


def _stem(word: str) -> str:
    """Without the ending of "udvalg-et", "direktion-en", "kommunalbestyrelse-n"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word.removesuffix("n") if word.endswith("en") else word
