"""Who sees which page of a meeting, and that closed words are on none that is not theirs."""

import pytest
from django.test import Client
from django.urls import reverse

from sagsgang.core.models import Followup, Item, Journal, Meeting, Presence
from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Viewer
from tests.core.world import CANARY, WHY, World
from tests.desk.meeting_world import browser, filled, text

pytestmark = [pytest.mark.django_db, pytest.mark.database]
STATES = [state for state in MeetingState if state not in {MeetingState.MINUTED, MeetingState.CANCELLED}]
VERBS = ("arrange", "announce", "begin", "close", "cancel", "record", "extract", "carry_on", "nothing")


def secretary_pages(meeting: Meeting, items: list[Item]) -> list[str]:
    """The pages that belong to the secretary of the body alone."""
    named = ("meeting", "gate", "preview", "minutes")
    live = [reverse("desk:live", args=[meeting.id, one.id]) for one in items]
    return [*(reverse(f"desk:{name}", args=[meeting.id]) for name in named), *live]


def member_pages(meeting: Meeting) -> list[str]:
    """The pages that belong to who sits on the body that day."""
    return [reverse(f"desk:{name}", args=[meeting.id]) for name in ("read", "follow")]


def common_pages() -> list[str]:
    """The pages that many have, each their own."""
    return [reverse(f"desk:{name}") for name in ("meetings", "followups", "pipeline", "my-meetings", "taken")]


def cast(there: World) -> dict[str, Viewer]:
    return {name: getattr(there, name) for name in ("karen", "per", "bo", "lis", "mads", "ida", "rut")}


