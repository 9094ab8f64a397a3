"""What a mail costs does not depend on how many follow, nor on how much it tells."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sagsgang.alerts import noticing, sending
from sagsgang.alerts.composing import Composer
from sagsgang.alerts.models import Follower, Kind, Letter
from sagsgang.archive.models import Entry, Meeting
from tests.alerts.town import BODY, agenda, follows, go_out, retitled, today

pytestmark = pytest.mark.django_db
MOST_A_MAIL = 25


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as asked:
        while work():
            pass
    return len(asked)


def cost(followers: int, papers: int) -> tuple[int, int]:
    """The queries of noting what is news, and of sending the mails; what went out before stands at the watermark."""
    while noticing.notice():
        pass
    Follower.objects.all().delete()
    for number in range(followers):
        follows(Kind.BODY, BODY, address=f"f{followers}-{papers}-{number}@solbjerg.example")
    day = today() + timedelta(days=1 + 100 * (followers + papers))
    first = [agenda(day + timedelta(days=7 * week)) for week in range(papers)]
    go_out(*first)
    go_out(*(retitled(one, "Havnen") for one in first[:2]))
    noted, composer = queries(noticing.notice), Composer()
    sent = queries(lambda: sending.send(composer.compose))
    assert Letter.objects.count() == followers
    return noted, sent


@pytest.mark.database
def test_thirty_followers_cost_no_more_each_than_three_and_their_news_no_more_at_all() -> None:
    few_noted, few_sent = cost(3, 2)
    many_noted, many_sent = cost(30, 2)
    assert many_noted <= few_noted
    assert (many_sent - few_sent) / 27 <= MOST_A_MAIL
    assert many_sent / 30 <= few_sent / 3


@pytest.mark.database
def test_a_mail_that_tells_of_ten_papers_asks_no_more_than_one_that_tells_of_two() -> None:
    _, of_two = cost(1, 2)
    _, of_ten = cost(1, 10)
    assert of_ten <= of_two


def test_what_was_published_long_ago_is_not_looked_at_again() -> None:
    """The watermark is found by the index of the chains: SQLite's plan names no scan of papers or of seals."""
    go_out(*(agenda(today() + timedelta(days=week)) for week in range(3)))
    while noticing.notice():
        pass
    with CaptureQueriesContext(connection) as asked:
        assert not noticing.notice()
    [query] = asked.captured_queries
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
        plan = [str(row[3]) for row in cursor.fetchall()]
    assert not any(line.startswith("SCAN") and "archive_body" not in line for line in plan), plan
    assert not any(model._meta.db_table in query["sql"] for model in (Meeting, Entry))
