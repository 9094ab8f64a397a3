"""The demo's folder of minutes: one file a paper, as a municipality would have them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from sagsgang.demo.calendar import WRITTEN
from sagsgang.demo.damage import DAMAGE
from sagsgang.demo.papers import papers
from sagsgang.paper.model import Item, Paper, PaperKind
from sagsgang.writers import plain

_AGENDAS_TOO = 3


def files(today: date = WRITTEN) -> Iterator[tuple[str, str]]:
    """Name and text of every file, in the order of the meetings; the last minutes have their agenda beside them."""
    every = tuple(papers(today))
    minutes = [paper for paper in every if paper.kind is PaperKind.MINUTES]
    for paper in (*every, *map(agenda_of, minutes[-_AGENDAS_TOO:])):
        yield _name(paper), _text(paper, today)


def write(folder: Path, today: date) -> None:
    """Write every file that there is by `today` into `folder`."""
    for name, text in files(today):
        (folder / name).write_text(text, "utf-8")


def agenda_of(paper: Paper) -> Paper:
    """The agenda that went before some minutes: the same items without what the meeting decided."""
    return replace(paper, kind=PaperKind.AGENDA, absences=(), items=tuple(map(_undecided, paper.items)))


def _undecided(item: Item) -> Item:
    earlier = tuple(decision for decision in item.decisions if decision is not item.decisions[-1])
    return replace(item, decisions=earlier)


def _name(paper: Paper) -> str:
    word = "referat" if paper.kind is PaperKind.MINUTES else "dagsorden"
    return f"{paper.date} {paper.body} {word}.txt"


def _text(paper: Paper, today: date) -> str:
    text = plain.write(paper)
    if paper.kind is PaperKind.AGENDA or paper.body is None or paper.date is None:
        return text
    harm = DAMAGE.get((paper.body, today.year - paper.date.year, paper.date.month))
    return harm(text) if harm else text
