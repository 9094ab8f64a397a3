"""What a page's width and end do to a text: wrapped lines, broken words and sentences, tables of blanks."""

import pytest

from sagsgang.paper.model import Item
from tests.readers.facts import only

TOP = """REFERAT Direktionen d. 02-10-2017

Mødedato Mandag d. 2. oktober 2017 kl. 12:30

Punkt 1: Stien

Sagsfremstilling

1. Stien

Åbent

Sagsnr.: 999-2017-1 J.nr.: 05.04.00 Dokumentnr.: 999-2017-2

Resume og sagens baggrund

"""
WRAPPED = """Stien langs åen er smal og ujævn, og den bliver brugt af flere end før, fordi
skolen er flyttet til den anden bred. Vejafdelingen har derfor set på, hvad
det koster at gøre den bredere, og hvordan den kan holdes fri for vand, når
åen går over sine bredder hvert forår. Det kan gøres for et beløb, som er
under det afsatte.
"""


def item(text: str) -> Item:
    return only(TOP + text).paper.items[0]


def summary(text: str) -> str:
    return item(text).sections[0].text


def test_lines_that_the_pages_width_ended_are_one_paragraph() -> None:
    assert summary(WRAPPED) == " ".join(WRAPPED.split())


def test_a_line_that_had_room_for_more_ends_where_its_author_meant() -> None:
    assert summary(f"{WRAPPED}Kort linje.\nEn til.\n").endswith("under det afsatte.\nKort linje.\nEn til.")


def test_a_source_with_a_paragraph_a_line_keeps_its_line_breaks() -> None:
    text = "Første linje er noget længere end de øvrige\nfortsætter med lille og\nslutter her."
    assert summary(text) == text


def test_a_wrapped_point_of_a_recommendation_is_whole() -> None:
    point = "2. at der gives en bevilling på 1,2 mio. kr. til arbejdet med den nordlige"
    read = item(f"{WRAPPED}\nIndstillinger\n\nDirektøren indstiller\n\n1. at stien gøres bredere\n{point}\ndel.\n")
    assert [found.text for found in read.points] == ["at stien gøres bredere", f"{point[3:]} del."]


def test_a_word_that_a_lines_end_broke_is_whole_unless_its_hyphen_is_its_own() -> None:
    begin = "Stien og rabatten langs åen skal gøres bredere af"
    assert summary(f"{begin} vej-\nafdelingen.\n") == f"{begin} vejafdelingen."
    assert summary(f"{begin} teknik-\nog miljøområdet.\n") == f"{begin} teknik- og miljøområdet."


@pytest.mark.parametrize("rest", ["den anden bred.", "Vesterbro, som er bred.", "14 meter bred."])
def test_a_sentence_that_a_page_parted_is_whole(rest: str) -> None:
    begin = "Stien langs åen er smal og ujævn og fører over broen ved"
    text = f"{begin}\n\nSide 1 af 3\n\f\nREFERAT Direktionen d. 02-10-2017\n\n{rest}\n"
    assert summary(text) == f"{begin} {rest}"


def test_a_paragraph_after_a_page_is_one_of_its_own_where_a_sentence_ended() -> None:
    text = "Stien langs åen er smal og ujævn og fører over broen.\n\nSide 1 af 3\n\f\nBroen er ny.\n"
    assert summary(text) == "Stien langs åen er smal og ujævn og fører over broen.\n\nBroen er ny."


def test_cells_that_only_blanks_part_get_tabs_and_double_blanks_in_prose_do_not() -> None:
    table = "Post            2017     2018\nAnlæg           4.200    3.950\n\nDet koster.  Men mindre.\nKun  her."
    assert summary(table) == "Post\t2017\t2018\nAnlæg\t4.200\t3.950\n\nDet koster.  Men mindre.\nKun  her."


def test_a_lone_number_is_a_pages_below_a_dash_and_a_documents_below_its_first_half() -> None:
    read = item("Smal.\n\nBilag\n\nKort\t999-2015-\n\n604\n\nDirektionens møde den 2. oktober 2017:\n\n-\n\n11\n")
    assert [one.document_number for one in read.attachments] == ["999-2015-604"]
    assert [one.text for one in read.decisions] == ["-"]
