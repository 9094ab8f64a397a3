"""Closed by law until a day, with a public title beside the secret one."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import items
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Item, Section
from sagsgang.paper.model import Access, ItemType, SectionKind
from tests.core.journal import all_facts, deeds, last_facts
from tests.core.world import CANARY, WHY, case, item, section, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BASIS = LEGAL_BASES[0]
LATER = date(2040, 1, 1)


def of(row: Item) -> Item:
    return Item.objects.unguarded(WHY).get(pk=row.pk)


def accesses(row: Item) -> set[str]:
    return set(Section.objects.unguarded(WHY).filter(item=row).values_list("access", flat=True))


def test_a_closed_item_has_a_basis_a_day_and_a_title_for_the_inside() -> None:
    there = world()
    made = item(there, there.board)
    items.close_item(there.karen, made, basis=BASIS, review_on=LATER, secret_title=f"Køb af {CANARY}")
    closed = of(made)
    assert (closed.access, closed.basis, closed.review_on) == (Access.CLOSED, BASIS, LATER)
    assert closed.public_title == "Ny svømmehal"
    secret = Section.objects.unguarded(WHY).get(item=made, kind=Section.TITLE)
    assert (secret.text, secret.access) == (f"Køb af {CANARY}", Access.CLOSED)
    assert CANARY not in all_facts()
    assert (made.access, made.version) == (closed.access, closed.version)


def test_the_secret_title_is_written_anew_and_kept_in_versions() -> None:
    there = world()
    made = item(there, there.board)
    for title in ("Køb af jord", "Salg af jord"):
        items.close_item(there.karen, made, basis=BASIS, review_on=LATER, secret_title=title)
    secret = Section.objects.unguarded(WHY).get(item=made, kind=Section.TITLE)
    assert (secret.text, secret.version) == ("Salg af jord", 2)


@pytest.mark.parametrize(
    ("basis", "review_on", "sentence"),
    [
        ("", LATER, "hjemmel"),
        ("Fordi vi vil", LATER, "hjemmel"),
        (BASIS, None, "Vælg en dag"),
        (BASIS, date(2020, 1, 1), "Vælg en dag"),
    ],
)
def test_nothing_is_closed_without_law_and_a_day_to_come(basis: str, review_on: date | None, sentence: str) -> None:
    there = world()
    made = item(there, there.board)
    with pytest.raises(Refused, match=sentence):
        items.close_item(there.karen, made, basis=basis, review_on=review_on)
    assert of(made).access == Access.OPEN
    assert deeds() == []


def test_today_is_no_day_to_come() -> None:
    there = world()
    made = item(there, there.board)
    with pytest.raises(Refused):
        items.close_item(there.karen, made, basis=BASIS, review_on=timezone.localdate())
    items.close_item(there.karen, made, basis=BASIS, review_on=timezone.localdate() + timedelta(days=1))


def test_an_item_that_was_closed_by_its_body_only_opens_with_its_texts() -> None:
    there = world()
    made = items.draft_item(there.karen, case(there), there.board, ItemType.DECISION)
    items.open_item(there.karen, made)
    assert (of(made).access, accesses(made)) == (Access.OPEN, {Access.OPEN})
    assert last_facts("item.write", there.karen) == {"what": "open"}


def test_opening_the_item_opens_neither_its_secret_title_nor_what_has_a_basis_of_its_own() -> None:
    there = world()
    made = item(there, there.board)
    own = section(made, SectionKind.FINANCES, CANARY)
    items.close_section(there.karen, own, BASIS)
    items.close_item(there.karen, made, basis=BASIS, review_on=LATER, secret_title=CANARY)
    items.open_item(there.karen, made)
    opened = of(made)
    assert (opened.basis, opened.review_on) == ("", None)
    closed = Section.objects.unguarded(WHY).filter(item=made, access=Access.CLOSED)
    assert set(closed.values_list("kind", flat=True)) == {SectionKind.FINANCES, Section.TITLE}


def test_a_section_is_closed_and_opened_by_itself() -> None:
    there = world()
    made = item(there, there.board)
    one = section(made, SectionKind.FINANCES, CANARY)
    items.close_section(there.karen, one, BASIS)
    assert (one.access, one.basis) == (Access.CLOSED, BASIS)
    assert last_facts("item.write", there.karen) == {"what": "close", "section": one.pk, "basis": BASIS}
    items.open_section(there.karen, one)
    again = Section.objects.unguarded(WHY).get(pk=one.pk)
    assert (again.access, again.basis) == (Access.OPEN, "")
    with pytest.raises(Refused, match="hjemmel"):
        items.close_section(there.karen, one, "")


def test_the_secret_title_is_never_opened() -> None:
    there = world()
    made = item(there, there.board)
    items.close_item(there.karen, made, basis=BASIS, review_on=LATER, secret_title="Køb")
    with pytest.raises(Refused, match="offentlige titel"):
        items.open_section(there.karen, Section.objects.unguarded(WHY).get(item=made, kind=Section.TITLE))


def test_only_who_has_the_item_closes_and_opens() -> None:
    there = world()
    made = item(there, there.board)
    one = section(made, SectionKind.FINANCES, "")
    for wrong in (there.per, there.bo, there.lis, there.mads, there.ida, there.rut):
        with pytest.raises(NotYours):
            items.close_item(wrong, made, basis=BASIS, review_on=LATER)
        with pytest.raises(NotYours):
            items.open_item(wrong, made)
        with pytest.raises(NotYours):
            items.close_section(wrong, one, BASIS)
        with pytest.raises(NotYours):
            items.open_section(wrong, one)
    assert deeds() == []
