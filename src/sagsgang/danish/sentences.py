"""A decision's text cut into sentences and bullets, each a verbatim piece of the text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Words that end with a full stop without ending a sentence.
_ABBREVIATIONS = frozenset(
    re.findall(
        r"\w+",
        "adm afd afs alm ang apr aug bl ca cirka dec dir div eks ekskl evt feb febr fg flg fmd forts fx gl hhv "
        "hr iflg ifm ift iht inkl jan jf jfr jr jul jun kap kgl kl maks mdl mhp mht mia mill mio ml ndr nov nr "
        "okt omg pga pkt pr prof ref resp sdr sek sep sept skt stk str tdr tel tilsv tlf vedr vha vs årg øvr",
    )
)
# A short number with a full stop is an ordinal ("1. Skole"), unless one of these counts with it ("punkt 2. Ja").
_COUNTED = re.compile(
    r"(?:punkt\w*|pkt\.?|sag|\w*forslag|etape|fase|niveau|nr\.?|model|bilag|uge|mod|stemte|[-–]|[0-9][-–])$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[.!?][\"”»)]{0,3}\s{1,20}(?=[\"”“„»(]?[A-ZÆØÅ0-9]|[\"“„»][a-zæøå])")
_BULLET = re.compile(r"[ \t]*(?:[-–·•▪*o]|(?P<number>[0-9]{1,2})[.)]|[a-zæøå]\))[ \t]{1,8}(?=\S)")
_QUOTED = re.compile(r"\"[^\"\n]{1,400}\"|”[^”\n]{1,400}”|“[^”“\n]{1,400}[”“]|»[^«\n]{1,400}«")
_LINE = re.compile(r"[^\n\r]+")
_SPACES = re.compile(r"\s+")
_WRAP_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a sentence of a bullet.

    `flat` is `text` in one line of composed Unicode, `low` that in lower case without what stands in quotation marks.
    """

    text: str
    flat: str
    low: str
    bullet: bool = False
    number: str | None = None


def flatten(text: str) -> str:
    """The text in one line: white space to single spaces, Unicode composed (NFC)."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def mask_quotes(flat: str) -> str:
    """The text with what stands in quotation marks blanked out, every other character in its place."""
    if not any(mark in flat for mark in '"”“»'):
        return flat
    return _QUOTED.sub(lambda match: " " * len(match[0]), flat)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; every one's `text` is a substring of it."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    for start, end, bullet, number in _chunks(text):
        for piece in _split(text[start:end]):
            if words := piece.strip():
                flat = flatten(words)
                yield Sentence(words, flat, mask_quotes(flat).lower(), bullet, number)


def _chunks(text: str) -> Iterator[tuple[int, int, bool, str | None]]:
    """Start, end, whether a bullet, and the bullet's number, of each run of lines that belong together."""
    start, end, bullet, number = 0, 0, False, None
    for line in _LINE.finditer(text):
        if not (content := line[0].strip()):
            continue
        mark = _BULLET.match(line[0])
        if end and not mark and _goes_on(text, start, end, line.start(), content):
            end = line.end()
            continue
        if end > start:
            yield start, end, bullet, number
        start = line.start() + (mark.end() if mark else 0)
        end, bullet, number = line.end(), mark is not None, mark["number"] if mark else None
    if end > start:
        yield start, end, bullet, number


def _goes_on(text: str, start: int, end: int, next_start: int, content: str) -> bool:
    """Whether the next line continues this one: the same paragraph, and wrapped rather than ended."""
    if text.count("\n", end, next_start) > 1:
        return False
    last = text.rfind("\n", start, end) + 1 or start
    if text[end - 1] in ".:!?" and content[0].isupper():
        return False
    return not content[0].isupper() or end - last >= _WRAP_WIDTH


def _split(chunk: str) -> Iterator[str]:
    quoted = [match.span() for match in _QUOTED.finditer(chunk)] if _may_quote(chunk) else []
    start = at = 0
    for match in _BOUNDARY.finditer(chunk):
        while at < len(quoted) and quoted[at][1] <= match.start():
            at += 1
        inside = at < len(quoted) and quoted[at][0] <= match.start() < quoted[at][1] - 1
        if inside or (chunk[match.start()] == "." and not _ends(chunk, start, match.start())):
            continue
        yield chunk[start : match.end()]
        start = match.end()
    yield chunk[start:]


def _may_quote(chunk: str) -> bool:
    return any(mark in chunk for mark in '"”“»')


def _ends(chunk: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` ends a sentence: not one of an abbreviation, an initial or an ordinal."""
    words = chunk[max(start, stop - 60) : stop].split()
    if not words:
        return False
    word = words[-1].lstrip('("”“»')
    if word.isdigit() and len(word) <= 2:
        return _is_counted(words[:-1])
    bare = word.lower().rpartition(".")[2]
    return _is_party(words) if len(bare) < 2 else bare not in _ABBREVIATIONS


def _is_party(words: list[str]) -> bool:
    """Whether a single letter ends a list of parties, "A, C og V.", rather than being an initial."""
    return words[-2:-1] == ["og"] and len(words) > 2 and len(words[-3]) == 1 and words[-3].isupper()


def _is_counted(before: list[str]) -> bool:
    """Whether the number after the words `before` is no ordinal: "punkt 2", "punkt 1 og 2"."""
    while len(before) > 1 and before[-1] in ("og", "samt", "til") and before[-2].rstrip(",").isdigit():
        before = before[:-2]
        if before and before[-1].rstrip(",").isdigit():
            before = before[:-1]
    return bool(before) and bool(_COUNTED.search(before[-1]))
