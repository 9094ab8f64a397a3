"""The text of attachments by page: what can be seen, within bounds, whatever the file is."""

from pathlib import Path

import pytest

from sagsgang.readers.attached.pages import MAX_TEXT, Page, Pages, Source, pages
from tests.readers import made


def read(tmp_path: Path, data: bytes, name: str) -> Pages | None:
    file = tmp_path / "fil"
    file.write_bytes(data)
    return pages(Source(file, name))


@pytest.mark.slow
def test_each_page_of_a_pdf_has_its_number_and_a_broken_word_is_one(tmp_path: Path) -> None:
    found = read(tmp_path, made.pdf("Første side\n#pagebreak()\n#pagebreak()\nHer bor flager-\\ mus."), "a.pdf")
    assert found is not None
    assert [page.number for page in found.pages] == [1, 3]
    assert found.pages[1].text == "Her bor flagermus."


def test_a_text_has_no_pages(tmp_path: Path) -> None:
    assert read(tmp_path, "Én linje\nog én til".encode(), "a.txt") == Pages((Page(0, "Én linje og én til"),), False)


def test_more_than_the_bound_is_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, b"ord " * MAX_TEXT, "a.txt")
    assert found is not None
    assert sum(len(page.text) for page in found.pages) == MAX_TEXT


def test_a_personal_number_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, b"Vedr. 010190-1234", "a.txt")
    assert found is not None
    assert found.personal


@pytest.mark.parametrize(
    ("data", "name"), [(b"", "a.pdf"), (b"%PDF-1.7 halv", "a.pdf"), (b"PK\x03\x04halv", "a.docx"), (b"MZ", "a.exe")]
)
def test_what_cannot_be_read_is_none(tmp_path: Path, data: bytes, name: str) -> None:
    assert read(tmp_path, data, name) is None


def test_a_file_that_is_gone_is_none(tmp_path: Path) -> None:
    assert pages(Source(tmp_path / "væk", "a.pdf")) is None
