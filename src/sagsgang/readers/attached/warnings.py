"""What a clerk is told about a file before others see it: a code, and one sentence each."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Warned(NamedTuple):
    """A warning. The message is Danish, and quotes nothing of the file."""

    code: str
    message: str


ON_PAGES = " Se side "
_PAGES = 20  # that are named
SENTENCES = {
    "tracked_changes": "Filen har rettelser, der er sporet. Acceptér eller afvis dem, og læg filen ind igen.",
    "comments": "Filen har kommentarer. Slet dem, og læg filen ind igen.",
    "hidden_text": "Filen har skjult tekst. Slet den, eller gør den synlig, og læg filen ind igen.",
    "black_boxes": "Der står tekst under sorte felter, og den kan stadig kopieres. Fjern selve teksten.",
    "hidden_cells": "Regnearket har skjulte ark, rækker eller kolonner. Slet eller vis dem, og læg filen ind igen.",
    "hidden_slides": "Præsentationen har skjulte dias eller talenoter. Slet dem, og læg filen ind igen.",
    "inner_files": "Der ligger andre data inde i filen, fx regnearket bag et diagram. Indsæt et billede i stedet.",
    "author": "Filen fortæller, hvem der har skrevet den. Fjern navnene under filens egenskaber.",
    "encrypted": "Filen er beskyttet med en adgangskode, så den ikke kan undersøges. Gem den uden adgangskode.",
    "unreadable": "Filen kan ikke læses, så den er ikke undersøgt for personnumre. Se den igennem.",
    "no_text": "Der er ingen tekst at læse i filen, så den er ikke undersøgt for personnumre. Se den igennem.",
    "personal_number": "Der står noget, der ligner et personnummer, i filen. Fjern det, eller luk bilaget.",
    "account_number": "Der står noget, der ligner et kontonummer, i filen. Se efter, om det må vises.",
}


def warned(code: str) -> Warned:
    """The warning with its sentence."""
    return Warned(code, SENTENCES[code])


def in_order(codes: Iterable[str], pages: Sequence[int] = ()) -> tuple[Warned, ...]:
    """The warnings of those codes, in the order of the list above; `pages` are those with black boxes."""
    wanted = set(codes)
    return tuple(_with(warned(code), pages) for code in SENTENCES if code in wanted)


def _with(one: Warned, pages: Sequence[int]) -> Warned:
    if one.code != "black_boxes" or not pages:
        return one
    named = ", ".join(map(str, pages[:_PAGES])) + (" …" if len(pages) > _PAGES else "")
    return Warned(one.code, f"{one.message}{ON_PAGES}{named}.")
