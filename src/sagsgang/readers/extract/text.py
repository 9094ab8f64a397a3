"""Plain text (Markdown too): which characters the bytes are, and the lines."""

import codecs
import re

from sagsgang.readers.extract.extracted import Extracted, numbered, paged
from sagsgang.readers.extract.refused import Refused

NOT_TEXT = "Filen er ikke et dokument, der kan læses (hverken tekst, PDF, Word, OpenDocument eller HTML)."

_WESTERN = "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_MANGLED_LETTER = re.compile("Ã[¦¸¥†˜…]|Ã\x86|Ã\x98|Ã\x85")
_DANISH_LETTER = re.compile("[æøåÆØÅ]")
# What a character of two or three UTF-8 bytes looks like when each byte was taken for a letter of its own.
_FOLLOWING = "[\x80-¿Œ-ž\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_MANGLED = re.compile(f"[Â-ß]{_FOLLOWING}|[à-ï]{_FOLLOWING}{{2}}")


def extract(data: bytes) -> Extracted:
    """The lines of a text. A form feed begins a new page, as programs that turn PDF into text write it."""
    text = decoded(data)
    if len(_CONTROL.findall(text)) > len(text) // 200:
        raise Refused(NOT_TEXT)
    text = _CONTROL.sub("", text)
    if "\f" not in text.rstrip("\f\r\n "):
        return numbered(text.splitlines())
    pages = text.split("\f")
    return paged((line, number) for number, page in enumerate(pages, 1) for line in page.splitlines())


def decoded(data: bytes) -> str:
    """UTF-8, UTF-16 or Windows-1252 as text, and text that was decoded wrongly once before put right."""
    return _repaired(_decoded(data))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if encoding := _bare_utf16(data):
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _western(data)


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: Danish text has a zero in nearly every second byte."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > half * 0.7 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _western(data: bytes) -> str:
    """Windows-1252; its five holes are taken as Latin-1, so that no byte stops a file."""
    return codecs.charmap_decode(data, "strict", _WESTERN)[0]


def _repaired(text: str) -> str:
    """ "Ã¸" back to "ø", when such pairs are commoner than Danish letters."""
    mangled = len(_MANGLED_LETTER.findall(text))
    if not mangled or mangled <= len(_DANISH_LETTER.findall(_MANGLED_LETTER.sub("", text))):
        return text
    return _MANGLED.sub(_put_right, text)


def _put_right(match: re.Match[str]) -> str:
    try:
        return b"".join(_byte(letter) for letter in match.group()).decode("utf-8")
    except UnicodeError:
        return match.group()


def _byte(letter: str) -> bytes:
    return bytes((ord(letter),)) if ord(letter) < 256 else letter.encode("cp1252")
