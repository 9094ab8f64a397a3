"""Rows to paragraphs: which line ends the author meant, and which the page's width made."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sagsgang.readers.extract.pieces import Row
from sagsgang.readers.hyphen import BREAKS, join, known_words
from sagsgang.readers.profiles import FALLBACK
from sagsgang.readers.roles import MEETING, OPENERS, Role

# Paragraphs stand apart in a file where lines close under each other are nearly all full.
_FEWEST_FULL = 3
_MOST_SHORT = 0.05
_MOST_EVEN = 0.8
_EARLY = 0.2  # of a line's width
_BULLET = re.compile(r"[•·▪●◦‣\uf0b7]\s|o\s(?=[A-ZÆØÅ])")
_SOFT_MARKER = re.compile(r"[-–—*]\s|\d{1,3}[.)]\s|[a-zæøå][.)]\s")
_PAGE = re.compile(r"\d{1,4}\Z")
# No paragraph ends on one of these; after the last two a number with a full stop is a date, not a list's first point.
_LEANING = re.compile(r"\b(?:på|om|til|og|i|af|med|fra|ved|under|over|mod|pr\.|ca\.|kr\.|nr\.|(?P<dated>den|d\.))\Z")
# "Beslutning i Økonomiudvalget den 1. oktober 2018:", "Økonomiudvalgets møde den 1. oktober 2018:"
_DECISION = re.compile(
    r"(?:Beslutning(?: i)? [A-ZÆØÅ][^:.\d]{2,60}|[A-ZÆØÅ][^:.\d]{2,60}s møde) den "
    r"\d{1,2}(?:\. ?[a-z]{3,9} |[-.]\d{1,2}[-.])\d{4} ?:?$"
)
_HEADINGS = frozenset(word for word, role in FALLBACK.words.items() if role in OPENERS - {Role.NUMBERS})
_ALONE = frozenset(word for word, role in FALLBACK.words.items() if role in (Role.OPEN, Role.CLOSED))
_LABELS = frozenset(word for word, role in FALLBACK.words.items() if role in MEETING - {Role.KIND, Role.REMARKS})
_LONGEST_HEADING = 110
_MARKS = str.maketrans({"•": "-", "▪": "-", "●": "-", "‣": "-", "\uf0b7": "-"})


@dataclass(frozen=True, slots=True)
class _Measures:
    """How a file is set: the usual distance of lines for each size of type, and where lines end, in points."""

    leading: dict[int, float]
    edge: dict[int, float]
    local_edge: dict[int, float]  # of the block that a row (by its identity) is in
    is_spaced: bool = False  # whether paragraphs stand further apart than their lines
    is_justified: bool = False

    def is_close(self, first: Row, second: Row) -> bool:
        """Whether two rows stand as far apart as the lines of one paragraph."""
        usual = self.leading.get(round(second.size), 1.1 * second.size)
        return first.bottom - second.y <= 1.2 * usual + 0.5

    def is_full(self, first: Row, second: Row) -> bool:
        """Whether the next row's first word had no room on the first."""
        return self.room(first, second) < -0.1 * first.size

    def is_even(self, row: Row) -> bool:
        """Whether the line reaches the edge to the point."""
        return abs(self.edge.get(row.page, row.x1) - row.x1) < 1

    def room(self, first: Row, second: Row) -> float:
        """What the next row's first word would have left free behind the first row, in points."""
        return self.edge.get(first.page, first.x1) - first.x1 - 0.2 * first.size - second.lead

    def is_set_even(self, first: Row, second: Row) -> bool:
        """Whether the line may have ended early for the sake of the lines below it."""
        return self.room(first, second) < _EARLY * (self.edge.get(first.page, first.x1) - first.x0)


def paragraphs(rows: Sequence[Row], edges: dict[int, float]) -> Iterator[tuple[str, int]]:
    """The lines of a document with the page that each begins on; blank lines stand between paragraphs.

    `edges` says for each page where its lines end on the right, in points.
    """
    measures = _measures(rows, edges)
    known = known_words([row.text for row in rows])
    group: list[Row] = []
    for row in rows:
        if group and not _goes_on(group, row, measures):
            yield _text(group, known), group[0].page
            if _has_gap(group[-1], row, measures):
                yield "", row.page
            group = []
        group.append(row)
    if group:
        yield _text(group, known), group[0].page


