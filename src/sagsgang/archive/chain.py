"""A chain checked from its first record to its last: links, records and contents."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.utils import timezone

from sagsgang.archive.files import blocks, pdf_file
from sagsgang.archive.models import Body, Content, Edition, RecordKind, Seal
from sagsgang.archive.reason import reason_in
from sagsgang.archive.remarks import Remark
from sagsgang.archive.seal import GENESIS, content_hash, record_hash
from sagsgang.archive.sealed import raw

_AT_ONCE = 200


class Chain:
    """One body's chain under inspection."""

    def __init__(self, body: Body, step: Callable[[], None]) -> None:
        self._body = body
        self._step = step
        self._erasures = _erasures(body)
        self._expected = 1
        self._previous = GENESIS
        self._last: Seal | None = None

    def remarks(self) -> Iterator[Remark]:
        """Everything about it, in the order of its records."""
        records = Seal.objects.filter(body=self._body).select_related("content").order_by("number")
        for seal in records.iterator(chunk_size=_AT_ONCE):
            yield from self._link(seal)
            yield from self._content(seal)
            self._expected, self._previous = seal.number + 1, seal.record_hash
            self._step()

    def _link(self, seal: Seal) -> Iterator[Remark]:
        if seal.number != self._expected:
            yield self._remark(self._expected, "posten er fjernet")
        if record_hash(seal) != seal.record_hash:
            yield self._remark(seal.number, "posten er ændret")
        elif seal.previous_hash != self._previous and seal.number == self._expected:
            # The record holds together and names another one before it, so it is that one which is not the old one.
            yield self._remark(max(seal.number - 1, 1), "posten er ændret, og dens kontrolsum er regnet om")

    def _content(self, seal: Seal) -> Iterator[Remark]:
        content = getattr(seal, "content", None)
        erased = self._erasures.get(seal.number)
        if content is None and erased:
            yield self._remark(seal.number, f"indholdet er slettet {erased}", wrong=False)
        elif content is None:
            yield self._remark(seal.number, "indholdet mangler, uden at en sletning er noteret")
        elif erased:
            yield self._remark(seal.number, f"indholdet står der, selv om det er slettet {erased}")
        elif not is_as_sealed(seal, content):
            what = "PDF-filen mangler eller er ændret" if seal.kind == RecordKind.PDF else "indholdet er ændret"
            yield self._remark(seal.number, what)

    def _remark(self, number: int, message: str, *, wrong: bool = True) -> Remark:
        return Remark(self._body.name, number, message, wrong)


def is_as_sealed(seal: Seal, content: Content) -> bool:
    """Whether `content`, and a PDF's file, is still what the record says."""
    salt = raw(content.salt)
    if seal.kind != RecordKind.PDF:
        return content_hash(salt, (raw(content.data),)) == seal.content_hash
    edition = Edition.objects.filter(pdf=seal).only("pk").first()
    try:
        return edition is not None and content_hash(salt, blocks(pdf_file(edition.pk))) == seal.content_hash
    except OSError:
        return False


def _erasures(body: Body) -> dict[int, str]:
    """When and why, by the number of the record whose content was erased."""
    records = Seal.objects.filter(body=body, kind=RecordKind.ERASURE).select_related("content").order_by("number")
    return {seal.concerns: _when_and_why(seal) for seal in records if seal.concerns is not None}


def _when_and_why(seal: Seal) -> str:
    content = getattr(seal, "content", None)
    try:
        reason = reason_in(raw(content.data)) if content else "?"
    except (ValueError, KeyError, TypeError):
        reason = "?"
    return f"{_moment(seal.sealed_at)}: {reason}"


def _moment(at: datetime) -> str:
    return timezone.localtime(at).strftime("%d-%m-%Y kl. %H.%M")
