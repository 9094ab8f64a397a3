"""How often the desk's pages ask the database: as often as was reviewed, and no more where there is more."""

import json
from copy import copy
from pathlib import Path
from typing import TypeVar

import pytest
from django.db import connection, reset_queries
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from sagsgang.core.models import Attachment, Decision, Followup, Item, Journal, Section
from sagsgang.demo.work.town import Town
from tests.desk.logged_in import browser
from tests.walls.desk_cage import PEOPLE, WHY, town
from tests.walls.desk_walk import addresses

__all__ = ["town"]
pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Row = TypeVar("Row", bound=Model)
COUNTS = Path(__file__).with_name("desk_queries.json")
LIMIT = 12
MORE = 6
# Taking a message out of the session that another page has left there.
MESSAGE = ("SAVEPOINT", "RELEASE", 'UPDATE "django_session"')
# What a page asks only when there is something to ask of.
ONCE = 1


def asked(client: Client, address: str) -> int:
    """How often, 0 for a page that is not shown."""
    reset_queries()  # of more than 9,000 Django counts no more
    with CaptureQueriesContext(connection) as queries:
        shown = client.get(address).status_code == 200
    return sum(not one["sql"].startswith(MESSAGE) for one in queries) if shown else 0


def most(town: Town, shown: list[str], people: tuple[str, ...] = PEOPLE) -> dict[str, int]:
    """The most that a page of a name asks the first time that it is shown, whoever looks and whatever it shows."""
    found: dict[str, int] = {}
    for name in people:
        client = browser(town[name])
        for address in shown:
            page = str(resolve(address.partition("?")[0]).url_name)
            if count := asked(client, address):
                found[page] = max(found.get(page, 0), count)
    return dict(sorted(found.items()))


def test_a_page_asks_as_often_as_reviewed(town: Town) -> None:
    assert most(town, list(addresses())) == json.loads(COUNTS.read_text("utf-8"))


def test_no_page_may_ask_more_than_twelve_times() -> None:
    reviewed = json.loads(COUNTS.read_text("utf-8"))
    assert {page: count for page, count in reviewed.items() if count > LIMIT} == {}


def test_a_page_asks_no_more_where_there_is_more(town: Town) -> None:
    reviewed = json.loads(COUNTS.read_text("utf-8"))
    shown = list(addresses())
    grow()
    asked_now = most(town, shown, ("Karen", "Lis", "Mads"))
    assert {page: count for page, count in asked_now.items() if count > reviewed[page] + ONCE} == {}


def grow() -> None:
    """Six more of everything that hangs below something."""
    for item in list(Item.objects.unguarded(WHY)):
        decision = Decision.objects.unguarded(WHY).filter(item=item).first()
        for made in more(item):
            if decision:
                Decision.objects.create(item=made, text=decision.text, access=decision.access, at=decision.at)
    for rows in (Section, Attachment, Followup, Journal):
        for row in list(rows._base_manager.all()):
            more(row)


def more(row: Row) -> list[Row]:
    """The row again and again."""
    rows = [copy(row) for _ in range(MORE)]
    for one in rows:
        one.pk = None
    return list(type(row)._base_manager.bulk_create(rows))
