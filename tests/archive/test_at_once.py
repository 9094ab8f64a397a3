"""Several writers at once never fork a chain."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection

from sagsgang.archive.models import Audience, Body, Promise, Seal
from sagsgang.archive.publish import publish
from sagsgang.archive.returns import wrongly_linked
from sagsgang.archive.verify import verify
from sagsgang.paper.model import Paper
from tests.archive.papers import minutes

# On SQLite the test database is in memory and has one writer; tests/cli/test_killed.py has two on a real file.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.database,
    pytest.mark.postgresql,
    pytest.mark.slow,
]


def publish_in_turn(papers: list[Paper]) -> None:
    try:
        for paper in papers:
            publish(paper, Audience.STREET)
    finally:
        connection.close()


def test_four_writers_of_two_bodies_and_one_case_make_whole_chains() -> None:
    bodies = ("Direktionen", "Økonomiudvalget", "Direktionen", "Økonomiudvalget")
    days = [[date(2024, 1, 1) + timedelta(days=writer + 4 * round_) for round_ in range(8)] for writer in range(4)]
    work = [[minutes(day, body=body) for day in some] for body, some in zip(bodies, days, strict=True)]
    with ThreadPoolExecutor(4) as writers:
        list(writers.map(publish_in_turn, work))
    for body in Body.objects.all():
        numbers = Seal.objects.filter(body=body).order_by("number").values_list("number", flat=True)
        assert list(numbers) == list(range(1, 17))
    assert list(verify()) == []
    assert list(wrongly_linked(Promise.objects.all())) == []
