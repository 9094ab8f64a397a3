"""What is closed never reaches the wrong desk: a bird of its own in every closed place of the demo's house."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test import Client

from sagsgang.archive.attached import place
from sagsgang.archive.models import AttachedFile, Edition
from sagsgang.archive.print import keep_pdf
from sagsgang.core.commands.my_calendar import has_one, renew
from sagsgang.core.models import CalendarKey, Item, Section
from sagsgang.demo.work.town import Town
from sagsgang.desk.urls import pages
from sagsgang.desk.views import items
from sagsgang.jobs.work import Messenger
from sagsgang.login.models import Account
from sagsgang.writers import pdf
from tests.desk.logged_in import browser
from tests.desk.pages import FOUND, KEYED, PAGES, POSTED
from tests.walls.desk_cage import BIRD, PEOPLE, WHY, ears, town
from tests.walls.desk_walk import addresses, deeds, songs, sung, tried
from tests.walls.test_canary import sings, text_of, walk

__all__ = ["town"]
pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]
# Members read a dissent before they approve it, everybody in the minutes: no page of an author's repeats it.
UNSAID = ("Karen", "mindretal")


def theirs(name: str) -> frozenset[str]:
    """The birds that the rule lets this person hear."""
    return frozenset(bird for bird, who in ears().items() if name in who)


def test_every_address_of_the_desk_has_a_line() -> None:
    assert {str(path.name) for path in pages} == {page.name for page in PAGES} | {*FOUND, *KEYED, *POSTED}


@pytest.mark.parametrize("name", PEOPLE)
def test_each_hears_on_all_pages_the_birds_that_are_theirs_and_no_other(town: Town, name: str) -> None:
    client = browser(town[name])
    heard = {song: address for address in addresses() for song in songs(client.get(address))}
    assert {song: address for song, address in heard.items() if song not in theirs(name)} == {}
    unheard = theirs(name) - set(heard)
    assert {song for song in unheard if not (name == UNSAID[0] and song.endswith(UNSAID[1]))} == set()


def test_whoever_is_logged_out_is_asked_to_log_in_everywhere(town: Town, client: Client) -> None:
    answers = {address: client.get(address) for address in addresses()}
    assert {answer.status_code for answer in answers.values()} == {302}
    assert [address for address, answer in answers.items() if songs(answer)] == []


@pytest.mark.parametrize("name", PEOPLE)
def test_no_calendar_of_ones_own_holds_a_bird(town: Town, client: Client, name: str) -> None:
    if not has_one(town[name]):
        return
    renew(town[name])
    answer = client.get(f"/arbejde/kalender/{CalendarKey.objects.visible_to(town[name]).get().key}.ics")
    assert b"BEGIN:VCALENDAR" in answer.content
    assert songs(answer) == frozenset()


@pytest.mark.parametrize("name", ["Ida", "Rut"])
def test_no_deed_that_is_tried_lets_a_bird_out(town: Town, name: str) -> None:
    client = browser(town[name])
    out = {address: tried(client, address) - theirs(name) for address in deeds()}
    assert {address: heard for address, heard in out.items() if heard} == {}


def test_the_street_hears_nothing(town: Town, client: Client) -> None:
    for edition in Edition.objects.filter(pdf=None):
        keep_pdf(edition, pdf.write)
    seen = dict(walk(client))
    assert any(address.endswith(".pdf") for address in seen)
    assert [address for address, body in seen.items() if sings(address, body)] == []


def test_no_file_that_the_archive_keeps_is_a_birds(town: Town) -> None:
    kept = [file for file in Path(settings.FILES).glob("attached/*/*") if file.is_file()]
    assert kept
    assert [file.name for file in kept if BIRD.encode() in file.read_bytes()] == []
    named = AttachedFile.objects.values_list("title", "name")
    assert {place(digest) for digest in AttachedFile.objects.values_list("sha256", flat=True)} <= set(kept)
    assert not sung(str(list(named)))


def test_no_row_beside_the_texts_holds_a_bird(town: Town) -> None:
    holding = {table for table in connection.introspection.table_names() if holds(table)}
    texts = ("section", "sectionversion", "point", "attachment", "decision", "dissent", "followup", "sealedpaper")
    assert holding == {f"core_{name}" for name in (*texts, "note", "highlight", "reason")}


def holds(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return any(BIRD.lower() in text_of(cell).lower() for row in cursor.fetchall() for cell in row)


def test_no_mail_holds_a_bird(town: Town) -> None:
    messenger = Messenger()
    while messenger.work():
        pass
    assert len(mail.outbox) > 20
    assert [sent.subject for sent in mail.outbox if sung(str(sent.message()) + str(sent.body))] == []


def test_no_log_and_no_page_of_a_fault_holds_a_bird(
    town: Town, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(0)
    client = browser(town["Karen"])
    client.raise_request_exception = False
    for address in addresses():
        client.get(address)
    draft = Item.objects.unguarded(WHY).get(public_title="Sag kladde")
    monkeypatch.setattr(items, "key_of", fails)
    failed = client.get(f"/arbejde/punkter/{draft.id}/")
    assert (failed.status_code, songs(failed)) == (500, frozenset())
    assert "Internal Server Error" in caplog.text
    assert not sung(caplog.text)


def fails(*_: object) -> None:
    """A fault in the middle of a page, with its texts at hand."""
    raise RuntimeError


def test_a_form_that_has_expired_does_not_repeat_what_was_typed(town: Town) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(username="karen"))
    section = Section.objects.unguarded(WHY).filter(text__contains=BIRD)[0]
    answer = client.post(f"/arbejde/afsnit/{section.id}/", {"text": section.text, "version": section.version})
    assert (answer.status_code, songs(answer)) == (403, frozenset())
