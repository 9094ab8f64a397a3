"""What the public is told of a closed decision: printed under the stub, read back, and nowhere else taken for it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sagsgang.archive.guard import places_of_numbers
from sagsgang.archive.withhold import safe_edition
from sagsgang.paper import store
from sagsgang.paper.model import Access, Item, Paper, SectionKind
from sagsgang.paper.redact import is_open, redact
from sagsgang.readers.doubts import SERIOUS
from sagsgang.readers.read_file import read_file
from sagsgang.readers.registry import read_text
from sagsgang.writers import html, markdown, pdf, plain, wording
from tests.writers.solbjerg import MINUTES, section

TOLD = "Kommunen køber grunden ved Møllevej.\n\n- Prisen offentliggøres, når handlen er indgået."
STUB = Item(number="9", title="Køb af grund", access=Access.CLOSED, extract=TOLD)
PAPER = replace(MINUTES, items=(*MINUTES.items, STUB))
FORMATS: dict[str, Callable[[Paper], bytes]] = {
    "txt": lambda paper: plain.write(paper).encode(),
    "html": lambda paper: html.write(paper).encode(),
    "md": lambda paper: markdown.write(paper).encode(),
    "json": store.dumps,
}


@pytest.mark.parametrize("name", FORMATS)
def test_an_extract_comes_back_under_its_stub(name: str) -> None:
    (reading,) = read_file(FORMATS[name](PAPER), f"papir.{name}")
    assert reading.paper.items[-1] == STUB
    assert not {doubt.code for doubt in reading.doubts} & SERIOUS


def test_the_print_has_the_extract() -> None:
    assert pdf.write(PAPER) != pdf.write(redact(replace(PAPER, items=(*MINUTES.items, replace(STUB, extract="")))))


def test_an_extract_is_all_that_the_street_is_told_of_a_closed_item() -> None:
    closed = section(SectionKind.PRESENTATION, "Sagsfremstilling", "KANARIEFUGL", Access.CLOSED)
    opened = redact(replace(PAPER, items=(replace(STUB, sections=(closed,), case_number="999-2027-1"),)))
    assert opened.items == (STUB,)
    assert is_open(opened)


def test_papers_without_an_extract_keep_their_bytes() -> None:
    assert b"extract" not in store.dumps(MINUTES)
    assert store.from_json(store.to_json(PAPER)) == PAPER


def test_the_same_heading_in_a_source_that_is_not_ours_raises_a_serious_doubt() -> None:
    text = plain.write(PAPER).replace(f"{wording.EXTRACT}\n{plain.UNDERLINE}", wording.EXTRACT)
    (reading,) = read_text(text)
    assert reading.paper.items[-1].extract == ""
    assert "text_after_closed" in {doubt.code for doubt in reading.doubts}


def test_an_open_items_section_of_that_name_stays_a_section() -> None:
    named = section(SectionKind.OTHER, wording.EXTRACT, "Teksten.")
    paper = replace(MINUTES, items=(replace(MINUTES.items[0], sections=(named,), points=()),))
    (reading,) = read_text(plain.write(paper))
    assert reading.paper.items[0].sections == (named,)
    assert reading.paper.items[0].extract == ""


def test_a_personal_number_in_an_extract_is_found_and_withheld() -> None:
    paper = replace(PAPER, items=(replace(STUB, extract="Bevilget til 010190-1234."),))
    assert places_of_numbers(paper)
    assert safe_edition(paper).items[0].extract == ""
    (reading,) = read_text(plain.write(paper))
    assert "personal_number" in {doubt.code for doubt in reading.doubts}
