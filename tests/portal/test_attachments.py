"""The files of attachments: linked from the pages, served as files, and only those of papers in force."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from sagsgang.archive.attached import place
from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Edition
from sagsgang.archive.publish import publish
from sagsgang.paper.model import Access, Attachment, PaperFile
from sagsgang.portal.templatetags.portal_files import file_facts
from tests.portal.papers import FINANCE, PLAN, PLAN_BYTES, harbour, paper

pytestmark = pytest.mark.django_db
MEETING = "/moeder/oekonomiudvalget/2025-02-03/"
DAY = date(2025, 2, 3)
OTHER_DAY = date(2025, 4, 7)


def address(file: PaperFile = PLAN) -> str:
    return reverse("file:attachment", args=[file.sha256, file.name])


def published(data: bytes, media_type: str, name: str, audience: Audience = Audience.STREET) -> str:
    """The address of a file that is published with a paper of its own."""
    file = PaperFile(sha256=sha256(data).hexdigest(), name=name, media_type=media_type, size=len(data))
    attachment = Attachment(title="Bilag", document_number=None, access=Access.OPEN, file=file)
    item = replace(harbour("1", OTHER_DAY, FINANCE), attachments=(attachment,))
    publish(paper(FINANCE, OTHER_DAY, item), audience, {file.sha256: data})
    return address(file)


@pytest.mark.parametrize("page", [MEETING, f"{MEETING}punkt/1/"])
def test_pages_link_the_file_and_say_what_it_is(client: Client, world: None, page: str) -> None:
    html = client.get(page).content.decode()
    assert f'<a lang="da" href="{address()}">Helhedsplan, udkast</a>' in html
    assert f"PDF, 12 sider, {len(PLAN_BYTES)} byte" in html
    assert '<span lang="da">Referat af borgerværksted</span>' in html


def test_a_page_says_which_attachments_are_titles_only(client: Client, world: None) -> None:
    assert "Bilag uden link har arkivet kun titlen på." in client.get(f"{MEETING}punkt/1/").content.decode()


def test_a_pdf_is_shown_under_its_own_name(client: Client, world: None) -> None:
    answer = client.get(address())
    assert answer.getvalue() == PLAN_BYTES
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline; filename*=utf-8''Helhedsplan%2C%20udkast")
    assert int(answer["Content-Length"]) == len(PLAN_BYTES)


def test_a_file_may_be_kept_but_is_asked_for_again_each_time_by_its_checksum(client: Client, world: None) -> None:
    first = client.get(address())
    assert first["Cache-Control"] == "public, no-cache", "taken off the street it is gone from caches at once"
    assert first["ETag"] == f'"{PLAN.sha256}"'
    assert client.get(address(), HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    head = client.head(address())
    assert (head.status_code, head.getvalue(), head["ETag"]) == (200, b"", first["ETag"])


@pytest.mark.parametrize(
    ("media_type", "name", "shown"),
    [
        ("image/png", "kort.png", True),
        ("image/jpeg", "kort.jpg", True),
        ("image/tiff", "kort.tif", False),
        ("text/html", "kort.html", False),
        ("image/svg+xml", "kort.svg", False),
        ("text/plain", "kort.txt", False),
        ("application/xhtml+xml", "kort.xhtml", False),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "kort.docx", False),
    ],
)
def test_only_what_runs_nothing_is_shown_the_rest_is_saved(
    client: Client, db: None, media_type: str, name: str, shown: bool
) -> None:
    answer = client.get(published(b"<script>alert(1)</script>", media_type, name))
    assert answer["Content-Disposition"].partition(";")[0] == ("inline" if shown else "attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    policy = answer["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "sandbox", "frame-ancestors 'none'"} <= set(policy)
    assert not any(part.startswith("script-src") for part in policy)


@pytest.mark.parametrize(
    "wrong",
    [
        f"/bilag/{PLAN.sha256}/Skandale.pdf",
        f"/bilag/{PLAN.sha256.upper()}/{quote(PLAN.name)}",
        f"/bilag/{'0' * 64}/{quote(PLAN.name)}",
        f"/bilag/{PLAN.sha256[:63]}/{quote(PLAN.name)}",
        f"/bilag/{PLAN.sha256}/%00.pdf",
        f"/bilag/{PLAN.sha256}/%2e%2e%2fsecret_key",
        f"/bilag/..%2f..%2fsecret_key/{quote(PLAN.name)}",
    ],
)
def test_no_other_address_leads_to_a_file(client: Client, world: None, wrong: str) -> None:
    assert client.get(wrong).status_code == 404


def test_the_street_gets_no_file_of_the_employees(client: Client, db: None) -> None:
    assert (
        client.get(published(b"%PDF-1.7 intern", "application/pdf", "a.pdf", Audience.EMPLOYEES)).status_code == 404
    )


def test_a_file_goes_with_the_edition_that_no_longer_names_it(client: Client, world: None) -> None:
    publish(paper(FINANCE, DAY, replace(harbour("1", DAY, FINANCE), attachments=())), Audience.STREET)
    assert client.get(address()).status_code == 404


def test_a_file_goes_with_the_edition_that_is_erased(client: Client, world: None) -> None:
    erase(Edition.objects.get(meeting__date=DAY), "navne")
    assert client.get(address()).status_code == 404


def test_a_file_that_is_gone_from_the_disk_is_not_found(client: Client, world: None) -> None:
    place(PLAN.sha256).unlink()
    assert client.get(address()).status_code == 404


@pytest.mark.parametrize(
    ("media_type", "size", "pages", "told"),
    [
        ("application/pdf", 340_400, 12, "PDF, 12 sider, 340 kB"),
        ("application/pdf", 1_250_000, 1, "PDF, 1 side, 1,2 MB"),
        ("image/png", 999, None, "Billede, 999 byte"),
        ("application/x-unknown", 1_000, None, "Fil, 1 kB"),
    ],
)
def test_what_is_said_of_a_file(media_type: str, size: int, pages: int | None, told: str) -> None:
    assert file_facts(PaperFile(sha256="", name="", media_type=media_type, size=size, pages=pages)) == told
