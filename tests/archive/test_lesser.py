"""Lesser doubts about published papers: kept for the owner, replaced and removed with the edition."""

from pathlib import Path

import pytest
from pytest_django import Settings

from sagsgang.archive.erase import erase
from sagsgang.archive.intake import lesser
from sagsgang.archive.intake.lesser import Noted
from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from sagsgang.paper.model import Paper
from sagsgang.readers.base import Doubt
from sagsgang.readers.doubts import doubt
from tests.archive.papers import DAY, agenda, item, minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LOST, WEEKDAY = doubt("lost_heading", "2", 31), doubt("weekday")


@pytest.fixture(autouse=True)
def intake(tmp_path: Path, settings: Settings) -> Path:
    settings.INTAKE = tmp_path / "intake"
    return tmp_path / "intake"


def noted(paper: Paper, *doubts: Doubt) -> Noted:
    made = Noted(publish(paper, Audience.STREET).edition, "kilde.txt", doubts)
    lesser.note([made])
    return made


def codes() -> list[str]:
    return [one.doubt.code for one in lesser.every()]


def test_a_doubt_is_kept_with_its_paper_its_source_its_item_and_its_line() -> None:
    noted(minutes(), LOST)
    (kept,) = lesser.every()
    assert (kept.paper, kept.source, kept.doubt) == ("direktionen/2024-03-04", "kilde.txt", LOST)
    assert kept.key.endswith("|Direktionen|2024-03-04|08:30|minutes")


def test_serious_doubts_are_decided_on_elsewhere() -> None:
    noted(minutes(), doubt("duplicate_item"), WEEKDAY)
    assert codes() == ["weekday"]


def test_another_edition_brings_its_own_doubts() -> None:
    noted(minutes(), LOST, WEEKDAY)
    noted(minutes(DAY, item(title="Rettet")), WEEKDAY)
    assert codes() == ["weekday"]
    noted(minutes(DAY, item(title="Rettet igen")))
    assert codes() == []


def test_what_is_not_in_force_says_nothing() -> None:
    noted(minutes(), LOST)
    noted(agenda(), WEEKDAY)
    assert codes() == ["lost_heading"]


def test_an_erased_paper_takes_its_doubts_along() -> None:
    erase(noted(minutes(), LOST).edition, "Indsigelse")
    assert codes() == []


def test_nobody_else_can_read_them(intake: Path) -> None:
    noted(minutes(), LOST)
    assert not [path for path in [intake, *intake.rglob("*")] if path.stat().st_mode & 0o077]
