"""A person's verdict on a paper kept aside."""

from dataclasses import dataclass, replace
from datetime import date

from sagsgang.archive.attached import with_held_files
from sagsgang.archive.intake import journal
from sagsgang.archive.intake.aside import Aside, every, remove
from sagsgang.archive.intake.folder import held
from sagsgang.archive.intake.journal import Verdict
from sagsgang.archive.intake.lesser import Noted, note
from sagsgang.archive.models import Audience
from sagsgang.archive.publish import Published, publish
from sagsgang.archive.withhold import safe_edition
from sagsgang.paper.model import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What a person knows and the source does not say."""

    body: str | None = None
    day: date | None = None


def waiting() -> tuple[Aside, ...]:
    """The papers kept aside. One that was decided on before a power cut took it away is taken away now."""
    settled = journal.settled()
    with held():
        papers = tuple(every())
        for paper in papers:
            if paper.id in settled:
                remove(paper)
    return tuple(paper for paper in papers if paper.id not in settled)


def edition_of(aside: Aside, supplement: Supplement) -> Paper:
    """What would be published of `aside`."""
    paper = aside.paper
    return safe_edition(replace(paper, body=supplement.body or paper.body, date=supplement.day or paper.date))


def accept(aside: Aside, supplement: Supplement) -> Published:
    """Publish what is safe of it and take it out of the intake; raises NotPublishable when something is missing."""
    audience = Audience(aside.audience)
    published = publish(with_held_files(edition_of(aside, supplement), audience), audience)
    note([Noted(published.edition, aside.source, aside.doubts)])
    _settle(aside, Verdict.ACCEPTED, "")
    return published


def reject(aside: Aside, reason: str) -> None:
    """Take it out of the intake unpublished."""
    _settle(aside, Verdict.REJECTED, reason)


def _settle(aside: Aside, verdict: Verdict, reason: str) -> None:
    with held():
        journal.decide(aside.id, verdict, reason)
        remove(aside)
