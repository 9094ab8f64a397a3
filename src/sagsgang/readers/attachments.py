"""Lists of attachments, however a table was flattened into lines, and the two lists of an item made one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sagsgang.danish.numbers import parse_number
from sagsgang.readers.draft import Slot, squeezed
from sagsgang.readers.hyphen import join

# Also with a dash or a blank in it, and with the letters that a scanner makes of digits.
_NUMBER = r"\d[\dOIl]{2}[-–]\s?[\dOIl]{4}[-–]\s{0,3}[\dOIl]{1,8}"
_LABEL = r"\(?dok(?:ument)?\.? ?(?:nr|nummer)\b\.?:? ?"
_ENDS = re.compile(rf"(?:\s|(?<=\s)\(|(?<=r[.:] )|(?<=r ))(?P<number>{_NUMBER})\)?$")
_ONLY = re.compile(rf"(?:{_LABEL})?{_NUMBER}\)?$", re.IGNORECASE)
_FIRST = re.compile(rf"(?P<number>{_NUMBER})\s+(?P<title>[^\W\d_].*)$")
_BEFORE_NUMBER = re.compile(rf"[\s,;:–-]+(?:{_LABEL})?$|\s{_LABEL}$", re.IGNORECASE)
_DIGITS = str.maketrans("–OIl", "-011", "()")
_HALF = re.compile(r"(?P<title>(?:.*\S)??)\s{0,10}(?P<half>\d[\dOIl]{2}[-–][\dOIl]{4}[-–])$")
# The second line of a row of which both cells were wrapped.
_REST = re.compile(r"(?P<title>[^\t]{1,200})\t(?P<half>\d{1,8})")
_BULLET = re.compile(r"[-·•*–]\s+")
_NONE = frozenset({"ingen", "ingen bilag", "-", "–", "ingen."})
_COUNT = re.compile(r"^\d{1,2}\. ")
_CLOSED = re.compile(r" \(lukket\)$")
_PAGE = re.compile(r"[0-9]{1,3}")
_COLUMN_HEADS = frozenset(
    {"titel", "titeldokumentnr", "dokumentnr", "bilagsnr", "titelbilagsnr", "titeldokumentnummer"}
)
_WRAPS_FROM = 55
_LONGEST_NUMBER = 30


@dataclass(frozen=True, slots=True)
class Listed:
    """One attachment as listed."""

    title: str
    number: str | None = None
    closed: bool = False


def parse_attachments(slot: Slot) -> list[Listed]:
    """The attachments that the lines of one list name."""
    found: list[Listed] = []
    chunk: list[str] = []
    before: list[str] = []
    lines = [line for line in slot.lines if squeezed(line) not in _COLUMN_HEADS]
    for line in [*_uncounted(_whole_numbers(lines)), ""]:
        if line:
            chunk.append(line)
        elif chunk:
            before = _take(chunk, before, found)
            chunk = []
    found.extend(_plain(before))
    return [listed for listed in found if squeezed(listed.title) not in _COLUMN_HEADS]


def _take(chunk: list[str], before: list[str], found: list[Listed]) -> list[str]:
    """Make rows of the lines that stand together; what may still get its number from the next chunk comes back."""
    numbers = list(takewhile(_ONLY.match, chunk)) if before else []
    if numbers:
        _pair(before, numbers, found)
        before, chunk = [], chunk[len(numbers) :]
    elif before and len(before[-1]) >= _WRAPS_FROM and chunk[0][0].islower():
        *before, first = before
        chunk[0] = join(first, chunk[0])
    found.extend(_plain(before))
    pending: list[str] = []
    if titles := _two_columns(chunk):
        _pair(chunk[:titles], chunk[titles:], found)
        return pending
    for line in chunk:
        title, number = _row(line)
        if number is None:
            pending.append(line)
        elif title:
            found.extend(_ending(pending, title, number))
            pending = []
        else:
            found.append(_listed(" ".join(pending) or number, number))
            pending = []
    return pending


def _two_columns(chunk: list[str]) -> int:
    """How many titles stand first, all the numbers below them, where a table was read column by column; else 0."""
    half = len(chunk) // 2
    apart = len(chunk) % 2 == 0 and half > 1 and all(map(_ONLY.match, chunk[half:]))
    return half if apart and not any(_row(line)[1] for line in chunk[:half]) else 0


def _pair(titles: list[str], numbers: list[str], found: list[Listed]) -> None:
    """Titles in one chunk and their numbers in the next: as many of each, or one title wrapped over lines."""
    if len(titles) == len(numbers):
        found.extend(_listed(title, _tight(number)) for title, number in zip(titles, numbers, strict=True))
    else:
        found.append(_listed(" ".join(titles), _tight(numbers[0])))
        found.extend(_listed(number, _tight(number)) for number in numbers[1:])


def _ending(pending: list[str], title: str, number: str) -> list[Listed]:
    """A row with its number, and the lines right before it: its own beginning, or rows without numbers."""
    if pending and (title[0].islower() or len(pending[-1]) >= _WRAPS_FROM):
        return [*_plain(pending[:-1]), _listed(join(pending[-1], title), number)]
    return [*_plain(pending), _listed(title, number)]


def is_row(line: str) -> bool:
    """Whether the line is a row of such a list: a title and a document's number."""
    return all(_row(line))


