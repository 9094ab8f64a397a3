"""Office files as PDF: what gets into one, what never does, and how a program that misbehaves is ended."""

import os
import select
import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest

from sagsgang.readers.attached.rendered import rendered
from sagsgang.readers.attached.rendition import DIED, SLOW, UNOPENED, NoRendition, render
from tests.readers import office
from tests.readers.open_document import cell, linked_object, linked_picture, linked_section, linked_sheet, slide, text
from tests.readers.open_document import sheet as open_sheet

pytestmark = pytest.mark.slow
LIBREOFFICE = shutil.which("soffice") or ""
needed = pytest.mark.skipif(not LIBREOFFICE, reason="needs LibreOffice: Office files are made to PDF with it")
CANARY = "KANARIEFUGL"


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and the first lines of what it was asked."""
    paths: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            paths.append(self.rfile.readline().decode())
            self.wfile.write(f"HTTP/1.0 200 OK\r\n\r\n{CANARY}".encode())
            self.close_connection = True

        def log_message(self, *_said: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/fil", paths
        server.shutdown()


def program(folder: Path, script: str) -> str:
    """Something that stands in for LibreOffice; its last argument is the file."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\nfor last; do :; done\n{script}\n")
    path.chmod(0o755)
    return str(path)


def pictures(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    return sum(len(list(page.get_objects(filter=[3]))) for page in document)


@needed
@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (office.word(office.paragraph("Synlig")), ".docx"),
        (text("<text:p>Synlig</text:p>"), ".odt"),
        (open_sheet(cell("Synlig")), ".ods"),
        (slide("Synlig"), ".odp"),
        (rb"{\rtf1 Synlig}", ".rtf"),
    ],
)
def test_texts_sheets_and_slides_become_pdf_with_their_text_and_tags(data: bytes, ending: str) -> None:
    made = rendered(data, ending, LIBREOFFICE)
    assert "Synlig" in made.text
    assert made.pages == 1
    assert b"/StructTreeRoot" in made.data


@needed
def test_hidden_text_and_comments_stay_behind() -> None:
    made = rendered(office.hidden(), ".docx", LIBREOFFICE)
    assert "Skjult" not in made.text
    assert "Synlig" in made.text
    assert "Se lige her" not in rendered(office.commented(), ".docx", LIBREOFFICE).text


@needed
def test_a_document_brings_no_file_of_the_disk_home(tmp_path: Path) -> None:
    secret, picture = tmp_path / "hemmelig.txt", tmp_path / "billede.png"
    secret.write_text(CANARY)
    picture.write_bytes(office.PNG)
    for data, ending in (
        (text(linked_section(secret.as_uri())), ".odt"),
        (text(linked_object(secret.as_uri())), ".odt"),
        (text(linked_picture(picture.as_uri())), ".odt"),
        (open_sheet(linked_sheet(secret.as_uri())), ".ods"),
        (rb'{\rtf1 {\field{\*\fldinst INCLUDETEXT "' + os.fsencode(secret) + rb'"}{\fldrslt gammel}}}', ".rtf"),
    ):
        made = rendered(data, ending, LIBREOFFICE)
        assert CANARY not in made.text
        assert pictures(made.data) == 0


@needed
def test_a_document_asks_nobody_on_the_network(asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    service = f"WEBSERVICE(&quot;{address}&quot;)"
    for data, ending in (
        (text(linked_section(address) + linked_picture(address) + linked_object(address)), ".odt"),
        (open_sheet(cell("Synlig", service)), ".ods"),
    ):
        render(data, ending, LIBREOFFICE)
    assert paths == []


@needed
@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", office.word()[:200]])
def test_what_is_no_document_is_told_and_no_pdf_is_made(data: bytes) -> None:
    with pytest.raises(NoRendition, match=UNOPENED[:30]):
        rendered(data, ".doc", LIBREOFFICE)


def test_one_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    slow = program(tmp_path, f'sleep 60 & echo $! > "{tmp_path}/second"; sleep 60')
    with pytest.raises(NoRendition, match=SLOW):
        render(b"", ".docx", slow, seconds=1)
    assert ends(int((tmp_path / "second").read_text()))


def ends(process: int) -> bool:
    """Whether the process ends by itself, or has: the kernel takes a moment for one that was killed."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], 20)[0])
    finally:
        os.close(handle)


def test_one_that_crashes_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoRendition, match=DIED):
        render(b"", ".docx", program(tmp_path, "kill -SEGV $$"))


def test_it_may_not_take_all_memory(tmp_path: Path) -> None:
    told = program(tmp_path, f'ulimit -v > "{tmp_path}/memory"; : > "${{last%.docx}}.pdf"')
    render(b"", ".docx", told)
    assert int((tmp_path / "memory").read_text()) <= 4 << 20  # kilobytes


def test_it_learns_nothing_of_our_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", CANARY)
    told = program(tmp_path, f'env > "{tmp_path}/known"; : > "${{last%.docx}}.pdf"')
    render(b"", ".docx", told)
    assert CANARY not in (tmp_path / "known").read_text()


def test_nothing_of_the_file_stays_behind(tmp_path: Path) -> None:
    told = program(tmp_path, f'echo "$last" > "{tmp_path}/where"; : > "${{last%.docx}}.pdf"')
    render(CANARY.encode(), ".docx", told)
    assert not Path((tmp_path / "where").read_text().strip()).parent.exists()
