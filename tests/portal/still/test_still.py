"""The portal as files: written from the small world, then served by a plain web server and walked link by link."""

import http.client
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from sagsgang.archive.erase import erase
from sagsgang.archive.leave import take_off
from sagsgang.archive.models import Audience, Body, Edition
from sagsgang.archive.withdraw import withdraw
from sagsgang.portal.still.folder import MARKER, Folder, NotOurs
from tests.portal.papers import PLAN
from tests.portal.still.site import HOST, export, serving

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SEARCH = {"soeg/index.html", "en/soeg/index.html"}  # its script answers
WORDS = "borgerværkstedet"
LINK = re.compile(r' (?:href|src)="([^"]*)"')


@pytest.fixture
def server(looked_at: Path) -> Iterator[http.client.HTTPConnection]:
    """A plain web server on the folder."""
    with serving(looked_at) as port:
        yield http.client.HTTPConnection("127.0.0.1", port)


def pages(root: Path) -> dict[str, str]:
    return {str(file.relative_to(root)): file.read_text() for file in sorted(root.rglob("*.html"))}


def test_every_internal_link_leads_to_a_file(server: http.client.HTTPConnection) -> None:
    waiting, seen = ["/", "/en/"], {"/", "/en/"}
    while waiting:
        address = waiting.pop()
        server.request("GET", address)
        answer = server.getresponse()
        body = answer.read()
        assert answer.status == 200, address
        if "text/html" not in answer.getheader("Content-Type", ""):
            continue
        for link in map(unescape, LINK.findall(body.decode())):
            target = urldefrag(urljoin(address, link))[0]
            if target.startswith("/") and not target.startswith("//") and target not in seen:
                seen.add(target)
                waiting.append(target)
    assert len(seen) > 60


def test_both_languages_feeds_calendars_files_and_the_page_for_a_wrong_address_are_there(looked_at: Path) -> None:
    for path in (
        "udvalg/direktionen/index.html",
        "en/udvalg/direktionen/index.html",
        "feed.atom",
        "udvalg/direktionen/kalender.ics",
        f"bilag/{PLAN.sha256}/{PLAN.name}",
        "data/papers.jsonl",
        "sitemap.xml",
        "sitemap-moeder-0.xml",
        "robots.txt",
        "404.html",
        "static/portal/site.css",
    ):
        assert (looked_at / path).is_file(), path
    assert len(list(looked_at.glob("moeder/*/*/referat.pdf"))) == 1


def test_no_page_asks_for_a_server(looked_at: Path) -> None:
    for path, html in pages(looked_at).items():
        assert "<form" not in html or path in SEARCH, path
        assert 'href="?' not in html, path
        assert "/foelg/" not in html, path
        assert "localhost" not in html, path
        assert "127.0.0.1" not in html, path


def test_a_query_string_becomes_a_folder(looked_at: Path) -> None:
    page = (looked_at / "udvalg" / "direktionen" / "index.html").read_text()
    assert 'href="/udvalg/direktionen/aar=2025/"' in page
    assert (looked_at / "udvalg" / "direktionen" / "aar=2025" / "index.html").is_file()


def test_addresses_in_feeds_and_sitemaps_are_those_of_the_site(looked_at: Path) -> None:
    for path in ("feed.atom", "sitemap-moeder-0.xml", "robots.txt"):
        assert f"https://{HOST}/" in (looked_at / path).read_text()


def test_every_page_says_itself_what_may_run(looked_at: Path) -> None:
    for path, html in pages(looked_at).items():
        if 'http-equiv="refresh"' not in html:
            assert 'http-equiv="Content-Security-Policy"' in html, path


def test_what_did_not_change_is_not_written_again(whole: Path) -> None:
    again = export(whole)
    assert again.folder.changed == 0


def test_what_is_gone_is_removed_and_a_strangers_file_stays(whole: Path) -> None:
    (whole / "CNAME").write_text(HOST)
    edition = Edition.objects.get(meeting__body__slug="oekonomiudvalget", meeting__slug="2025-02-03")
    page = whole / "moeder" / "oekonomiudvalget" / "2025-02-03" / "punkt" / "1" / "index.html"
    assert page.is_file()
    erase(edition, "efter anmodning")
    export(whole)
    assert "efter anmodning" in page.read_text()
    assert not (page.parent / "udskrift.pdf").exists()
    assert (whole / "CNAME").read_text() == HOST
    left = [path for path, html in pages(whole).items() if "oekonomiudvalget/2025-02-03" in path and WORDS in html]
    assert left == []


def test_what_was_taken_away_before_the_first_export_has_its_tombstone_too(whole: Path, tmp_path: Path) -> None:
    edition = Edition.objects.get(meeting__body__slug="oekonomiudvalget", meeting__slug="2025-02-03")
    withdraw(edition, "Forkert udgave.")
    take_off(Body.objects.get(slug="direktionen"), Audience.STREET, "Organet er nedlagt.")
    assert export(tmp_path / "new").lost == []
    for path, reason in (
        ("moeder/oekonomiudvalget/2025-02-03", "Forkert udgave."),
        ("en/moeder/oekonomiudvalget/2025-02-03", "Forkert udgave."),
        ("udvalg/direktionen", "Organet er nedlagt."),
    ):
        assert reason in (tmp_path / "new" / path / "index.html").read_text()


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mit.txt").write_text("mit")
    with pytest.raises(NotOurs):
        Folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mit.txt"]


def test_the_files_of_a_killed_export_are_known_to_the_next(tmp_path: Path) -> None:
    killed = Folder(tmp_path / "site")
    killed.put("a/index.html", [b"1"])
    del killed
    after = Folder(tmp_path / "site")
    after.put("b/index.html", [b"2"])
    assert after.finish() == 1
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"b", MARKER}
