"""Parts of files: what a program that goes on with a fetch, or reads a table from afar, asks for."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.portal.papers import PLAN, PLAN_BYTES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
FILE = f"/bilag/{PLAN.sha256}/{PLAN.name}"
SIZE = len(PLAN_BYTES)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-9", 0, 9),
        ("bytes=5-5", 5, 5),
        ("bytes=10-", 10, SIZE - 1),
        ("bytes=-7", SIZE - 7, SIZE - 1),
        ("bytes=-99999", 0, SIZE - 1),
        (f"bytes=3-{SIZE + 99}", 3, SIZE - 1),
    ],
)
def test_a_part_is_those_bytes_and_says_which(client: Client, asked: str, first: int, last: int) -> None:
    answer = client.get(FILE, HTTP_RANGE=asked)
    assert answer.status_code == 206
    assert answer.getvalue() == PLAN_BYTES[first : last + 1]
    assert answer["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert (answer["Content-Length"], answer["Content-Type"]) == (str(last - first + 1), "application/pdf")


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", "bytes=-0", "bytes=9-3", "bytes=999999999999999999-"])
def test_a_part_that_the_file_does_not_have_is_refused_with_its_size(client: Client, asked: str) -> None:
    answer = client.get(FILE, HTTP_RANGE=asked)
    assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{SIZE}")


@pytest.mark.parametrize("asked", ["", "bytes=-", "bytes=0-1,4-5", "lines=0-1", "bytes=a-b", "bytes=0-٣"])
def test_what_is_not_understood_is_answered_with_the_whole(client: Client, asked: str) -> None:
    answer = client.get(FILE, HTTP_RANGE=asked)
    assert (answer.status_code, answer["Accept-Ranges"]) == (200, "bytes")
    assert answer.getvalue() == PLAN_BYTES


def test_going_on_with_a_file_that_changed_begins_anew(client: Client) -> None:
    tag = client.get(FILE)["ETag"]
    assert client.get(FILE, HTTP_RANGE="bytes=4-", HTTP_IF_RANGE=tag).status_code == 206
    assert client.get(FILE, HTTP_RANGE="bytes=4-", HTTP_IF_RANGE='"other"').status_code == 200
    assert client.get(FILE, HTTP_RANGE="bytes=4-", HTTP_IF_NONE_MATCH=tag).status_code == 304


def test_a_page_has_no_parts(client: Client) -> None:
    answer = client.get("/", HTTP_RANGE="bytes=0-9")
    assert answer.status_code == 200
    assert "Accept-Ranges" not in answer


@given(st.text(alphabet="bytes=-,0123456789 ", max_size=30))
@examples(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.slow
def test_nothing_that_is_asked_is_a_fault(client: Client, asked: str) -> None:
    assert client.get(FILE, HTTP_RANGE=asked).status_code in {200, 206, 416}
