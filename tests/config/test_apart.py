"""Attachments that are read in a process of their own: they say the same there, and harm nobody."""

import zlib

import pytest

from sagsgang.config import apart, settings
from sagsgang.config.apart import contents_apart
from sagsgang.readers.attached import contents

pytestmark = pytest.mark.slow
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
DEPTH, TIMES = 16, 10


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of them its catalog."""
    numbered = b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%%PDF-1.7\n%btrailer\n<</Root 1 0 R>>\n%%%%EOF" % numbered


def stream(data: bytes, said: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode%b>>\nstream\n%b\nendstream" % (len(packed), said, packed)


def form(inner: int) -> bytes:
    resources = b"/Resources<</XObject<</X %d 0 R>>>>" % inner
    return stream(b"/X Do " * TIMES, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources)


def endless() -> bytes:
    """A small file whose one page draws a form that draws a form ten times, and so on: 10^16 in all."""
    forms = [form(6 + place) for place in range(DEPTH)]
    last = stream(b"0 0 1 1 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE, stream(b"/X Do"), *forms, last)


def test_the_house_reads_attachments_apart() -> None:
    assert settings.DOCUMENT_READER == "sagsgang.config.apart.contents_apart"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("Notat om støj ved Åvej\n".encode(), "støj æ.txt"),
        (b"\x00\x01\x02", "ukendt.bin"),
        (b"MZ\x90\x00", "program.exe"),
        (pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"), "tom.pdf"),
    ],
)
def test_a_file_says_there_what_it_says_here(data: bytes, name: str) -> None:
    assert contents_apart(data, name) == contents(data, name)


def test_a_file_that_takes_too_long_is_kept_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_SECONDS", 2)
    found = contents_apart(endless(), "plan.pdf")
    assert (found.ending, found.media_type, found.text, found.refusal) == (".pdf", "application/pdf", "", "")
    assert [code for code, _ in found.warnings] == ["unreadable"]


def test_a_file_that_takes_too_much_memory_is_kept_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_READER", "import sys; sys.stdin.buffer.read(); b'x' * (1 << 60)")
    found = contents_apart(b"tekst", "notat.txt")
    assert [code for code, _ in found.warnings] == ["unreadable"]
