"""No page asks the database for anything while it renders, and each asks only as often as `queries.json` says."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from django.http import HttpRequest
from django.template import Context, Template, engines, loader
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from sagsgang.archive.models import Meeting
from sagsgang.archive.quiet import NoisyRender, quiet
from sagsgang.portal import page
from tests.walls.addresses import PAGES, Line

COUNTS = Path(__file__).with_name("queries.json")
LIMIT = 8

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_to_front() -> HttpRequest:
    return RequestFactory().get("/")


def test_a_template_that_asks_the_database_is_refused(
    world: None, request_to_front: HttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    noisy = Template("{% for meeting in page %}{{ meeting }}{% endfor %}", engine=engines["django"].engine)  # type: ignore[attr-defined]
    monkeypatch.setattr(loader, "render_to_string", lambda template, context: noisy.render(Context(dict(context))))
    with pytest.raises(NoisyRender):
        page.render(request_to_front, "any", Meeting.objects.all())


def test_a_page_being_rendered_keeps_no_other_thread_from_asking() -> None:
    with quiet(), ThreadPoolExecutor(1) as other:
        *_, guard = connection.execute_wrappers
        assert other.submit(guard, lambda *_: "an answer", "SELECT 1", None, False, {}).result() == "an answer"
        with pytest.raises(NoisyRender):
            guard(lambda *_: "an answer", "SELECT 1", None, False, {})


@pytest.mark.parametrize("line", PAGES, ids=lambda line: line.name)
def test_a_page_asks_as_often_as_reviewed(client: Client, world: None, line: Line) -> None:
    reviewed = json.loads(COUNTS.read_text())
    with CaptureQueriesContext(connection) as asked:
        client.get(line.address)
    assert len(asked) == reviewed[line.name], [query["sql"][:200] for query in asked]


def test_no_page_may_ask_more_than_eight_times() -> None:
    reviewed = json.loads(COUNTS.read_text())
    assert set(reviewed) == {line.name for line in PAGES}
    assert max(reviewed.values()) <= LIMIT
