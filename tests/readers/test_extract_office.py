"""Word and OpenDocument files come back as lines: lists, tables and all, without what was deleted."""

import pytest

from sagsgang.readers.extract import Refused, extract
from sagsgang.readers.extract import zipped as limits
from tests.readers import made

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def item(text: str, number: int, level: int = 0) -> str:
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def texts(data: bytes, name: str = "referat.docx") -> list[str]:
    return [line.text for line in extract(data, name)]


def test_paragraphs_of_a_word_file_stand_apart() -> None:
    data = made.docx(paragraph(run("Punkt 1: ") + run("Æbler")) + paragraph(run("Sagsfremstilling")))
    assert texts(data) == ["Punkt 1: Æbler", "", "Sagsfremstilling"]


def test_lists_of_a_word_file_keep_their_marks_levels_and_numbers() -> None:
    body = item("et", 1) + item("under", 1, 1) + item("to", 1) + paragraph(run("så")) + item("a", 2) + item("b", 2)
    found = texts(made.docx(body, numbering=NUMBERING))
    assert found == ["- et", "  - under", "- to", "", "så", "", "1. a", "2. b"]


def test_a_table_of_a_word_file_has_tabs_between_its_cells() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("Budgetnotat", "999-2019-1"))
    assert texts(made.docx(f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>")) == [
        "Budgetnotat\t999-2019-1",
        "Budgetnotat\t999-2019-1",
    ]


def test_what_was_deleted_in_word_is_gone_and_what_was_inserted_stays() -> None:
    change = 'w:id="1" w:author="A" w:date="2019-01-01T00:00:00Z"'
    deleted = f"<w:del {change}><w:r><w:delText>forkastes</w:delText></w:r></w:del>"
    body = paragraph(run("Indstillingen ") + deleted + f"<w:ins {change}>{run('godkendes')}</w:ins>")
    assert texts(made.docx(body)) == ["Indstillingen godkendes"]


def test_line_breaks_and_tabs_of_a_word_file_stay() -> None:
    data = made.docx(
        paragraph(run("Bilag") + "<w:r><w:tab/></w:r>" + run("999") + "<w:r><w:br/></w:r>" + run("næste"))
    )
    assert texts(data) == ["Bilag\t999", "næste"]


def test_an_opendocument_text_keeps_headings_lists_tables_tabs_and_breaks() -> None:
    styles = (
        '<text:list-style style:name="B"><text:list-level-style-bullet/></text:list-style>'
        '<text:list-style style:name="N"><text:list-level-style-number/></text:list-style>'
    )
    inner = "<text:list><text:list-item><text:p>under</text:p></text:list-item></text:list>"
    body = (
        "<text:h>Punkt 1: Æbler</text:h>"
        "<text:p>Et<text:tab/>to<text:line-break/>tre<text:s text:c='2'/><text:span>fire</text:span></text:p>"
        f'<text:list text:style-name="B"><text:list-item><text:p>a</text:p>{inner}</text:list-item></text:list>'
        '<text:list text:style-name="N"><text:list-item><text:p>b</text:p></text:list-item></text:list>'
        "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>"
        "<table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert texts(made.odt(body, styles)) == [
        "Punkt 1: Æbler",
        "",
        "Et\tto",
        "tre fire",
        "",
        "- a",
        "  - under",
        "",
        "1. b",
        "",
        "x\ty",
    ]


@pytest.mark.parametrize("stated", ["²", "9" * 5000, "-3", "mange", ""])
def test_a_number_of_spaces_that_is_none_stands_for_one(stated: str) -> None:
    assert texts(made.odt(f"<text:p>Referat<text:s text:c='{stated}'/>Direktionen</text:p>")) == [
        "Referat Direktionen"
    ]


def test_what_was_deleted_or_noted_in_an_opendocument_is_gone() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>forkastes</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Godkendt<office:annotation><text:p>er det rigtigt?</text:p></office:annotation>.</text:p>"
    )
    assert texts(made.odt(body)) == ["Godkendt."]


def test_a_word_file_without_its_end_is_refused() -> None:
    whole = made.docx(paragraph(run("tekst " * 1000)))
    with pytest.raises(Refused, match="beskåret"):
        extract(whole[:-40], "referat.docx")


@pytest.mark.parametrize("make", [made.docx, made.odt])
def test_a_file_that_unpacks_to_too_much_is_refused(make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_LIMIT", 10_000)
    data = make(paragraph(run("a" * 20_000)) if make is made.docx else f"<text:p>{'a' * 20_000}</text:p>")  # type: ignore[operator]
    with pytest.raises(Refused, match="pakkes ud"):
        extract(data, "bombe.docx")


def test_xml_that_declares_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    data = made.zipped({"word/document.xml": f"{bomb}<w:document xmlns:w='{made.WORD}'>&b;</w:document>"})
    with pytest.raises(Refused, match="XML"):
        extract(data, "bombe.docx")


def test_an_encrypted_opendocument_is_refused_as_locked() -> None:
    data = made.zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest:encryption-data/>",
            "content.xml": b"\x01\x02",
        }
    )
    with pytest.raises(Refused, match="adgangskode"):
        extract(data, "hemmelig.odt")
