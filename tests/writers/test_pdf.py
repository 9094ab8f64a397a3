"""What is printed: valid, tagged, in reading order, the same every time, whatever the text holds."""

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import page
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from sagsgang.paper.model import Access, Attachment, Paper, SectionKind
from sagsgang.writers import pdf
from tests.strategies import papers
from tests.writers.solbjerg import BOILERS, EMPTY, MINUTES, section

pytestmark = pytest.mark.slow

# Deep structure trees of long papers are no attack.
LIMITS = page.SafetyLimits(max_reference_depth=100_000)
NASTY = (
    '#read("/etc/passwd") $x$ *a* _b_ `c` @ref <lab> // /* \\u{41} [x] #{1+1} '
    "\u6f22 \U0001f600 \x07 \ue000 \ud800 a\u0301 \u2060 \u202e " + "x" * 300
)


A4_WIDTH, MARGIN = 595.3, 70.9  # points; the margin is 25 mm


def failures(data: bytes) -> list[str]:
    """What the validator finds wrong with `data` as PDF/UA-1 and as PDF/A-2a."""
    reports = [page.validate_pdf_bytes(data, profile=name, limits=LIMITS) for name in ("PDF/UA-1", "PDF/A-2A")]
    return [f"{found.rule_id} {found.message}" for report in reports for found in report.failures]


def text_of(data: bytes) -> str:
    """The text of all pages in the order of the content."""
    with pypdfium2.PdfDocument(data) as document:
        text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    return text.replace("\r\n", "\n").replace("\u00a0", " ")


def pages_of(data: bytes) -> int:
    """How many pages `data` has."""
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def with_text(text: str) -> Paper:
    """The minutes with `text` in a section."""
    return replace(MINUTES, items=(replace(BOILERS, sections=(section(SectionKind.OTHER, "Emne", text),)),))


def right_edge(data: bytes, word: str) -> float:
    """How far to the right the last letter of `word` reaches on the first page, in points."""
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage()
        found = text.search(word).get_next()
        assert found
        first, length = found
        return float(text.get_charbox(first + length - 1)[2])


@pytest.mark.parametrize("body", ["Direktionen", "Kommunalbestyrelsen", "Arbejdsmarkedsudvalget"])
@pytest.mark.parametrize("size_pt", [pdf.STANDARD, 14, 18])
def test_the_name_of_a_body_keeps_to_the_margin(body: str, size_pt: float) -> None:
    assert right_edge(pdf.write(replace(EMPTY, body=body), size_pt), body) <= A4_WIDTH - MARGIN


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(papers())
def test_every_paper_is_valid_pdf_ua_and_pdf_a(paper: Paper) -> None:
    assert failures(pdf.write(paper)) == []


@pytest.mark.parametrize("paper", [EMPTY, replace(MINUTES, items=()), MINUTES], ids=["nothing", "no items", "whole"])
@pytest.mark.parametrize("size_pt", [10.5, 16])
def test_small_and_large_print_are_valid(paper: Paper, size_pt: float) -> None:
    assert failures(pdf.write(paper, size_pt)) == []


def test_large_print_needs_more_pages() -> None:
    assert pages_of(pdf.write(MINUTES, 20)) > pages_of(pdf.write(MINUTES))


def test_large_print_parts_only_a_word_that_is_longer_than_a_line() -> None:
    parted = "\ufffe"
    words = "Forvaltningen undersøger mulighederne for energibesparelser i idrætsanlæg og daginstitutioner. "
    assert parted in text_of(pdf.write(with_text(words * 8)))
    assert parted not in text_of(pdf.write(with_text(words * 8), 18))
    assert parted in text_of(pdf.write(with_text("Daginstitutionsenergibesparelsesundersøgelsesmuligheder"), 18))


def test_text_stands_in_reading_order_with_the_words_of_the_layout() -> None:
    text = text_of(pdf.write(MINUTES))
    wanted = (
        "Solbjerg Kommune",
        "Referat",
        "Direktionen",
        "Mødedato",
        "Rådhuset, Mødelokale 2",
        "Indholdsfortegnelse",
        "Punkt 1: Udskiftning af varmecentraler på skolerne",
        "Åbent",
        "999-2024-1187",
        "Resume og sagens baggrund",
        "Indstillinger",
        "Bilag",
        "999-2024-20418",
        "Direktionens møde den 12. februar 2024:",
        "Direktionens møde den 11. marts 2024:",
        "Anbefales.",
        "Punkt 2: Lukket: Salg af grund ved havnen",
        "Punkt 3: Eventuelt",
    )
    at = 0
    for words in wanted:
        at = text.index(words, at) + len(words)


