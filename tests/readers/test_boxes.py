"""Text under black boxes in a PDF is found and told with its page; what merely looks dark is let be."""

import pypdfium2
import pytest

from sagsgang.readers.attached import contents
from sagsgang.readers.attached.boxes import pages_with_hidden_text
from tests.readers.made import pdf

NAME = "Anders And, 070761-4285"
BOX = "#place(top + left, dx: -2pt, dy: -3pt, rect(width: 8cm, height: 18pt, fill: black))"


def told(body: str) -> list[int]:
    return pages_with_hidden_text(pypdfium2.PdfDocument(pdf(body, setup="")))


@pytest.mark.parametrize(
    "body",
    [
        f"{NAME}{BOX}",
        f"{NAME}{BOX.replace('black', 'rgb(30, 30, 40)')}",
        f"#rotate(12deg)[{NAME}{BOX}]",
        f"#set page(flipped: true)\n{NAME}{BOX}",
        f"#highlight(fill: black)[{NAME}]",
        "#text(fill: white)[Synlig på hvidt]#place(top + left, rect(width: 8cm, height: 18pt, fill: black))",
        f"{NAME}#place(top + left, dy: 4pt, line(length: 8cm, stroke: 20pt + black))",
    ],
)
def test_words_under_something_black_are_hidden(body: str) -> None:
    assert told(body) == [1]


@pytest.mark.parametrize(
    "body",
    [
        "Almindelig tekst, *fed tekst* og III IIII lllll på en side.",
        "#text(size: 60pt, weight: 900)[WWMMM III]",
        "#table(columns: 2, fill: black, stroke: 2pt, text(fill: white)[Navn], text(fill: white)[Beløb])",
        "#table(columns: 2, stroke: 3pt + black, [Navn], [Beløb])",
        "#rect(width: 100%, height: 6pt, fill: black) Under stregen",
        "#strike(stroke: 3pt)[Udgået tekst]",
        "#rect(width: 100%, height: 3cm, fill: rgb(40, 40, 40))[#text(fill: rgb(220, 220, 220))[Lys på mørkt]]",
        "■■■ ███ ——— #box(fill: black, width: 2cm, height: 1cm)",
        "#highlight(fill: yellow)[Gul]",
    ],
)
def test_what_can_be_read_is_not_hidden(body: str) -> None:
    assert told(body) == []


def test_the_warning_names_the_pages() -> None:
    found = contents(pdf(f"Et #pagebreak() {NAME}{BOX} #pagebreak() Tre #pagebreak() {NAME}{BOX}"), "notat.pdf")
    [message] = [message for code, message in found.warnings if code == "black_boxes"]
    assert message.endswith("Fjern selve teksten. Se side 2, 4.")


def test_a_page_that_cannot_be_looked_at_does_not_stop_the_others() -> None:
    whole = pdf(f"Et #pagebreak() {NAME}{BOX}", setup="")
    assert contents(whole[: len(whole) // 2], "notat.pdf").refusal == ""
