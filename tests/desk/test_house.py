"""Setting up the house from its pages, and the Journal."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sagsgang.archive.intake import doubts as intake
from sagsgang.archive.intake.aside import Aside, every, keep
from sagsgang.archive.models import Edition
from sagsgang.core.commands import items, reading
from sagsgang.core.commands.roster import preview
from sagsgang.core.commands.roster_lines import COLUMNS
from sagsgang.core.models import Body, Grant, Journal, Person, Seat, Unit
from sagsgang.core.states import ItemState
from sagsgang.desk.columns import EXAMPLE
from sagsgang.desk.queries.approval_clock import approve_by
from sagsgang.paper.model import Access, Item, ItemType, Paper, PaperKind, Section, SectionKind
from sagsgang.readers.doubts import doubt
from tests.core.world import CANARY, WHY, World, item, meeting, world
from tests.desk.logged_in import browser

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BODY = {
    "name": "Ældrerådet",
    "kind": "other",
    "audience": "street",
    "new_items": "closed",
    "numbering": "meeting",
    "policy": "Forretningsorden § 4",
    "active": "on",
}


@pytest.fixture
def there(settings: object, tmp_path: Path) -> World:
    settings.INTAKE = tmp_path / "intake"  # type: ignore[attr-defined]
    return world()


def test_a_body_is_made_and_changed_from_its_page(there: World) -> None:
    rut = browser(there.rut)
    answer = rut.post("/arbejde/udvalg/", BODY)
    made = Body.objects.get(name="Ældrerådet")
    assert answer["Location"] == f"/arbejde/udvalg/{made.id}/"
    rut.post(answer["Location"], {**BODY, "notice_days": "4", "handling": "ret"})
    rut.post(answer["Location"], {"handling": "trin", "title": "Centerchef"})
    made.refresh_from_db()
    assert made.notice_days == 4
    assert [step.title for step in made.steps.all()] == ["Centerchef"]


def test_a_refusal_stands_at_the_form_and_what_was_written_stays(there: World) -> None:
    answer = browser(there.rut).post("/arbejde/udvalg/", {**BODY, "policy": "", "place": "Sal 3"})
    assert answer.status_code == 400
    assert "Skriv, hvilken beslutning" in answer.content.decode()
    assert "Sal 3" in answer.content.decode()


def test_a_person_gets_roles_seats_and_loses_them(there: World) -> None:
    rut = browser(there.rut)
    page = rut.post("/arbejde/personer/", {"handling": "person", "name": "Ane", "active": "on"})["Location"]
    ane = Person.objects.get(name="Ane")
    assert page == f"/arbejde/personer/{ane.id}/"
    step = there.board.steps.get()
    rut.post(page, {"handling": "rolle", "role": f"{there.board.id}:approver:{step.id}"})
    rut.post(page, {"handling": "plads", "body": there.council.id, "since": "2026-01-01"})
    held, sat = Grant.objects.get(person=ane), Seat.objects.get(person=ane)
    assert (held.body, held.step) == (there.board, step)
    assert "Godkender (Afdelingschef)" in rut.get(page).content.decode()
    rut.post(page, {"handling": "fratag", "rolle": held.id})
    rut.post(page, {"handling": "slut", "plads": sat.id, "until": "2026-06-30"})
    sat.refresh_from_db()
    assert sat.until == date(2026, 6, 30)
    assert not ane.grants.exists()


def test_a_unit_is_made(there: World) -> None:
    browser(there.rut).post("/arbejde/personer/", {"handling": "enhed", "name": "Økonomi", "since": "2026-01-01"})
    assert Unit.objects.get().name == "Økonomi"


def test_only_administrators_write(there: World) -> None:
    for who in (there.lis, there.karen, there.mads):
        assert browser(who).post("/arbejde/udvalg/", BODY).status_code == 404
        assert browser(who).post(f"/arbejde/personer/{who.person}/", {"handling": "ret"}).status_code == 404
    assert not Body.objects.filter(name="Ældrerådet").exists()


def test_a_file_is_shown_first_and_written_when_told_so(there: World) -> None:
    rut = browser(there.rut)
    text = "navn;udvalg;rolle;fra\r\nSøren;Direktionen;medlem;01-01-2026\r\n"
    file = SimpleUploadedFile("folk.csv", text.encode("cp1252"))
    shown = rut.post("/arbejde/personer/fil/", {"fil": file})
    assert "Søren" in shown.content.decode()
    assert not Person.objects.filter(name="Søren").exists()
    rut.post("/arbejde/personer/fil/", {"tekst": text, "handling": "skriv"})
    assert Seat.objects.filter(person__name="Søren", body=there.board).exists()


def test_the_page_tells_of_every_column_and_its_example_can_be_read(there: World) -> None:
    shown = browser(there.rut).get("/arbejde/personer/fil/").content.decode()
    assert [name for name in COLUMNS if f">{name}</code>" not in shown] == []
    report = preview(there.rut, "\n".join(EXAMPLE))
    assert (report.bad, report.bodies, report.people) == ((), 1, 2)


def test_a_file_with_a_bad_line_is_shown_with_the_line_and_nothing_is_written(there: World) -> None:
    text = "navn;udvalg;rolle\nOle;Direktionen;sekretær\nTom;Findesikke;sekretær\n"
    answer = browser(there.rut).post("/arbejde/personer/fil/", {"tekst": text, "handling": "skriv"})
    assert answer.status_code == 400
    assert "Findesikke" in answer.content.decode()
    assert not Person.objects.filter(name="Ole").exists()


def test_the_journal_tells_in_sentences_what_the_viewer_may_know(there: World) -> None:
    shut = item(there, there.board, ItemState.IN_REVIEW, access=Access.CLOSED, title=f"{CANARY} Salg")
    reading.opened(there.bo, shut)
    seen = browser(there.lis).get("/arbejde/journal/").content.decode()
    assert "Bo læste det lukkede punkt" in seen
    assert CANARY in seen
    for other in (there.per, there.rut):
        told = browser(other).get("/arbejde/journal/").content.decode()
        assert "læste det lukkede punkt" not in told
        assert CANARY not in told


def test_what_one_did_is_told_without_the_title_when_one_may_not_see_it_any_more(there: World) -> None:
    shut = item(there, there.board, ItemState.IN_REVIEW, access=Access.CLOSED, title=f"{CANARY} Salg")
    reading.opened(there.bo, shut)
    shut.state = ItemState.DRAFT
    shut.save()
    told = browser(there.bo).get("/arbejde/journal/").content.decode()
    assert "Bo læste det lukkede punkt" in told
    assert CANARY not in told


def test_the_journal_is_asked_for_a_case_or_a_person(there: World) -> None:
    one, other = item(there, there.board, access=Access.CLOSED), item(there, there.board, access=Access.CLOSED)
    reading.opened(there.lis, one)
    reading.opened(there.karen, other)
    lis = browser(there.lis)
    of_case = lis.get(f"/arbejde/journal/?sag={one.case.number}").content.decode()
    assert one.case.number in of_case
    assert f">{other.case.number}" not in of_case
    of_person = lis.get(f"/arbejde/journal/?person={there.karen.person}").content.decode()
    assert "Karen læste" in of_person
    assert "Lis læste" not in of_person


@pytest.mark.parametrize("query", ["?side=x", "?person=x", "?sag=%00", "?moede=99999999999999999999", "?side=0"])
def test_the_journal_bears_any_question(there: World, query: str) -> None:
    assert browser(there.lis).get(f"/arbejde/journal/{query}").status_code == 200


def aside(body: str | None = "Direktionen") -> Aside:
    """A paper kept aside, with a closed item."""
    shut = Section(kind=SectionKind.PRESENTATION, heading="Sagsfremstilling", text=CANARY, access=Access.CLOSED)
    read = Section(kind=SectionKind.PRESENTATION, heading="Sagsfremstilling", text="Åben tekst.", access=Access.OPEN)
    items = (
        Item(number="1", title="Åbent punkt", access=Access.OPEN, item_type=ItemType.DECISION, sections=(read,)),
        Item(number="2", title="Lukket punkt", access=Access.CLOSED, item_type=ItemType.DECISION, sections=(shut,)),
    )
    paper = Paper(kind=PaperKind.MINUTES, authority="Solbjerg Kommune", body=body, date=date(2026, 1, 5), items=items)
    return Aside(
        id="abc123", audience="street", source="/x/referat.txt", digest="0", paper=paper, doubts=(doubt("no_body"),)
    )


@pytest.mark.slow
def test_a_doubtful_paper_is_shown_without_what_is_closed_and_taken_in(there: World) -> None:
    keep(aside())
    lis = browser(there.lis)
    assert "referat.txt" in lis.get("/arbejde/indlaesning/").content.decode()
    shown = lis.get("/arbejde/indlaesning/abc123/").content.decode()
    assert "Åben tekst." in shown
    assert CANARY not in shown
    lis.post("/arbejde/indlaesning/abc123/", {"handling": "tag"})
    assert Edition.objects.count() == 1
    assert not intake.waiting()
    row = Journal.objects.unguarded(WHY).get(kind="intake.accept")
    assert (row.by_id, row.body) == (there.lis.person, there.board)


def test_a_secretary_takes_nothing_in_for_another_board_however_its_name_is_written(there: World) -> None:
    Grant.objects.filter(person_id=there.lis.person).exclude(body=there.board).delete()
    keep(aside(body=None))
    for name in (there.committee.name, there.committee.name.lower()):
        answer = browser(there.lis).post("/arbejde/indlaesning/abc123/", {"handling": "tag", "body": name})
        assert answer.status_code == 400
    assert not Edition.objects.exists()
    assert intake.waiting()


@pytest.mark.slow
def test_a_paper_without_a_body_is_refused_until_it_is_said(there: World) -> None:
    keep(aside(body=None))
    lis = browser(there.lis)
    answer = lis.post("/arbejde/indlaesning/abc123/", {"handling": "tag"})
    assert answer.status_code == 400
    assert "kan ikke udgives" in answer.content.decode()
    assert not Journal.objects.unguarded(WHY).exists()
    lis.post("/arbejde/indlaesning/abc123/", {"handling": "tag", "body": "Direktionen"})
    assert Edition.objects.count() == 1


def test_a_paper_is_rejected_with_a_reason(there: World) -> None:
    keep(aside())
    lis = browser(there.lis)
    assert lis.post("/arbejde/indlaesning/abc123/", {"handling": "afvis", "reason": " "}).status_code == 400
    lis.post("/arbejde/indlaesning/abc123/", {"handling": "afvis", "reason": "Findes i forvejen"})
    assert not list(every())
    assert not Edition.objects.exists()


def test_a_paper_of_a_body_is_for_its_secretaries_only(there: World) -> None:
    keep(aside())
    Grant.objects.filter(person=there.lis.person, body=there.board).delete()
    lis = browser(there.lis)
    assert lis.get("/arbejde/indlaesning/").status_code == 200
    assert lis.get("/arbejde/indlaesning/abc123/").status_code == 404


def test_a_body_says_when_in_the_week_before_its_items_must_be_approved(there: World) -> None:
    rut = browser(there.rut)
    rut.post(f"/arbejde/udvalg/{there.board.id}/", {**BODY, "name": "Direktionen", "handling": "ret"})
    there.board.refresh_from_db()
    assert approve_by(date(2027, 3, 10), there.board).isoformat() == "2027-03-01T12:00:00+01:00"
    own = {"approve_weekday": "2", "approve_time": "09:30"}
    rut.post(f"/arbejde/udvalg/{there.board.id}/", {**BODY, **own, "name": "Direktionen", "handling": "ret"})
    there.board.refresh_from_db()
    assert approve_by(date(2027, 3, 10), there.board).isoformat() == "2027-03-03T09:30:00+01:00"


def test_the_journal_of_a_meeting_is_a_tab_of_it_and_tells_what_was_written_once(there: World) -> None:
    held = meeting(there.board)
    made = item(there, there.board, ItemState.SCHEDULED, on=held)
    for at in range(3):
        items.set_title(there.lis, made, f"Titel {at}", at)
    lis = browser(there.lis)
    assert f"/arbejde/journal/?moede={held.id}" in lis.get(f"/arbejde/moeder/{held.id}/").content.decode()
    page = lis.get(f"/arbejde/journal/?moede={held.id}").content.decode()
    assert page.count("Lis rettede titlen (3 gange)") == 1
    assert f'href="/arbejde/moeder/{held.id}/"' in page
    assert "Direktionen" not in browser(there.ida).get(f"/arbejde/journal/?moede={held.id}").content.decode()
