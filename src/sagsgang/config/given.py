"""Settings that the environment can give wrongly: a number, one of a few words, names with commas."""

import os
from collections.abc import Sequence

_DIGITS = 9


def number(name: str, usual: int, least: int = 1) -> int:
    """The whole number in the variable, `usual` when it is not set; raises ValueError, in Danish."""
    stated = os.environ.get(name, "").strip() or str(usual)
    whole = stated.isascii() and stated.isdigit() and len(stated) <= _DIGITS
    if not whole or int(stated) < least:
        raise ValueError(f"{name} skal være et helt tal, mindst {least}, ikke {stated[:40]!r}")
    return int(stated)


def one_of(name: str, words: Sequence[str]) -> str:
    """The word in the variable, the first when it is not set; raises ValueError for any other."""
    stated = os.environ.get(name, "").strip() or words[0]
    if stated not in words:
        raise ValueError(f"{name} skal være {' eller '.join(words)}, ikke {stated!r}")
    return stated


def names(name: str, usual: str) -> list[str]:
    """The names in the variable, which stand with commas between them, with or without space."""
    return [one.strip() for one in (os.environ.get(name) or usual).split(",") if one.strip()]
