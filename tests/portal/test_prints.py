"""Prints on request: the page while it is made, the file when it is, and never more than the queue can take."""

from pathlib import Path

import pypdfium2
import pytest
from django.test import Client
from pytest_django import Settings

from sagsgang.archive.models import AttachedFile, Edition, Meeting, Rendition
from sagsgang.archive.renditions import orders
from sagsgang.archive.renditions.making import give_up, make, next_in_line
from sagsgang.archive.renditions.press import press
from sagsgang.archive.withdraw import withdraw
from sagsgang.readers.read_file import read_file

pytestmark = pytest.mark.django_db
MEETING = "/moeder/oekonomiudvalget/2025-02-03/"
LARGE = f"{MEETING}referat-18.pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, settings: Settings) -> None:
    settings.FILES = tmp_path / "files"


def make_all() -> None:
    while row := next_in_line():
        make(row, press)


def test_the_page_says_how_long_the_line_is_and_looks_again_by_itself(client: Client, world: None) -> None:
    client.get(f"{MEETING}referat-14.pdf")
    answer = client.get(LARGE)
    assert (answer.status_code, answer["Refresh"], answer["Retry-After"]) == (202, "5", "5")
    assert "1 udskrift er foran i køen" in answer.content.decode()
    assert b"http-equiv" not in answer.content


def test_a_request_makes_nothing_itself(client: Client, world: None, settings: Settings) -> None:
    client.get(LARGE)
    assert not (Path(settings.FILES) / "renditions").exists()
    assert Rendition.objects.get().made_at is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("referat-14.pdf", "Økonomiudvalget"),
        ("punkt/1/udskrift.pdf", "Udskrift af"),
        ("referat-med-bilag.pdf", "Bilag 1"),
    ],
)
def test_the_file_stands_at_the_same_address_when_it_is_made(
    client: Client, world: None, address: str, words: str
) -> None:
    assert client.get(MEETING + address).status_code == 202
    make_all()
    answer = client.get(MEETING + address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["X-Robots-Tag"] == "noindex"
    with pypdfium2.PdfDocument(answer.getvalue()) as document:
        assert words in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize(("address", "items"), [("referat.docx", 2), ("punkt/1/udskrift.docx", 1)])
def test_a_word_document_is_fetched_when_it_is_made(client: Client, world: None, address: str, items: int) -> None:
    assert client.get(MEETING + address).status_code == 202
    make_all()
    answer = client.get(MEETING + address)
    assert (answer.status_code, answer["Content-Type"]) == (200, WORD)
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Disposition"].endswith('.docx"')
    (found,) = read_file(answer.getvalue(), "udskrift.docx")
    assert found.paper.body == "Økonomiudvalget"
    assert len(found.paper.items) >= items if items > 1 else len(found.paper.items) == 1


@pytest.mark.parametrize(("page", "link"), [("", "referat.docx"), ("punkt/1/", "punkt/1/udskrift.docx")])
def test_a_page_leads_to_its_word_document(client: Client, world: None, page: str, link: str) -> None:
    assert f'href="{MEETING}{link}"' in client.get(MEETING + page).content.decode()


@pytest.mark.slow
def test_two_hundred_who_ask_for_the_same_wait_for_one(client: Client, world: None) -> None:
    for _ in range(200):
        assert client.get(LARGE).status_code == 202
    assert Rendition.objects.count() == 1


def test_when_the_line_is_full_one_is_told_to_come_back(
    client: Client, world: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "MOST_WAITING", 0)
    answer = client.get(LARGE)
    assert (answer.status_code, answer["Retry-After"]) == (503, "120")
    assert "Refresh" not in answer
    assert "kø ved printeren" in answer.content.decode()


def test_what_cannot_be_printed_says_so(client: Client, world: None) -> None:
    client.get(LARGE)
    give_up(Rendition.objects.get())
    answer = client.get(LARGE)
    assert answer.status_code == 503
    assert "kan ikke laves" in answer.content.decode()


def test_all_in_one_is_offered_where_the_archive_has_files(client: Client, world: None) -> None:
    with_files = set(AttachedFile.objects.values_list("entry__meeting", flat=True))
    assert with_files
    for meeting in Meeting.objects.select_related("body").filter(edition__isnull=False):
        address = f"/moeder/{meeting.body.slug}/{meeting.slug}/"
        offered = f"{address}referat-med-bilag.pdf" in client.get(address).content.decode()
        assert offered == (meeting.pk in with_files)
        assert client.get(f"{address}referat-med-bilag.pdf").status_code == (202 if offered else 404)


@pytest.mark.parametrize("address", ["referat-18.pdf", "punkt/1/udskrift.pdf", "referat-med-bilag.pdf"])
def test_nothing_is_ordered_for_a_meeting_that_is_none(client: Client, world: None, address: str) -> None:
    assert client.get(f"/moeder/oekonomiudvalget/1999-01-01/{address}").status_code == 404
    assert not Rendition.objects.exists()


@pytest.mark.parametrize("address", ["referat.docx", "punkt/1/udskrift.docx", "punkt/1/udskrift.pdf"])
def test_a_print_of_what_was_withdrawn_says_why_it_is_gone(client: Client, world: None, address: str) -> None:
    withdraw(
        Edition.objects.get(meeting__slug="2025-02-03", meeting__body__slug="oekonomiudvalget"),
        "Udgivet ved en fejl.",
    )
    answer = client.get(MEETING + address)
    assert answer.status_code == 410
    assert "Udgivet ved en fejl." in answer.content.decode()
