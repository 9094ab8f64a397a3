"""Two secretaries press the same button: one of them is told that it is done."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from sagsgang.archive.models import Edition
from sagsgang.archive.verify import verify
from sagsgang.core.act import Stale
from sagsgang.core.commands import meetings
from sagsgang.core.models import Item, Journal, Meeting, Numbering
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role
from tests.core.world import DAY, WHY, World, grant, item, meeting, person, see, world

# On SQLite the test database is in memory and has one writer.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.database,
    pytest.mark.postgresql,
    pytest.mark.slow,
]


def together(*deeds: tuple[object, int]) -> list[str]:
    """Announce each meeting as its viewer at the same moment; what came of it."""
    start = Barrier(len(deeds))

    def announce(deed: tuple[object, int]) -> str:
        viewer, pk = deed
        try:
            at = Meeting.objects.unguarded(WHY).select_related("body").get(pk=pk)
            start.wait(timeout=30)
            meetings.announce(viewer, at)  # type: ignore[arg-type]
        except Stale:
            return "stale"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as people:
        return sorted(people.map(announce, deeds))


def agenda(there: World, days: int = 0, items: int = 2) -> Meeting:
    at = meeting(there.committee, day=DAY.replace(day=DAY.day + days))
    for _ in range(items):
        item(there, there.committee, ItemState.SCHEDULED, on=at)
    return at


def test_two_secretaries_announce_at_once_and_the_agenda_goes_out_once() -> None:
    there = world()
    other = person("Eva")
    grant(other, there.committee, Role.SECRETARY)
    at = agenda(there)
    assert together((there.lis, at.pk), (see(other), at.pk)) == ["done", "stale"]
    assert Edition.objects.count() == 1
    assert Journal.objects.unguarded(WHY).filter(kind="meeting.announce").count() == 1
    assert sorted(one.number or 0 for one in Item.objects.unguarded(WHY)) == [1, 2]


def test_two_agendas_of_a_body_sent_at_once_share_no_number_of_the_year() -> None:
    there = world()
    there.committee.numbering = Numbering.YEAR
    there.committee.save()
    first, second = agenda(there), agenda(there, days=7)
    assert together((there.lis, first.pk), (there.lis, second.pk)) == ["done", "done"]
    assert sorted(one.number or 0 for one in Item.objects.unguarded(WHY)) == [1, 2, 3, 4]
    assert list(verify()) == []
