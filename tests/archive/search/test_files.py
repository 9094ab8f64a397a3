"""What stands in attachments is found with the page it stands on, the same on both databases."""

import logging
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest
from pytest_django import Settings

from sagsgang.archive import search
from sagsgang.archive.erase import erase
from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.models import Audience, Edition, FilePage, FileText, Reading
from sagsgang.archive.publish import publish
from sagsgang.archive.reading import keep_pages, next_unread
from sagsgang.archive.search import Hit, Query, sql
from sagsgang.archive.worker import Worker
from sagsgang.paper.model import Access, Attachment, Item, PaperFile
from sagsgang.readers.attached.pages import MAX_TEXT, Page, Pages
from tests.archive.papers import CLOSED_STUB, DAY, item, minutes, section

pytestmark = [pytest.mark.django_db, pytest.mark.database]
STREET = Audience.STREET
REPORT = b"%PDF-1.7 rapport"


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, settings: Settings) -> None:
    settings.FILES = tmp_path / "files"
    settings.INTAKE = tmp_path / "intake"


def holding(*files: bytes, title: str = "Rapport", name: str = "rapport.pdf") -> Item:
    """An item with a title only as first attachment, and the files after it."""
    attachments = [Attachment(title="Kun en titel", document_number=None, access=Access.OPEN)]
    for data in files:
        file = PaperFile(
            sha256=sha256(data).hexdigest(), name=name, media_type="application/pdf", size=len(data), pages=9
        )
        attachments.append(Attachment(title=title, document_number=None, access=Access.OPEN, file=file))
    return item(attachments=tuple(attachments))


def published(*files: bytes, audience: Audience = STREET) -> Edition:
    named = {sha256(data).hexdigest(): data for data in files}
    return publish(minutes(DAY, holding(*files), CLOSED_STUB), audience, named).edition


def read(*texts: str, personal: bool = False) -> FileText:
    """The file that waits is read: these are its pages."""
    row = next_unread()
    assert row is not None
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    keep_pages(row, Pages(pages, personal))
    return row


def hits(text: str, audience: Audience = STREET) -> tuple[Hit, ...]:
    return search.search(Query(audience=audience, text=text)).hits


def test_a_word_on_a_page_finds_the_item_and_says_where_it_stands() -> None:
    published(REPORT)
    assert hits("flagermus") == ()
    read("Forside", "Indhold", "Der er fundet flagermus i loftet <b>.")
    (hit,) = hits("flagermus")
    assert hit.in_file is not None
    assert (hit.in_file.position, hit.in_file.title, hit.in_file.page) == (2, "Rapport", 3)
    assert (hit.in_file.sha256, hit.in_file.name) == (sha256(REPORT).hexdigest(), "rapport.pdf")
    assert hit.snippet == "Der er fundet <mark>flagermus</mark> i loftet &lt;b&gt;."


@pytest.mark.parametrize(
    "asked", ["FLAGERMUSENE", "flager*", '"flagermus i loftet"', "mus", "loft OR kælder", "bygningsreglement"]
)
def test_files_are_searched_as_texts_are(asked: str) -> None:
    published(REPORT)
    read("Efter bygningsreglementet er der flagermus i loftet")
    (hit,) = hits(asked)
    assert hit.in_file is not None
    assert "<mark>" in hit.snippet


def test_one_word_may_stand_in_the_item_and_the_other_in_its_attachment() -> None:
    whole = replace(holding(REPORT), title="Havnens kajkant")
    publish(minutes(DAY, whole), STREET, {sha256(REPORT).hexdigest(): REPORT})
    read("Havnen og havnene", "Dykkernes rapport")
    (hit,) = hits("kajkant dykker")
    assert hit.in_file is not None
    assert hit.in_file.page == 2
    assert hits("kajkant rumfart") == ()


def test_what_the_item_says_itself_is_shown_from_there() -> None:
    publish(minutes(DAY, replace(holding(REPORT), title="Kajkanten")), STREET, {sha256(REPORT).hexdigest(): REPORT})
    read("Kajkanten er gammel")
    (hit,) = hits("kajkant")
    assert hit.in_file is None


def test_an_item_with_the_word_stands_before_one_with_it_in_an_attachment_only() -> None:
    later = DAY.replace(day=DAY.day + 1)
    publish(minutes(DAY, replace(holding(), title="Eftersyn af vandtårnet")), STREET)
    publish(minutes(later, holding(REPORT)), STREET, {sha256(REPORT).hexdigest(): REPORT})
    read("Vandtårn, vandtårn og vandtårn")
    assert [hit.in_file is not None for hit in hits("vandtårn")] == [False, True]


