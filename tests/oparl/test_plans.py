"""Meetings that are planned, as a client of OParl sees them: before there is any paper, and when one comes."""

from datetime import date, time

import pytest
from django.test import Client

from sagsgang.archive.models import Audience
from sagsgang.archive.plan import Plan, announce
from sagsgang.archive.publish import publish
from sagsgang.paper.model import PaperKind
from tests.oparl.crawl import HOST, Crawl, Object, inner, pages
from tests.portal.papers import FILES, paper

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NEW = "Havneudvalget"
DAY = date(2031, 3, 3)


def told(client: Client, day: date, **others: object) -> Object:
    said = {"start": time(12, 30), "place": "Rådhuset, mødelokale 3", "cancelled": False, **others}
    announce(
        Plan(
            reference="moede-77",
            authority="Solbjerg Kommune",
            body=NEW,
            audience=Audience.STREET,
            date=day,
            **said,  # type: ignore[arg-type]
        )
    )
    found: Object = client.get("/oparl/v1.1/organization/havneudvalget/meeting?limit=1").json()["data"][0]
    return found


def test_a_planned_meeting_is_a_meeting(client: Client, world: None) -> None:
    found = told(client, DAY)
    assert found["meetingState"] == "terminiert"
    assert found["start"] == "2031-03-03T12:30:00+01:00"
    assert found["location"]["description"] == "Rådhuset, mødelokale 3"
    assert found["organization"] == [f"{HOST}/oparl/v1.1/organization/havneudvalget"]
    assert not {"agendaItem", "participant", "invitation", "cancelled"} & set(found)


def test_its_id_stays_when_it_is_moved_and_when_the_papers_come(client: Client, world: None) -> None:
    first, moved = told(client, DAY), told(client, date(2031, 7, 7), start=time(12, 30))
    assert (moved["id"], moved["start"]) == (first["id"], "2031-07-07T12:30:00+02:00")
    for kind, state in ((PaperKind.AGENDA, "eingeladen"), (PaperKind.MINUTES, "durchgeführt")):
        publish(paper(NEW, date(2031, 7, 7), kind=kind), Audience.STREET, FILES)
        (now,) = client.get("/oparl/v1.1/organization/havneudvalget/meeting").json()["data"]
        assert (now["id"], now["meetingState"], now["created"]) == (first["id"], state, first["created"])
        assert now["web"].endswith("/moeder/havneudvalget/2031-07-07/")


def test_a_cancelled_one_says_so(client: Client, world: None) -> None:
    assert told(client, DAY, cancelled=True)["cancelled"] is True
    assert "cancelled" not in told(client, DAY)


def test_without_an_hour_the_day_begins_at_midnight_and_that_is_said(client: Client, world: None) -> None:
    found = told(client, DAY, start=None, place="")
    assert (found["start"], found["sagsgang:hourUnknown"]) == ("2031-03-03T00:00:00+01:00", True)
    assert "location" not in found


@pytest.mark.slow
def test_everything_that_a_plan_names_can_be_followed(client: Client, world: None) -> None:
    found = told(client, DAY)
    crawl = Crawl(client)
    assert crawl.objects[found["id"]] == found
    assert crawl.get(found["id"]) == found
    body = crawl.objects[f"{HOST}/oparl/v1.1/organization/havneudvalget"]
    addresses = [page for one in (found, body) for part in inner(one) for page in pages(part)]
    assert addresses
    assert [client.get(page).status_code for page in addresses] == [200] * len(addresses)
