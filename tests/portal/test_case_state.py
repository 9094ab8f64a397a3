"""Where a case stands after its latest treatment."""

from dataclasses import replace
from datetime import date

import pytest

from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.portal.case_state import Standing, Step, case_state, stations

ROUTE = ("Direktionen", "Økonomiudvalget", "Kommunalbestyrelsen")


def step(body: str, day: int, *outcomes: OutcomeKind, route: tuple[str, ...] = ROUTE, minuted: bool = True) -> Step:
    return Step(body, date(2025, 1, day), outcomes, route, minuted)


def test_a_recommendation_is_never_the_end() -> None:
    state = case_state([step("Direktionen", 1, OutcomeKind.RECOMMENDED)])
    assert (state.standing, state.next_station) == (Standing.ONWARD, "Økonomiudvalget")


def test_a_recommendation_without_a_route_goes_on_to_nobody_knows_where() -> None:
    state = case_state([step("Direktionen", 1, OutcomeKind.RECOMMENDED, route=())])
    assert (state.standing, state.next_station) == (Standing.ONWARD, "")


def test_an_approval_with_a_station_left_goes_on() -> None:
    state = case_state([step("Økonomiudvalget", 1, OutcomeKind.APPROVED)])
    assert (state.standing, state.next_station) == (Standing.ONWARD, "Kommunalbestyrelsen")


def test_a_case_taken_off_the_agenda_neither_waits_there_nor_is_stopped() -> None:
    first, off = step("Direktionen", 1, OutcomeKind.RECOMMENDED), Step("Økonomiudvalget", date(2025, 1, 8), (), ROUTE)
    state = case_state([first, replace(off, minuted=False, withdrawn=True)])
    assert (state.standing, state.before) == (Standing.WITHDRAWN, first)


def test_an_approval_at_the_last_station_decides() -> None:
    state = case_state([step("Kommunalbestyrelsen", 1, OutcomeKind.APPROVED)])
    assert (state.standing, state.next_station) == (Standing.DECIDED, "")


def test_a_status_after_the_decision_does_not_hide_it() -> None:
    decision = step("Kommunalbestyrelsen", 1, OutcomeKind.APPROVED)
    heard = [
        step("Direktionen", 8, OutcomeKind.NONE, route=()),
        step("Økonomiudvalget", 9, OutcomeKind.NOTED, route=()),
    ]
    state = case_state([decision, *heard])
    assert (state.standing, state.decided) == (Standing.HEARD, decision)


@pytest.mark.parametrize(
    "earlier",
    [
        step("Direktionen", 2, OutcomeKind.RECOMMENDED),
        step("Økonomiudvalget", 2, OutcomeKind.APPROVED),
        step("Kommunalbestyrelsen", 2, OutcomeKind.POSTPONED),
        step("Kommunalbestyrelsen", 2, OutcomeKind.NOTED),
    ],
)
def test_what_was_taken_up_again_or_goes_on_is_not_called_decided(earlier: Step) -> None:
    first = [step("Kommunalbestyrelsen", 1, OutcomeKind.APPROVED)] if earlier.outcomes[0] != OutcomeKind.NOTED else []
    assert case_state([*first, earlier, step("Økonomiudvalget", 9, OutcomeKind.NOTED, route=())]).decided is None


def test_a_decision_needs_no_other_one() -> None:
    assert case_state([step("Kommunalbestyrelsen", 1, OutcomeKind.APPROVED)]).decided is None


def test_an_early_stop_drops_the_stations_left() -> None:
    steps = [step("Direktionen", 1, OutcomeKind.APPROVED, OutcomeKind.STOPS_HERE)]
    assert case_state(steps).standing is Standing.STOPPED
    assert [(station.body, station.dropped) for station in stations(steps)] == [
        ("Direktionen", False),
        ("Økonomiudvalget", True),
        ("Kommunalbestyrelsen", True),
    ]


def states(steps: list[Step]) -> list[str]:
    return ["passed" if one.passed else "dropped" if one.dropped else "" for one in stations(steps)]


def test_a_station_that_the_archive_lacks_is_not_still_to_come() -> None:
    first = step("Direktionen", 1, OutcomeKind.RECOMMENDED)
    assert states([first, step("Kommunalbestyrelsen", 9, OutcomeKind.APPROVED)]) == ["", "passed", ""]
    assert states([step("Økonomiudvalget", 9, OutcomeKind.REJECTED)]) == ["passed", "", "dropped"]


def test_a_station_ahead_is_neither_passed_nor_dropped() -> None:
    assert states([step("Direktionen", 1, OutcomeKind.RECOMMENDED)]) == ["", "", ""]


def test_a_case_sent_back_comes_again() -> None:
    state = case_state([step("Direktionen", 1, OutcomeKind.DISCUSSED, OutcomeKind.SENT_BACK)])
    assert state.standing is Standing.PAUSED


def test_a_case_on_an_agenda_awaits_its_decision_and_keeps_the_one_before() -> None:
    before = step("Direktionen", 1, OutcomeKind.RECOMMENDED)
    state = case_state([before, step("Økonomiudvalget", 8, minuted=False)])
    assert (state.standing, state.before) == (Standing.AWAITING, before)


@pytest.mark.parametrize(
    ("outcome", "standing"),
    [
        (OutcomeKind.NOTED, Standing.HEARD),
        (OutcomeKind.DISCUSSED, Standing.HEARD),
        (OutcomeKind.NONE, Standing.UNKNOWN),
        (OutcomeKind.REJECTED, Standing.STOPPED),
        (OutcomeKind.WITHDRAWN, Standing.STOPPED),
        (OutcomeKind.POSTPONED, Standing.PAUSED),
        (OutcomeKind.ELECTED, Standing.DECIDED),
        (OutcomeKind.REFERRED, Standing.ONWARD),
    ],
)
def test_each_outcome_has_its_standing(outcome: OutcomeKind, standing: Standing) -> None:
    assert case_state([step("Kommunalbestyrelsen", 1, outcome)]).standing is standing


def test_a_case_on_two_agendas_was_last_treated_where_there_are_minutes() -> None:
    treated = step("Direktionen", 1, OutcomeKind.NOTED)
    steps = [treated, step("Økonomiudvalget", 8, minuted=False), step("Direktionen", 15, minuted=False)]
    assert case_state(steps).before == treated


def test_a_second_round_on_the_route_forgets_the_first() -> None:
    steps = [
        step("Direktionen", 1, OutcomeKind.RECOMMENDED),
        step("Økonomiudvalget", 8, OutcomeKind.SENT_BACK),
        step("Direktionen", 15, OutcomeKind.RECOMMENDED),
    ]
    assert [station.day for station in stations(steps)] == [date(2025, 1, 15), None, None]