def test_a_long_attachment_does_not_push_its_item_down() -> None:
    later = DAY.replace(day=DAY.day + 1)
    publish(minutes(later, item(sections=(section("Vandtårnet nævnes her."),))), STREET)
    titled = replace(holding(REPORT), title="Vandtårnet")
    publish(minutes(DAY, titled), STREET, {sha256(REPORT).hexdigest(): REPORT})
    read(" ".join(f"ord{number}" for number in range(5_000)))
    assert hits("vandtårn")[0].date == DAY


def test_facets_count_what_was_found_in_files() -> None:
    published(REPORT)
    read("flagermus")
    results = search.search(Query(audience=STREET, text="flagermus", years=(DAY.year,)))
    assert results.total == 1
    years = next(facet for facet in results.facets if facet.name == "years")
    assert [(value.value, value.count) for value in years.values] == [(str(DAY.year), 1)]


def test_the_other_audience_does_not_find_it() -> None:
    published(REPORT, audience=Audience.EMPLOYEES)
    read("flagermus")
    assert hits("flagermus") == ()
    assert len(hits("flagermus", Audience.EMPLOYEES)) == 1


def test_a_file_that_is_taken_off_the_paper_no_longer_finds_it() -> None:
    published(REPORT)
    read("flagermus")
    published()
    assert hits("flagermus") == ()
    assert search.search(Query(audience=STREET, text="flagermusen")).suggestion == ""


def test_a_file_that_was_read_before_is_found_at_once_with_another_item() -> None:
    published(REPORT)
    read("flagermus")
    later = DAY.replace(day=DAY.day + 1)
    publish(minutes(later, holding(REPORT)), STREET, {sha256(REPORT).hexdigest(): REPORT})
    assert next_unread() is None
    assert len(hits("flagermus")) == 2


def test_erasing_takes_the_text_along() -> None:
    edition = published(REPORT)
    read("flagermus")
    erase(edition, "navne")
    assert hits("flagermus") == ()
    assert not FilePage.objects.exists()
    assert not FileText.objects.exists()
    for table in ("search_file", "search_word", "search_term"):
        assert "flagermus" not in str(sql.rows(f"SELECT * FROM {table}"))


def test_a_file_erased_while_it_was_read_leaves_nothing() -> None:
    edition = published(REPORT)
    row = next_unread()
    assert row is not None
    erase(edition, "navne")
    keep_pages(row, Pages((Page(1, "flagermus"),), personal=False))
    assert not FilePage.objects.exists()


def test_a_personal_number_keeps_the_file_out_of_search_and_the_log_says_so_without_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    published(REPORT)
    with caplog.at_level(logging.WARNING):
        row = read("flagermus 010190-1234", personal=True)
    assert FileText.objects.get(pk=row.pk).state == Reading.WITHHELD
    assert not FilePage.objects.exists()
    assert hits("flagermus") == ()
    assert "looks like a personal number" in caplog.text
    assert "010190" not in caplog.text


def test_what_was_found_stays_found_when_the_index_is_built_again() -> None:
    published(REPORT)
    read("Flagermusene i loftet")
    FilePage.objects.update(terms="")
    search.rebuild()
    (hit,) = hits("flagermus")
    assert hit.in_file is not None


def test_a_file_that_ends_its_reader_again_and_again_is_given_up() -> None:
    published(REPORT)
    for _ in range(3):
        row = next_unread()
        assert row is not None
        assert row.state == Reading.WAITING
    assert next_unread() is not None
    assert FileText.objects.get().state == Reading.FAILED
    assert next_unread() is None


def test_the_files_of_one_item_share_the_room_and_the_short_one_comes_whole() -> None:
    published(REPORT, b"%PDF-1.7 kort")
    long = " ".join(f"langt{number}" for number in range(MAX_TEXT // 8))
    read(long[:MAX_TEXT])
    read("flagermus til sidst")
    assert len(hits("flagermus")) == 1
    assert len(hits("langt1")) == 1


@pytest.mark.slow
def test_the_worker_reads_what_waits_and_marks_what_it_cannot_read() -> None:
    real = b"Der er fundet flagermus i loftet."
    whole = holding(real, name="rapport.txt")
    publish(minutes(DAY, whole), STREET, {sha256(real).hexdigest(): real})
    published(REPORT)
    publish(minutes(DAY, holding(real, REPORT, name="rapport.txt")), STREET)
    worker = Worker(Event())
    try:
        while worker.work():
            pass
    finally:
        worker.close()
    (hit,) = hits("flagermus")
    assert hit.in_file is not None
    assert hit.in_file.page == 0
    assert set(FileText.objects.values_list("state", flat=True)) == {Reading.READ, Reading.FAILED}


def test_a_closed_attachment_has_no_text_to_find() -> None:
    titled = Attachment(title="KANARIEFUGL", document_number=None, access=Access.CLOSED)
    with pytest.raises(NotPublishable, match="lukkede dele"):
        publish(minutes(DAY, item(attachments=(titled,))), STREET)
    assert next_unread() is None
