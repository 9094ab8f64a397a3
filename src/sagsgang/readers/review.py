"""The doubts that any paper can raise, whatever layout or format it was read from."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.danish.personal_data import find_personal, may_identify
from sagsgang.paper.model import Access, Decision, Item, Paper
from sagsgang.readers.base import Doubt
from sagsgang.readers.doubts import doubt

_UNSURE = 0.5


def review(paper: Paper, closed_by_word: frozenset[str], lines: Mapping[str, int]) -> tuple[Doubt, ...]:
    """What is doubtful about `paper`.

    `closed_by_word`: the numbers of the items that the source itself calls closed; `lines`: where the items begin.
    """
    return (
        *_of_the_whole(paper),
        *_repeated(paper, lines),
        *(one for item in paper.items for one in _of_item(item, item.number in closed_by_word, lines)),
    )


def _of_the_whole(paper: Paper) -> Iterable[Doubt]:
    if paper.body is None:
        yield doubt("no_body")
    if paper.date is None:
        yield doubt("no_date")
    if not paper.items:
        yield doubt("no_items")


def _repeated(paper: Paper, lines: Mapping[str, int]) -> Iterable[Doubt]:
    for number, times in Counter(item.number for item in paper.items).items():
        if times > 1:
            yield doubt("duplicate_item", number, lines.get(number))


def _of_item(item: Item, closed_by_word: bool, lines: Mapping[str, int]) -> Iterable[Doubt]:
    line = lines.get(item.number)
    number = item.number or None
    if closed_by_word and (item.sections or item.decisions or item.attachments):
        yield doubt("text_after_closed", number, line)
    if _holds_civil_number(item):
        yield doubt("personal_number", number, line)
    yield from _of_decisions(item, number, line)


def _of_decisions(item: Item, number: str | None, line: int | None) -> Iterable[Doubt]:
    for decision in item.decisions:
        if decision.outcome.primary is OutcomeKind.RECOMMENDED and _is_last(decision, item):
            yield doubt("no_next_body", number, line)
        if decision.outcome.confidence < _UNSURE:
            yield doubt("low_confidence", number, line)


def _is_last(decision: Decision, item: Item) -> bool:
    """Whether nothing says who comes after: neither the route, nor who decides, nor a later treatment."""
    if item.route:
        return item.route[-1] == decision.body
    others = [(other.body, other.date) for other in item.decisions]
    others += [(other.body, other.date) for other in item.treatments]
    later = [body for body, when in others if when > decision.date]
    return all(body in (None, decision.body) for body in (item.deciding_body, *later))


def _holds_civil_number(item: Item) -> bool:
    texts = [*_open_texts(item)]
    return may_identify("\n".join(texts)) and any(map(find_personal, texts))


def _open_texts(item: Item) -> Iterable[str]:
    yield item.extract
    if item.access is not Access.OPEN:
        return
    yield item.title
    yield from (part.text for part in item.sections if part.access is Access.OPEN)
    yield from (part.title for part in item.attachments if part.access is Access.OPEN)
    yield from (part.text for part in item.decisions if part.access is Access.OPEN)
