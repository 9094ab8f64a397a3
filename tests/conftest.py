"""What all tests share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker

TESTS = Path(__file__).resolve().parent
_INDEX = ("search_document", "search_file", "search_word", "search_term", "search_lexicon")
SHARED = TESTS.parent.parent / "shared"
# What is tried through a database needs hundreds of small worlds: too many for the fast lane.
_DATABASE = frozenset({"db", "transactional_db"})
# A busy machine is no fault: no example fails for having taken long.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has a meaning on PostgreSQL only, unless the run is on it; worlds in a database are slow."""
    for item in items:
        if item.get_closest_marker("django_db") or _DATABASE.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
    if os.environ.get("SAGSGANG_TEST_DATABASE") != "postgresql":
        left_out = [item for item in items if item.get_closest_marker("postgresql")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(autouse=True)
def _in_danish() -> Iterator[None]:
    """Whatever language a test asked for, the next one begins in the product's own."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _index_of_its_own(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The tables of search are no models: a flush after a test leaves them, and the next one would find its hits."""
    yield
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            for table in (*_INDEX, *(("search_text",) if connection.vendor == "sqlite" else ())):
                cursor.execute(f"DELETE FROM {table}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the source minutes and their labels, which only some machines have."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder with the real source minutes beside this repository")
    return SHARED


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module; its tests are skipped where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("needs Chromium on the path: pages are tried in it")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in this thread
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=sandbox)
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
