"""A conflict of interest keeps a person from the item in every role, until somebody else lifts it."""

from collections.abc import Callable

import pytest

from sagsgang.core.act import NotYours, Refused, act
from sagsgang.core.commands import decisions, items, minutes, routing
from sagsgang.core.commands.conflicts import disqualify, requalify
from sagsgang.core.commands.followups import complete, promise
from sagsgang.core.commands.sealing import send
from sagsgang.core.commands.sending import cancel
from sagsgang.core.compose import compose
from sagsgang.core.models import Item, Person, Presence, SealedPaper, Section, Vote
from sagsgang.core.offers import offers
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import PaperKind
from tests.core.journal import deeds
from tests.core.test_access import nest, sings
from tests.core.world import WHY, World, decision, grant, item, meeting, person, present, see

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DEED = Callable[[World, Item], object]


def one(who: Viewer) -> Person:
    return Person.objects.get(pk=who.person)


def again(who: Viewer) -> Viewer:
    return see(one(who))


@pytest.mark.parametrize("name", ["karen", "bo", "lis", "mads"])
def test_author_approver_secretary_and_member_read_nothing_of_it_and_see_that_it_is_there(
    there: World, name: str
) -> None:
    made = nest(there, ItemState.DECIDED, MeetingState.PUBLISHED)
    viewer: Viewer = getattr(there, name)
    Vote.objects.unguarded(WHY).delete()
    assert sings(viewer)
    disqualify(there.rut, made, one(viewer))
    assert sings(viewer) == set()
    assert Item.objects.visible_to(viewer).filter(pk=made.pk).exists()
    assert made.pk in again(viewer).conflicts


def test_it_hides_what_is_open_of_an_open_item_too(there: World) -> None:
    made = item(there, there.committee, ItemState.APPROVED)
    disqualify(there.lis, made, one(there.karen))
    assert not Section.objects.visible_to(there.karen).exists()
    assert Section.objects.visible_to(there.lis).exists()


def test_nobody_else_and_no_other_item_is_hidden(there: World) -> None:
    made, other = (item(there, there.board, ItemState.IN_REVIEW) for _ in range(2))
    disqualify(there.lis, made, one(there.karen))
    assert set(Section.objects.visible_to(there.karen).values_list("item", flat=True)) == {other.pk}
    assert set(Section.objects.visible_to(there.bo).values_list("item", flat=True)) == {made.pk, other.pk}


