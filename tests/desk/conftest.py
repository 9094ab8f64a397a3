"""A browser before a draft, for the tests that write in one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.models import Section
from tests.core.conftest import there
from tests.core.world import World
from tests.desk.logged_in import window
from tests.desk.writing_world import draft, part

__all__ = ["there"]


@pytest.fixture
def section(there: World) -> Section:
    """The empty section of Karen's draft."""
    return part(draft(there))


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, there: World, section: Section) -> Iterator[Page]:
    """Karen before her draft."""
    opened = window(browser, live_server, there.karen)
    opened.goto(f"/arbejde/punkter/{section.item_id}/")
    yield opened
    opened.context.close()
