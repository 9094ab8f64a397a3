"""Solbjerg Kommune: enough meetings, no orphaned step, and no paragraph twice."""

from collections import Counter
from datetime import date

import pytest

from sagsgang.demo.calendar import WRITTEN, sittings
from sagsgang.demo.damage import DAMAGE
from sagsgang.demo.papers import STANDING, papers
from sagsgang.demo.stories import stories
from sagsgang.paper.model import Access, Paper, PaperKind

pytestmark = [pytest.mark.xdist_group("demo papers"), pytest.mark.slow]
STANDING_TITLES = set(STANDING)


@pytest.fixture(scope="module")
def world() -> tuple[Paper, ...]:
    return tuple(papers())


def test_three_boards_meet_at_least_sixty_times_in_three_years(world: tuple[Paper, ...]) -> None:
    assert len(world) >= 60
    assert {paper.body for paper in world} == {"Direktionen", "Økonomiudvalget", "Kommunalbestyrelsen"}
    assert {paper.date.year for paper in world if paper.date} == {2024, 2025, 2026}


def test_every_step_of_every_case_is_on_some_agenda(world: tuple[Paper, ...]) -> None:
    told = {(step.body, step.on) for story in stories() for step in story.steps}
    assert told <= {(sitting.board.name, sitting.date) for sitting in sittings()}
    steps = sum(len(story.steps) for story in stories())
    case_numbers = {story.number for story in stories() if not story.closed}
    closed = sum(len(story.steps) for story in stories() if story.closed)
    found = [item for paper in world for item in paper.items]
    assert sum(item.case_number in case_numbers for item in found) == steps - closed
    assert sum(item.access is Access.CLOSED for item in found) == closed


def test_no_paragraph_stands_twice_but_in_standing_items(world: tuple[Paper, ...]) -> None:
    paragraphs = Counter(
        paragraph
        for paper in world
        for item in paper.items
        if item.title not in STANDING_TITLES
        for section in item.sections
        for paragraph in section.text.split("\n\n")
        if len(paragraph) > 60
    )
    formula = "Økonomichefen indstiller, at "
    twice = [text for text, times in paragraphs.items() if times > 1 and not text.startswith(formula)]
    assert twice == []


def test_what_is_not_held_yet_is_an_agenda(world: tuple[Paper, ...]) -> None:
    coming = [paper for paper in world if paper.kind is PaperKind.AGENDA]
    assert len(coming) == 2
    assert all(not item.decisions for paper in coming for item in paper.items)


def test_every_damaged_paper_exists(world: tuple[Paper, ...]) -> None:
    assert set(DAMAGE) <= {(one.body, WRITTEN.year - one.date.year, one.date.month) for one in world if one.date}


@pytest.mark.parametrize(
    "today", [date(2025, 7, 1), date(2027, 1, 1), date(2028, 2, 29), date(2033, 12, 31)], ids=str
)
def test_on_any_day_the_last_three_years_are_over_and_nothing_is_told_of_the_future(today: date) -> None:
    world = tuple(papers(today))
    days = [paper.date for paper in world if paper.date]
    assert days == sorted(days)
    minutes = {paper.date for paper in world if paper.date and paper.kind is PaperKind.MINUTES}
    assert len(minutes) >= 60
    assert min(minutes) >= date(today.year - 3, 1, 1)
    assert max(minutes) <= today
    assert set(days) - minutes == {day for day in days if day > today}
    told = {(step.body, step.on) for story in stories(today) for step in story.steps if step.on <= today}
    assert told <= {(paper.body, paper.date) for paper in world}
    assert set(DAMAGE) <= {(one.body, today.year - one.date.year, one.date.month) for one in world if one.date}
