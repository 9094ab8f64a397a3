"""What time and copying do to minutes: the damage that the demo's folder shows, each on one paper."""

import re
from collections.abc import Callable

CANARY = "KANARIEFUGL"
# A replacement number (the day plus 60), which no person has.
NUMBER = "611290-4207"


def lose_page(text: str) -> str:
    """The page with the heading of item 2 is gone, up to its decision."""
    start = text.index("\nPunkt 2:")
    end = text.index("\nDirektionens møde den", start)
    return text[:start] + text[end:]


def wrong_weekday(text: str) -> str:
    """The weekday does not fit the date."""
    return text.replace("Mandag", "Tirsdag", 1)


def misread(text: str) -> str:
    """A scanner read some letters wrong."""
    return text.replace("Mødedato", "Møtedato").replace("Indholdsfortegnelse", "Indholdsfortegneise")


def forget_access(text: str) -> str:
    """The second open item says neither Åbent nor Lukket."""
    found = [match.start() for match in re.finditer("\nÅbent\n", text)]
    return text[: found[1]] + text[found[1] + len("\nÅbent") :]


def carry_number(text: str) -> str:
    """A civil registration number stands in an open text."""
    return text.replace("fordelingen på områder", f"fordelingen på områder (se henvendelse fra {NUMBER})", 1)


def print_closed(text: str) -> str:
    """A closed item was printed with its text."""
    heading = re.search(r"\nPunkt \d+: Lukket: .*\n", text)
    if heading is None:
        return text
    secret = f"\nSagsfremstilling\n\n{CANARY}: det må kun ses bag lukkede døre.\n"
    return text[: heading.end()] + secret + text[heading.end() :]


# By the board, how many years ago, and the month.
DAMAGE: dict[tuple[str, int, int], Callable[[str], str]] = {
    ("Direktionen", 2, 6): lose_page,
    ("Direktionen", 2, 10): wrong_weekday,
    ("Direktionen", 1, 1): misread,
    ("Direktionen", 1, 8): forget_access,
    ("Økonomiudvalget", 1, 8): carry_number,
    ("Kommunalbestyrelsen", 1, 6): print_closed,
}
