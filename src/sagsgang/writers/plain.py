"""A paper as plain text in the layout of the municipal systems (L1), which the reader reads back without loss."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from sagsgang.paper.model import Access, Attachment, Decision, Item, Paper, Section, SectionKind
from sagsgang.writers import wording
from sagsgang.writers.mistakable import mistakable

# Before a line: what follows is text, whatever it looks like. Invisible, and in no source that we know of.
GUARD = "\u2060"
# Under a line: what stands above is the heading of a section, whatever it says.
UNDERLINE = "~~~"
KNOWN_HEADINGS = {
    "Resume og sagens baggrund": SectionKind.SUMMARY,
    "Indstillinger": SectionKind.RECOMMENDATION,
    wording.PRESENTATION: SectionKind.PRESENTATION,
    "Økonomiske konsekvenser": SectionKind.FINANCES,
}
# "Administrativ bemærkning den 24. november 2015:" is known by its beginning and its colon.
_REMARK = re.compile(r"Administrativ bemærkning(?: [^:]{0,30})?$")


def write(paper: Paper) -> str:
    """`paper` as text: blocks with a blank line between, ending in a line end."""
    titles = frozenset(item.title for item in paper.items)
    items = (block for item in paper.items for block in _item(item, titles))
    blocks = (*_header(paper, titles), *_contents(paper), *items)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _header(paper: Paper, titles: Collection[str]) -> Iterator[str]:
    yield paper.authority or ""
    kind = wording.kind_name(paper)
    yield wording.title(paper).replace(kind, kind.upper(), 1)
    yield from (f"{label} {value}" for label, value in wording.facts(paper))
    yield _list(wording.MEMBERS, paper.members)
    yield _list(wording.ABSENCES, paper.absences)
    if paper.remarks:
        yield wording.REMARKS
        yield _guarded(paper.remarks, titles, numbered=not paper.items)


def _contents(paper: Paper) -> Iterator[str]:
    if paper.items:
        paged = any(item.toc_page is not None for item in paper.items)
        yield wording.CONTENTS
        yield "\n".join(_contents_line(item, paged) for item in paper.items)


def _contents_line(item: Item, paged: bool) -> str:
    # Where others have pages, dots without one say that the title does not go on in the next line.
    page = "" if item.toc_page is None else f"\t{item.toc_page}"
    return wording.item_title(item) + ("....." if paged else "") + page


def _item(item: Item, titles: Collection[str]) -> Iterator[str]:
    yield f"Punkt {item.number}: {wording.item_title(item)}"
    if item.access is Access.OPEN or wording.holds_more(item):
        yield from _content(item, titles)
    if extract := wording.extract(item):
        yield f"{wording.EXTRACT}\n{UNDERLINE}"
        yield _guarded(extract, titles)


def _content(item: Item, titles: Collection[str]) -> Iterator[str]:
    yield wording.PRESENTATION
    yield f"{item.number}. {item.title}"
    yield wording.access_word(item)
    yield " ".join(f"{label}: {value}" for label, value in wording.numbers(item))
    nameless = tuple(takewhile(lambda section: not section.heading, item.sections))
    # Text without a heading stands before the first of them, or it would be read as that heading's.
    yield from (_guarded(section.text, titles) for section in nameless)
    for label, value in wording.handling(item):
        yield label
        yield value
    for section in item.sections[len(nameless) :]:
        yield from _section(section, titles)
    yield from _attachments(item.attachments)
    yield _list(wording.TREATMENTS, map(wording.treatment, item.treatments))
    for decision in item.decisions:
        yield from _decision(decision, titles)


def _section(section: Section, titles: Collection[str]) -> Iterator[str]:
    yield _heading(section)
    yield _guarded(section.text, titles)


def is_known(section: Section) -> bool:
    """Whether the section's heading alone says what it heads."""
    return section.access is Access.OPEN and KNOWN_HEADINGS.get(section.heading) == section.kind


def _heading(section: Section) -> str:
    if is_known(section):
        return section.heading
    if section.access is Access.OPEN and section.kind is SectionKind.REMARK and _REMARK.match(section.heading):
        return f"{section.heading}:"
    return section.heading and f"{section.heading}{wording.closed_mark(section.access)}\n{UNDERLINE}"


def _attachments(attachments: Sequence[Attachment]) -> Iterator[str]:
    rows = [
        "\t".join(filter(None, (part.title + wording.closed_mark(part.access), part.document_number)))
        for part in attachments
    ]
    if rows:
        # A title without a number could go on in the next row, did it not stand alone.
        lone = any(part.document_number is None for part in attachments)
        yield wording.ATTACHMENTS
        yield ("\n\n" if lone else "\n").join(rows)


def _decision(decision: Decision, titles: Collection[str]) -> Iterator[str]:
    yield wording.decision_heading(decision) + wording.closed_mark(decision.access)
    yield _guarded(decision.text, titles) or wording.NO_DECISION


def _list(heading: str, rows: Iterable[str]) -> str:
    lines = [f"- {row}" for row in rows]
    return "\n".join((heading, "", *lines)) if lines else ""


def _guarded(text: str, titles: Collection[str], *, numbered: bool = False) -> str:
    """`text` with a guard before each line that a reader could take for a heading, a label or a page number.

    `numbered`: also before numbered lines, which are items where a paper has no others.
    """
    return "\n".join(
        GUARD + line if mistakable(line, titles) or (numbered and line[:1].isdigit()) else line
        for line in text.split("\n")
    )
