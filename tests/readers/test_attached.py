"""What the house finds in a file before it becomes an attachment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.readers.attached import contents
from sagsgang.readers.attached.warnings import SENTENCES
from tests.readers import office
from tests.readers.made import odt, pdf, zipped

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


def codes(data: bytes, name: str = "bilag.docx") -> set[str]:
    found = contents(data, name)
    assert not found.refusal
    return {code for code, _ in found.warnings}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (office.tracked(), "tracked_changes"),
        (office.commented(), "comments"),
        (office.hidden(), "hidden_text"),
        (office.signed(), "author"),
        (office.with_part(office.word(), "word/embeddings/oleObject1.bin", "x"), "inner_files"),
        (office.word(office.paragraph("Cpr-nr. 070761-4285")), "personal_number"),
        (office.headed("Cpr-nr. 070761-4285"), "personal_number"),
        (office.word(office.paragraph(" ")), "no_text"),
        (zipped({"word/document.xml": "<w:document"}), "unreadable"),
    ],
)
def test_what_hides_in_a_word_file_is_warned_about(data: bytes, code: str) -> None:
    assert code in codes(data)


def test_a_clean_word_file_has_no_warning_and_its_text() -> None:
    found = contents(office.word(), "bilag.docx")
    assert found.warnings == ()
    assert found.text == "Bilag om svømmehallen."
    assert found.media_type.endswith("wordprocessingml.document")


def test_hidden_text_that_is_switched_off_is_not_hidden() -> None:
    shown = '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Synlig</w:t></w:r></w:p>'
    assert "hidden_text" not in codes(office.word(shown))


def test_a_drawing_is_not_taken_for_tracked_changes() -> None:
    drawing = '<w:p><w:r><w:t>Kort</w:t></w:r><a:path xmlns:a="a"><a:moveTo/></a:path></w:p>'
    assert codes(office.word(drawing)) == set()


def test_the_cells_of_a_workbook_are_text_and_hidden_sheets_are_told() -> None:
    data = office.sheet("Budget 2027", "Cpr-nr. 070761-4285", hidden_sheet=True)
    found = contents(data, "budget.xlsx")
    assert "Budget 2027" in found.text
    assert {code for code, _ in found.warnings} == {"hidden_cells", "personal_number"}


def test_a_pdf_has_pages_and_text_and_tells_of_its_author() -> None:
    found = contents(pdf("Side et #pagebreak() Side to", setup='#set document(author: "Karen")\n'), "notat.pdf")
    assert found.pages == 2
    assert "Side to" in found.text
    assert "author" in {code for code, _ in found.warnings}


def test_open_document_text_is_looked_through_for_comments() -> None:
    assert "comments" in codes(odt("<text:p>Ord<office:annotation/></text:p>"), "notat.odt")


def test_a_picture_has_one_page_and_says_that_nobody_looked_for_numbers() -> None:
    found = contents(PNG, "kort.png")
    assert (found.pages, found.media_type) == (1, "image/png")
    assert [code for code, _ in found.warnings] == ["no_text"]


def test_what_office_has_encrypted_is_kept_and_warned_about() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert codes(ole) == {"encrypted"}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (office.macros(), "bilag.docx"),
        (office.with_part(office.word(), "[Content_Types].xml", "macroEnabled"), "bilag.docx"),
        (office.word(), "bilag.docm"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument _VBA_PROJECT".encode("utf-16-le"), "bilag.doc"),
    ],
)
def test_a_file_with_macros_is_refused(data: bytes, name: str) -> None:
    assert "makroer" in contents(data, name).refusal


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"MZ\x90\x00", "bilag.pdf"),
        (b"echo hej", "bilag.bat"),
        (b"<svg onload='x()'/>", "tegning.svg"),
        (b"\x7fELF", "bilag"),
        (b"", "tom.pdf"),
        (zipped({"a.txt": "x"}), "bilag.zip"),
        (b"PK\x03\x04afklippet", "bilag.docx"),
    ],
)
def test_what_is_no_document_is_refused_with_a_sentence(data: bytes, name: str) -> None:
    assert contents(data, name).refusal.endswith(".")


def test_a_part_that_unpacks_to_entities_without_end_is_not_read() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'
    assert "unreadable" in codes(office.with_part(office.word(), "word/header1.xml", bomb))


@pytest.mark.slow
def test_a_file_that_unpacks_to_far_too_much_is_kept_unread() -> None:
    parts = {f"word/header{number}.xml": "<a>" + " " * 25_000_000 + "</a>" for number in range(3)}
    assert "unreadable" in codes(zipped({"word/document.xml": "<a/>", **parts}))


def test_no_warning_quotes_the_file() -> None:
    found = contents(office.word(office.paragraph("Cpr-nr. 070761-4285")), "KANARIEFUGL.docx")
    assert all("0707" not in text and "KANARIE" not in text for _, text in found.warnings)
    assert all(text.endswith(".") for text in SENTENCES.values())


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.pdf", "a.xlsx", "a.txt", "a", ""]))
def test_no_bytes_make_it_fall(data: bytes, name: str) -> None:
    for opening in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        found = contents(opening + data, name)
        assert found.refusal or found.media_type
