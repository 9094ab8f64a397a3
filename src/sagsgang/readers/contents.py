"""The contents list: titles with page numbers, with or without dots, on one line or two."""

import re
from itertools import pairwise

from sagsgang.readers.draft import Entry
from sagsgang.readers.marks import group_of
from sagsgang.readers.roles import Role
from sagsgang.readers.titles import parse_title

_DOTS = re.compile(
    r"(?:[\s.…_·]*(?:\.{2,}|…|\. \.|\t|_{3,}|·{3,})[\s.…_·]*| {2,})(?:side )?(?P<page>\d{1,4})$", re.IGNORECASE
)
_SPACE = re.compile(r" (?:side )?(?P<page>\d{1,3})$", re.IGNORECASE)
_LEADERS = re.compile(r"[\s.…_]*(?:\.{3,}|…|\. \.|_{3,})[\s.…_]*$")
_NUMBERED = re.compile(
    r"(?:(?:Punkt|Pkt\.?) {0,2})?(?P<number>\d{1,4})(?:[.:)] ?(?=\D)|[.:)] )(?P<title>.*)$", re.IGNORECASE
)
# "34 Budgetforslag": of such rows the numbers must follow each other.
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,4}) {1,3}(?P<title>[A-ZÆØÅ\"”»].*)$")
_PAGE = re.compile(r"(?:side )?(?P<page>\d{1,4})$", re.IGNORECASE)
# The foot of a page that parts the list.
_SHEET = re.compile(r"(?:side|s\.|page) ?\d{1,3} ?(?:af|/|of) ?\d{1,3}", re.IGNORECASE)
# A title shorter than this fits on its line, so the next line is another title; but for words no title ends with.
_WRAPS_FROM = 55
_NO_LAST_WORD = frozenset(
    re.findall(r"\S+", "ad af at de den der det en et for fra i med om og på samt som til ved vedr.")
)


def parse_contents(lines: list[str]) -> list[Entry]:
    """The entries of the list whose lines (blank ones are "") are given. Titles without own number are counted."""
    rows = _rows(lines)
    form = _form(rows)
    entries: list[Entry] = []
    closed = False
    for text, page in rows:
        if page is None and (group := group_of(text)) is not None:
            closed = group is Role.CLOSED_GROUP
            continue
        own = form.match(text) if form else None
        title = parse_title(own["title"] if own else text)
        number = own["number"].lstrip("0") if own else str(len(entries) + 1)
        if title.text:
            entries.append(
                Entry(number or "0", title.text, page, closed or title.is_open is False, counted=own is None)
            )
    return entries


def _rows(lines: list[str]) -> list[tuple[str, int | None]]:
    filled = [line for line in lines if line and not _SHEET.fullmatch(line)]
    half = len(filled) // 2
    if half > 1 and len(filled) % 2 == 0 and all(map(_PAGE.fullmatch, filled[half:])):
        # Read column by column: all titles, then all pages.
        filled = [line for pair in zip(filled[:half], filled[half:], strict=True) for line in pair]
    spaced = _ascends(filled)
    paged = spaced or any(_DOTS.search(line) or _PAGE.fullmatch(line) for line in filled)
    rows: list[tuple[str, int | None]] = []
    pending = ""
    for line, following in zip(filled, [*filled[1:], ""], strict=False):
        match = _PAGE.fullmatch(line) or _DOTS.search(line) or (_SPACE.search(line) if spaced else None)
        text = f"{pending} {line[: match.start()] if match else line}".strip()
        pending = ""
        if match:
            rows.append((_LEADERS.sub("", text), int(match["page"])))
        elif _PAGE.fullmatch(following) or ((rest := _DOTS.match(following)) and not rest.start()):
            pending = text.rstrip(" .…_")
        elif not _LEADERS.search(line) and (_ends_below(text, following) or (paged and _is_cut(text, following))):
            pending = text
        else:
            rows.append((_LEADERS.sub("", text), None))
    return [row for row in rows if row[0]]


def _form(rows: list[tuple[str, int | None]]) -> re.Pattern[str] | None:
    """How the rows show numbers of their own; None where only a title or two begins with one."""
    if sum(bool(_NUMBERED.match(text)) for text, _ in rows) * 2 > len(rows):
        return _NUMBERED
    found = [int(match["number"]) for match in (_BARE_NUMBER.match(text) for text, _ in rows) if match]
    in_turn = all(after == before + 1 for before, after in pairwise(found))
    return _BARE_NUMBER if in_turn and len(found) > 1 and len(found) * 2 > len(rows) else None


def _ends_below(text: str, following: str) -> bool:
    """Whether the page stands alone on the next line, or after the rest of a long title."""
    return bool(_PAGE.fullmatch(following) or (len(text) > _WRAPS_FROM and _DOTS.search(following)))


def _is_cut(text: str, following: str) -> bool:
    """Whether a line without a page is none of a title's last: among rows with pages, its rest is the next line."""
    if not following or _NUMBERED.match(following):
        return False
    return following[0].islower() or text[-1:] in ("-", ",") or text.rpartition(" ")[2] in _NO_LAST_WORD


def _ascends(filled: list[str]) -> bool:
    """Whether half the lines and the last end in a number, none lower than the one before: pages, and not sizes."""
    titled = [line for line in filled if not _PAGE.fullmatch(line)]
    pages = [match and int(match["page"]) for match in map(_SPACE.search, titled)]
    known = [page for page in pages if page is not None]
    return len(known) > 1 and bool(pages[-1]) and len(known) * 2 >= len(titled) and known == sorted(known)