def _row(line: str) -> tuple[str, str | None]:
    if _ONLY.match(line):
        return "", _tight(line)
    if line[0].isdigit() and (first := _FIRST.match(line)):
        return first["title"], _tight(first["number"])
    match = _ENDS.search(line, max(0, len(line) - _LONGEST_NUMBER))
    if match:
        head = line[: match.start("number")]
        # In a table the title is all of its cell, whatever it ends in.
        title = head if head[-1] == "\t" else _BEFORE_NUMBER.sub("", head).strip(" (")
        return title.strip(), _tight(match["number"])
    title, tab, number = line.rpartition("\t")
    if tab and parse_number(number):
        return title.strip(), number.strip()
    return line, None


def _plain(lines: Iterable[str]) -> list[Listed]:
    named = (line for line in lines if not _PAGE.fullmatch(line))
    return [_listed(line, None) for line in named if line.strip(" .").casefold() not in _NONE]


def _listed(title: str, number: str | None) -> Listed:
    bullet = _BULLET.match(title)
    title = title[bullet.end() if bullet else 0 :]
    bare = _CLOSED.sub("", title)
    return Listed(" ".join(bare.split()), number, bare != title)


def _tight(number: str) -> str:
    """The number alone, as it is written: without label, blanks and a scanner's letters."""
    begin = next((at for at, sign in enumerate(number) if sign.isdigit()), 0)
    return "".join(number[begin:].split()).translate(_DIGITS)


def _whole_numbers(lines: Sequence[str]) -> list[str]:
    """The lines with numbers that were wrapped after a hyphen made whole again."""
    whole: list[str] = []
    skip = -1
    for at, line in enumerate(lines):
        if at <= skip:
            continue
        half = _HALF.match(line) if line.endswith(("-", "–")) else None
        following = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i]), -1) if half else -1
        rest = lines[following].strip() if following > 0 else ""
        if rest.translate(_DIGITS).isdigit():
            line = f"{line}{rest}"
            skip = following
        elif half and half["title"] and (cells := _REST.fullmatch(rest)):
            line = f"{half['title']} {cells['title']}\t{half['half']}{cells['half']}"
            skip = following
        whole.extend(_rows_of(line.strip()))
    return whole


def _rows_of(line: str) -> list[str]:
    """The rows of a line on which two stand side by side, a title and a number each."""
    cells = line.split("\t") if line.count("\t") > 2 else []
    if len(cells) % 2 or not cells or not all(map(_ONLY.match, cells[1::2])):
        return [line]
    return [f"{title}\t{number}" for title, number in zip(cells[::2], cells[1::2], strict=True)]


def _uncounted(lines: list[str]) -> list[str]:
    """Without the numbers of a list whose every line is counted: "1. ", "2. "; titles in a table keep their own."""
    filled = [line for line in lines if line]
    counted = all(line.startswith(f"{count}. ") for count, line in enumerate(filled, 1))
    if not counted or any(_row(line)[1] for line in filled):
        return lines
    return [line.partition(" ")[2] for line in lines]


def merged(lists: Sequence[list[Listed]]) -> list[Listed]:
    """The lists of one item as one: the first that has numbers leads, and others add only what it lacks."""
    if not lists:
        return []
    lead = next((index for index, listed in enumerate(lists) if any(one.number for one in listed)), 0)
    whole = _unwrapped(
        lists[lead], {squeezed(one.title) for i, each in enumerate(lists) if i != lead for one in each}
    )
    for index, listed in enumerate(lists):
        if index != lead:
            whole.extend(added(whole, listed))
    return whole


def _unwrapped(listed: list[Listed], others: set[str]) -> list[Listed]:
    """A title that stands on two rows here and on one in the other list is one."""
    whole: list[Listed] = []
    for one in listed:
        before = whole[-1] if whole else None
        if before and before.number is None and squeezed(before.title + one.title) in others:
            whole[-1] = Listed(f"{before.title} {one.title}", one.number, one.closed)
        else:
            whole.append(one)
    return whole


def added(known: Sequence[Listed], listed: Sequence[Listed]) -> list[Listed]:
    """What `listed` names beyond `known`; titles may be wrapped in one of the two."""
    left = [(squeezed(one.title), one) for one in listed]
    for one in known:
        left = [pair for pair in left if pair[0]]
        beyond = _without(left, squeezed(one.title))
        left = beyond if len(beyond) < len(left) else _without(left, squeezed(_COUNT.sub("", one.title)))
    return [one for words, one in left if words]


def _without(listed: list[tuple[str, Listed]], title: str) -> list[tuple[str, Listed]]:
    for start in range(len(listed)):
        have = ""
        for end in range(start, min(start + 4, len(listed))):
            have += listed[end][0]
            if have == title:
                return listed[:start] + listed[end + 1 :]
            if not title.startswith(have):
                break
    return listed
