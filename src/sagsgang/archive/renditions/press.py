"""The work itself, in a child process without a database: a paper and its kept files become a PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sagsgang.paper.model import Paper
from sagsgang.writers import pdf
from sagsgang.writers.annexes import write_with_annexes


@dataclass(frozen=True, slots=True)
class Job:
    """What to print: how large, which items (none: all), and with which files, by SHA-256 (None: without any)."""

    paper: Paper
    size_pt: float = pdf.STANDARD
    items: tuple[str, ...] = ()
    files: Mapping[str, Path] | None = None


def press(job: Job) -> bytes:
    """The PDF. Raises CannotRender, NoSuchItem."""
    if job.files is not None:
        return write_with_annexes(job.paper, job.files)
    return pdf.write(job.paper, job.size_pt, job.items)
