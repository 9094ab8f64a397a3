"""How often the meeting's pages ask the database: at most twelve times, however much they show."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sagsgang.core.models import Item, Journal, Meeting, Presence
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import SectionKind
from tests.core.world import World, decision, item, meeting, section, world
from tests.desk.meeting_world import browser, filled, text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MOST = 12


def lis(there: World) -> Viewer:
    return there.lis


def mads(there: World) -> Viewer:
    return there.mads


def of_meeting(name: str, query: str = "") -> Callable[[Meeting, list[Item]], str]:
    return lambda meeting, _items: reverse(f"desk:{name}", args=[meeting.id]) + query


def alone(name: str, query: str = "") -> Callable[[Meeting, list[Item]], str]:
    return lambda _meeting, _items: reverse(f"desk:{name}") + query


def live(meeting: Meeting, items: list[Item]) -> str:
    return reverse("desk:live", args=[meeting.id, items[0].id])


S = MeetingState
PAGES = [
    (lis, alone("meetings"), S.PLANNED),
    (lis, of_meeting("meeting"), S.PLANNED),
    (lis, of_meeting("meeting"), S.ANNOUNCED),
    (lis, of_meeting("gate"), S.PLANNED),
    (lis, of_meeting("preview"), S.PLANNED),
    (lis, of_meeting("preview", "?referat=1"), S.HELD),
    (lis, live, S.RUNNING),
    (lis, live, S.HELD),
    (lis, of_meeting("minutes"), S.HELD),
    (lis, of_meeting("minutes"), S.MINUTED),
    (lis, alone("followups"), S.HELD),
    (lis, alone("followups", "?efter=person"), S.HELD),
    (lis, alone("pipeline"), S.PLANNED),
    (mads, alone("my-meetings"), S.HELD),
    (mads, of_meeting("read"), S.ANNOUNCED),
    (mads, of_meeting("read"), S.HELD),
    (mads, of_meeting("follow"), S.RUNNING),
    (mads, alone("taken"), S.HELD),
]


def asked(client: Client, address: str) -> list[str]:
    """What the page asked, the second time that it is shown."""
    text(client, address)
    with CaptureQueriesContext(connection) as seen:
        text(client, address)
    return [one["sql"] for one in seen.captured_queries]


@pytest.mark.parametrize(("who", "page", "state"), PAGES)
def test_a_page_asks_at_most_twelve_times(
    who: Callable[[World], Viewer], page: Callable[[Meeting, list[Item]], str], state: MeetingState
) -> None:
    there = world()
    said = asked(browser(who(there)), page(*filled(there, state, 3)))
    assert len(said) <= MOST, "\n".join(one[:160] for one in said)


@pytest.mark.parametrize(
    ("page", "state"),
    [(of_meeting("preview"), S.PLANNED), (of_meeting("gate"), S.PLANNED), (of_meeting("gate"), S.MINUTED)]
    + [(of_meeting("preview", "?referat=1"), state) for state in (S.HELD, S.MINUTED, S.PUBLISHED)],
)
def test_the_first_reading_is_noted_within_the_twelve(
    page: Callable[[Meeting, list[Item]], str], state: MeetingState
) -> None:
    there = world()
    held, items = filled(there, state, 4)
    section(items[0], SectionKind.OTHER, "HUSK at slette dette.")
    address, client = page(held, items), browser(there.lis)
    treated = item(there, there.board, ItemState.DECIDED, on=meeting(there.board, S.PUBLISHED), of=items[0].case)
    decision(treated)
    Item.objects.unguarded("set up").filter(pk=items[0].pk).update(previous=treated)
    Presence.objects.create(item=items[1], person_id=there.lis.person, conflict=True)
    with CaptureQueriesContext(connection) as seen:
        said = text(client, address)
    assert said
    assert len(seen.captured_queries) <= MOST
    noted = Journal.objects.unguarded("what was noted").filter(kind="item.open_closed", by=there.lis.person)
    assert [one.item_id for one in noted] == [items[3].pk]


@pytest.mark.parametrize(("who", "page", "state"), PAGES)
def test_a_page_asks_no_more_for_thirty_items(
    who: Callable[[World], Viewer], page: Callable[[Meeting, list[Item]], str], state: MeetingState
) -> None:
    there = world()
    few, some = filled(there, state, 3)
    client = browser(who(there))
    before = len(asked(client, page(few, some)))
    Meeting.objects.unguarded("another day").filter(pk=few.pk).update(date="2027-02-01")
    many, all_of_them = filled(there, state, 30)
    assert len(asked(client, page(many, all_of_them))) <= before