def get(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("state", STATES)
def test_the_pages_of_a_meeting_are_there_for_those_whose_they_are(there: World, state: MeetingState) -> None:
    meeting, items = filled(there, state)
    for name, viewer in cast(there).items():
        client = browser(viewer)
        for address in secretary_pages(meeting, items):
            assert get(client, address)[0] == (200 if name == "lis" else 404), (name, address)
        for address in member_pages(meeting):
            assert get(client, address)[0] == (200 if name == "mads" else 404), (name, address)


@pytest.mark.parametrize("state", STATES)
def test_closed_words_are_on_no_page_that_is_not_theirs(there: World, state: MeetingState) -> None:
    meeting, items = filled(there, state)
    addresses = [*secretary_pages(meeting, items), *member_pages(meeting), *common_pages()]
    may_read = {"lis", "karen"} | ({"mads"} if state != MeetingState.PLANNED else set())
    for name, viewer in cast(there).items():
        client = browser(viewer)
        pages = [get(client, address)[1] for address in addresses]
        assert name in may_read or not any(CANARY in page for page in pages), name
        assert not any(CANARY in page.split("</title>")[0] for page in pages), name
    assert any(CANARY in get(browser(there.lis), address)[1] for address in addresses)


@pytest.mark.parametrize("state", STATES)
def test_a_conflict_of_interest_hides_the_item_from_the_member(there: World, state: MeetingState) -> None:
    meeting, items = filled(there, state)
    for one in items:
        Presence.objects.create(item=one, person_id=there.mads.person, conflict=True)
    mads = browser(there.mads)
    for address in (*member_pages(meeting), *common_pages()):
        page = get(mads, address)[1]
        assert CANARY not in page, address
        assert "Svømmehallen er 40 år gammel." not in page, address
    if state != MeetingState.PLANNED:
        assert "Du er inhabil i dette punkt." in text(mads, member_pages(meeting)[0])


def test_the_open_edition_of_the_preview_says_nothing_closed(there: World) -> None:
    meeting, _ = filled(there, MeetingState.ANNOUNCED)
    page = text(browser(there.lis), reverse("desk:preview", args=[meeting.id]))
    full, opened = page.split('id="aaben"')
    assert CANARY in full
    assert CANARY not in opened
    assert "Punktet 2" in opened


def test_nobody_else_presses_the_buttons(there: World) -> None:
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    addresses = [reverse("desk:meeting-verb", args=[meeting.id, verb]) for verb in VERBS]
    addresses += [
        reverse("desk:live-verb", args=[meeting.id, one.id, verb]) for verb in ("minute", "decide", "vote", "promise")
    ]
    addresses.append(reverse("desk:add-item", args=[meeting.id, one.id]))
    before = Journal.objects.unguarded(WHY).count()
    for name, viewer in cast(there).items():
        if name != "lis":
            client = browser(viewer)
            for address in addresses:
                assert client.post(address, {"text": "x", "version": "0"}).status_code == 404, (name, address)
            assert client.post(reverse("desk:sign", args=[meeting.id])).status_code in {302, 404}
    assert Journal.objects.unguarded(WHY).count() == before


def test_an_item_of_another_meeting_is_not_reached_through_this_one(there: World) -> None:
    meeting, _ = filled(there, MeetingState.RUNNING)
    other = Meeting.objects.create(body=there.committee, date="2027-04-05", start="09:00", state=MeetingState.RUNNING)
    item = Item.objects.unguarded(WHY).filter(meeting=meeting).first()
    assert item is not None
    lis = browser(there.lis)
    assert get(lis, reverse("desk:live", args=[other.id, item.id]))[0] == 404
    assert lis.post(reverse("desk:live-verb", args=[other.id, item.id, "decide"])).status_code == 404


def test_who_is_not_logged_in_is_asked_to(there: World) -> None:
    meeting, items = filled(there, MeetingState.ANNOUNCED)
    client = Client(HTTP_HOST="localhost")
    for address in (*secretary_pages(meeting, items), *member_pages(meeting), *common_pages()):
        assert client.get(address).status_code == 302


def test_a_note_is_on_nobody_elses_page(there: World) -> None:
    meeting, (one, *_) = filled(there, MeetingState.ANNOUNCED)
    browser(there.mads).post(reverse("desk:note", args=[one.id]), {"text": "Hemmelig tanke", "version": "0"})
    for name, viewer in cast(there).items():
        client = browser(viewer)
        seen = [get(client, at)[1] for at in (*secretary_pages(meeting, [one]), *member_pages(meeting))]
        assert any("Hemmelig tanke" in page for page in seen) == (name == "mads"), name


def test_fields_that_make_no_sense_are_refused_in_words_or_not_there(there: World) -> None:
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    lis = browser(there.lis)
    for verb, fields in (
        ("record", {"person": "x"}),
        ("arrange", {"order": "1,x"}),
        ("withdraw", {"item": "999999"}),
        ("schedule", {}),
    ):
        answer = lis.post(reverse("desk:meeting-verb", args=[meeting.id, verb]), fields)
        assert answer.status_code in {302, 404}, verb
    answer = lis.post(reverse("desk:live-verb", args=[meeting.id, one.id, "decide"]), {"outcome": "nonsense"})
    assert answer.status_code == 302


def test_reading_what_is_closed_is_noted_once_and_a_conflict_is_no_reading(there: World) -> None:
    meeting, (_open, closed) = filled(there, MeetingState.ANNOUNCED)
    mads = browser(there.mads)
    read = Journal.objects.unguarded(WHY).filter(kind="item.open_closed", by=there.mads.person)
    for _ in range(2):
        text(mads, reverse("desk:read", args=[meeting.id]))
    assert [row.item_id for row in read] == [closed.id]
    read.delete()
    Presence.objects.create(item=closed, person_id=there.mads.person, conflict=True)
    text(mads, reverse("desk:read", args=[meeting.id]))
    assert not read.exists()


@pytest.mark.parametrize(
    ("page", "who"),
    [
        ("case", "lis"),
        ("minutes", "lis"),
        ("followups", "lis"),
        ("followups", "mads"),
        ("followup", "lis"),
        ("taken", "mads"),
    ],
)
def test_a_closed_decision_is_not_read_unnoted_on_any_page(there: World, page: str, who: str) -> None:
    meeting, (_open, closed) = filled(there, MeetingState.HELD)
    promised = Followup.objects.unguarded(WHY).get(item=closed).pk
    wanted = {"case": [closed.case_id], "minutes": [meeting.id], "followup": [promised]}
    client, viewer = browser(getattr(there, who)), getattr(there, who)
    for _ in range(2):
        assert CANARY in text(client, reverse(f"desk:{page}", args=wanted.get(page)))
    read = Journal.objects.unguarded(WHY).filter(kind="item.open_closed", by=viewer.person)
    assert [row.item_id for row in read] == [closed.id]
