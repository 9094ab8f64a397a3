"""Items taken together, from the agenda's page to the members' reading."""

import pytest
from django.urls import reverse

from sagsgang.core.models import Item, Meeting
from sagsgang.core.states import MeetingState
from tests.core.world import WHY, World
from tests.desk.logged_in import browser
from tests.desk.meeting_world import filled, text

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_they_are_chosen_on_the_agenda_and_told_to_secretary_and_members(there: World) -> None:
    at, (one, _, three) = filled(there, MeetingState.PLANNED, 3)
    lis = browser(there.lis)
    address = reverse("desk:meeting-verb", args=[at.id, "together"])
    back = reverse("desk:meeting", args=[at.id])
    lis.post(address, {"item": three.id, "with": one.id, "tilbage": back})
    assert "Sammen med punkt 3" in text(lis, back)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.ANNOUNCED)
    assert "Sammen med punkt 1" in text(lis, reverse("desk:live", args=[at.id, three.id]))
    assert "Sammen med punkt 1" in text(browser(there.mads), reverse("desk:read", args=[at.id]))
    assert "Punktet behandles sammen med punkt 3." in text(lis, reverse("desk:preview", args=[at.id]))


def test_a_choice_that_cannot_be_is_told_and_changes_nothing(there: World) -> None:
    at, (one, shut) = filled(there, MeetingState.PLANNED)
    lis = browser(there.lis)
    address = reverse("desk:meeting-verb", args=[at.id, "together"])
    told = lis.post(
        address, {"item": shut.id, "with": one.id, "tilbage": reverse("desk:meeting", args=[at.id])}, follow=True
    )
    assert "tilhørerne skal kunne gå" in told.content.decode()
    assert lis.post(address, {"item": "", "with": one.id}).status_code == 302
    assert not Item.objects.unguarded(WHY).exclude(together_with=None).exists()


def test_nobody_else_takes_together(there: World) -> None:
    at, (one, shut) = filled(there, MeetingState.PLANNED)
    for who in (there.karen, there.mads, there.ida, there.rut):
        for verb in ("together", "apart"):
            address = reverse("desk:meeting-verb", args=[at.id, verb])
            assert browser(who).post(address, {"item": shut.id, "with": one.id}).status_code == 404
