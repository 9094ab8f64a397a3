"""The chain of approvers changes only where no item waits."""

import pytest

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import chain
from sagsgang.core.commands.organisation import add_step, grant
from sagsgang.core.models import Grant, Item, Journal, Person, Step
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role
from sagsgang.core.viewers import viewer_of
from tests.core.world import WHY, World, item, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def there() -> World:
    made = world()
    add_step(made.rut, made.board, "Centerchef")
    add_step(made.rut, made.board, "Direktør")
    return made


def titles(there: World) -> list[str]:
    return [step.title for step in there.board.steps.all()]


def step(title: str) -> Step:
    return Step.objects.select_related("body").get(title=title)


def at_step(there: World, place: int) -> Item:
    waiting = item(there, there.board, ItemState.IN_REVIEW)
    Item.objects.unguarded(WHY).filter(pk=waiting.pk).update(review_step=place)
    return waiting


def test_a_step_changes_place_and_its_approver_with_it(there: World) -> None:
    chain.move_step(there.rut, step("Direktør"), -1)
    assert titles(there) == ["Afdelingschef", "Direktør", "Centerchef"]
    chain.move_step(there.rut, step("Afdelingschef"), 9)
    assert titles(there) == ["Direktør", "Centerchef", "Afdelingschef"]
    bo = viewer_of(there.bo.person)
    assert bo
    assert bo.approves == {(there.board.id, 2)}


def test_a_step_goes_with_the_roles_that_stood_at_it(there: World) -> None:
    grant(there.rut, Person.objects.get(name="Per"), there.board, Role.APPROVER, step("Centerchef"))
    chain.remove_step(there.rut, step("Centerchef"))
    assert titles(there) == ["Afdelingschef", "Direktør"]
    assert not Grant.objects.filter(person=there.per.person, role=Role.APPROVER).exists()
    facts = Journal.objects.unguarded(WHY).get(kind="body.remove_step").facts
    assert facts == {"title": "Centerchef", "grants": 1}
    again = add_step(there.rut, there.board, "Kommunaldirektør")
    assert titles(there)[-1] == again.title


def test_a_step_where_an_item_waits_or_that_it_has_passed_stays(there: World) -> None:
    at_step(there, 1)
    for title in ("Afdelingschef", "Centerchef"):
        with pytest.raises(Refused, match="1 punkt venter"):
            chain.remove_step(there.rut, step(title))
    with pytest.raises(Refused):
        chain.move_step(there.rut, step("Direktør"), -1)
    assert titles(there) == ["Afdelingschef", "Centerchef", "Direktør"]
    chain.remove_step(there.rut, step("Direktør"))
    assert titles(there) == ["Afdelingschef", "Centerchef"]


def test_items_of_other_bodies_and_drafts_do_not_hold_the_chain(there: World) -> None:
    item(there, there.board)
    item(there, there.committee, ItemState.IN_REVIEW)
    chain.remove_step(there.rut, step("Afdelingschef"))
    assert titles(there) == ["Centerchef", "Direktør"]


def test_only_those_who_administer_change_the_chain(there: World) -> None:
    for who in (there.lis, there.bo, there.karen):
        with pytest.raises(NotYours):
            chain.remove_step(who, step("Centerchef"))
        with pytest.raises(NotYours):
            chain.move_step(who, step("Centerchef"), 1)
    gone = step("Centerchef")
    chain.remove_step(there.rut, step("Centerchef"))
    with pytest.raises(Refused):
        chain.remove_step(there.rut, gone)
