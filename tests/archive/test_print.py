"""The kept PDFs: which are missing, and that each is kept and sealed once, whole."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from pytest_django import Settings

from sagsgang.archive import worker
from sagsgang.archive.erase import erase
from sagsgang.archive.files import pdf_file
from sagsgang.archive.models import Audience, Edition, RecordKind, Seal
from sagsgang.archive.print import keep_pdf, unprinted
from sagsgang.archive.publish import publish, publish_all
from sagsgang.archive.verify import verify
from sagsgang.archive.worker import Worker
from sagsgang.paper.model import Paper
from sagsgang.writers.pdf import CannotRender
from tests.archive.papers import DAY, item, minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]
STREET = Audience.STREET
DAYS = [date(2024, 1, 8), date(2024, 2, 5), date(2024, 3, 4)]


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, settings: Settings) -> None:
    settings.FILES = tmp_path / "files"
    settings.INTAKE = tmp_path / "intake"


def render(paper: Paper) -> bytes:
    return f"%PDF {paper.date}".encode()


def test_those_in_force_come_first_and_the_newest_of_them() -> None:
    published = publish_all([*map(minutes, DAYS), minutes(DAYS[2], item(title="Rettet"))], STREET)
    first, second, old, new = (one.edition for one in published)
    waiting = []
    while some := unprinted(1):
        waiting += some
        keep_pdf(some[0], render)
    assert waiting == [new, second, first, old]


def test_a_pdf_is_kept_with_a_record_of_its_own() -> None:
    edition = publish(minutes(), STREET).edition
    assert keep_pdf(edition, render)
    assert pdf_file(edition.pk).read_bytes() == b"%PDF 2024-03-04"
    seal = Seal.objects.get(kind=RecordKind.PDF)
    assert (seal.concerns, seal.key, Edition.objects.get().pdf) == (1, edition.seal.key, seal)
    assert list(verify()) == []


def test_the_second_worker_leaves_what_the_first_one_sealed() -> None:
    edition = publish(minutes(), STREET).edition

    def slowly(paper: Paper) -> bytes:
        assert keep_pdf(edition, render)
        return b"another"

    assert not keep_pdf(edition, slowly)
    assert pdf_file(edition.pk).read_bytes() == b"%PDF 2024-03-04"
    assert [file.name for file in pdf_file(edition.pk).parent.iterdir()] == [f"{edition.pk}.pdf"]


def test_a_file_that_was_not_sealed_before_a_power_cut_is_written_over() -> None:
    edition = publish(minutes(), STREET).edition
    pdf_file(edition.pk).parent.mkdir(parents=True)
    pdf_file(edition.pk).write_bytes(b"halv")
    assert keep_pdf(edition, render)
    assert list(verify()) == []


def test_a_paper_erased_meanwhile_gets_none() -> None:
    edition = publish(minutes(), STREET).edition

    def meanwhile(paper: Paper) -> bytes:
        erase(edition, "Indsigelse")
        return b"%PDF"

    assert not keep_pdf(edition, meanwhile)
    assert not list(pdf_file(edition.pk).parent.iterdir())
    assert unprinted(9) == []


@pytest.mark.slow
def test_one_that_cannot_be_rendered_holds_up_none(monkeypatch: pytest.MonkeyPatch) -> None:
    published = publish_all([*map(minutes, DAYS)], STREET)

    def keep(edition: Edition, render: object) -> bool:
        if edition == published[1].edition:
            raise CannotRender("x")
        return keep_pdf(edition, lambda paper: b"%PDF")

    monkeypatch.setattr(worker, "keep_pdf", keep)
    at_work = Worker(Event())
    while at_work.work():
        pass
    at_work.close()
    assert at_work.failed == {published[1].edition.pk}
    assert Edition.objects.filter(pdf=None).count() == 1


def test_a_worker_that_is_told_to_stop_begins_nothing_new() -> None:
    publish(minutes(DAY), STREET)
    stop = Event()
    stop.set()
    at_work = Worker(stop)
    at_work.work()
    at_work.close()
    assert unprinted(1)
