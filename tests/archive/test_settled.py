"""The time that `Last-Modified` says."""

from datetime import timedelta

from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.archive.settled import settled


@given(st.timedeltas(timedelta(), timedelta(seconds=10)), st.timedeltas(timedelta(), timedelta(seconds=1)))
def test_it_is_said_when_no_other_change_can_have_the_same(age: timedelta, later: timedelta) -> None:
    changed = timezone.now() - age
    said = settled(changed)
    assert said is None or changed + timedelta(seconds=2) < said <= timezone.now()
    assert said is None or said.microsecond == 0
    other = changed + later
    if said and other.replace(microsecond=0) != changed.replace(microsecond=0):
        assert settled(other) != said


def test_what_never_changed_says_no_time() -> None:
    assert settled(None) is None