def _measures(rows: Sequence[Row], edges: dict[int, float]) -> _Measures:
    measures = _Measures(_leading(rows, edges), edges, _local_edges(rows))
    close = [(one, other) for one, other in pairwise(rows) if _is_under(one, other) and measures.is_close(one, other)]
    plain = [pair for pair in close if _same_type(*pair) and not pair[0].is_table and not _is_item(pair[1])]
    full = sum(measures.is_full(*pair) for pair in plain)
    even = sum(measures.is_full(*pair) and measures.is_even(pair[0]) for pair in plain)
    short = sum(not measures.is_set_even(*pair) for pair in plain)
    return replace(
        measures,
        is_spaced=full >= _FEWEST_FULL and short <= _MOST_SHORT * len(plain),
        is_justified=full >= _FEWEST_FULL and even >= _MOST_EVEN * full,
    )


def edges(rows: Sequence[Row], widths: dict[int, float]) -> dict[int, float]:
    """Where lines end on each page, in points: for pages of one width alike."""
    alike: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        alike[round(widths[row.page])].append(row)
    usual = {width: _edge(found, width) for width, found in alike.items()}
    return {page: usual.get(round(width), width) for page, width in widths.items()}


def _edge(rows: Sequence[Row], width: float) -> float:
    """The rightmost end that many lines reach; where only few are long, margins are taken to be of one width."""
    ends = sorted(row.x1 for row in rows)
    farthest = ends[int(0.97 * (len(ends) - 1))]
    left = min(row.x0 for row in rows)
    near = sum(end > farthest - 0.08 * (farthest - left) for end in ends)
    return farthest if near >= max(4, 0.15 * len(ends)) else max(farthest, width - left)


def _local_edges(rows: Sequence[Row]) -> dict[int, float]:
    """Where the lines end in each run of rows with one left edge and one type, close under each other."""
    found: dict[int, float] = {}
    run: list[Row] = []
    for row in rows:
        if run and not _is_under(run[-1], row):
            found.update(dict.fromkeys(map(id, run), max(each.x1 for each in run)))
            run = []
        run.append(row)
    found.update(dict.fromkeys(map(id, run), max((each.x1 for each in run), default=0.0)))
    return found


def _is_under(first: Row, second: Row) -> bool:
    alike = first.page == second.page and abs(first.size - second.size) < 0.5 and abs(first.x0 - second.x0) < 1
    return alike and not second.is_table and 0 < first.bottom - second.y < 1.6 * first.size


def _leading(rows: Sequence[Row], edge: dict[int, float]) -> dict[int, float]:
    """The commonest distance below a full line, for each size of type."""
    seen: dict[int, Counter[float]] = defaultdict(Counter)
    for first, second in pairwise(rows):
        drop = first.bottom - second.y
        alike = first.page == second.page and abs(first.size - second.size) < 0.5 and abs(first.x0 - second.x0) < 1
        # The rows of a table or a contents list stand apart as they like.
        is_text = alike and not (first.is_table or second.is_table)
        if is_text and 0 < drop < 3 * first.size and first.x1 > 0.93 * edge[first.page]:
            seen[round(first.size)][round(drop * 2) / 2] += 1
    return {size: drops.most_common(1)[0][0] for size, drops in seen.items()}


def _goes_on(group: list[Row], row: Row, measures: _Measures) -> bool:
    """Whether `row` is one more line of the paragraph that `group` began."""
    last = group[-1]
    if last.is_table or (row.is_table and not _ends_contents_line(group, row)) or _ends_in_leaders(last):
        return False
    if not _same_type(last, row) or _BULLET.match(row.text) or _is_heading(last):
        return False
    if _is_heading(row) and (last.text[-1] in ".:!?" or row.text.casefold() in _ALONE):
        return False
    if row.text.partition(":")[0].casefold() in _LABELS:
        return False
    if last.text[-1] in BREAKS[:4] and row.text[:1].islower():
        return True
    if last.page == row.page and not measures.is_close(last, row):
        return False
    if not measures.is_full(last, row) and not (measures.is_spaced and measures.is_set_even(last, row)):
        return _was_set_narrow(last, row, measures)
    if not _is_aligned(group, row):
        return False
    # Where all lines but a paragraph's last reach the edge, one that does and ends a sentence is hardly the last.
    return not _begins_anew(group, row) or (
        last.page != row.page and measures.is_justified and measures.is_even(last) and _is_open(group, row)
    )


