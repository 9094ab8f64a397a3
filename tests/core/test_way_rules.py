"""The pure rules of a case's way: routes, votes, resumed titles and deadlines of promises."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.core.rules.promises import promised, resolve
from sagsgang.core.rules.routes import Leg, forecast, held_back, stops
from sagsgang.core.rules.suffix import plain_title, resumed_title
from sagsgang.core.rules.votes import count, quorate, taking_part
from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.outcomes import OutcomeKind

DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
LEGS = st.builds(Leg, st.lists(DAYS, max_size=6).map(tuple), st.sampled_from((None, 0, 3, 4)))


def test_a_recommended_case_goes_on_and_a_postponed_one_stays() -> None:
    assert held_back(OutcomeKind.RECOMMENDED) == ""
    assert held_back(OutcomeKind.APPROVED) == ""
    assert "udsat" in held_back(OutcomeKind.POSTPONED)
    assert "sendt tilbage" in held_back(OutcomeKind.SENT_BACK)


def test_an_approved_case_that_stops_here_does_not_go_on() -> None:
    assert "stopper" in held_back(OutcomeKind.APPROVED, (OutcomeKind.STOPS_HERE,))
    assert stops(OutcomeKind.APPROVED, (OutcomeKind.STOPS_HERE,))
    assert not stops(OutcomeKind.APPROVED)


def test_the_final_decision_falls_at_the_first_meetings_that_can_still_take_the_case() -> None:
    # Four clear working days before Monday 15 March 2027: the agenda is sent on Monday the 8th.
    legs = (Leg((date(2027, 3, 15), date(2027, 3, 22)), 4), Leg((date(2027, 3, 17), date(2027, 4, 21)), 4))
    assert forecast(date(2027, 3, 8), legs) == date(2027, 4, 21)
    assert forecast(date(2027, 3, 9), legs[:1]) == date(2027, 3, 22)


def test_there_is_no_forecast_when_a_body_has_no_meeting_in_time() -> None:
    assert forecast(date(2027, 3, 8), (Leg((date(2027, 3, 8),), None),)) is None


@given(
    DAYS,
    st.lists(st.builds(Leg, st.lists(DAYS, max_size=6).map(tuple), st.sampled_from((None, 0, 3, 4))), max_size=4),
)
def test_a_forecast_is_one_of_the_last_bodys_meetings_and_never_before_the_case_is_ready(
    ready: date, legs: list[Leg]
) -> None:
    found = forecast(ready, legs)
    if found is not None:
        assert found >= ready
        assert not legs or found in legs[-1].meetings


@pytest.mark.parametrize(
    ("choices", "carried"),
    [
        ({1: "for", 2: "against", 3: "neither"}, False),
        ({1: "for", 2: "for", 3: "against"}, True),
        ({1: "for", 2: "neither"}, True),
        ({}, False),
    ],
)
def test_a_proposal_needs_more_votes_for_than_against(choices: dict[int, str], carried: bool) -> None:
    assert count(choices).carried is carried


@given(st.dictionaries(st.integers(0, 30), st.sampled_from(("for", "against", "neither"))))
def test_no_vote_is_lost_in_the_count(choices: dict[int, str]) -> None:
    result = count(choices)
    assert result.votes_for + result.votes_against + result.votes_neither == len(choices)


def test_half_of_the_members_are_enough_and_one_fewer_is_not() -> None:
    assert quorate(5, 3)
    assert quorate(4, 2)
    assert not quorate(5, 2)
    assert not quorate(0, 0)


def test_who_is_away_or_has_a_conflict_takes_no_part() -> None:
    assert taking_part((1, 2, 3), (2, 9)) == {1, 3}


def test_a_resumed_title_says_from_which_day_the_case_comes_back() -> None:
    title = resumed_title("Ny skole", date(2027, 11, 14), date(2027, 11, 20))
    assert title == "Ny skole – genoptagelse af sag fra 14. november"
    assert resumed_title("Ny skole", date(2027, 11, 14), date(2028, 1, 5)).endswith("14. november 2027")


def test_a_case_that_comes_back_twice_has_one_suffix() -> None:
    once = resumed_title("Ny skole", date(2026, 11, 14), date(2027, 1, 20))
    twice = resumed_title(once, date(2027, 2, 1), date(2027, 2, 20))
    assert twice == "Ny skole – genoptagelse af sag fra 1. februar"
    assert plain_title(twice) == "Ny skole"


@given(st.text(max_size=300), DAYS, DAYS)
def test_a_resumed_title_always_fits_its_field_with_its_whole_suffix(title: str, before: date, today: date) -> None:
    resumed = resumed_title(title, before, today)
    assert len(resumed) <= 300
    assert " – genoptagelse af sag fra " in resumed


def test_next_meeting_is_the_bodys_next_planned_meeting() -> None:
    planned = [date(2027, 4, 12), date(2027, 3, 22), date(2027, 3, 8)]
    due = resolve(Due(DueKind.NEXT_MEETING, phrase="næste møde"), date(2027, 3, 8), planned)
    assert (due.kind, due.start, due.end) == (DueKind.NEXT_MEETING, date(2027, 3, 22), date(2027, 3, 22))


def test_next_meeting_has_no_day_while_none_is_planned() -> None:
    due = resolve(Due(DueKind.NEXT_MEETING), date(2027, 3, 8), [])
    assert (due.start, due.end) == (None, None)


def test_a_coming_meeting_is_one_of_the_next_three_or_within_a_quarter() -> None:
    planned = [date(2027, 3, 8) + timedelta(weeks=week) for week in range(1, 6)]
    said = date(2027, 3, 8)
    assert resolve(Due(DueKind.COMING_MEETING), said, planned).end == planned[2]
    assert resolve(Due(DueKind.COMING_MEETING), said, []).end == said + timedelta(days=90)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Udsættes til næste møde.", []),
        ("Udsættes. Karen undersøger prisen til næste møde.", ["Karen undersøger prisen til næste møde."]),
    ],
)
def test_to_put_a_case_off_is_nobodys_promise(text: str, found: list[str]) -> None:
    assert [one.text for one in promised(text, date(2027, 3, 8), "Direktionen")] == found
