"""The small world of the portal's tests, with files to its attachments, a PDF, and something that was taken away."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Edition
from sagsgang.archive.print import keep_pdf
from sagsgang.archive.publish import publish, publish_all
from sagsgang.paper.model import Access, Attachment, Paper, PaperFile
from tests.portal.papers import FILES, FINANCE, any_other, closed, harbour, paper, papers

PLAN = b"%PDF-1.7 en plan"
ERASED = date(2025, 4, 7)
SECRET = "KANARIEFUGL"


@pytest.fixture
def client() -> Client:
    """A program that shows faults instead of the answer for them."""
    cache.clear()
    return Client(HTTP_HOST="localhost")


@pytest.fixture
def world(db: None, settings: Settings, tmp_path: Path) -> None:
    """Papers of two authorities with people, a file and a PDF; one meeting erased; one for the employees only."""
    settings.FILES = tmp_path / "files"
    settings.INTAKE = tmp_path / "intake"
    publish_all(papers(), Audience.STREET, FILES)
    publish(with_file(), Audience.STREET, {sha256(PLAN).hexdigest(): PLAN})
    publish(replace(papers()[0], authority="Nordby Kommune", body="Teknisk Udvalg"), Audience.STREET, FILES)
    publish(replace(papers()[1], body="Ledergruppen", place=SECRET, members=(SECRET,)), Audience.EMPLOYEES, FILES)
    wrong = replace(paper(FINANCE, ERASED, any_other("1", FINANCE, ERASED)), members=(SECRET,), place=SECRET)
    erase(publish(wrong, Audience.STREET).edition, "Et navn stod der ved en fejl.")
    for edition in Edition.objects.filter(meeting__audience=Audience.STREET, pdf=None, seal__content__isnull=False):
        keep_pdf(edition, lambda _: b"%PDF-1.7 " + bytes(500))


def with_file() -> Paper:
    """Minutes with the file of an attachment, and a closed item."""
    day = date(2025, 3, 31)
    file = PaperFile(
        sha256=sha256(PLAN).hexdigest(), name="plan æ.pdf", media_type="application/pdf", size=len(PLAN), pages=1
    )
    attached = Attachment(title="Helhedsplan", document_number=None, access=Access.OPEN, file=file)
    first = replace(harbour("1", day, FINANCE), attachments=(attached,))
    return paper(FINANCE, day, first, replace(closed("2"), extract="Købet blev godkendt."))
