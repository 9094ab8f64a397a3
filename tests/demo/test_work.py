"""The demo's working house: made by commands, in one piece, with something waiting for everybody."""

from datetime import date

import pytest
from django.test import Client

from sagsgang.archive.models import Entry
from sagsgang.archive.models import Meeting as PublishedMeeting
from sagsgang.core.commands.routing import forecast
from sagsgang.core.models import Body, Followup, Item, Journal, Meeting
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.demo.work import play as playing
from sagsgang.demo.work.play import play
from sagsgang.demo.work.texts import drafts
from sagsgang.demo.work.town import CAST, PASSWORD, Town
from sagsgang.desk.queries.substitutes import substitutes
from sagsgang.login.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TODAY = date(2026, 11, 20)
WHY = "a test looks behind the curtain"


@pytest.fixture
def town() -> Town:
    return play(TODAY)


def test_everybody_of_the_cast_has_a_login_and_something_to_see(town: Town) -> None:
    for name in CAST:
        assert Account.objects.get(username=name.lower()).check_password(PASSWORD)
    assert Item.objects.visible_to(town["Karen"]).filter(state=ItemState.DRAFT).count() == 1
    assert Item.objects.visible_to(town["Bo"]).filter(state=ItemState.IN_REVIEW).count() == 1
    assert Meeting.objects.visible_to(town["Mads"]).filter(state=MeetingState.ANNOUNCED).count() == 1
    assert Followup.objects.visible_to(town["Karen"]).count() == 1
    announced = Meeting.objects.visible_to(town["Lis"]).get(state=MeetingState.ANNOUNCED)
    assert [one.name for one in substitutes(announced).free] == ["Bo"]
    waiting = Item.objects.visible_to(town["Karen"]).get(state=ItemState.IN_REVIEW)
    assert forecast(waiting) is not None


def test_a_recommended_case_stands_on_the_next_bodys_list_by_itself(town: Town) -> None:
    committee = Item.objects.visible_to(town["Lis"]).filter(body=town.bodies["Økonomiudvalget"])
    waiting = committee.get(public_title=drafts()["budgetopfoelgning"].title)
    assert waiting.state in {ItemState.APPROVED, ItemState.IN_REVIEW}
    assert waiting.previous is not None


def test_the_street_reads_the_extract_of_the_closed_item_and_not_its_secret(town: Town) -> None:
    shown = "\n".join(Entry.objects.values_list("data", flat=True)) + "\n".join(
        Entry.objects.values_list("title", flat=True)
    )
    closed = drafts()["jordpulje"]
    assert closed.extract in shown
    assert closed.secret not in shown
    assert "Mæglerens vurdering" not in shown


def test_what_fails_on_the_way_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(playing, "_on_the_way", fails)
    with pytest.raises(RuntimeError):
        play(TODAY)
    assert not Body.objects.exists()
    assert not Journal.objects.unguarded(WHY).exists()


def test_the_leaders_papers_are_for_the_employees_and_never_on_the_street(town: Town) -> None:
    rows = PublishedMeeting.objects.filter(body__name="Chefgruppen", edition__isnull=False)
    assert [row.audience for row in rows] == ["employees"]
    pages = Client(HTTP_HOST="localhost")
    for address in ("/", "/udvalg/", "/moeder/", "/soeg/?q=hjemmearbejde", "/feed.atom", "/kalender.ics"):
        page = pages.get(address).content.decode()
        assert "Chefgruppen" not in page
        assert "Fælles ramme for hjemmearbejde" not in page
    assert pages.get("/udvalg/chefgruppen/").status_code == 404
