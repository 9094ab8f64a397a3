"""When a later paper has lost so much that its source must be poorer, and when it says less on purpose."""

from dataclasses import replace

import pytest

from sagsgang.archive.poorer import is_poorer
from sagsgang.paper.model import Access, Item, Paper
from sagsgang.paper.redact import redact
from tests.archive.papers import DAY, item, minutes, section

LONG = section("Skolen får nye vinduer mod syd og mod nord. " * 20)
NOBODY: frozenset[str] = frozenset()


def rich() -> Paper:
    return minutes(DAY, *(item(str(number), sections=(LONG,)) for number in range(1, 6)))


def changed(**values: object) -> Paper:
    return replace(rich(), items=tuple(replace(one, **values) for one in rich().items))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "later",
    [
        changed(case_number=None),
        replace(rich(), items=rich().items[:2]),
        changed(sections=(section("Skolen."),)),
    ],
)
def test_lost_case_numbers_items_or_text_make_it_poorer(later: Paper) -> None:
    assert is_poorer(later, rich(), NOBODY)


def test_a_correction_is_not_poorer() -> None:
    one, *rest = rich().items
    assert not is_poorer(replace(rich(), items=(replace(one, case_number=None, sections=()), *rest)), rich(), NOBODY)
    assert not is_poorer(rich(), changed(sections=()), NOBODY)
    assert not is_poorer(changed(case_number=None), changed(case_number=None), NOBODY)


def test_items_closed_on_purpose_are_no_loss_and_items_closed_in_doubt_are() -> None:
    closed = redact(changed(access=Access.CLOSED))
    assert not is_poorer(closed, rich(), NOBODY)
    assert is_poorer(closed, rich(), frozenset(one.number for one in closed.items))


def test_a_paper_without_items_is_poorer_than_one_with_them() -> None:
    nothing: tuple[Item, ...] = ()
    assert is_poorer(replace(rich(), items=nothing), rich(), NOBODY)
