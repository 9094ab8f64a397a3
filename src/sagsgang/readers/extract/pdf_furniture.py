"""Running heads, feet and page numbers: what stands at the same height on page after page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sagsgang.readers.extract.pieces import Piece, Sheet

_ZONE = 0.14  # of the page's height, at the top and at the bottom
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[-–]\s?)?(?:side|page|s\.)?\s?\d{1,4}(?:\s?(?:af|/|of|-|–)\s?\d{1,4})?(?:\s?[-–])?", re.IGNORECASE
)
_CLOCK = re.compile(r"\d[.:]\d\d")
_PAGE_WORD = re.compile(r"\b(?:side|page)\s?\d{1,4}(?:\s?(?:af|/|of)\s?\d{1,4})?", re.IGNORECASE)
Key = tuple[str, int]
Band = list[Piece]


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without what repeats in their margins; a head's words stay once, where they stand first.

    The head may be the only place that names the body and the day.
    """
    seen = Counter(key for sheet in sheets for key in {_key(piece) for piece in _margin(sheet)})
    repeated = {key for key, count in seen.items() if count >= _enough(len(sheets))}
    said: set[str] = set()
    return [_cleared(sheet, repeated, said, len(sheets)) for sheet in sheets]


def _enough(pages: int) -> int:
    """On how many pages a piece must stand: the first may lack it, and left and right pages may differ."""
    if pages < 8:
        return max(2, pages - 1)
    return round(0.4 * pages)


def _cleared(sheet: Sheet, repeated: set[Key], said: set[str], pages: int) -> Sheet:
    bands = _bands(sheet)
    head = _outermost(bands, sheet, repeated, pages)
    foot = _outermost(bands[::-1], sheet, repeated, pages)
    gone = {id(piece) for band in (*head, *foot) for piece in band}
    first_words = [new for band in head for piece in band if (new := _new_words(piece, said))]
    rest = [piece for piece in sheet.pieces if id(piece) not in gone]
    return replace(sheet, pieces=(*first_words, *rest))


def _outermost(bands: list[Band], sheet: Sheet, repeated: set[Key], pages: int) -> list[Band]:
    """The bands from the page's edge inwards that are furniture; in a short file, only when clear of the text."""
    found = []
    for band in bands:
        if not _is_furniture(band, sheet, repeated):
            break
        found.append(band)
    if not found or pages >= 4 or len(found) == len(bands):
        return found
    clear = abs(found[-1][0].y - bands[len(found)][0].y) > 1.6 * found[-1][0].size
    return found if clear else []


def _is_furniture(band: Band, sheet: Sheet, repeated: set[Key]) -> bool:
    middle = sheet.height * _ZONE < band[0].y < sheet.height * (1 - _ZONE)
    return not middle and all(_key(piece) in repeated or _is_page_number(piece, sheet) for piece in band)


def _is_page_number(piece: Piece, sheet: Sheet) -> bool:
    """A number alone in the margin that is this page's own, or that says that it is a page's."""
    if not _PAGE_NUMBER.fullmatch(piece.text.strip()):
        return False
    number = _DIGITS.search(piece.text)
    return bool(_PAGE_WORD.search(piece.text)) or (number is not None and int(number.group()) == sheet.number)


def _new_words(piece: Piece, said: set[str]) -> Piece | None:
    words = _PAGE_WORD.sub("", piece.text).strip(" -–|,")
    # A browser prints the hour of printing on top.
    is_stamp = _CLOCK.search(words) and sum(map(str.isalpha, words)) < 4
    if len(words) < 4 or is_stamp or words in said:
        return None
    said.add(words)
    return replace(piece, text=words)


def _bands(sheet: Sheet) -> list[Band]:
    """The pieces by height, from the top; those of one baseline together."""
    ordered = sorted(sheet.pieces, key=lambda piece: -piece.y)
    return [list(band) for _, band in groupby(ordered, key=lambda piece: round(piece.y / 3))]


def _margin(sheet: Sheet) -> Iterator[Piece]:
    edge = sheet.height * _ZONE
    return (piece for piece in sheet.pieces if not edge < piece.y < sheet.height - edge)


def _key(piece: Piece) -> Key:
    return _DIGITS.sub("0", piece.text.strip()), round(piece.y / 3)
