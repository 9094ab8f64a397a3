"""Plain text that people read and that the reader reads back."""

from hypothesis import HealthCheck, given, settings

from sagsgang.paper.model import Paper
from sagsgang.readers.registry import read_text
from sagsgang.writers import plain
from tests.strategies import papers


def back(paper: Paper) -> Paper:
    """`paper` written and read again."""
    (reading,) = read_text(plain.write(paper))
    return reading.paper


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers())
def test_what_is_written_is_read_back_as_it_was(paper: Paper) -> None:
    assert back(paper) == paper
