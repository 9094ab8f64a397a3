"""Minutes as files, as a secretary would have them: written by the writers, so that the reader knows them well."""

from datetime import date, timedelta
from pathlib import Path

from sagsgang.paper.model import Paper
from sagsgang.writers import plain
from tests.archive.papers import CLOSED_STUB, decision, item, minutes, section

FIRST = date(2023, 1, 2)


def weekly(count: int, body: str = "Direktionen") -> list[Paper]:
    """Minutes of meetings a week apart, each with a text of its own."""
    return [_one(FIRST + timedelta(weeks=week), body) for week in range(count)]


def write(folder: Path, papers: list[Paper]) -> Path:
    """A file a paper, in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for paper in papers:
        (folder / f"{paper.date} {paper.body}.txt").write_text(plain.write(paper))
    return folder


def _one(day: date, body: str) -> Paper:
    text = section(f"Sagen fra den {day:%d-%m-%Y} handler om vinduer i skolen.")
    whole = item(sections=(text,), decisions=(decision("Godkendt.", day, body, ()),))
    return minutes(day, whole, CLOSED_STUB, body=body)
