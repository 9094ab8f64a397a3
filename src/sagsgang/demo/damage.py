"""What time and copying do to minutes: the damage that the demo's folder shows, each on one paper."""

import re
from collections.abc import Callable
from datetime import date

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


DAMAGE: dict[tuple[str, date], Callable[[str], str]] = {
    ("Direktionen", date(2024, 6, 10)): lose_page,
    ("Direktionen", date(2024, 10, 14)): wrong_weekday,
    ("Direktionen", date(2025, 1, 13)): misread,
    ("Direktionen", date(2025, 8, 11)): forget_access,
    ("Økonomiudvalget", date(2025, 8, 20)): carry_number,
    ("Kommunalbestyrelsen", date(2025, 6, 25)): print_closed,
}
