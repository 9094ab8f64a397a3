"""Word documents: what a clerk finds in Word, what LibreOffice makes of it, and what our own reader takes back."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from sagsgang.archive.sameness import essence
from sagsgang.paper.model import Access, Paper, PaperKind, SectionKind
from sagsgang.readers.read_file import read_file
from sagsgang.readers.registry import read_text
from sagsgang.writers import html, word, wording
from sagsgang.writers.word_styles import STUB
from tests.readers.facts import source
from tests.writers.solbjerg import BOILERS, MINUTES, section

pytestmark = pytest.mark.slow
LAYOUTS = ("L3", "L4", "L5", "L9", "L14", "L16", "L17", "L18", "other")
POINTS = "Byggechefen indstiller, at\n\n3. kedlerne udskiftes\n4. røret lappes"


def opened(paper: Paper = MINUTES) -> Document:
    return docx.Document(io.BytesIO(word.write(paper)))


def styles(document: Document, name: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == name]


def test_items_are_headings_and_their_sections_below_them() -> None:
    document = opened()
    assert styles(document, "Title") == ["Referat Direktionen d.\u00a011-03-2024"]
    assert [text.split(":")[0] for text in styles(document, "Heading 1")] == ["Punkt 1", "Punkt 2", "Punkt 3"]
    assert "Indstillinger" in styles(document, "Heading 2")
    assert styles(document, "Heading 3") == ["Tidsplan"]


def test_each_line_of_the_contents_leads_to_its_heading() -> None:
    body = opened().element.body
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert len(anchors) == len(MINUTES.items)
    assert {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))} >= set(anchors)


def test_lists_are_lists_and_each_begins_at_one() -> None:
    counts = [each.val for each in opened().element.body.iter(qn("w:numId"))]
    assert len(counts) >= 5
    assert len(set(counts)) >= 3


def test_the_head_of_a_table_is_repeated_on_every_page() -> None:
    document = opened()
    assert [table.rows[0]._tr.trPr is not None for table in document.tables] == [True, True]


def test_the_document_speaks_danish_and_says_what_it_is() -> None:
    document = opened()
    assert (document.core_properties.title, document.core_properties.language) == (
        "Referat Direktionen d. 11-03-2024",
        "da-DK",
    )
    assert document.styles["Normal"].element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "da-DK"


def test_pages_are_numbered() -> None:
    footer = opened().sections[0].footer._element
    assert [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_a_closed_stub_holds_nothing_but_its_title() -> None:
    paper = replace(MINUTES, items=(replace(BOILERS, access=Access.CLOSED, sections=(), attachments=()),))
    held = zipfile.ZipFile(io.BytesIO(word.write(paper)))
    assert "Tre centraler" not in held.read("word/document.xml").decode()


def test_a_list_that_goes_on_from_an_earlier_one_keeps_its_numbers() -> None:
    part = section(SectionKind.OTHER, "Videre proces", POINTS)
    paper = replace(MINUTES, items=(replace(BOILERS, points=(), sections=(part,)),))
    (reading,) = read_file(word.write(paper), "a.docx")
    assert "3. kedlerne udskiftes\n4. røret lappes" in reading.paper.items[0].sections[0].text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", PaperKind)
def test_a_paper_of_any_layout_is_the_same_when_it_is_read_back(layout: str, kind: PaperKind) -> None:
    paper = replace(read_text(source(layout))[0].paper, kind=kind)
    (reading,) = read_file(word.write(paper), "a.docx")
    assert essence(reading.paper) == essence(paper)


def test_bullets_in_bullets_come_back_as_they_do_from_a_page() -> None:
    paper = read_text(source("L1"))[0].paper
    (ours,), (page,) = read_file(word.write(paper), "a.docx"), read_file(html.write(paper).encode(), "a.html")
    assert essence(ours.paper) == essence(page.paper)


def test_no_heading_and_no_decision_stands_alone_on_a_page() -> None:
    document = opened()
    stub = next(one for one in document.paragraphs if one.style and one.style.name == STUB)
    numbers = next(one for one in document.paragraphs if one.text.startswith("Sagsnr.:"))
    heading = document.styles["Heading 1"]
    assert isinstance(heading, ParagraphStyle)
    assert stub.style is not None
    kept = (heading, stub.style, numbers)
    assert [one.paragraph_format.keep_with_next for one in kept] == [True, True, True]
    rows = next(one for one in document.tables if one.cell(0, 1).text == wording.DOCUMENT_NUMBER).rows
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for row in rows[-2:] for cell in row.cells)
    assert rows[0].cells[0].width > 2 * rows[0].cells[1].width


def test_a_table_of_twelve_columns_is_set_so_small_that_no_figure_is_parted() -> None:
    text = "\n".join("\t".join(["Bakkeskolen", *["142.545"] * 11]) for _ in range(3))
    finances = section(SectionKind.FINANCES, "Økonomiske konsekvenser", text)
    table = opened(replace(MINUTES, items=(replace(BOILERS, sections=(finances,)),))).tables[0]
    sizes = {run.font.size for cell in table.rows[0].cells for run in cell.paragraphs[0].runs}
    (size,) = sizes
    assert size is not None
    assert Pt(6) <= size < Pt(9)
    # A digit is about half as wide as it is high.
    assert all(cell.width > len("142.545") * size / 2 for cell in table.rows[0].cells)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    items = tuple(replace(item, number=str(place)) for place, item in enumerate(MINUTES.items * 4, 1))
    (tmp_path / "a.docx").write_bytes(word.write(replace(MINUTES, items=items)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    pages = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    texts = [page.get_textpage().get_text_range() for page in pages]
    text = "".join(texts)
    assert "Udskiftning af varmecentraler" in text
    assert f"Side 1 af {len(pages)}" in text
    listed = re.findall(r"^(\d+)\. .*[^\d\r](\d+)\r?$", texts[0], re.MULTILINE)
    assert len(listed) == len(items)
    assert all(f"Punkt {number}:" in texts[int(page) - 1] for number, page in listed)


def test_rows_stay_on_their_page_and_columns_of_a_wide_table_follow_their_texts() -> None:
    names = ("Anlæg", "Budget", "Forbrug", "Bemærkning")
    row = (
        "Søndre Kaj",
        "1.250.000",
        "980.000",
        "Afventer en godkendelse fra staten, ventet i foråret 2028",
    )
    text = "\n".join("\t".join(cells) for cells in (names, row, row))
    finances = section(SectionKind.FINANCES, "Økonomiske konsekvenser", text)
    table = opened(replace(MINUTES, items=(replace(BOILERS, sections=(finances,)),))).tables[0]
    assert all(line._tr.trPr.find(qn("w:cantSplit")) is not None for line in table.rows)
    widths = [cell.width for cell in table.rows[1].cells]
    assert widths[3] == max(widths)
    assert widths[1] > widths[3] / 4