def test_every_item_and_section_is_a_bookmark() -> None:
    with pypdfium2.PdfDocument(pdf.write(MINUTES)) as document:
        found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert [title for level, title in found if level == 0] == [
        "Punkt 1: Udskiftning af varmecentraler på skolerne",
        "Punkt 2: Lukket: Salg af grund ved havnen",
        "Punkt 3: Eventuelt",
    ]
    assert (1, "Indstillinger") in found


def test_the_file_names_its_language_title_and_author() -> None:
    data = pdf.write(MINUTES)
    assert b"/Lang(da-DK)" in data
    with pypdfium2.PdfDocument(data) as document:
        facts = document.get_metadata_dict()
    assert (facts["Title"], facts["Author"]) == ("Referat Direktionen d. 11-03-2024", "Solbjerg Kommune")
    assert facts["CreationDate"].startswith("D:20240311")


def test_the_contents_list_has_the_page_of_each_item() -> None:
    data = pdf.write(MINUTES)
    with pypdfium2.PdfDocument(data) as document:
        first = document[0].get_textpage().get_text_range()
        places = {mark.get_title(): mark.get_dest().get_index() + 1 for mark in document.get_toc() if not mark.level}
    line = next(line for line in first.splitlines() if "Eventuelt" in line)
    assert line.split()[-1] == str(places["Punkt 3: Eventuelt"])


def test_the_same_paper_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib; from sagsgang.writers import pdf; from tests.writers.solbjerg import MINUTES; "
        "print(hashlib.sha256(pdf.write(MINUTES)).hexdigest())"
    )
    others = {subprocess.check_output([sys.executable, "-c", program], text=True).strip() for _ in range(2)}
    assert others == {sha256(pdf.write(MINUTES)).hexdigest()}


def test_text_is_never_taken_for_source() -> None:
    paper = replace(with_text(NASTY), authority=NASTY, body=NASTY, place=NASTY, members=(NASTY,))
    data = pdf.write(paper)
    assert failures(data) == []
    assert '#read("/etc/passwd") $x$ *a* _b_ `c` @ref <lab> // /*' in text_of(data)
    assert "root:" not in text_of(data)


def test_a_sign_that_no_font_holds_is_replaced_and_the_rest_is_printed() -> None:
    assert "før \ufffd efter" in text_of(pdf.write(with_text("før \U0001f600 efter")))


def test_a_long_address_stays_on_the_page() -> None:
    address = "https://solbjerg.example/" + "teknik-og-miljoe/" * 12
    with pypdfium2.PdfDocument(pdf.write(with_text(f"Se {address} for mere."))) as document:
        for sheet in document:
            text = sheet.get_textpage()
            right = max((text.get_charbox(at)[2] for at in range(text.count_chars())), default=0)
            assert right <= sheet.get_width() - 60


def test_closed_parts_of_an_open_item_say_so() -> None:
    text = text_of(pdf.write(MINUTES))
    assert "Klima (lukket)" in text
    assert "Tilbud (lukket)" in text


def test_a_hundred_items_are_one_valid_file() -> None:
    items = tuple(replace(BOILERS, number=str(number), title=f"Sag nummer {number}") for number in range(1, 101))
    data = pdf.write(replace(MINUTES, items=items))
    assert failures(data) == []
    assert "Punkt 100: Sag nummer 100" in text_of(data)


def test_no_stream_ends_where_its_length_is_in_doubt() -> None:
    titles = [f"Bilag {number}" for number in range(40)]
    parts = tuple(Attachment(title=title, document_number=None, access=Access.OPEN) for title in titles)
    for count in range(1, 40):
        item = replace(BOILERS, attachments=parts[:count])
        assert b"\r\nendstream" not in pdf.write(replace(MINUTES, items=(item,)))


def test_what_the_engine_refuses_is_one_clear_error() -> None:
    with pytest.raises(pdf.CannotRender, match=r"\w"):
        pdf.write(MINUTES, float("nan"))
