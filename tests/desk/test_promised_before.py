"""What was promised at a case's earlier treatments stands on the next one, until it is done."""

import pytest
from django.urls import reverse

from sagsgang.core.models import Followup, Item, Journal, Presence
from sagsgang.core.states import FollowupState, ItemState, MeetingState
from sagsgang.paper.model import Access
from tests.core.world import CANARY, WHY, World, decision, item, meeting, present
from tests.desk.logged_in import browser
from tests.desk.meeting_world import text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WORDS = "Planen for havnen revideres."


def treated(there: World, access: Access = Access.OPEN, words: str = WORDS) -> tuple[Item, Followup]:
    """An item that the board has decided, with what was promised there."""
    held = meeting(there.board, MeetingState.PUBLISHED)
    before = item(there, there.board, ItemState.DECIDED, on=held, number=1, access=access)
    decision(before, "Godkendt.", access)
    return before, Followup.objects.create(item=before, text=words, owner_id=there.bo.person, undated=True)


def again(there: World, before: Item) -> Item:
    """The next treatment of the case, at a meeting that runs."""
    running = meeting(there.committee, MeetingState.RUNNING)
    present(running, there.mads)
    return item(there, there.committee, ItemState.SCHEDULED, on=running, number=1, of=before.case)


def addresses(found: Item) -> tuple[str, str]:
    return reverse("desk:item", args=[found.pk]), reverse("desk:live", args=[found.meeting_id, found.pk])


def test_an_open_promise_stands_on_the_next_treatment_until_it_is_done(there: World) -> None:
    before, kept = treated(there)
    client, shown = browser(there.lis), addresses(again(there, before))
    assert all(WORDS in text(client, address) for address in shown)
    Followup.objects.unguarded(WHY).filter(pk=kept.pk).update(state=FollowupState.DONE)
    assert not any(WORDS in text(client, address) for address in shown)


def test_what_was_promised_later_does_not_stand_on_an_earlier_treatment(there: World) -> None:
    before, kept = treated(there)
    after = again(there, before)
    Followup.objects.unguarded(WHY).filter(pk=kept.pk).update(item=after)
    assert WORDS not in text(browser(there.lis), reverse("desk:item", args=[before.pk]))


def test_a_closed_promise_is_shown_to_its_readers_only_and_the_reading_is_noted(there: World) -> None:
    before, _kept = treated(there, Access.CLOSED, CANARY)
    (page, _live) = addresses(again(there, before))
    assert CANARY in text(browser(there.lis), page)
    noted = Journal.objects.unguarded(WHY).filter(kind="item.open_closed", item=before)
    assert [row.by_id for row in noted] == [there.lis.person]
    Presence.objects.create(item=before, person_id=there.lis.person, conflict=True)
    assert CANARY not in text(browser(there.lis), page)