def _same_type(last: Row, row: Row) -> bool:
    if abs(last.size - row.size) > 0.07 * last.size:
        return False
    return last.bold_end == row.bold_start or not (last.all_bold or row.all_bold)


def _is_aligned(group: list[Row], row: Row) -> bool:
    """Same left edge as the line before; a paragraph's first line may stand further in, or, in a list, out."""
    last = group[-1]
    if row.page != last.page and len(group) == 1:
        return abs(row.x0 - last.x0) < 4 * row.size
    shift = row.x0 - last.x0
    if abs(shift) < 0.4 * row.size:
        return True
    if len(group) > 1:
        return False
    if shift > 0:
        return _is_item(last) and shift < 4 * row.size
    return not _is_item(last) and -shift < 4 * row.size


def _begins_anew(group: list[Row], row: Row) -> bool:
    """Whether a row under a full line is a paragraph of its own all the same."""
    last = group[-1]
    finished = last.text[-1] in ".:;!?,"
    if _SOFT_MARKER.match(row.text):
        return finished or (_is_item(group[0]) and row.x0 <= group[0].x0 + 1)
    return row.page != last.page and last.text[-1] in ".:!?" and not row.text[:1].islower()


def _is_open(group: list[Row], row: Row) -> bool:
    return group[-1].text[-1] in ".!?" and not _is_item(row) and not _is_item(group[0])


def _was_set_narrow(last: Row, row: Row, measures: _Measures) -> bool:
    """A line short of the edge in the middle of a sentence: in a narrower block, or before a long word.

    A small letter shows that the sentence goes on, or a number under a word that must be followed by something;
    elsewhere a number may stand under a title as a line of its own.
    """
    if abs(row.x0 - last.x0) > 0.4 * row.size:
        return False
    if _leans_on(last, row):
        return True
    if last.text[-1] in ".:;!?" or not row.text[:1].islower() or _SOFT_MARKER.match(row.text):
        return False
    had_room = last.x1 + 0.2 * last.size + row.lead < measures.local_edge.get(id(last), last.x1)
    return not had_room or last.x1 > 0.6 * measures.edge.get(last.page, last.x1)


def _leans_on(last: Row, row: Row) -> bool:
    """Whether a number below belongs to the line's last word: "mindreforbrug på", "13,8 mio. kr."."""
    if not row.text[0].isdigit() or not (leaning := _LEANING.search(last.text)):
        return False
    return leaning["dated"] is not None or not _SOFT_MARKER.match(row.text)


def _is_heading(row: Row) -> bool:
    """Whether the row says nothing but what minutes have as headings, however it is printed."""
    text = row.text
    if not text[0].isupper() or len(text) > _LONGEST_HEADING:
        return False
    return text.casefold().rstrip(" :") in _HEADINGS or _DECISION.match(text) is not None


def _is_item(row: Row) -> bool:
    return bool(_BULLET.match(row.text) or _SOFT_MARKER.match(row.text))


def _ends_in_leaders(row: Row) -> bool:
    return _contents(row.text) is not None


def _contents(text: str) -> tuple[str, str] | None:
    """A contents line's words and its page number, when dots lead from one to the other."""
    page = _PAGE.search(text, max(0, len(text) - 5))
    if page is None:
        return None
    before = text[: page.start()]
    words = before.rstrip(" .…_\t")
    dots = before[len(words) :]
    return (words, page.group()) if dots.count(".") >= 3 or "…" in dots else None


def _ends_contents_line(group: list[Row], row: Row) -> bool:
    """The second line of a contents entry, with the page number after a gap: "… fra den\\n14. november ... 8"."""
    return len(group) < 4 and _ends_in_leaders(row) and not _is_item(row)


def _has_gap(last: Row, row: Row, measures: _Measures) -> bool:
    both_listed = (last.is_table and row.is_table) or (_is_item(last) and _is_item(row))
    if last.page != row.page:
        return not both_listed
    return not measures.is_close(last, row) or not (_same_type(last, row) or last.is_table)


def _text(group: list[Row], known: frozenset[str]) -> str:
    text = group[0].text
    for row in group[1:]:
        text = join(text, row.text, known)
    if (contents := _contents(text)) is not None:
        text = ".....\t".join(contents)
    return text[:1].translate(_MARKS) + text[1:]
