"""Office files become PDF beside the web: what is kept, and what happens to one that cannot be made."""

import shutil
from pathlib import Path

import pytest
from pytest_django import Settings

from sagsgang.core import files
from sagsgang.core.commands.documents import attach, replace_file
from sagsgang.core.models import Attachment, Item
from sagsgang.jobs.renditions import GONE, Converter
from sagsgang.readers.attached.rendition import UNOPENED
from tests.core.world import WHY, World, item, world
from tests.readers import office
from tests.readers.made import pdf, zipped

pytestmark = pytest.mark.django_db
LIBREOFFICE = shutil.which("soffice")
needed = pytest.mark.skipif(LIBREOFFICE is None, reason="needs LibreOffice: Office files are made to PDF with it")


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> Path:
    """A store of the test's own, in a house that has LibreOffice."""
    settings.DOCUMENTS = tmp_path
    settings.LIBREOFFICE = LIBREOFFICE or "/usr/bin/soffice"
    return tmp_path


@pytest.fixture
def there() -> World:
    return world()


def now(attachment: Attachment) -> Attachment:
    return Attachment.objects.unguarded(WHY).get(pk=attachment.pk)


def laid(there: World, data: bytes, name: str = "notat.docx", on: Item | None = None) -> Attachment:
    return attach(there.karen, on or item(there, there.board), name, data)


def all_of_it() -> int:
    converter, rounds = Converter(), 0
    while converter.work():
        rounds += 1
    return rounds


@needed
def test_a_word_file_gets_its_pdf_with_pages_and_keeps_itself(there: World) -> None:
    lies = laid(there, office.word(office.paragraph("Broen er lukket.")))
    assert all_of_it() == 1
    made = now(lies)
    assert files.get(made.rendition).startswith(b"%PDF-")
    assert (made.pages, made.no_rendition, made.checksum) == (1, "", lies.checksum)


@needed
def test_what_nobody_could_read_is_looked_through_for_numbers_when_it_is_a_pdf(there: World) -> None:
    lies = laid(there, rb"{\rtf1 Cpr-nr. 070761-4285}", "gammel.rtf")
    assert {one["code"] for one in lies.warnings} == {"unreadable"}
    all_of_it()
    made = now(lies)
    assert "070761-4285" in made.text
    assert {one["code"] for one in made.warnings} == {"personal_number"}


@needed
def test_one_that_cannot_be_made_is_marked_with_the_reason_and_the_next_is_made(there: World) -> None:
    broken = laid(there, zipped({"word/document.xml": "<w:document", "mangler": "x"}))
    whole = laid(there, office.word())
    assert all_of_it() == 2
    assert now(broken).no_rendition == UNOPENED
    assert now(broken).rendition == ""
    assert now(whole).rendition


@needed
def test_the_same_file_in_two_places_is_made_once(there: World) -> None:
    both = [laid(there, office.word()) for _ in range(2)]
    assert all_of_it() == 1
    assert len({now(one).rendition for one in both}) == 1


def test_a_file_that_is_gone_from_the_disk_holds_up_no_other(there: World, documents: Path) -> None:
    lies = laid(there, office.word())
    shutil.rmtree(documents / lies.checksum[:2])
    assert all_of_it() == 1
    assert now(lies).no_rendition == GONE


def test_pdf_text_and_pictures_wait_for_nothing(there: World) -> None:
    laid(there, pdf("Notat"), "notat.pdf")
    laid(there, b"Notat", "notat.txt")
    laid(there, b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "kort.png")
    assert all_of_it() == 0


def test_without_libreoffice_nothing_is_tried_and_nothing_is_marked(there: World, settings: Settings) -> None:
    settings.LIBREOFFICE = ""
    lies = laid(there, office.word())
    assert all_of_it() == 0
    assert now(lies).no_rendition == ""


def test_a_new_version_of_a_file_waits_for_its_own_pdf(there: World) -> None:
    lies = laid(there, office.word())
    Attachment.objects.unguarded(WHY).filter(pk=lies.pk).update(rendition="0" * 64)
    replace_file(there.karen, now(lies), "notat.docx", office.word(office.paragraph("Nyt")))
    assert now(lies).rendition == ""
