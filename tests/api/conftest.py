"""The small world of the portal, for programs."""

import pytest
from django.core.cache import cache
from django.test import Client

from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish_all
from tests.portal.papers import FILES, papers


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """No test sees what another one left in the cache."""
    cache.clear()


@pytest.fixture
def world(db: None) -> None:
    """Every paper of `papers`, published to the street."""
    publish_all(papers(), Audience.STREET, FILES)


@pytest.fixture
def client() -> Client:
    """A program that shows faults instead of the answer to them."""
    return Client(HTTP_HOST="localhost")
