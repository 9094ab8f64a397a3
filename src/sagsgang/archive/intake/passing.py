"""What becomes of each paper that was read: published, unchanged, kept aside or refused."""

from collections.abc import Callable, Container, Iterable
from typing import Protocol

from django.db import DatabaseError, connection

from sagsgang.archive.attached import with_held_files
from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.intake import journal
from sagsgang.archive.intake.aside import Aside, keep
from sagsgang.archive.intake.folder import held
from sagsgang.archive.intake.lesser import Noted, note
from sagsgang.archive.intake.spool import Spool, Spooled
from sagsgang.archive.models import Audience
from sagsgang.archive.poorer import is_poorer
from sagsgang.archive.publish import Outcome, known, latest, publish_all
from sagsgang.archive.sameness import essence
from sagsgang.archive.sealed import paper_in, paper_of
from sagsgang.readers.base import Doubt
from sagsgang.readers.doubts import doubt


class Counts(Protocol):
    """Where the outcomes are counted."""

    new: int
    superseded: int
    unchanged: int
    kept_aside: int
    lesser: dict[int, int]


def contest_rivals(spool: Spool, audience: Audience, settled: Container[str]) -> None:
    """Mark the papers of this run that claim one place with different contents.

    What is in the archive, or was decided on, is no candidate: the other one is then simply a later edition.
    """
    for group in spool.rivals():
        fresh = [one for one in group if one.name not in settled and not known(paper_in(one.open), audience)]
        if len({one.name for one in fresh}) > 1:
            spool.contest(one.id for one in fresh)


def is_poor_source(read: Spooled, audience: Audience) -> bool:
    """Whether the paper would put something much poorer in the place of what is published."""
    later = paper_in(read.open)
    edition = latest(later, audience)
    earlier = paper_of(edition) if edition else None
    if earlier is None or essence(earlier) == essence(later):
        return False
    doubted = frozenset(one.item for one in read.doubts if one.item)
    return is_poorer(later, earlier, doubted) and not known(later, audience)


class Passing:
    """Lets papers through to the archive, some at a time."""

    def __init__(self, audience: Audience, counts: Counts, refuse: Callable[[str, str], None]) -> None:
        self.settled = journal.settled()
        self._audience = audience
        self._counts = counts
        self._refuse = refuse

    def let_through(self, papers: Iterable[Spooled]) -> None:
        """Publish those that may be, in one transaction, and keep the doubtful ones aside."""
        ready: list[Spooled] = []
        for paper in papers:
            if paper.name in self.settled:
                self._counts.unchanged += 1
            elif paper.contested or paper.whole is not None:
                self._keep_aside(paper)
            elif is_poor_source(paper, self._audience):
                self._keep_aside(paper, doubt("poorer"))
            else:
                ready.append(paper)
        self._publish(ready)

    def _publish(self, ready: list[Spooled]) -> None:
        try:
            papers = [with_held_files(paper_in(paper.open), self._audience) for paper in ready]
            published = publish_all(papers, self._audience)
        except (NotPublishable, DatabaseError) as error:
            self._publish_apart(ready, error)
        else:
            noted = [
                Noted(one.edition, paper.source, paper.doubts) for one, paper in zip(published, ready, strict=True)
            ]
            note(noted)
            for one, reading in zip(published, noted, strict=True):
                self._count(one.outcome)
                self._counts.lesser[one.edition.pk] = len(reading.lesser())

    def _publish_apart(self, ready: list[Spooled], error: Exception) -> None:
        """One of them could not be published, and took the others down with it."""
        if len(ready) > 1:
            for paper in ready:
                self._publish([paper])
        elif isinstance(error, NotPublishable):
            self._refuse(ready[0].source, str(error))
        elif connection.is_usable():
            self._refuse(ready[0].source, f"kan ikke gemmes i databasen ({type(error).__name__})")
        else:
            raise error

    def _count(self, outcome: Outcome) -> None:
        setattr(self._counts, outcome.value, getattr(self._counts, outcome.value) + 1)

    def _keep_aside(self, paper: Spooled, *more: Doubt) -> None:
        rival = (doubt("two_candidates"),) if paper.contested else ()
        with held():
            keep(
                Aside(
                    id=paper.name,
                    audience=self._audience,
                    source=paper.source,
                    digest=paper.digest,
                    paper=paper_in(paper.whole or paper.open),
                    doubts=paper.doubts + rival + more,
                )
            )
        self._counts.kept_aside += 1
