"""A reading in a few lines that a person can take in: the meeting, its items, and what is doubtful."""

from collections.abc import Iterator

from sagsgang.danish.dates import full_date
from sagsgang.paper.findings import findings
from sagsgang.paper.model import Access, Item, Paper, PaperKind
from sagsgang.readers.base import Reading
from sagsgang.readers.doubts import is_serious

_LONGEST = 100


def summary(source: str, reading: Reading) -> str:
    """The lines, ending without a line end."""
    return "\n".join((f"{source}: {_meeting(reading.paper)}", *_items(reading.paper), *_doubtful(reading)))


def _meeting(paper: Paper) -> str:
    kind = "Referat" if paper.kind is PaperKind.MINUTES else "Dagsorden"
    when = full_date(paper.date) if paper.date else "uden dato"
    start = f" kl. {paper.start:%H:%M}" if paper.start else ""
    place = f", {paper.place}" if paper.place else ""
    return f"{kind}, {paper.body or 'ukendt udvalg'}, {when}{start}{place}"


def _items(paper: Paper) -> Iterator[str]:
    for item in paper.items:
        mark = "" if item.access is Access.OPEN else " (lukket)"
        yield f"  {item.number}. {item.title}{mark}"
        yield from _inside(item)


def _inside(item: Item) -> Iterator[str]:
    if item.case_number:
        yield f"     Sagsnr. {item.case_number}"
    for decision in item.decisions:
        text = " ".join(decision.text.split())
        short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
        yield f"     {decision.body} {decision.date:%d-%m-%Y}: {short}"
    if item.attachments:
        yield f"     Bilag: {len(item.attachments)}"


def _doubtful(reading: Reading) -> Iterator[str]:
    for doubt in reading.doubts:
        at = f" (punkt {doubt.item})" if doubt.item else f" (linje {doubt.line})" if doubt.line else ""
        yield f"  {'Alvorlig tvivl' if is_serious(doubt) else 'Tvivl'}{at}: {doubt.message}"
    for finding in findings(reading.paper):
        at = f" (punkt {finding.item})" if finding.item else ""
        yield f"  Stemmer ikke{at}: {finding.message}"
