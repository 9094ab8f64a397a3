"""The work itself, in a child process without a database: a paper and its kept files become a PDF, or Word."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from sagsgang.paper.excerpt import excerpt
from sagsgang.paper.model import Paper
from sagsgang.writers import pdf
from sagsgang.writers.annexes import write_with_annexes


@dataclass(frozen=True, slots=True)
class Job:
    """What to print: how large, which items (none: all), and with which files, by SHA-256 (None: without any).

    `word`: as a Word document instead, without files and in the ordinary size.
    """

    paper: Paper
    size_pt: float = pdf.STANDARD
    items: tuple[str, ...] = ()
    files: Mapping[str, Path] | None = None
    word: bool = False


def press(job: Job) -> bytes:
    """The document's bytes. Raises CannotRender, NoSuchItem."""
    if job.word:
        return _word(excerpt(job.paper, job.items) if job.items else job.paper)
    if job.files is not None:
        return write_with_annexes(job.paper, job.files)
    return pdf.write(job.paper, job.size_pt, job.items)


def _word(paper: Paper) -> bytes:
    """Its library is loaded in the child that needs it only."""
    return cast("bytes", import_module("sagsgang.writers.word").write(paper))
