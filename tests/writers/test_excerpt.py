"""Some items of a paper alone: as a paper, and as a print that says so."""

import pypdfium2
import pytest

from sagsgang.paper.excerpt import NoSuchItem, excerpt
from sagsgang.writers import pdf
from tests.writers.solbjerg import MINUTES
from tests.writers.structure import tags
from tests.writers.test_pdf import failures, text_of


def test_an_excerpt_has_the_items_asked_for_in_the_papers_order() -> None:
    assert [item.number for item in excerpt(MINUTES, ("3", "1")).items] == ["1", "3"]
    assert [item.number for item in excerpt(MINUTES, ("-2",)).items] == ["2"]


def test_what_was_said_of_the_whole_meeting_stays_out() -> None:
    assert excerpt(MINUTES, ("1",)).remarks is None
    assert excerpt(MINUTES, ("1",)).place == MINUTES.place


def test_an_item_that_is_none_is_named() -> None:
    with pytest.raises(NoSuchItem, match="punkt 7"):
        excerpt(MINUTES, ("1", "7"))


@pytest.mark.slow
def test_the_print_of_an_excerpt_says_that_it_is_one() -> None:
    data = pdf.write(MINUTES, items=("3",))
    assert failures(data) == []
    text = text_of(data)
    assert "Udskrift af referat" in text
    assert "Punkt 3: Eventuelt" in text
    assert "varmecentraler" not in text
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_value("Title") == "Udskrift af referat Direktionen d. 11-03-2024, punkt 3"
    assert [tag.title for tag in tags(data) if tag.role == "H1"] == ["Punkt 3: Eventuelt"]


@pytest.mark.slow
@pytest.mark.parametrize("size_pt", [14, 18])
def test_an_excerpt_may_be_in_large_print(size_pt: int) -> None:
    assert failures(pdf.write(MINUTES, size_pt, ("1", "3"))) == []
