"""What stands on the paper sheet and not in the text: running heads of any words, rules, a list's own titles."""

import re

import pytest

from tests.readers.damage import DAMAGE
from tests.readers.facts import facts, only
from tests.readers.test_variants import SOUND

HEAD = "REFERAT Direktionen d. 02-05-2016"


def _paged(text: str, furniture: str) -> str:
    """`furniture` before every paragraph that says something, as where a page broke there."""
    marks = iter(range(4, 99))
    lines = "Stien er ny.|Godkendt.|Direktionen$|Beslutning$|Ingen$"
    return re.sub(rf"(?m)^(?={lines})", lambda _: furniture.format(head=HEAD, page=next(marks)) + "\n\n", text)


@pytest.mark.parametrize(
    "furniture",
    [
        "Solbjerg Kommune\n\n{head}\n\nSide {page}",
        "{head}\n\nSolbjerg Kommune",
        "Side {page} af 20\n\nSolbjerg Kommune, Sekretariatet",
        "- {page} -\nSolbjerg Kommune\nReferat af Direktionens ordinære møde 02-05-2016",
    ],
)
def test_what_stands_beside_page_numbers_and_titles_on_most_pages_is_no_text(furniture: str) -> None:
    assert facts(only(_paged(SOUND, furniture)).paper) == facts(only(SOUND).paper)


def test_a_decision_above_every_page_number_is_still_one() -> None:
    items = "".join(
        f"Punkt {number}: Vej {number}\n\nSagsfremstilling\n\n{number}. Vej {number}\n\nÅbent\n\n"
        f"Direktionens møde den 2. maj 2016:\n\nTaget til efterretning\n\nSide {number + 2}\n\n"
        for number in range(1, 6)
    )
    paper = only(f"{HEAD}\n\nMødedato Mandag d. 02. maj 2016 kl. 12:30\n\n{items}").paper
    assert [item.decisions[0].text for item in paper.items] == ["Taget til efterretning"] * 5


@pytest.mark.parametrize("rule", ["---", "-----", "___", "***", "* * *", "=====", "———"])
def test_a_rule_between_items_or_paragraphs_is_no_text(rule: str) -> None:
    ruled = re.sub(r"\n\n(?=Punkt |Stien er ny|Godkendt)", f"\n\n{rule}\n\n", SOUND)
    assert facts(only(ruled).paper) == facts(only(SOUND).paper)


def test_a_title_that_begins_with_referat_keeps_its_page_in_a_contents_list_without_dots() -> None:
    named = SOUND.replace("Stien.....", "Referat fra KKR - april 2016.....").replace(
        ": Stien", ": Referat fra KKR - april 2016"
    )
    named = named.replace("1. Stien", "1. Referat fra KKR - april 2016")
    paper = only(DAMAGE["contents with plain numbers"](named)).paper
    assert [item.toc_page for item in paper.items] == [3, 4, 5]


def test_the_first_item_is_known_by_its_title_in_the_contents_list_though_a_page_broke_below_it() -> None:
    broken = SOUND.replace("Punkt 1: Stien\n", f"Punkt 1: Stien\n\nSolbjerg Kommune\n\n{HEAD}\n\nSide 3\n")
    assert [item.title for item in only(broken).paper.items] == ["Stien", "Grund", "Eventuelt"]
