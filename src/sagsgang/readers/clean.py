"""Damage that says nothing is taken out of the lines before they are read: marks, signs, table bars."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, repeat

from sagsgang.readers.base import Line
from sagsgang.readers.roles import CORE_WORDS, MEETING_WORDS, Role, table

# Before a line of our own plain text: what follows is text, whatever it looks like.
GUARD = "\u2060"
# Under a line of our own plain text: what stands above is the heading of a section, whatever it says.
UNDERLINE = "~~~"

_SPACES = "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003"
_NOTHING = "\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"
# Signs of print for those of the keyboard: hyphens, a wide colon, letters that are joined.
_PLAIN = {"\u2010": "-", "\u2011": "-", "\uff1a": ":", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl"}
_MINUS = re.compile(r"(?<=\d)\u2212(?=\d)")
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|[a-zA-Z]{2,8});")
_TAG = re.compile(r"</?(?:u|b|i|em|strong|span|p|font|sup|sub|h[1-6]|div|br)(?: [^<>]{0,200})?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br ?/?>(?=[ \t]*[^\s<])", re.IGNORECASE)
# Bullets as the symbol fonts of a word processor have them.
_SYMBOL = re.compile(r"^([ \t]*)[\uf02d\uf0a7\uf0a8\uf0b7\uf0d8▪■●◦‣][ \t]+", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:#|https?:)[^()\s]{0,200}\)")
# Markdown writes so what would else begin a list or a heading.
_ESCAPED_START = re.compile(r"^([ \t]*\d{0,4})\\(?=[-.*+#)])", re.MULTILINE)
_QUOTED = re.compile(r"^>[ \t]?", re.MULTILINE)
_RULE = re.compile(r"[\s|:+]*-{3,}[\s|:+-]*")
# A line drawn across the page.
_DRAWN = re.compile(r"[-_=–—]{3,}$|[*_](?: ?[*_]){2,}$|-(?: -){2,}$")
_MARKED = ("|", "---", "\n#", "\n*", "\n_", "\n=", "\n–", "\n—")
_BETWEEN = re.compile(r"(?<=\w) {1,9}(?=\w)")
_DOUBLED = 2
_SHORTEST_MARKED = 4
# With the line end before it, to which the search can leap.
_SPACED = re.compile(r"\n\w \w \w \w")
# Our own Markdown: a heading, and right under it or below "Åbent" a list of facts with bold labels.
_OWN_MARKDOWN = re.compile(r"^- \*\*(?:Mødedato|Sagsnr\.:?)\*\* ", re.MULTILINE)
_DEFINITION = re.compile(r"^- \*\*([^*\n]{1,60})\*\* ?", re.MULTILINE)
_SECTION = re.compile(r"^### ([^\n]{1,300})\n\n", re.MULTILINE)
_CLOSED_MARK = " (lukket)"
# Markdown has no lettered lists: ours have the letter behind the bullet.
_LETTERED = re.compile(r"^( *)- (?=[a-z]\) )", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*\[\]<|_&~#>+=.)-])")
# Of these words alone is known that they are headings.
_SURE = frozenset(word for word, role in table(MEETING_WORDS, CORE_WORDS).items() if role is not Role.AFTERWARDS)
_FACTS = frozenset(table(MEETING_WORDS, CORE_WORDS)) | {"sagsnr", "j.nr", "dokumentnr"}
_SPACED_CAPITALS = re.compile(r"(?:[A-ZÆØÅa-zæøå] ){3,}[A-ZÆØÅa-zæøå]$")


def clean_text(text: str) -> str:
    """`text` composed (NFC), with one kind of line end and space, and without marks that only layout needs."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "&" in text and ";" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    for sign in _SPACES:
        if sign in text:
            text = text.replace(sign, " ")
    for sign in _NOTHING:
        if sign in text:
            text = text.replace(sign, "")
    if not text.isascii():
        text = _with_plain_signs(text)
    return _without_markup(text)


def _with_plain_signs(text: str) -> str:
    for sign, plain in _PLAIN.items():
        if sign in text:
            text = text.replace(sign, plain)
    if "\u2212" in text:
        text = _MINUS.sub("-", text)
    return _SYMBOL.sub(r"\1- ", text) if _may_have_symbols(text) else text


def _may_have_symbols(text: str) -> bool:
    return any(sign in text for sign in "\uf02d\uf0a7\uf0a8\uf0b7\uf0d8▪■●◦‣")


def _without_markup(text: str) -> str:
    if _OWN_MARKDOWN.search(text):
        text = _LETTERED.sub(r"\1", _SECTION.sub(_section, text))
        text = _ESCAPED.sub(r"\1", _DEFINITION.sub(_definition, text))
    if "*" in text:
        text = text.replace("***", "").replace("**", "")
    if "<" in text and ("</" in text or "<br" in text):
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "\\" in text:
        text = _ESCAPED_START.sub(r"\1", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "\n>" in text and text.count("\n>") * 2 > text.count("\n") - text.count("\n\n"):
        text = _QUOTED.sub("", text)
    if "  " in text and text.count("  ") * 4 > text.count(" "):
        text = _with_single_spaces(text)
    return text


def _section(match: re.Match[str]) -> str:
    """A section's heading in our own Markdown, underlined as in our plain text where its words alone do not tell."""
    return match[0] if is_telling(match[1]) else f"{match[1]}\n{UNDERLINE}\n"


def is_telling(heading: str) -> bool:
    """Whether the words alone say that they are a heading: "Indstillinger", "Direktionens møde den 2. maj 2016:"."""
    words = heading.casefold()
    return words in _SURE or words.removesuffix(_CLOSED_MARK).endswith(":")


def _definition(match: re.Match[str]) -> str:
    """A row of our own Markdown's list of facts as print has it: "- **Sted** Rådhuset" is "Sted: Rådhuset"."""
    label = match[1].strip(" :")
    return f"{label}: " if label.casefold().rstrip(".") in _FACTS else match[0]


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
    marked = any(sign in whole for sign in _MARKED)
    if marked or _SPACED.search(whole):
        return [_bare(text) for text in texts]
    return texts


def _bare(text: str) -> str:
    if not text:
        return text
    first = text[0]
    if first == "|" or text[-1] == "|" or (" | " in text and "\t" not in text):
        return _cells(text)
    if first == "#":
        return text.strip("# ")
    if first in "-_=*–—" and _DRAWN.match(text):
        return ""
    if first in "*_" and text[-1] == first and len(text) > _SHORTEST_MARKED and text[1] != " ":
        return text.strip("*_")
    if "---" in text and _RULE.fullmatch(text) and ("\t" in text or "|" in text):
        return ""
    if "\t|" in text or "|\t" in text:
        return "\t".join(cell for cell in (part.strip("| ") for part in text.split("\t")) if cell)
    if text[1:2] == " " and _SPACED_CAPITALS.match(text):
        return text.replace(" ", "")
    return text


def _cells(text: str) -> str:
    if _RULE.fullmatch(text):
        return ""
    return "\t".join(cell for cell in (part.strip() for part in text.strip("|").split("|")) if cell)
