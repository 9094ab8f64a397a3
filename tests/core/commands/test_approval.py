"""Submitted, given back, approved along the chain, each by the one whose turn it is."""

import pytest

from sagsgang.core.act import NotYours, Refused, Stale
from sagsgang.core.commands import items
from sagsgang.core.models import Item, Person, Point, Reason, Section, Step
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.paper.model import Access
from tests.core.journal import all_facts, deeds, last_facts
from tests.core.world import CANARY, WHY, World, grant, item, person, see, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def of(row: Item) -> Item:
    """The row as another person has it on the screen."""
    return Item.objects.unguarded(WHY).select_related("body").get(pk=row.pk)


def director(there: World) -> Viewer:
    """A second approver of Direktionen's chain."""
    who = person("Dorte")
    grant(who, there.board, Role.APPROVER, Step.objects.create(body=there.board, position=7, title="Direktør"))
    return see(who)


def test_a_draft_is_submitted_by_its_author_and_approved_by_the_chain() -> None:
    there = world()
    made = item(there, there.board)
    items.submit(there.karen, made)
    items.approve(there.bo, made)
    assert of(made).state == ItemState.APPROVED
    assert deeds() == [("item.submit", there.karen.person), ("item.approve", there.bo.person)]


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [("title", "ingen titel"), ("points", "ingen indstilling"), ("basis", "skal have en hjemmel")],
)
def test_what_is_not_ready_is_not_submitted(missing: str, sentence: str) -> None:
    there = world()
    made = item(there, there.board)
    if missing == "points":
        Point.objects.unguarded(WHY).all().delete()
    else:
        fields = {"title": {"public_title": " "}, "basis": {"access": Access.CLOSED, "basis": ""}}[missing]
        Item.objects.unguarded(WHY).update(**fields)
    with pytest.raises(Refused, match=sentence):
        items.submit(there.karen, of(made))
    assert (of(made).state, deeds()) == (ItemState.DRAFT, [])


def test_a_longer_chain_is_walked_step_by_step_and_nobody_is_passed() -> None:
    there = world()
    dorte = director(there)
    made = item(there, there.board, ItemState.IN_REVIEW)
    with pytest.raises(NotYours):
        items.approve(dorte, of(made))
    items.approve(there.bo, of(made))
    assert (of(made).state, of(made).review_step) == (ItemState.IN_REVIEW, 1)
    assert last_facts("item.pass_on", there.bo) == {"step": 0}
    with pytest.raises(NotYours):
        items.approve(there.bo, of(made))
    items.approve(dorte, of(made))
    assert of(made).state == ItemState.APPROVED
    assert last_facts("item.approve", dorte) == {"step": 1}


def test_two_approvers_of_one_step_who_press_at_once_pass_nobody() -> None:
    there = world()
    director(there)
    made = item(there, there.board, ItemState.IN_REVIEW)
    first, second = of(made), of(made)
    items.approve(there.bo, first)
    with pytest.raises(Stale):
        items.approve(there.bo, second)
    assert of(made).review_step == 1
    assert len(deeds()) == 1


def test_an_item_that_comes_back_begins_the_chain_anew() -> None:
    there = world()
    dorte = director(there)
    made = item(there, there.board, ItemState.IN_REVIEW)
    items.approve(there.bo, made)
    items.give_back(dorte, of(made), f"Skriv om {CANARY}")
    assert (of(made).state, of(made).review_step) == (ItemState.DRAFT, 0)
    assert last_facts("item.return", dorte) == {"step": 1}
    assert Reason.objects.visible_to(there.karen).get().text == f"Skriv om {CANARY}"
    for other in (there.per, there.mads, there.ida, there.rut):
        assert not Reason.objects.visible_to(other).exists()
    assert CANARY not in all_facts()


def test_a_note_must_say_what_is_to_be_changed() -> None:
    there = world()
    made = item(there, there.board, ItemState.IN_REVIEW)
    with pytest.raises(Refused, match="hvad der skal ændres"):
        items.give_back(there.bo, made, "  ")
    assert of(made).state == ItemState.IN_REVIEW


def test_a_body_without_a_chain_has_its_secretary_approve() -> None:
    there = world()
    made = item(there, there.committee, ItemState.IN_REVIEW)
    with pytest.raises(NotYours):
        items.approve(there.bo, made)
    items.approve(there.lis, made)
    assert of(made).state == ItemState.APPROVED


def test_nobody_approves_what_they_wrote_themselves() -> None:
    there = world()
    made = item(there, there.board, ItemState.IN_REVIEW)
    grant(Person.objects.get(pk=there.karen.person), there.board, Role.APPROVER, there.board.steps.get())
    both = see(Person.objects.get(pk=there.karen.person))
    with pytest.raises(NotYours):
        items.approve(both, made)


def test_the_secretary_gives_back_what_was_approved() -> None:
    there = world()
    made = item(there, there.board, ItemState.APPROVED)
    with pytest.raises(NotYours):
        items.give_back(there.bo, made, "x")
    items.give_back(there.lis, made, "Bilaget mangler")
    assert of(made).state == ItemState.DRAFT
    assert Section.objects.unguarded(WHY).filter(item=made).exists()


def test_who_comes_second_is_told() -> None:
    there = world()
    made = item(there, there.board, ItemState.IN_REVIEW)
    mine, theirs = of(made), of(made)
    items.give_back(there.bo, mine, "x")
    with pytest.raises(Stale):
        items.approve(there.bo, theirs)
    assert of(made).state == ItemState.DRAFT


def test_only_the_author_submits() -> None:
    there = world()
    made = item(there, there.board)
    for wrong in (there.per, there.bo, there.lis, there.mads, there.ida, there.rut):
        with pytest.raises(NotYours):
            items.submit(wrong, made)


def test_an_author_calls_back_what_nobody_has_approved() -> None:
    there = world()
    made = item(there, there.board)
    items.submit(there.karen, made)
    items.recall(there.karen, of(made))
    assert (of(made).state, of(made).review_step) == (ItemState.DRAFT, 0)
    assert deeds() == [("item.submit", there.karen.person), ("item.recall", there.karen.person)]


def test_what_somebody_has_approved_is_not_called_back() -> None:
    there = world()
    director(there)
    made = item(there, there.board, ItemState.IN_REVIEW)
    page = of(made)
    items.approve(there.bo, of(made))
    with pytest.raises(Refused, match="Nogen har godkendt"):
        items.recall(there.karen, of(made))
    with pytest.raises(Stale):
        items.recall(there.karen, page)
    assert (of(made).state, of(made).review_step) == (ItemState.IN_REVIEW, 1)


def test_only_the_author_calls_an_item_back() -> None:
    there = world()
    made = item(there, there.board, ItemState.IN_REVIEW)
    for wrong in (there.per, there.bo, there.lis, there.mads, there.ida, there.rut):
        with pytest.raises(NotYours):
            items.recall(wrong, made)
