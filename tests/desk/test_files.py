"""Files on an item's page: laid, ordered, closed, fetched, and what is told of those that cannot be used."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import reverse
from pytest_django import Settings

from sagsgang.core.commands.documents import attach
from sagsgang.core.commands.renditions import Made, Source, keep
from sagsgang.core.models import Attachment
from sagsgang.login.models import Account
from tests.core.world import CANARY, WHY, World
from tests.desk.logged_in import browser
from tests.desk.writing_world import do, draft, item_address
from tests.readers import office

pytestmark = pytest.mark.django_db


def test_files_are_laid_many_at_once_ordered_closed_and_fetched(there: World) -> None:
    item, client = draft(there), browser(there.karen)
    files = [SimpleUploadedFile(f"{name}.txt", f"{name} tekst".encode()) for name in ("et", "to")]
    files.append(SimpleUploadedFile("tre.txt", b"tre tekst" * 1_000))
    address = reverse("desk:attach", args=[item.id])
    page = client.post(address, {"files": files, "tilbage": item_address(item)}, follow=True).content.decode()
    first, second, third = Attachment.objects.unguarded(WHY).filter(item=item)
    assert "3 bilag er lagt på." in page
    assert "Den samme fil" not in page
    assert "8 byte" in page
    assert "9 kB" in page
    do(client, item, "order", ids=f"{third.id},{first.id},{second.id}")
    close = reverse("desk:attachment-verb", args=[second.id, "close"])
    client.post(close, {"basis": "Offentlighedsloven § 23: interne dokumenter"})
    fetched = client.get(reverse("desk:attachment", args=[second.id]))
    assert [one.id for one in Attachment.objects.unguarded(WHY).filter(item=item)] == [third.id, first.id, second.id]
    assert Attachment.objects.unguarded(WHY).get(pk=second.pk).access == "closed"
    assert fetched.getvalue() == b"to tekst"
    assert fetched["Content-Disposition"] == 'attachment; filename="to.txt"'
    assert browser(there.mads).get(reverse("desk:attachment", args=[second.id])).status_code == 404


def test_the_same_file_laid_on_twice_is_told_of_at_both_and_may_stay(there: World) -> None:
    item = draft(there)
    for name, data in (("et.txt", b"Det samme"), ("to.txt", b"Noget andet"), ("tre.txt", b"Det samme")):
        attach(there.karen, item, name, data)
    page = browser(there.karen).get(item_address(item)).content.decode()
    assert page.count("Den samme fil ligger også som bilag 3.") == 1
    assert page.count("Den samme fil ligger også som bilag 1.") == 1
    assert "også som bilag 2" not in page


def test_a_file_that_cannot_be_used_keeps_no_other_out(there: World) -> None:
    item, client = draft(there), browser(there.karen)
    files = [SimpleUploadedFile(f"{CANARY}.exe", b"MZ\x00\x01"), SimpleUploadedFile("god.txt", b"Godt")]
    address = reverse("desk:attach", args=[item.id])
    page = client.post(address, {"files": files, "tilbage": item_address(item)}, follow=True).content.decode()
    assert Attachment.objects.unguarded(WHY).get().file_name == "god.txt"
    assert "Fil 1: (.exe)" in page
    assert CANARY not in page


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({}, "PDF laves"),
        ({"rendition": "0" * 64}, "PDF klar"),
        ({"no_rendition": "Det tog for lang tid."}, "PDF kunne ikke laves: Det tog for lang tid."),
    ],
)
def test_the_page_tells_how_far_it_is_with_the_pdf_of_a_file(
    there: World, settings: Settings, known: dict[str, str], told: str
) -> None:
    settings.LIBREOFFICE = "/usr/bin/soffice"
    item = draft(there)
    laid = attach(there.karen, item, "notat.docx", office.word())
    Attachment.objects.unguarded(WHY).filter(pk=laid.pk).update(**known)
    assert told in browser(there.karen).get(item_address(item)).content.decode()


def test_the_pdf_of_a_file_is_fetched_by_those_who_read_the_file(there: World) -> None:
    item = draft(there)
    laid = attach(there.karen, item, "notat.docx", office.word())
    address = reverse("desk:attachment-pdf", args=[laid.id])
    assert browser(there.karen).get(address).status_code == 404
    keep(Source(laid.checksum, ".docx"), Made(data=b"%PDF-1.7", pages=1, text=""))
    fetched = browser(there.karen).get(address)
    assert fetched.getvalue() == b"%PDF-1.7"
    assert fetched["Content-Disposition"] == 'attachment; filename="notat.pdf"'
    assert browser(there.mads).get(address).status_code == 404


def test_a_file_that_is_too_large_is_told_and_keeps_no_other_out(there: World, settings: Settings) -> None:
    settings.ATTACHMENT_LIMIT = 1_000_000
    item, client = draft(there), browser(there.karen)
    sizes = {"et.txt": 10, "stor.txt": 1_000_001, "to.txt": 10}
    files = [SimpleUploadedFile(name, b"a" * size) for name, size in sizes.items()]
    asked = {"files": files, "tilbage": item_address(item)}
    page = client.post(reverse("desk:attach", args=[item.id]), asked, follow=True).content.decode()
    assert [one.file_name for one in Attachment.objects.unguarded(WHY).filter(item=item)] == ["et.txt", "to.txt"]
    assert "Fil 2: Filen er større end 1 MB." in page
    assert "2 bilag er lagt på." in page


def test_a_request_that_is_too_large_loses_the_files_at_its_end_only(there: World, settings: Settings) -> None:
    settings.ATTACHMENT_LIMIT = 100
    item, client = draft(there), browser(there.karen)
    files = [SimpleUploadedFile(f"{place}.txt", b"a" * 99) for place in range(12)]
    asked = {"files": files, "tilbage": item_address(item)}
    page = client.post(reverse("desk:attach", args=[item.id]), asked, follow=True).content.decode()
    assert Attachment.objects.unguarded(WHY).filter(item=item).count() == 10
    assert "Fil 11: Der kom for meget på én gang." in page


def test_a_stranger_lays_nothing_large_on_the_disk(rf: RequestFactory, there: World) -> None:
    sent = rf.post("/", {"files": SimpleUploadedFile("a.bin", b"a" * 52_000_000)})
    known = rf.post("/", {"files": SimpleUploadedFile("a.bin", b"a" * 52_000_000)})
    known.user = Account(username="karen", person_id=there.karen.person)
    assert [len(request.FILES) for request in (sent, known)] == [0, 1]


def test_a_new_version_that_is_too_large_leaves_the_old_one(there: World, settings: Settings) -> None:
    settings.ATTACHMENT_LIMIT = 100
    item, client = draft(there), browser(there.karen)
    laid = attach(there.karen, item, "et.txt", b"Notat")
    asked = {"file": SimpleUploadedFile("to.txt", b"a" * 101), "tilbage": item_address(item)}
    address = reverse("desk:attachment-verb", args=[laid.id, "replace"])
    assert "Filen er større end" in client.post(address, asked, follow=True).content.decode()
    assert Attachment.objects.unguarded(WHY).get(pk=laid.pk).version == 1


def test_our_script_hears_what_became_of_its_file(there: World) -> None:
    item, client = draft(there), browser(there.karen)
    address = reverse("desk:attach", args=[item.id])
    good, bad = (SimpleUploadedFile(name, data) for name, data in (("a.txt", b"Godt"), ("b.exe", b"MZ")))
    assert client.post(address, {"files": good}, headers={"accept": "application/json"}).json() == {
        "laid": 1,
        "refused": [],
    }
    [refused] = client.post(address, {"files": bad}, headers={"accept": "application/json"}).json()["refused"]
    assert "program" in refused