DEEDS: dict[str, tuple[str, ItemState, DEED]] = {
    "write": ("karen", ItemState.DRAFT, lambda there, made: items.set_points(there.karen, made, ["at"], "Chefen")),
    "submit": ("karen", ItemState.DRAFT, lambda there, made: items.submit(there.karen, made)),
    "approve": ("bo", ItemState.IN_REVIEW, lambda there, made: items.approve(there.bo, made)),
    "return": ("bo", ItemState.IN_REVIEW, lambda there, made: items.give_back(there.bo, made, "Ret det")),
    "minute": (
        "lis",
        ItemState.SCHEDULED,
        lambda there, made: decisions.write_decision(there.lis, made, "Godkendt.", 0),
    ),
    "tell": ("lis", ItemState.SCHEDULED, lambda there, made: minutes.set_extract(there.lis, made, "Solgt.")),
    "promise": (
        "lis",
        ItemState.DECIDED,
        lambda there, made: promise(there.lis, made, "En plan", one(there.bo), undated=True),
    ),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_whoever_is_disqualified_takes_no_part_in_preparing_it(there: World, deed: str) -> None:
    name, state, do = DEEDS[deed]
    made = item(there, there.board, state, on=meeting(there.board, MeetingState.RUNNING), number=1)
    if state == ItemState.DECIDED:
        decision(made)
    disqualify(there.rut, made, one(getattr(there, name)))
    before = deeds()
    with pytest.raises(Refused, match="inhabil"):
        do(there, made)
    assert deeds() == before
    assert offers(again(getattr(there, name)), made) == ()


def test_who_owns_a_promise_in_it_does_not_report_on_it(there: World) -> None:
    made = item(there, there.board, ItemState.DECIDED, on=meeting(there.board, MeetingState.RUNNING), number=1)
    decision(made)
    promised = promise(there.lis, made, "En plan", one(there.bo), undated=True)
    disqualify(there.lis, made, one(there.bo))
    with pytest.raises(Refused, match="inhabil"):
        complete(there.bo, promised, "Gjort")


@pytest.mark.parametrize("name", ["lis", "rut"])
def test_another_secretary_or_an_administrator_lifts_it(there: World, name: str) -> None:
    made = item(there, there.board, ItemState.IN_REVIEW)
    keeper: Viewer = getattr(there, name)
    disqualify(there.lis, made, one(there.karen))
    requalify(keeper, made, one(there.karen))
    assert Section.objects.visible_to(there.karen).exists()
    assert not Presence.objects.exists()
    assert deeds() == [("item.disqualify", there.lis.person), ("item.requalify", keeper.person)]


def test_of_their_own_conflict_nobody_is_judge(there: World) -> None:
    made = item(there, there.board, ItemState.IN_REVIEW)
    disqualify(there.lis, made, one(there.lis))
    with pytest.raises(Refused, match="inhabil"):
        requalify(there.lis, made, one(there.lis))
    eva = person("Eva")
    grant(eva, there.board, next(role for _, role in there.lis.roles))
    requalify(see(eva), made, one(there.lis))


@pytest.mark.parametrize("name", ["karen", "bo", "mads", "ida"])
def test_nobody_without_the_right_notes_or_lifts_one(there: World, name: str) -> None:
    made = item(there, there.board, ItemState.IN_REVIEW)
    disqualify(there.lis, made, one(there.per))
    for deed in (disqualify, requalify):
        with pytest.raises(NotYours):
            deed(getattr(there, name), made, one(there.per))


def test_it_goes_along_to_the_next_body(there: World) -> None:
    made = item(
        there,
        there.board,
        ItemState.DECIDED,
        on=meeting(there.board, MeetingState.HELD),
        number=1,
        route=(there.board, there.committee),
    )
    decision(made, "Anbefales.")
    disqualify(there.lis, made, one(there.karen))
    onward = routing.forward(there.lis, made)
    assert not Section.objects.visible_to(there.karen).filter(item=onward).exists()
    assert Section.objects.visible_to(there.lis).filter(item=onward).exists()


def test_the_cases_of_a_meeting_are_led_on_without_the_one_that_is_not_hers(there: World) -> None:
    at = meeting(there.board, MeetingState.HELD)
    both = [
        item(there, there.board, ItemState.DECIDED, on=at, number=place, route=(there.board, there.committee))
        for place in (1, 2)
    ]
    for made in both:
        decision(made, "Anbefales.")
    disqualify(there.rut, both[0], one(there.lis))
    assert [made.previous_id for made in routing.carry_on(there.lis, at).made] == [both[1].pk]


def test_a_meeting_is_cancelled_with_an_item_that_is_another_secretarys(there: World) -> None:
    at = meeting(there.board, MeetingState.ANNOUNCED)
    both = [item(there, there.board, ItemState.SCHEDULED, on=at, number=place) for place in (1, 2)]
    disqualify(there.rut, both[0], one(there.lis))
    cancel(there.lis, at, "For få kan komme.")
    freed = Item.objects.unguarded(WHY).filter(state=ItemState.APPROVED, meeting=None)
    assert set(freed) == set(both)


def test_minutes_name_the_members_who_were_disqualified_and_not_the_staff(there: World) -> None:
    at = meeting(there.board, MeetingState.RUNNING)
    made = item(there, there.board, ItemState.DECIDED, on=at, number=1)
    decision(made)
    present(at, there.mads)
    for who in (there.mads, there.karen):
        disqualify(there.lis, made, one(who))
    said = str(compose(at, PaperKind.MINUTES))
    assert "Mads var inhabil" in said
    assert "Karen var inhabil" not in said


def test_a_sealed_paper_with_the_item_in_it_is_another_secretarys(there: World) -> None:
    at = meeting(there.committee, MeetingState.RUNNING)
    made = item(there, there.committee, ItemState.SCHEDULED, on=at, number=1)
    send(at, PaperKind.AGENDA)
    assert SealedPaper.objects.visible_to(there.lis).exists()
    disqualify(there.rut, made, one(there.lis))
    assert not SealedPaper.objects.visible_to(there.lis).exists()


def test_approved_minutes_keep_whom_they_name(there: World) -> None:
    at = meeting(there.board, MeetingState.MINUTED)
    made = item(there, there.board, ItemState.DECIDED, on=at, number=1)
    present(at, there.mads)
    with pytest.raises(Refused, match="Referatet er godkendt"):
        disqualify(there.lis, made, one(there.mads))
    disqualify(there.lis, made, one(there.karen))


def test_a_conflict_that_is_noted_after_the_page_was_loaded_stops_the_write(there: World) -> None:
    made = item(there, there.board, ItemState.DRAFT)
    viewer = again(there.karen)
    disqualify(there.lis, made, one(there.karen))
    with pytest.raises(Refused, match="inhabil"), act(viewer, "write", made):
        pass
