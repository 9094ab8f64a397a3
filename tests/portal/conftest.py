"""The small world of the portal's tests."""

import pytest
from django.core.cache import cache
from django.test import Client

from sagsgang.archive import plan
from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish_all
from tests.portal.papers import FILES, next_meeting, papers


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """No test sees what another one left in the cache."""
    cache.clear()


@pytest.fixture
def world(db: None) -> None:
    """Every paper of `papers`, published to the street, and a meeting that is only planned yet."""
    publish_all(papers(), Audience.STREET, FILES)
    plan.announce(next_meeting())


@pytest.fixture
def client() -> Client:
    """A browser that shows faults instead of the page for them."""
    return Client(HTTP_HOST="localhost")
