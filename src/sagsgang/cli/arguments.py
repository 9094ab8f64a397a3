"""What the commands' arguments have in common."""

import argparse
from datetime import date
from typing import TypeAlias

# In quotes: at run time the type takes no argument.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


def positive(text: str) -> int:
    """A whole number from 1."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("skal være mindst 1")
    return number


def day(text: str) -> date:
    """A date as 2024-03-04."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("skal være en dato som 2024-03-04") from error
