"""The bulk files: what is in force and open, whole or not at all, gone when something in them is erased."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import duckdb
import pytest
from pytest_django import Settings

from sagsgang.archive.bulk import places
from sagsgang.archive.bulk.making import is_due, make
from sagsgang.archive.bulk.packer import Packer
from sagsgang.archive.bulk.tables import write_tables
from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Content, Edition
from sagsgang.archive.publish import publish
from sagsgang.archive.withdraw import withdraw
from sagsgang.paper.model import Access, Section, SectionKind
from sagsgang.paper.withdrawn import HEADING, SAID, gone
from tests.archive.papers import CLOSED_STUB, DAY, agenda, decision, item, minutes

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def bulk_folder(settings: Settings, tmp_path: Path) -> None:
    settings.FILES = tmp_path / "files"
    settings.BULK_MINUTES = 60


def lines() -> list[dict[str, object]]:
    return [json.loads(line) for line in (places.folder() / places.LINES).read_bytes().splitlines()]


def rows(question: str) -> list[tuple[object, ...]]:
    table = f"'{places.folder()}/"
    found: list[tuple[object, ...]] = duckdb.connect().execute(question.replace("'", table, 1)).fetchall()
    return found


def test_a_line_is_the_sealed_paper_with_its_names_before_it() -> None:
    publish(minutes(), Audience.STREET)
    assert make(write_tables)
    (line,) = (places.folder() / places.LINES).read_bytes().splitlines()
    names = {name: json.loads(line)[name] for name in ("body_slug", "meeting", "version")}
    assert names == {"body_slug": "direktionen", "meeting": "2024-03-04", "version": 1}
    assert line.endswith(bytes(Content.objects.get(seal__kind="minutes").data)[1:])


def test_only_the_street_and_only_what_is_in_force_is_in_them() -> None:
    publish(agenda(), Audience.STREET)
    publish(minutes(), Audience.STREET)
    publish(minutes(date(2024, 5, 6), item(title="Kun for ansatte")), Audience.EMPLOYEES)
    make(write_tables)
    assert [line["kind"] for line in lines()] == ["minutes"]
    assert rows("SELECT count(*) FROM 'items.parquet' WHERE title = 'Kun for ansatte'") == [(0,)]


def test_the_tables_have_typed_columns_and_a_row_for_each_thing() -> None:
    publish(minutes(DAY, item(decisions=(decision(), decision("Udsat.")))), Audience.STREET)
    make(write_tables)
    assert rows("SELECT date, items, closed_items FROM 'papers.parquet'") == [(DAY, 1, 0)]
    assert rows("SELECT position, case_number, text, decisions, outcome FROM 'items.parquet'") == [
        (1, "999-2024-17", "Sagsfremstilling\n\nSkolen får nye vinduer.", 2, "approved")
    ]
    decisions = rows("SELECT item_number, position, date, outcome, commitments FROM 'decisions.parquet' ORDER BY 2")
    assert decisions == [("1", 1, DAY, "approved", 1), ("1", 2, DAY, "approved", 1)]


def test_the_table_of_items_knows_what_was_taken_off() -> None:
    off = Section(kind=SectionKind.REMARK, heading=HEADING, text=gone("Tallene mangler."), access=Access.OPEN)
    before = decision(day=DAY - timedelta(days=7), body="Økonomiudvalget")
    items = (
        item(sections=(off,), decisions=(before,)),
        replace(CLOSED_STUB, extract=SAID),
        item("3", decisions=(before,)),
        item("4", sections=(off,), decisions=(decision(),)),
    )
    publish(minutes(DAY, *items), Audience.STREET)
    make(write_tables)
    outcomes = rows("SELECT outcome FROM 'items.parquet' ORDER BY position")
    assert outcomes == [("withdrawn",), ("withdrawn",), ("approved",), ("approved",)]


def test_an_empty_archive_has_empty_tables() -> None:
    assert make(write_tables)
    assert lines() == []
    assert rows("SELECT count(*) FROM 'decisions.parquet'") == [(0,)]


def test_they_are_made_again_when_there_is_something_new_and_the_hour_is_over(settings: Settings) -> None:
    publish(minutes(), Audience.STREET)
    make(write_tables)
    assert not is_due()
    publish(minutes(date(2024, 4, 1)), Audience.STREET)
    assert not is_due()
    settings.BULK_MINUTES = 0
    assert is_due()
    make(write_tables)
    assert not is_due()
    assert len(lines()) == 2


def test_erasing_takes_them_away_at_once() -> None:
    publish(minutes(), Audience.STREET)
    make(write_tables)
    erase(Edition.objects.get(), "efter anmodning")
    assert places.bulk_files() == ()
    assert is_due()
    make(write_tables)
    assert lines() == []


def test_taking_a_paper_off_the_street_takes_them_away_at_once() -> None:
    publish(minutes(), Audience.STREET)
    publish(minutes(date(2024, 4, 1)), Audience.STREET)
    make(write_tables)
    withdraw(Edition.objects.earliest("pk"), "udgivet ved en fejl")
    assert places.bulk_files() == ()
    make(write_tables)
    assert [line["date"] for line in lines()] == ["2024-04-01"]


def test_what_is_erased_while_they_are_made_does_not_come_into_place() -> None:
    publish(minutes(), Audience.STREET)

    def erased_meanwhile(there: Path) -> None:
        write_tables(there)
        erase(Edition.objects.get(), "efter anmodning")

    assert not make(erased_meanwhile)
    assert not list(places.folder().iterdir())


def test_a_failure_leaves_the_older_files_whole() -> None:
    publish(minutes(), Audience.STREET)
    make(write_tables)
    before = lines()
    publish(minutes(date(2024, 4, 1)), Audience.STREET)

    def no_space(there: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        make(no_space)
    assert lines() == before
    assert {path.name for path in places.folder().iterdir()} == {*places.NAMES, "made.json"}


def test_the_worker_makes_them_in_a_child_process() -> None:
    publish(minutes(), Audience.STREET)
    packer = Packer(Event())
    assert packer.work()
    assert not packer.work()
    assert {file.name for file in places.bulk_files()} == set(places.NAMES)


def test_a_worker_that_is_told_to_stop_leaves_nothing_half_made() -> None:
    stop = Event()
    stop.set()
    assert not Packer(stop).work()
    assert not list(places.folder().iterdir())


def test_what_is_withdrawn_while_they_are_made_does_not_come_into_place_when_another_paper_does() -> None:
    publish(minutes(), Audience.STREET)

    def replaced_meanwhile(there: Path) -> None:
        write_tables(there)
        withdraw(Edition.objects.get(), "udgivet ved en fejl")
        publish(minutes(DAY, item(title="En anden sag")), Audience.STREET)

    assert not make(replaced_meanwhile)
    assert places.bulk_files() == ()
