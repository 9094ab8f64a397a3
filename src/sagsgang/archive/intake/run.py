"""An import: files in, editions out. Killed at any moment and run again, it ends where an undisturbed one ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Protocol

from sagsgang.archive.intake import journal, spool
from sagsgang.archive.intake.passing import Passing, contest_rivals
from sagsgang.archive.intake.pool import read_files
from sagsgang.archive.intake.spool import Spool
from sagsgang.archive.intake.walk import files
from sagsgang.archive.models import Audience

_AT_ONCE = 50


class Progress(Protocol):
    """Who is told how far an import is."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


@dataclass(slots=True)
class Report:
    """What an import came to, in papers; `refused` counts files and folders that could not be read.

    `lesser` is the number of lesser doubts by the id of the edition that they are about.
    """

    read: int = 0
    new: int = 0
    superseded: int = 0
    unchanged: int = 0
    kept_aside: int = 0
    refused: int = 0
    lesser: dict[int, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return (
            f"read {self.read}, new {self.new}, superseded {self.superseded}, unchanged {self.unchanged}, "
            f"kept aside {self.kept_aside}, refused {self.refused}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import: what to read, for whom, and whom to tell. `refuse` gets each refused path with its reason."""

    paths: tuple[Path, ...]
    audience: Audience
    authority: str
    workers: int
    refuse: Callable[[str, str], None]
    progress: Progress

    def run(self) -> Report:
        """Read every file, then publish the papers in the order of their meetings."""
        report = Report()
        with spool.opened(version("sagsgang")) as spooled:
            spooled.want(files(self.paths, self._refusing(report)))
            self._read(spooled)
            for path, reason in spooled.refusals():
                self._refusing(report)(path, reason)
            report.read = spooled.papers()
            self._publish(spooled, report)
        return report

    def _read(self, spooled: Spool) -> None:
        total = spooled.count()
        done = total - spooled.count_unread()
        for result in read_files(spooled.unread(), self.authority, self.workers):
            spooled.add(result, [journal.fingerprint(self.audience, paper.essence) for paper in result.papers])
            done += 1
            self.progress("Læser", done, total)

    def _publish(self, spooled: Spool, report: Report) -> None:
        passing = Passing(self.audience, report, self._refusing(report))
        contest_rivals(spooled, self.audience, passing.settled)
        papers, done = spooled.in_order(), 0
        while some := list(islice(papers, _AT_ONCE)):
            passing.let_through(some)
            done += len(some)
            self.progress("Udgiver", done, report.read)

    def _refusing(self, report: Report) -> Callable[[str, str], None]:
        def refuse(path: str, reason: str) -> None:
            report.refused += 1
            self.refuse(path, reason)

        return refuse
