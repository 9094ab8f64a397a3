"""A file's bytes to what the house keeps of an attachment. Nothing is thrown away for being unreadable."""

from dataclasses import dataclass
from typing import NamedTuple

from sagsgang.readers.attached import kinds, office, pdf_parts, rich
from sagsgang.readers.attached.personal import personal
from sagsgang.readers.attached.warnings import Warned, in_order
from sagsgang.readers.extract import Refused, extracted
from sagsgang.readers.extract.dispatch import NO_TEXT
from sagsgang.readers.extract.ocr import FAILED, MISSING
from sagsgang.readers.extract.sniff import ENCRYPTED

_READ = frozenset({kinds.PDF, kinds.WORD, kinds.OPEN_TEXT, kinds.PLAIN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a file is. `refusal`: why it cannot be an attachment, "" when it can; `ending`: that of its kind.

    `pages` is None where nobody knows; `text` is what can be searched.
    """

    refusal: str = ""
    ending: str = ""
    media_type: str = ""
    text: str = ""
    pages: int | None = None
    warnings: tuple[Warned, ...] = ()


def contents(data: bytes, name: str) -> Contents:
    """Look at a file that somebody wants to attach. It raises nothing: what is wrong is told."""
    try:
        kind = kinds.kind_of(data, name)
    except Refused as refused:
        return Contents(refusal=refused.reason)
    text, codes = _read(data, name, kind)
    pages, searched, found, hidden = _looked(data, kind)
    codes |= found | personal(f"{name}\n{text}\n{searched}")
    if not text and not codes & {"encrypted", "unreadable"}:
        text = searched
    if not text.strip() and not codes & {"encrypted", "unreadable"}:
        codes.add("no_text")
    return Contents(
        ending=kind.ending,
        media_type=kind.media_type,
        text=text.strip().replace("\x00", ""),
        pages=pages,
        warnings=in_order(codes, hidden),
    )


def _read(data: bytes, name: str, kind: kinds.Kind) -> tuple[str, set[str]]:
    """The text by our readers, and why there is none."""
    if kind is kinds.LOCKED:
        return "", {"encrypted"}
    if kind not in _READ:
        return "", set() if kind.office or kind.media_type.startswith("image/") else {"unreadable"}
    try:
        found = extracted(data, name)
    except Refused as refused:
        return "", {"encrypted"} if refused.reason == ENCRYPTED else _silent(refused.reason)
    codes = {"no_text"} if found.unread_pages else set()
    return "\n".join(line.text for line in found.lines), codes


def _silent(reason: str) -> set[str]:
    return {"no_text"} if reason in {NO_TEXT, MISSING, FAILED} else {"unreadable"}


class _Looked(NamedTuple):
    """The pages, all text even of heads and comments, the codes of what hides, and the pages where text does."""

    pages: int | None = None
    text: str = ""
    codes: frozenset[str] = frozenset()
    hidden: tuple[int, ...] = ()


def _looked(data: bytes, kind: kinds.Kind) -> _Looked:
    if kind is kinds.PDF:
        parts = pdf_parts.look(data)
        return _Looked(parts.pages, codes=frozenset(parts.codes), hidden=parts.hidden)
    if kind is kinds.RICH:
        return _Looked(codes=frozenset(rich.look(data)))
    if not kind.office:
        return _Looked(1 if kind.media_type.startswith("image/") else None)
    try:
        found = office.look(data)
    except Refused as refused:
        return _Looked(codes=frozenset({"encrypted" if refused.reason == ENCRYPTED else "unreadable"}))
    return _Looked(found.pages, "\n".join(found.text), frozenset(found.codes))
