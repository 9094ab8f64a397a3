"""Editions with their seals, what changed between them, and whether a file is one of them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Content, Edition
from sagsgang.archive.print import keep_pdf
from sagsgang.archive.publish import publish
from sagsgang.paper.model import Access, Paper, PaperKind, Section, SectionKind
from sagsgang.paper.store import dumps
from sagsgang.portal.templatetags.portal_figures import changed_part
from sagsgang.writers import pdf
from tests.portal.papers import papers

pytestmark = pytest.mark.django_db
BIRD = "KANARIEFUGL"
STRANGE = (b"%PDF-1.7", b"{}", b"[]", b"\x00" * 100, b"[" * 100_000, b'{"schema": 9999}', b"x")


@pytest.fixture
def paper(settings: Settings, tmp_path: Path) -> Paper:
    """Minutes that were published twice: the second time with another word in an item."""
    settings.FILES = tmp_path
    first = next(paper for paper in papers() if paper.kind is PaperKind.MINUTES and paper.items[0].sections)
    publish(first, Audience.STREET)
    item = first.items[0]
    said = replace(item.sections[0], text=f"{item.sections[0].text} Havnefronten er målt op.")
    second = replace(first, items=(replace(item, sections=(said, *item.sections[1:])), *first.items[1:]))
    publish(second, Audience.STREET)
    return second


def editions() -> list[Edition]:
    return list(Edition.objects.select_related("meeting__body", "seal", "pdf").order_by("pk"))


def home() -> str:
    meeting = editions()[0].meeting
    return f"/moeder/{meeting.body.slug}/{meeting.slug}/udgaver/"


def verdict(client: Client, data: bytes, name: str = "a.pdf") -> str:
    file = BytesIO(data)
    file.name = name
    return client.post("/verificer/", {"fil": file}).content.decode()


def test_every_edition_shows_its_seal(client: Client, paper: Paper) -> None:
    page = client.get(home()).content.decode()
    for edition in editions():
        assert edition.seal.record_hash in page
    assert page.count("Gælder") == 1


def test_what_changed_since_the_edition_before_is_marked(client: Client, paper: Paper) -> None:
    page = client.get(f"{home()}minutes-1/minutes-2/").content.decode()
    assert "Havnefronten er målt op." in page.partition("<ins>")[2].partition("</ins>")[0]
    assert page.count("<ins>") == 1


def test_a_decision_that_changed_is_named_by_body_and_day() -> None:
    assert changed_part("Direktionen, 13-05-2024") == "Beslutning: Direktionen, 13. maj 2024"
    assert changed_part("Notat, 45-13-2024") == "Notat, 45-13-2024"


def test_readers_of_a_changed_paper_are_told_when_and_what(client: Client, paper: Paper) -> None:
    page = client.get(home().removesuffix("udgaver/")).content.decode()
    assert "Se, hvad der er ændret" in page
    assert f'href="{home()}minutes-1/minutes-2/"' in page


def test_an_edition_that_did_not_change_says_so(client: Client, paper: Paper) -> None:
    assert "siger det samme" in client.get(f"{home()}minutes-2/minutes-2/").content.decode()


def test_the_sealed_data_are_byte_for_byte_what_was_sealed(client: Client, paper: Paper) -> None:
    assert client.get(f"{home()}minutes-2.json").content == dumps(paper)


def test_data_that_were_tampered_with_are_not_handed_out(client: Client, paper: Paper) -> None:
    Content.objects.filter(seal=editions()[1].seal).update(data=dumps(replace(paper, place="Et andet sted")))
    assert client.get(f"{home()}minutes-2.json").status_code == 404


def test_an_erased_edition_has_a_seal_and_nothing_else(client: Client, paper: Paper) -> None:
    erase(editions()[0], "Indsigelse")
    page = client.get(home()).content.decode()
    assert "Indsigelse" in page
    assert client.get(f"{home()}minutes-1.json").status_code == 410
    assert client.get(f"{home()}minutes-1/minutes-2/").status_code == 410
    assert "minutes-1/minutes-2" not in page
    assert f'href="{home()}">Se, hvad der er ændret' in client.get(home().removesuffix("udgaver/")).content.decode()


def test_a_downloaded_file_is_known_again(client: Client, paper: Paper) -> None:
    for edition in editions():
        keep_pdf(edition, pdf.write)
    first, second = (client.get(f"{home()}minutes-{version}.pdf").getvalue() for version in (1, 2))
    assert "Filen er ægte</h2>" in verdict(client, second)
    assert "der er kommet en nyere udgave" in verdict(client, first)
    assert "Filen er ægte</h2>" in verdict(client, client.get(f"{home()}minutes-2.json").content, "a.json")


def test_one_changed_byte_is_found(client: Client, paper: Paper) -> None:
    keep_pdf(editions()[1], pdf.write)
    data = bytearray(client.get(f"{home()}minutes-2.pdf").getvalue())
    data[-40] ^= 1
    assert "ikke den, der blev forseglet" in verdict(client, bytes(data))
    altered = dumps(replace(paper, place="Et andet sted"))
    assert "ikke den, der blev forseglet" in verdict(client, altered, "a.json")


@pytest.mark.parametrize("data", STRANGE)
def test_a_file_from_elsewhere_is_not_known(client: Client, paper: Paper, data: bytes) -> None:
    assert "Vi kender ikke filen" in verdict(client, data)


def test_a_file_larger_than_any_paper_is_not_looked_at(client: Client) -> None:
    answer = client.post("/verificer/", {"fil": BytesIO(b"%PDF" + b"x" * 20_000_000)})
    assert answer.status_code == 413
    assert "for stor" in answer.content.decode()


def test_no_file_at_all_is_asked_for(client: Client) -> None:
    assert "Vælg en fil først" in client.post("/verificer/").content.decode()


def test_closed_text_is_in_no_edition_and_in_no_difference(client: Client, paper: Paper) -> None:
    hidden = Section(kind=SectionKind.OTHER, heading="", text=BIRD, access=Access.CLOSED)
    closed = replace(paper, items=(replace(paper.items[0], sections=(hidden,)), *paper.items[1:]))
    assert BIRD.encode() in dumps(closed)
    for address in ("", "minutes-1/minutes-2/", "minutes-2.json"):
        assert BIRD not in client.get(f"{home()}{address}").content.decode()


def test_the_employees_editions_are_not_on_the_street(client: Client, paper: Paper) -> None:
    publish(replace(paper, body="Ledergruppen"), Audience.EMPLOYEES)
    assert client.get(f"/moeder/ledergruppen/{paper.date}/udgaver/").status_code == 404
    assert "Vi kender ikke filen" in verdict(client, dumps(replace(paper, body="Ledergruppen")), "a.json")


def test_json_that_would_fill_the_memory_is_not_read(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sagsgang.archive.recognise.paper_in", lambda _data: pytest.fail("it was read"))
    assert "Vi kender ikke filen" in verdict(client, b"[" + b"[]," * 400_000 + b"[]]")
    assert "Vi kender ikke filen" in verdict(client, b'"' + b"x" * 11_000_000 + b'"')


def test_a_pdf_with_endless_titles_is_not_searched_to_its_end(client: Client, paper: Paper) -> None:
    title = f"<dc:title><rdf:li>Referat {paper.body} d. {paper.date:%d-%m-%Y}".encode()
    assert "Vi kender ikke filen" not in verdict(client, b"%PDF-1.7 " + title)
    assert "Vi kender ikke filen" in verdict(client, b"%PDF-1.7 " + b"<dc:title>" * 1_000 + b" " * 300 + title)


def test_any_two_editions_can_be_chosen_to_compare(client: Client, paper: Paper) -> None:
    publish(replace(paper, place="Rådhuset, byrådssalen"), Audience.STREET)
    assert "Sammenlign" in client.get(home()).content.decode()
    answer = client.get(f"{home()}?fra=minutes-1&til=minutes-3")
    assert answer.headers["Location"] == f"{home()}minutes-1/minutes-3/"
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'value="minutes-3" selected' in page
    assert "byrådssalen" in page
    assert client.get(f"{home()}?fra=minutes-1&til=../../").status_code == 200


def test_two_editions_leave_nothing_to_choose(client: Client, paper: Paper) -> None:
    assert "Sammenlign" not in client.get(home()).content.decode()
