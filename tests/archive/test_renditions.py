"""Prints that somebody asked for: made once for all who ask, in turn, bounded, and gone when they should be."""

import os
from datetime import timedelta
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from django.utils import timezone
from pytest_django import Settings

from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Edition, Rendition, RenditionKind
from sagsgang.archive.publish import publish
from sagsgang.archive.renditions import making, orders
from sagsgang.archive.renditions.orders import TooMany, ask, rendition_file
from sagsgang.archive.renditions.press import Job, press
from sagsgang.archive.worker import Worker
from sagsgang.paper.model import Paper
from sagsgang.readers.read_file import read_file
from sagsgang.writers.pdf import STANDARD
from tests.archive.papers import item, minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LARGE, ITEM, ATTACHED = RenditionKind.LARGE_18, RenditionKind.ITEM, RenditionKind.ATTACHED


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, settings: Settings) -> None:
    settings.FILES = tmp_path / "files"
    settings.INTAKE = tmp_path / "intake"


@pytest.fixture
def edition() -> Edition:
    return publish(minutes(), Audience.STREET).edition


def render(job: Job) -> bytes:
    return f"%PDF {job.size_pt} {job.items}".encode()


def make_all() -> list[str]:
    """Make what waits; gives the kinds in the order in which they were made."""
    made = []
    while row := making.next_in_line():
        making.make(row, render)
        made.append(row.kind)
    return made


def test_what_was_asked_for_is_there_once_it_is_made(edition: Edition) -> None:
    assert ask(edition, LARGE).file is None
    make_all()
    order = ask(edition, LARGE)
    assert order.file is not None
    assert order.file.read_bytes() == b"%PDF 18 ()"


def test_a_word_document_is_made_of_the_paper_or_of_one_item(edition: Edition) -> None:
    asked = [(RenditionKind.WORD, ""), (RenditionKind.WORD_ITEM, "2")]
    assert [ask(edition, kind, one).file for kind, one in asked] == [None, None]
    while row := making.next_in_line():
        making.make(row, press)
    whole, one = (reading(ask(edition, kind, item).file) for kind, item in asked)
    assert [item.number for item in whole.items] == [item.number for item in minutes().items]
    assert [item.number for item in one.items] == ["2"]


def reading(file: Path | None) -> Paper:
    """What our own reader makes of the Word document."""
    assert file is not None
    (found,) = read_file(file.read_bytes(), "udskrift.docx")
    return found.paper


def test_whoever_asks_for_the_same_gets_the_same(edition: Edition) -> None:
    assert ask(edition, ITEM, "1").number == ask(edition, ITEM, "1").number
    assert ask(edition, ITEM, "2").number != ask(edition, ITEM, "1").number
    assert make_all() == ["item", "item"]


def test_what_takes_long_waits_for_what_does_not(edition: Edition) -> None:
    ask(edition, ATTACHED)
    assert [ask(edition, LARGE).ahead, ask(edition, ITEM, "1").ahead, ask(edition, ATTACHED).ahead] == [0, 1, 2]
    assert make_all() == ["large18", "item", "attached"]


def test_a_line_that_is_too_long_takes_no_more(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "MOST_WAITING", 2)
    ask(edition, ITEM, "1")
    ask(edition, LARGE)
    with pytest.raises(TooMany):
        ask(edition, ATTACHED)
    assert ask(edition, LARGE).ahead == 1
    make_all()
    assert ask(edition, ATTACHED).ahead == 0


