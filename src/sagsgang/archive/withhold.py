"""What of a paper in doubt may be published when a person has accepted it: the rest is withheld."""

from collections import Counter
from dataclasses import replace

from sagsgang.archive.guard import has_number
from sagsgang.archive.texts import Place, item_texts
from sagsgang.paper.model import Access, Item, Paper, SectionKind
from sagsgang.paper.redact import redact

TITLE_WITHHELD = "(titlen er tilbageholdt)"


def safe_edition(paper: Paper) -> Paper:
    """The open edition of `paper` without what the doubts about it were for.

    A part with a personal number is withheld. Where a number stands twice and one of the items is closed, nobody
    knows which of them the closed text belongs to: both are stubs. Item numbers stay as printed.
    """
    return _without_numbers(redact(replace(paper, items=_close_twins(paper.items))))


def _close_twins(items: tuple[Item, ...]) -> tuple[Item, ...]:
    counts = Counter(item.number for item in items)
    closed = {item.number for item in items if item.access is not Access.OPEN}
    return tuple(
        replace(item, access=Access.CLOSED) if counts[item.number] > 1 and item.number in closed else item
        for item in items
    )


def _without_numbers(paper: Paper) -> Paper:
    return redact(
        replace(
            paper,
            place=_clean(paper.place),
            remarks=_clean(paper.remarks),
            members=tuple(name for name in paper.members if not has_number(name)),
            absences=tuple(name for name in paper.absences if not has_number(name)),
            items=tuple(map(_clean_item, paper.items)),
        )
    )


def _clean(text: str | None) -> str | None:
    return None if text is not None and has_number(text) else text


def _clean_item(item: Item) -> Item:
    found = {place for place, text in item_texts(item) if has_number(text)}
    if Place(item.number, "title") in found:
        return replace(item, title=TITLE_WITHHELD, access=Access.CLOSED)
    # The points repeat the recommendation, so either takes the other with it.
    in_points = any(place.part == "points" for place in found)
    return replace(
        item,
        extract="" if Place(item.number, "extract") in found else item.extract,
        sections=tuple(
            replace(section, access=Access.CLOSED)
            if Place(item.number, "sections", index) in found
            or (in_points and section.kind is SectionKind.RECOMMENDATION)
            else section
            for index, section in enumerate(item.sections)
        ),
        points=() if in_points else item.points,
        attachments=tuple(
            replace(part, access=Access.CLOSED) if Place(item.number, "attachments", index) in found else part
            for index, part in enumerate(item.attachments)
        ),
        decisions=tuple(
            replace(part, access=Access.CLOSED) if Place(item.number, "decisions", index) in found else part
            for index, part in enumerate(item.decisions)
        ),
    )
