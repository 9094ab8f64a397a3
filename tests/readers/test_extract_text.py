"""Plain text in the encodings of municipal archives, and the files that are none that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.readers.extract import Refused, dispatch, extract
from sagsgang.readers.hyphen import join
from tests.readers import made

DANISH = "Mødedato: 4. februar – på Ærø"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def texts(data: bytes, name: str = "x.txt") -> list[str]:
    return [line.text for line in extract(data, name)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_danish_letters_survive_every_encoding(encoding: str) -> None:
    assert texts(f"{DANISH}\r\n\r\nSlut".encode(encoding)) == [DANISH, "", "Slut"]


def test_letters_that_were_decoded_wrongly_once_are_put_right() -> None:
    assert texts(DANISH.encode().decode("cp1252").encode()) == [DANISH]


@pytest.mark.parametrize("text", ["São Paulo på besøg: Ã er et bogstav", "Gâteau og crème – på Ærø"])
def test_foreign_letters_are_not_put_right(text: str) -> None:
    assert texts(text.encode()) == [text]


def test_form_feeds_count_pages() -> None:
    assert [(line.text, line.page) for line in extract(b"et\n\x0cto\n\x0ctre", "x.txt")] == [
        ("et", 1),
        ("to", 2),
        ("tre", 3),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tom"),
        (b" \r\n\t", "tom"),
        ("\u200b \ufeff".encode(), "ingen tekst"),
        (b"{\\rtf1\\ansi Referat}", "RTF"),
        (OLE + "WordDocument".encode("utf-16-le"), "gem den som .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (OLE + "Workbook".encode("utf-16-le"), "regneark"),
        (OLE + b"andet", "gammelt Office"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "OCR"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "OCR"),
        (made.zipped({"xl/workbook.xml": "<x/>"}), "regneark"),
        (made.zipped({"ppt/presentation.xml": "<x/>"}), "præsentation"),
        (made.zipped({"referat.txt": "tekst"}), "ZIP-arkiv"),
        (b"PK\x03\x04 og ikke mere", "beskåret"),
        (b"%PDF-1.7\n og ikke mere", "ødelagt"),
        (bytes(range(256)) * 20, "ikke et dokument"),
        (b"<?xml version='1.0'?><Dagsorden/>", "XML"),
        (b"\x1f\x8b\x08\x00rest", "komprimeret"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line_that_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as refusal:
        extract(data, "/hemmelig/sti/referat.txt")
    assert "\n" not in refusal.value.reason
    assert "hemmelig" not in refusal.value.reason


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "BYTES_LIMIT", 100)
    with pytest.raises(Refused, match="større end"):
        extract(b"a" * 101, "x.txt")


def test_a_pdf_that_calls_itself_text_is_read_all_the_same() -> None:
    assert texts(made.pdf("Referat"), "referat.txt") == ["Referat"]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("sam\u0002", "fundet", "samfundet"),
        ("sam\u00ad", "fundet", "samfundet"),
        ("sam\u2010", "fundet", "samfundet"),
        ("sam-", "fundet", "samfundet"),
        ("999-2019-", "12345", "999-2019-12345"),
        ("en IT-", "løsning", "en IT-løsning"),
        ("børne-", "og ungeudvalget", "børne- og ungeudvalget"),
        ("Solbjerg-", "Vesterby", "Solbjerg-Vesterby"),
        ("et ord -", "og et til", "et ord - og et til"),
        ("et", "to", "et to"),
    ],
)
def test_a_word_broken_at_a_lines_end_is_whole_again(first: str, second: str, whole: str) -> None:
    assert join(first, second) == whole


def test_a_hyphen_stays_in_a_word_that_has_it_elsewhere() -> None:
    assert join("kick-", "off holdes", frozenset(("kick-off",))) == "kick-off holdes"


@given(st.lists(st.text(alphabet=st.characters(categories=("L", "N", "P")), min_size=1), min_size=1))
def test_words_of_any_letters_come_back_as_written(words: list[str]) -> None:
    text = "Æ " + " ".join(words)
    assert texts(text.encode()) == [text]
