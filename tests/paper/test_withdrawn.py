"""What an item says of having been taken off the agenda."""

from dataclasses import replace

from sagsgang.paper.model import Access, Item, Section, SectionKind
from sagsgang.paper.withdrawn import HEADING, SAID, gone, withdrawal

ITEM = Item(number="2", title="Havnebad", access=Access.OPEN)


def section(kind: SectionKind, heading: str, text: str) -> Section:
    return Section(kind=kind, heading=heading, text=text, access=Access.OPEN)


def test_an_item_that_stands_says_nothing() -> None:
    assert withdrawal(ITEM) == ""


def test_an_open_item_says_why() -> None:
    off = replace(ITEM, sections=(section(SectionKind.REMARK, HEADING, gone("Tallene mangler.")),))
    assert withdrawal(off) == "Punktet er trukket af dagsordenen: Tallene mangler."


def test_a_closed_item_says_that_it_was_and_no_more() -> None:
    assert withdrawal(replace(ITEM, access=Access.CLOSED, extract=f"{SAID}.")) == f"{SAID}."


def test_a_text_that_speaks_of_another_item_is_no_withdrawal() -> None:
    told = section(SectionKind.PRESENTATION, "Sagsfremstilling", gone("det var i maj"))
    assert withdrawal(replace(ITEM, sections=(told,), extract="Punktet blev udsat.")) == ""
