"""What is closed never reaches the street: a bird in every closed place, and every public channel listened to."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from sagsgang.archive.intake.doubts import waiting
from sagsgang.archive.intake.run import Import, Report
from sagsgang.archive.models import Audience, Edition
from sagsgang.archive.print import keep_pdf
from sagsgang.archive.renditions.making import make, next_in_line
from sagsgang.archive.renditions.press import press
from sagsgang.archive.sealed import paper_of
from sagsgang.demo.damage import CANARY
from sagsgang.paper import store
from sagsgang.writers import html, markdown, pdf, plain
from tests.walls.birdcage import BIRD, sources

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]
STARTS = (
    "/",
    "/en/",
    "/sitemap.xml",
    "/robots.txt",
    "/oparl/v1.1/system",
    f"/soeg/?q={BIRD}",
    f"/soeg/?q={BIRD[:7].lower()}*",
    f"/soeg/forslag?q={BIRD[:7].lower()}",
    "/findes-ikke/",
)
# Addresses that repeat what was asked for; what is offered while somebody types does not.
ECHO = re.compile(r"/soeg/\?|/soeg/feed\.atom\?|/foelg/\?")
LINK = re.compile(
    r"(?:href|src|action)=\"(/[^\"#]*)|<loc>https?://[^/<]+([^<]+)</loc>|\"http://localhost(/oparl/[^\"]+)\""
)


@pytest.fixture
def report(tmp_path: Path, settings: Settings, caplog: pytest.LogCaptureFixture) -> Report:
    settings.INTAKE = tmp_path / "intake"
    settings.FILES = tmp_path / "files"
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name, text in sources():
        (folder / name).write_text(text, "utf-8")
    caplog.set_level(0)
    return Import(
        paths=(folder,),
        audience=Audience.STREET,
        authority="Solbjerg Kommune",
        workers=1,
        refuse=lambda path, reason: pytest.fail(f"{path}: {reason}"),
        progress=lambda stage, done, total: None,
    ).run()


def test_the_cage_holds_birds_and_some_papers_go_out(report: Report) -> None:
    assert BIRD == CANARY
    assert report.read == len(list(sources()))
    assert report.new >= 3
    assert report.kept_aside >= 3


def test_no_page_sings(report: Report, client: Client) -> None:
    for edition in Edition.objects.filter(pdf=None):
        keep_pdf(edition, pdf.write)
    seen = dict(walk(client))
    assert len(seen) > 60
    assert any(address.endswith(".pdf") for address in seen)
    assert any(address.startswith("/oparl/v1.1/paper/") for address in seen)
    assert [address for address, body in seen.items() if sings(address, body)] == []


def test_no_feed_and_no_calendar_sings(report: Report, client: Client) -> None:
    for address in ("/feed.atom", "/kalender.ics", "/emner/00/feed.atom"):
        assert BIRD.lower() not in client.get(address).content.decode().lower()
    assert b"<entry>" not in client.get(f"/soeg/feed.atom?q={BIRD}").content


def test_no_print_that_somebody_asks_for_sings(report: Report, client: Client) -> None:
    asked = [address for address, _ in walk(client) if address.endswith((".pdf", ".docx"))]
    while row := next_in_line():
        make(row, press)
    prints = {address: client.get(address).getvalue() for address in asked}
    assert sum(body.startswith(b"%PDF") for body in prints.values()) > 15
    assert sum(body.startswith(b"PK") for body in prints.values()) > 10
    assert [address for address, body in prints.items() if sings(address, body)] == []


def test_no_program_is_told(report: Report, client: Client) -> None:
    papers = client.get("/api/v1/papers?limit=100").json()["data"]
    terms = client.get("/api/agenda/udvalgsliste").json()["Udvalg"].values()
    agendas = [meeting["Id"] for bodies in terms for body in bodies for meeting in body["Moeder"]]
    assert len(papers) == len(agendas) > 0
    addresses = [paper["api_url"].removeprefix("http://localhost") for paper in papers]
    addresses += [f"/api/agenda/dagsorden/{one}" for one in agendas]
    addresses += ["/api/v1/items?limit=100", "/api/v1/decisions?limit=100", "/api/v1/findings?limit=20"]
    addresses += [f"/api/v1/search?q={BIRD}", f"/api/agenda/soeg/?soegeord={BIRD}", "/api/agenda/udvalgsliste"]
    searches = ("request.paging.limit=500", f"request.kriterie.fritekst={BIRD}", "request.kriterie.moedeDato=2025")
    addresses += [f"/api/agenda/soeg/?{search}" for search in searches]
    told = {address: client.get(address) for address in addresses}
    assert all(answer.status_code == 200 for answer in told.values())
    assert [address for address, answer in told.items() if BIRD.lower() in answer.content.decode().lower()] == []


def test_no_row_of_the_archive_sings(report: Report) -> None:
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            assert not any(BIRD.lower() in text_of(cell).lower() for row in cursor.fetchall() for cell in row), table
    dump = StringIO()
    call_command("dumpdata", "archive", stdout=dump)
    assert BIRD.lower() not in dump.getvalue().lower()


def test_no_export_sings(report: Report) -> None:
    editions = list(Edition.objects.all())
    assert editions
    for edition in editions:
        paper = paper_of(edition)
        assert paper is not None
        written = plain.write(paper) + html.write(paper) + markdown.write(paper) + store.dumps(paper).decode()
        assert BIRD not in written


def test_no_log_and_no_list_of_doubts_sings(report: Report, caplog: pytest.LogCaptureFixture) -> None:
    assert BIRD not in caplog.text
    doubts = [message for aside in waiting() for message in (doubt.message for doubt in aside.doubts)]
    assert doubts
    assert BIRD not in " ".join(doubts)


def walk(client: Client, starts: Sequence[str] = STARTS) -> Iterator[tuple[str, bytes]]:
    """Every address that a link leads to from the start pages, with its answer."""
    waiting_to_be_seen, seen = list(starts), set(starts)
    while waiting_to_be_seen:
        address = waiting_to_be_seen.pop()
        answer = client.get(address)
        body = answer.getvalue()
        yield address, body
        found = {"".join(parts) for parts in LINK.findall(body.decode("utf-8", "replace"))}
        new = {link.replace("&amp;", "&") for link in found if not link.startswith("/static/")} - seen
        seen |= new
        waiting_to_be_seen += new


def sings(address: str, body: bytes) -> bool:
    """Whether the bird is in an answer, otherwise than as the words that were searched for."""
    if body.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(body)
        text = "".join(page.get_textpage().get_text_range() for page in document)
    elif body.startswith(b"PK"):
        with ZipFile(BytesIO(body)) as word:
            text = "".join(word.read(name).decode("utf-8", "replace") for name in word.namelist())
    else:
        text = body.decode("utf-8", "replace")
    return BIRD.lower() in (without_the_question(text) if ECHO.search(address) else text).lower()


def without_the_question(text: str) -> str:
    """A search page repeats what was asked: in the box, the heading, the links; results stand as links to items."""
    hits = re.findall(r"<a[^>]+href=\"[^\"]*/punkt/[^\"]*\".*?</(?:li|article)>", text, re.DOTALL)
    return " ".join(hits)


def text_of(cell: object) -> str:
    """A cell of a table as text."""
    if isinstance(cell, bytes | bytearray | memoryview):
        return bytes(cell).decode("utf-8", "replace")
    return str(cell)
