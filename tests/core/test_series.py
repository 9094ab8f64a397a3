"""Standing items: placed, put on meetings that are planned, and rolled to the cases of a new year."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta
from threading import Barrier

import pytest
from django.db import connection

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import meetings, series
from sagsgang.core.commands.year_end import roll, roll_all
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Case, Item, Journal, Meeting, Series
from sagsgang.core.models.series import Openness, Rule
from sagsgang.core.states import MeetingState
from sagsgang.paper.model import Access, ItemType
from tests.core.world import DAY, WHY, World, case, meeting, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def added(there: World, title: str, of: Case, rule: Rule = Rule.LAST, until: date | None = None) -> Series:
    return series.add_series(
        there.lis,
        there.committee,
        of,
        title=title,
        item_type=ItemType.INFORMATION,
        access=Openness.BODY,
        rule=rule,
        since=date(2026, 1, 1),
        until=until,
    )


def planned(there: World, day: date) -> Meeting:
    return meetings.plan_meeting(there.lis, there.committee, day, start=time(16))


def titles(at: Meeting) -> list[str]:
    return list(at.items.unguarded(WHY).order_by("position").values_list("public_title", flat=True))


def test_a_standing_item_takes_another_place_on_the_next_agenda(there: World) -> None:
    folder = case(there)
    for title in ("Et", "To", "Tre"):
        added(there, title, folder)
    three = Series.objects.get(title="Tre")
    series.place_series(there.lis, three, Rule.LAST, -1)
    assert titles(planned(there, DAY)) == ["Et", "Tre", "To"]
    series.place_series(there.lis, three, Rule.FIRST)
    series.place_series(there.lis, three, Rule.FIRST, -1)
    series.place_series(there.lis, Series.objects.get(title="Et"), Rule.LAST, 5)
    assert titles(planned(there, DAY + timedelta(1))) == ["Tre", "To", "Et"]


def test_a_standing_item_comes_on_the_agendas_that_are_planned_but_not_on_those_that_are_out(there: World) -> None:
    waits, out = planned(there, DAY), meeting(there.committee, MeetingState.ANNOUNCED, DAY, time(8))
    later = planned(there, date(2028, 1, 10))
    one = added(there, "Eventuelt", case(there), until=date(2027, 12, 31))
    assert len(series.fill_planned(there.lis, one)) == 1
    assert series.fill_planned(there.lis, one) == []
    assert (titles(waits), titles(out), titles(later)) == (["Eventuelt"], [], [])


def test_a_new_year_has_a_new_case_and_the_old_series_ends_with_the_year(there: World) -> None:
    one = added(there, "Eventuelt", case(there))
    before, after = planned(there, date(2027, 12, 13)), planned(there, date(2028, 1, 10))
    made = roll(there.lis, one, 2028)
    one.refresh_from_db()
    assert (one.until, made.since, made.until) == (date(2027, 12, 31), date(2028, 1, 1), None)
    assert made.case != one.case
    assert made.case.kle_number == one.case.kle_number
    rows = Item.objects.unguarded(WHY)
    assert rows.get(meeting=before).case == one.case
    moved = rows.get(meeting=after)
    assert (moved.case, moved.series) == (made.case, made)
    assert titles(planned(there, date(2028, 2, 14))) == ["Eventuelt"]
    assert Journal.objects.unguarded(WHY).get(kind="series.roll").case == made.case


def test_a_series_is_not_rolled_twice_and_not_past_its_end(there: World) -> None:
    one = added(there, "Eventuelt", case(there))
    made = roll(there.lis, one, 2028, number="26/771")
    assert made.case.number == "26/771"
    one.refresh_from_db()
    for again in (one, made):
        with pytest.raises(Refused):
            roll(there.lis, again, 2028)
    assert Series.objects.count() == 2


def test_all_series_of_a_body_are_rolled_at_once_and_those_of_one_case_stay_in_one(there: World) -> None:
    shared, own = case(there, "999-2026-1"), case(there, "999-2026-2")
    for title, of in (("Et", shared), ("To", shared), ("Tre", own)):
        added(there, title, of)
    added(there, "Slut", own, until=date(2027, 6, 30))
    made = roll_all(there.lis, there.committee, 2028)
    assert [one.title for one in made] == ["Et", "To", "Tre"]
    assert made[0].case == made[1].case != made[2].case
    with pytest.raises(Refused, match="2028"):
        roll_all(there.lis, there.committee, 2028)


def test_only_the_bodys_secretary_touches_its_standing_items(there: World) -> None:
    one = added(there, "Eventuelt", case(there))
    for other in (there.karen, there.mads, there.rut):
        with pytest.raises(NotYours):
            roll(other, one, 2028)
        with pytest.raises(NotYours):
            roll_all(other, there.committee, 2028)
        with pytest.raises(NotYours):
            series.place_series(other, one, Rule.FIRST)
        with pytest.raises(NotYours):
            series.fill_planned(other, one)
    assert Case.objects.unguarded(WHY).count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql
@pytest.mark.slow
def test_two_who_press_at_once_roll_once() -> None:
    there = world()
    added(there, "Eventuelt", case(there))
    start = Barrier(2)

    def press(_: int) -> bool:
        try:
            start.wait(timeout=30)
            roll_all(there.lis, there.committee, 2028)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(press, range(2))) == [False, True]
    assert Series.objects.filter(since__year=2028).count() == 1
    assert Case.objects.unguarded(WHY).count() == 2


def test_a_standing_item_says_itself_how_open_it_is_or_follows_the_body(there: World) -> None:
    basis = LEGAL_BASES[0]
    for title, access in (("Følger", Openness.BODY), ("Åbent", Openness.OPEN), ("Lukket", Openness.CLOSED)):
        series.add_series(
            there.lis,
            there.board,
            case(there, title),
            title=title,
            item_type=ItemType.INFORMATION,
            access=access,
            basis=basis,
            rule=Rule.LAST,
            since=date(2026, 1, 1),
        )
    at = meetings.plan_meeting(there.lis, there.board, DAY, start=time(9))
    made = {one.public_title: one for one in at.items.unguarded(WHY)}
    assert {title: one.access for title, one in made.items()} == {
        "Følger": there.board.new_items,
        "Åbent": Access.OPEN,
        "Lukket": Access.CLOSED,
    }
    assert (made["Lukket"].basis, made["Lukket"].review_on) == (basis, DAY + timedelta(365))
    assert (made["Åbent"].basis, made["Åbent"].review_on) == ("", None)
    roll(there.lis, Series.objects.get(title="Lukket"), 2028)
    assert Series.objects.filter(title="Lukket", access=Openness.CLOSED, basis=basis).count() == 2


def test_a_closed_standing_item_needs_a_basis(there: World) -> None:
    with pytest.raises(Refused, match="hjemmel"):
        series.add_series(
            there.lis,
            there.board,
            case(there),
            title="Lukket",
            item_type=ItemType.INFORMATION,
            access=Openness.CLOSED,
            rule=Rule.LAST,
            since=date(2026, 1, 1),
        )
    assert not Series.objects.exists()
