"""What the guards are told of an item."""

import pytest
from pytest_django import DjangoAssertNumQueries

from sagsgang.core.act import Refused, Stale
from sagsgang.core.commands.agenda import unschedule
from sagsgang.core.commands.items import set_title
from sagsgang.core.models import Item, Meeting
from sagsgang.core.standing import standing
from sagsgang.core.states import ItemState, MeetingState
from tests.core.world import WHY, decision, item, meeting, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_an_item_tells_its_recommendation_its_decision_and_its_next_body() -> None:
    there = world()
    made = item(there, there.board, on=meeting(there.board), route=(there.board, there.committee))
    before = standing(made)
    decision(made)
    after = standing(made)
    assert (before.recommended, before.decided, before.next_body, before.forwarded) == (
        True,
        False,
        "Økonomiudvalget",
        False,
    )
    assert after.decided
    assert after.goes_on


def test_an_item_that_was_sent_on_says_so() -> None:
    there = world()
    first = item(there, there.board, ItemState.DECIDED, on=meeting(there.board))
    following = item(there, there.committee)
    following.previous = first
    following.save()
    assert standing(first).forwarded
    assert not standing(following).forwarded


def test_an_item_that_was_sent_while_its_page_was_open_is_written_on_no_more() -> None:
    there = world()
    at = meeting(there.committee)
    made = item(there, there.committee, ItemState.SCHEDULED, on=at)
    in_hand = Item.objects.unguarded(WHY).select_related("body", "meeting").get(pk=made.pk)
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(number=1)
    Meeting.objects.unguarded(WHY).filter(pk=at.pk).update(state=MeetingState.ANNOUNCED)
    with pytest.raises(Refused, match="Punktet er sendt ud"):
        set_title(there.lis, in_hand, "En anden titel", 0)
    with pytest.raises(Refused, match="Dagsordenen er udsendt"):
        unschedule(there.lis, in_hand)


def test_an_approver_whose_turn_passed_while_the_page_was_open_writes_no_more() -> None:
    there = world()
    made = item(there, there.board, ItemState.IN_REVIEW)
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(review_step=1)
    with pytest.raises(Stale):
        set_title(there.bo, made, "En anden titel", 0)


def test_the_facts_of_an_item_cost_one_query_when_its_chain_is_known(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    there = world()
    made = item(there, there.board)
    made.body._prefetched_objects_cache = {"steps": there.board.steps.all()}  # type: ignore[attr-defined]
    len(made.body.steps.all())
    with django_assert_num_queries(1):
        standing(made)
