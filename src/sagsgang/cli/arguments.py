"""What the commands' arguments have in common."""

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

# In quotes: at run time the type takes no argument.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name

A_PAPER = "fx direktionen/2016-11-28, eller udgavens nummer eller nøgle"
_LAST_PORT = 65_535
_A_YEAR = 31_536_000
_LONGEST_NAME = 200


def place(text: str) -> Path:
    """A file or a folder. An empty one, as a script's unset variable gives, would be the folder one stands in."""
    if not text:
        raise argparse.ArgumentTypeError("må ikke være tom: nævn en fil eller en mappe")
    return Path(text)


def positive(text: str) -> int:
    """A whole number from 1."""
    number = _whole(text)
    if number < 1:
        raise argparse.ArgumentTypeError("skal være mindst 1")
    return number


def port(text: str) -> int:
    """A port to listen on: 1 to 65535."""
    number = _whole(text)
    if not 0 < number <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"skal være fra 1 til {_LAST_PORT}")
    return number


def seconds(text: str) -> float:
    """A time in seconds, not negative."""
    try:
        number = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("skal være et tal som 2 eller 0.5") from error
    if not 0 <= number < _A_YEAR:
        raise argparse.ArgumentTypeError("skal være et antal sekunder fra 0")
    return number


def day(text: str) -> date:
    """A date as 2024-03-04."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("skal være en dato som 2024-03-04") from error


def named(text: str) -> str:
    """A name of a person, a board or an authority, in one line."""
    stated = text.strip()
    if not stated or len(stated) > _LONGEST_NAME or not stated.isprintable():
        raise argparse.ArgumentTypeError(f"skal være et navn på én linje og højst {_LONGEST_NAME} tegn")
    return stated


def reason(text: str) -> str:
    """Why something is done, in words."""
    if not text.strip():
        raise argparse.ArgumentTypeError("må ikke være tom: sig hvorfor")
    return text.strip()


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("skal være et helt tal") from error
