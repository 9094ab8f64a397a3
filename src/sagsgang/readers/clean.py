"""Damage that says nothing is taken out of the lines before they are read: marks, signs, table bars."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, repeat

from sagsgang.readers.base import Line

# Before a line of our own plain text: what follows is text, whatever it looks like.
GUARD = "\u2060"
# Under a line of our own plain text: what stands above is the heading of a section, whatever it says.
UNDERLINE = "~~~"

_SPACES = "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003"
_NOTHING = "\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"
_TAG = re.compile(r"</?(?:u|b|i|em|strong|span|p|font|sup|sub)(?: [^<>]{0,200})?/?>", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+]*-{3,}[\s|:+-]*")
_BETWEEN = re.compile(r"(?<=\w) {1,9}(?=\w)")
_DOUBLED = 2
# With the line end before it, to which the search can leap.
_SPACED = re.compile(r"\n\w \w \w \w")
_SPACED_CAPITALS = re.compile(r"(?:[A-ZÆØÅa-zæøå] ){3,}[A-ZÆØÅa-zæøå]$")


def clean_text(text: str) -> str:
    """`text` composed (NFC), with one kind of line end and space, and without marks that only layout needs."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    for sign in _SPACES:
        if sign in text:
            text = text.replace(sign, " ")
    for sign in _NOTHING:
        if sign in text:
            text = text.replace(sign, "")
    if "*" in text:
        text = text.replace("**", "")
    if "<" in text and "</" in text:
        text = _TAG.sub("", text)
    if "  " in text and text.count("  ") * 4 > text.count(" "):
        text = _with_single_spaces(text)
    return text


def _with_single_spaces(text: str) -> str:
    """The text with half its spaces, where an extraction doubled the ones between words."""
    between = _BETWEEN.findall(text)
    doubled = sum(len(spaces) == _DOUBLED for spaces in between)
    return text.replace("  ", " ") if doubled * 2 > len(between) else text


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text`, cleaned and numbered; a form feed begins a new page."""
    text = clean_text(text)
    if "\f" not in text:
        return tuple(_made(zip(text.splitlines(), count(1), repeat(None))))
    lines: list[Line] = []
    number = 0
    for page, part in enumerate(text.split("\f"), 1):
        lines.append(Line("", number + 1, page))
        for line in part.splitlines():
            number += 1
            lines.append(Line(line, number, page))
    return tuple(lines)


def _made(parts: Iterable[tuple[str, int, int | None]]) -> Iterator[Line]:
    """A line of each, at half the price of calling `Line`."""
    return map(tuple.__new__, repeat(Line), parts)


def clean_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Extracted lines, cleaned as text is."""
    given = tuple(lines)
    texts = clean_text("\n".join(line.text.replace("\n", " ") for line in given)).split("\n")
    return tuple(
        line if line.text == text else Line(text, line.number, line.page)
        for line, text in zip(given, texts, strict=True)
    )


def bare(lines: Sequence[Line]) -> list[str]:
    """The text of each line without what surrounds it: blanks, table bars, Markdown signs, spaced capitals."""
    texts = [line.text.strip() for line in lines]
    whole = "\n".join(["", *texts])
    if "|" in whole or "---" in whole or "\n#" in whole or _SPACED.search(whole):
        return [_bare(text) for text in texts]
    return texts


def _bare(text: str) -> str:
    if not text:
        return text
    first = text[0]
    if first == "|" or text[-1] == "|" or (" | " in text and "\t" not in text):
        return _cells(text)
    if first == "#":
        return text.lstrip("#").strip()
    if "---" in text and _RULE.fullmatch(text) and ("\t" in text or "|" in text):
        return ""
    if text[1:2] == " " and _SPACED_CAPITALS.match(text):
        return text.replace(" ", "")
    return text


def _cells(text: str) -> str:
    if _RULE.fullmatch(text):
        return ""
    return "\t".join(cell for cell in (part.strip() for part in text.strip("|").split("|")) if cell)
