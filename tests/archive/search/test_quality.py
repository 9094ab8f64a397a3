"""Search finds what a reader wants."""

import pytest

from tests.archive.search.judged import judge, table

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.mark.slow
def test_search_finds_what_a_reader_wants_and_little_else() -> None:
    verdict = judge()
    print(table(verdict))  # noqa: T201 - the misses are for reading
    assert verdict.recall >= 0.97, table(verdict)
    assert verdict.precision >= 0.95, table(verdict)
    assert verdict.placed >= 0.85, table(verdict)