def test_prints_that_nobody_needs_go_also_while_others_are_asked_for(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(edition, ITEM, "1")
    make_all()
    Rendition.objects.update(used_at=timezone.now() - timedelta(days=15))
    ask(edition, ITEM, "2")
    worker = Worker(Event())
    monkeypatch.setattr(worker, "_pressed", lambda _work, _job: b"%PDF")
    try:
        assert worker.work()
    finally:
        worker.close()
    assert [row.item for row in Rendition.objects.all()] == ["2"]


def test_a_file_that_is_gone_is_made_again(edition: Edition) -> None:
    ask(edition, LARGE)
    make_all()
    rendition_file(Rendition.objects.get().pk).unlink()
    assert ask(edition, LARGE).file is None
    assert make_all() == ["large18"]


def test_erasing_a_paper_takes_its_prints_along(edition: Edition) -> None:
    ask(edition, LARGE)
    make_all()
    file = ask(edition, LARGE).file
    erase(edition, "Indsigelse")
    assert file is not None
    assert not file.exists()
    assert not Rendition.objects.exists()


def test_a_paper_erased_meanwhile_leaves_no_print(edition: Edition) -> None:
    ask(edition, LARGE)
    row = making.next_in_line()
    assert row is not None

    def meanwhile(job: Job) -> bytes:
        erase(edition, "Indsigelse")
        return b"%PDF"

    making.make(row, meanwhile)
    assert list(rendition_file(1).parent.iterdir()) == []


def test_what_cannot_be_made_is_said_and_tried_again_later(edition: Edition) -> None:
    ask(edition, LARGE)
    making.give_up(Rendition.objects.get())
    assert ask(edition, LARGE).failed
    assert making.next_in_line() is None
    Rendition.objects.update(asked_at=timezone.now() - timedelta(days=1))
    making.sweep()
    assert ask(edition, LARGE).ahead == 0


def test_prints_that_nobody_fetches_are_swept_away(edition: Edition) -> None:
    ask(edition, LARGE)
    ask(edition, ITEM, "1")
    make_all()
    Rendition.objects.filter(kind=LARGE).update(used_at=timezone.now() - timedelta(days=30))
    assert making.sweep() == 1
    assert [file.name for file in rendition_file(1).parent.iterdir()] == [str(Rendition.objects.get().pk)]


def test_prints_of_an_edition_that_was_superseded_are_swept_away(edition: Edition) -> None:
    ask(edition, LARGE)
    make_all()
    publish(minutes(edition.meeting.date, item(title="Rettet")), Audience.STREET)
    assert making.sweep() == 0
    Rendition.objects.update(used_at=timezone.now() - timedelta(days=2))
    assert making.sweep() == 1


def test_what_a_killed_worker_left_is_swept_away(edition: Edition) -> None:
    ask(edition, LARGE)
    make_all()
    left = rendition_file(1).with_name("9.77.unfinished")
    left.write_bytes(b"halv")
    making.sweep()
    assert left.exists()
    os.utime(left, (0, 0))
    making.sweep()
    assert [file.name for file in left.parent.iterdir()] == [str(Rendition.objects.get().pk)]


def test_a_print_that_is_fetched_stays(edition: Edition) -> None:
    ask(edition, LARGE)
    make_all()
    Rendition.objects.update(used_at=timezone.now() - timedelta(days=13))
    ask(edition, LARGE)
    assert Rendition.objects.get().used_at > timezone.now() - timedelta(hours=1)


@pytest.mark.slow
def test_the_worker_makes_what_is_asked_for_before_what_nobody_waits_for(edition: Edition) -> None:
    ask(edition, LARGE)
    worker = Worker(Event())
    try:
        assert worker.work()
        assert Edition.objects.get().pdf is None
        order = ask(edition, LARGE)
        assert order.file is not None
        with pypdfium2.PdfDocument(order.file) as document:
            assert len(document)
        while worker.work():
            pass
    finally:
        worker.close()
    assert Edition.objects.get().pdf is not None


@pytest.mark.slow
def test_an_item_that_is_none_holds_up_nobody(edition: Edition) -> None:
    ask(edition, ITEM, "77")
    worker = Worker(Event())
    try:
        while worker.work():
            pass
    finally:
        worker.close()
    assert ask(edition, ITEM, "77").failed
    assert Edition.objects.get().pdf is not None


def test_the_ordinary_size_is_that_of_the_sealed_one() -> None:
    assert Job(minutes()).size_pt == STANDARD
