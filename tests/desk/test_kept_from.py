"""The pages that a conflict of interest hides, in every role, and the buttons for substitutes."""

import pytest

from sagsgang.core.commands.conflicts import disqualify
from sagsgang.core.models import Attendance, Person, Presence, Seat
from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Viewer
from tests.core.world import CANARY, SEATED_SINCE, World, meeting, person
from tests.desk.meeting_world import browser, filled, text

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WORDS = "Svømmehallen er 40 år gammel"
KEPT = "Du er inhabil"


def one(viewer: Viewer) -> Person:
    return Person.objects.get(pk=viewer.person)


@pytest.mark.parametrize("state", [MeetingState.RUNNING, MeetingState.HELD, MeetingState.MINUTED])
def test_a_secretary_sees_that_the_item_is_there_and_nothing_of_it(there: World, state: MeetingState) -> None:
    at, items = filled(there, state)
    for made in items:
        disqualify(there.rut, made, one(there.lis))
    lis = browser(there.lis)
    pages = ["", "eftersyn/", "forhaandsvisning/", "forhaandsvisning/?referat=1", "referat/"]
    pages += [f"punkt/{made.id}/" for made in items]
    for page in pages:
        said = text(lis, f"/arbejde/moeder/{at.id}/{page}")
        assert CANARY not in said, page
        assert WORDS not in said, page
        assert "plan til næste møde" not in said, page
    assert KEPT in text(lis, f"/arbejde/moeder/{at.id}/punkt/{items[0].id}/")
    for made in items:
        said = text(lis, f"/arbejde/punkter/{made.id}/")
        assert KEPT in said
        assert CANARY not in said
        assert WORDS not in said


@pytest.mark.parametrize("name", ["karen", "mads"])
def test_author_and_member_are_told_why_nothing_is_there(there: World, name: str) -> None:
    at, items = filled(there, MeetingState.ANNOUNCED)
    viewer: Viewer = getattr(there, name)
    for made in items:
        disqualify(there.lis, made, one(viewer))
    address = f"/arbejde/mine-moeder/{at.id}/" if name == "mads" else f"/arbejde/punkter/{items[0].id}/"
    said = text(browser(viewer), address)
    assert KEPT in said
    assert WORDS not in said
    assert CANARY not in said


def test_an_administrator_lifts_it_on_a_page_without_a_word_of_the_item(there: World) -> None:
    _, (_, closed) = filled(there, MeetingState.ANNOUNCED)
    disqualify(there.lis, closed, one(there.lis))
    address = f"/arbejde/punkter/{closed.id}/inhabilitet/"
    rut = browser(there.rut)
    assert address in text(rut, "/arbejde/personer/")
    said = text(rut, address)
    assert "Lis" in said
    assert CANARY not in said
    assert closed.public_title not in said
    rut.post(address, {"handling": "ophaev", "person": there.lis.person})
    assert not Presence.objects.exists()


def test_a_secretary_notes_a_conflict_on_the_page_and_cannot_lift_their_own(there: World) -> None:
    _, (made, _) = filled(there, MeetingState.ANNOUNCED)
    address = f"/arbejde/punkter/{made.id}/inhabilitet/"
    lis = browser(there.lis)
    for who in (there.karen, there.lis):
        lis.post(address, {"handling": "noter", "person": who.person, "tilbage": address})
    lis.post(address, {"handling": "ophaev", "person": there.lis.person, "tilbage": address})
    assert set(Presence.objects.values_list("person", flat=True)) == {there.karen.person, there.lis.person}
    assert lis.post(address, {"handling": "andet"}).status_code == 404


def test_a_substitute_is_called_in_and_off_on_the_page_of_the_meeting(there: World) -> None:
    ane = person("Ane")
    Seat.objects.create(person=ane, body=there.board, since=SEATED_SINCE, substitute=True)
    at = meeting(there.board, MeetingState.ANNOUNCED)
    lis, address = browser(there.lis), f"/arbejde/moeder/{at.id}/"
    assert "Indkald stedfortræder" in text(lis, address)
    lis.post(f"{address}call_in/", {"person": ane.pk, "instead_of": there.mads.person})
    assert "Afmeld" in text(lis, address)
    lis.post(f"{address}call_off/", {"person": ane.pk})
    assert not Attendance.objects.exists()


def test_a_body_without_substitutes_has_no_such_button(there: World) -> None:
    at = meeting(there.board)
    assert "Indkald stedfortræder" not in text(browser(there.lis), f"/arbejde/moeder/{at.id}/")
