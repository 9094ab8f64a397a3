"""What `sagsgang doubts` says of a paper's rivals for the same place."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from sagsgang.archive.differences import differences
from sagsgang.archive.intake.doubts import Supplement, edition_of
from sagsgang.archive.intake.rivals import published_rival, waiting_rivals

if TYPE_CHECKING:
    from sagsgang.archive.intake.aside import Aside
    from sagsgang.paper.model import Paper

_MANY = 12


def rivals(aside: "Aside", edition: "Paper") -> Iterator[str]:
    """Lines about every other paper for the place of `edition`, and what accepting would do to it."""
    for other in waiting_rivals(aside):
        yield f"\nEn anden kandidat til samme møde: {other.id}  {other.source}"
        yield from _compared(edition, edition_of(other, Supplement()))
        yield "Accepteres begge, gælder den, der accepteres sidst; afvis den, der ikke skal gælde."
    if published := published_rival(edition, aside.audience):
        yield f"\nUdgivet nu: {published.address}, udgave {published.version}"
        if published.paper:
            yield from _compared(edition, published.paper)
        yield "Accepteres papiret her, afløser det den udgave."


def after_accepting(others: "tuple[Aside, ...]", address: str, version: int) -> Iterator[str]:
    """What became of the rivals when a paper was accepted as that version of the meeting's papers."""
    if version > 1:
        back = f"sagsgang restore {address} --version {version - 1}"
        yield f"Udgave {version - 1} er afløst. Den kommer tilbage med: {back}"
    for other in others:
        yield (
            f"Den anden kandidat venter stadig: {other.id}  {other.source}\n"
            f"  Afvis den med: sagsgang doubts reject {other.id} --reason ...  Accepteres den, afløser den denne."
        )


def _compared(one: "Paper", other: "Paper") -> Iterator[str]:
    found = list(differences(one, other))
    for line in islice(found, _MANY):
        yield f"- {line}"
    if len(found) > _MANY:
        yield f"- og {len(found) - _MANY} forskelle mere"
    if not found:
        yield "- de åbne dele er ens"
