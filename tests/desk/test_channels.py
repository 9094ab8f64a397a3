"""Administrators see what will disappear before they change the public of a body, and say why."""

from dataclasses import replace

import pytest
from django.conf import settings

from sagsgang.archive import leave
from sagsgang.archive.models import Audience, Meeting
from sagsgang.archive.publish import publish
from sagsgang.core.models import Body
from tests.archive.papers import minutes
from tests.core.world import World, world
from tests.desk.logged_in import browser

pytestmark = pytest.mark.django_db
REASON = "Der var for få læsere."


@pytest.fixture
def there() -> World:
    there = world()
    Body.objects.filter(pk=there.board.pk).update(audience=Audience.STREET, policy="Beslutning af 9. januar 2026")
    publish(replace(minutes(body=there.board.name), authority=settings.AUTHORITY), Audience.STREET)
    return there


def address(there: World) -> str:
    return f"/arbejde/udvalg/{there.board.pk}/kanal/"


def test_the_page_says_how_many_meetings_disappear_from_where(there: World) -> None:
    page = browser(there.rut).get(address(there)).content.decode()
    assert "1 møde forsvinder fra borgernes sider" in page
    assert "offentlig" in page


def test_the_form_changes_the_channel_and_takes_off_what_is_out(there: World) -> None:
    answer = browser(there.rut).post(address(there), {"reason": REASON, "take_off": "on"})
    assert answer.status_code == 302
    while leave.work():
        pass
    assert Body.objects.get(pk=there.board.pk).audience == Audience.EMPLOYEES
    assert not Meeting.objects.filter(edition__isnull=False).exists()


def test_without_a_reason_nothing_happens(there: World) -> None:
    assert browser(there.rut).post(address(there), {"reason": " ", "take_off": "on"}).status_code == 400
    assert Body.objects.get(pk=there.board.pk).audience == Audience.STREET


def test_the_particulars_do_not_change_the_channel_by_the_way(there: World) -> None:
    page = browser(there.rut).get(f"/arbejde/udvalg/{there.board.pk}/").content.decode()
    assert 'name="audience"' not in page
    assert address(there) in page
