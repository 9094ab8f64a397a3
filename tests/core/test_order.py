"""In which order items stand, and which numbers they get."""

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.core.rules.order import Entry, Place, by_rule, inserted, numbers, together

entries = st.lists(
    st.builds(
        Entry,
        st.integers(1, 9),
        st.booleans(),
        st.sampled_from(Place),
        st.one_of(st.none(), st.integers(1, 9)),
    ),
    max_size=9,
    unique_by=lambda entry: entry.id,
)


def test_standing_items_stand_first_and_last_and_closed_ones_behind_all_open() -> None:
    agenda = [Entry(1, closed=True), Entry(2, False, Place.LAST), Entry(3, False), Entry(4, False, Place.FIRST)]
    assert by_rule(agenda) == [4, 3, 2, 1]


def test_a_new_item_goes_where_the_rules_want_it_and_leaves_the_others_as_they_were_arranged() -> None:
    agenda = [Entry(1, False, Place.FIRST), Entry(5, False), Entry(3, False), Entry(9, False, Place.LAST)]
    assert inserted(agenda, Entry(7, closed=False)) == [1, 5, 3, 7, 9]
    assert inserted(agenda, Entry(7, closed=True)) == [1, 5, 3, 9, 7]


def test_items_taken_together_stand_right_behind_each_other() -> None:
    agenda = [Entry(1, False, together_with=3), Entry(2, closed=False), Entry(3, closed=False)]
    assert together(agenda) == [2, 3, 1]


def test_numbers_go_on_from_the_last_that_was_given() -> None:
    assert numbers([8, 4], 0) == {8: 1, 4: 2}
    assert numbers([8, 4], 41) == {8: 42, 4: 43}


@given(entries)
def test_no_order_loses_or_doubles_an_item(agenda: list[Entry]) -> None:
    ids = sorted(entry.id for entry in agenda)
    assert sorted(by_rule(agenda)) == ids
    assert sorted(together(agenda)) == ids


@given(entries, st.booleans(), st.sampled_from(Place))
def test_an_item_that_is_put_in_moves_no_other(agenda: list[Entry], closed: bool, place: Place) -> None:
    alone = [Entry(entry.id, entry.closed, entry.place) for entry in agenda]
    found = inserted(alone, Entry(10, closed, place))
    assert [one for one in found if one != 10] == [entry.id for entry in alone]
    assert 10 in found
