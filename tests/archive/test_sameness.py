"""When two papers say the same: white space and page numbers are the print's, every word is the paper's."""

from dataclasses import replace

import pytest

from sagsgang.archive.models import Audience, Content, Seal
from sagsgang.archive.publish import Outcome, publish
from sagsgang.archive.sameness import essence
from sagsgang.paper.model import Paper
from tests.archive.papers import DAY, item, minutes, section

TEXT = "Skolen får nye vinduer.\n\n- mod syd\n- mod nord"


def paper(text: str = TEXT, page: int | None = None) -> Paper:
    return minutes(DAY, replace(item(sections=(section(text),)), toc_page=page))


@pytest.mark.parametrize("text", [TEXT.replace("\n\n", "\n"), TEXT.replace(" ", "\n"), f" {TEXT}\n", TEXT + "\u00a0"])
def test_line_ends_and_blanks_do_not_make_another_paper(text: str) -> None:
    assert essence(paper(text)) == essence(paper())


def test_a_page_number_does_not_make_another_paper() -> None:
    assert essence(paper(page=4)) == essence(paper(page=None))


@pytest.mark.parametrize("text", [TEXT.replace("syd", "øst"), TEXT.replace(" ", ""), f"{TEXT}."])
def test_a_word_or_a_mark_does(text: str) -> None:
    assert essence(paper(text)) != essence(paper())


@pytest.mark.django_db
@pytest.mark.database
def test_the_same_paper_from_another_kind_of_file_is_unchanged_and_the_sealed_bytes_stay() -> None:
    publish(paper(), Audience.STREET)
    sealed = bytes(Content.objects.get().data)
    assert publish(paper(TEXT.replace("\n", " "), page=7), Audience.STREET).outcome is Outcome.UNCHANGED
    assert Seal.objects.count() == 1
    assert bytes(Content.objects.get().data) == sealed
