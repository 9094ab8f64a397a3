"""Pages that are pictures: a clear word without tesseract, their text with it."""

from pathlib import Path

import pypdfium2
import pytest
import typst

from sagsgang.readers.extract import Refused, extract, extracted, ocr
from tests.readers import made

TEXT = (
    "Forvaltningen foreslår, at gulvet i hallen udskiftes i løbet af sommeren, så foreningerne kan begynde den nye"
    " sæson på et ordentligt underlag. Udgiften afholdes inden for rammen."
)


def picture_of(page: str, folder: Path, *, also: str = "") -> bytes:
    """A PDF whose first page is a picture of the page that the Typst source makes; then the page `also`."""
    printed = pypdfium2.PdfDocument(made.pdf(page))
    bitmap = printed[0].render(scale=200 / 72, grayscale=True)
    (folder / "page.grey").write_bytes(bytes(bitmap.buffer))
    size = f"width: {bitmap.width}, height: {bitmap.height}"
    (folder / "scan.typ").write_text(
        '#set page(paper: "a4", margin: 0pt)\n'
        f'#image(read("page.grey", encoding: none), format: (encoding: "luma8", {size}), width: 100%)\n{also}',
        encoding="utf-8",
    )
    return typst.compile(folder / "scan.typ", root=folder)


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_program", lambda: None)


@pytest.fixture
def tesseract() -> None:
    if not ocr.is_installed():
        pytest.skip("needs the program tesseract with Danish (tesseract-ocr, tesseract-ocr-dan)")


@pytest.mark.usefixtures("no_tesseract")
def test_a_scanned_pdf_is_refused_with_the_way_out_when_tesseract_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Installér programmet tesseract"):
        extract(picture_of(TEXT, tmp_path), "scan.pdf")


@pytest.mark.usefixtures("no_tesseract")
def test_a_scanned_page_among_others_is_told_of_and_the_rest_is_read(tmp_path: Path) -> None:
    found = extracted(picture_of(TEXT, tmp_path, also="#pagebreak()\nMed tekst"), "scan.pdf")
    assert ([line.text for line in found.lines], found.unread_pages) == (["Med tekst"], (1,))


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_a_scanned_pdf_is_read_with_its_paragraphs(tmp_path: Path) -> None:
    lines = extract(picture_of(f"= Punkt 1: Nyt gulv\n{TEXT}\n\n{TEXT}", tmp_path), "scan.pdf")
    assert [line.text for line in lines] == ["Punkt 1: Nyt gulv", "", TEXT, "", TEXT]
    assert {line.page for line in lines} == {1}


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_a_scanned_page_among_others_is_read_in_its_place(tmp_path: Path) -> None:
    data = picture_of("Først på side et.", tmp_path, also="#pagebreak()\nMed tekst")
    found = extracted(data, "scan.pdf")
    assert [(line.text, line.page) for line in found.lines if line.text] == [
        ("Først på side et.", 1),
        ("Med tekst", 2),
    ]
    assert found.unread_pages == ()
