"""What the gate finds before a paper goes out, and what it lets be."""

import time

import pytest
from django.db.models import QuerySet
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from sagsgang.core.gate import Severity, findings, open_findings
from sagsgang.core.models import Attachment, Item, Meeting, Point, Section
from sagsgang.core.rules.contacts import contact
from sagsgang.core.rules.leftovers import empty_heading, leftover
from sagsgang.core.rules.quoted import Closed
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import WHY, World, decision, item, meeting, section

SECRET = "Kommunen køber grunden ved Møllevej af gårdejer Anders Holm for 4.250.000 kr. inden sommerferien."


@pytest.fixture
def at(there: World) -> Meeting:
    return meeting(there.committee)


@pytest.fixture
def swim(there: World, at: Meeting) -> Item:
    return item(there, there.committee, ItemState.SCHEDULED, on=at)


def closed(there: World, at: Meeting, text: str = SECRET) -> Item:
    found = item(there, there.committee, ItemState.SCHEDULED, on=at, title="Køb af grund", access=Access.CLOSED)
    section(found, SectionKind.OTHER, text, Access.CLOSED)
    return found


def codes(at: Meeting) -> set[str]:
    return {one.code for one in findings(at)}


def attach(
    to: Item, text: str = "", warnings: tuple[tuple[str, str], ...] = (), access: Access = Access.OPEN
) -> Attachment:
    return Attachment.objects.create(
        item=to,
        title="Tegning",
        document_number="999-2027-9",
        file_name="tegning.docx",
        media_type="application/pdf",
        checksum="0" * 64,
        size=1,
        text=text,
        warnings=[{"code": code, "message": message} for code, message in warnings],
        access=access,
        position=1,
        added_at=timezone.now(),
    )


@pytest.mark.django_db
def test_a_clean_agenda_passes(at: Meeting, swim: Item) -> None:
    attach(swim, "Bassinet er 25 meter.")
    assert findings(at) == ()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("Ansøgeren er 010190-1234.", "personal_number", Severity.STOP),
        ("Skriv til ane.holm@privat.example.", "contact", Severity.LOOK),
        ("Hun svarer på 20 30 40 50 hver dag.", "contact", Severity.LOOK),
        ("Mobil: 20304050", "contact", Severity.LOOK),
        ("Ansøgeren er født den 1. maj 1990 i Solbjerg.", "contact", Severity.LOOK),
        ("HUSK: afsnittet slettes før udsendelse.", "leftover", Severity.LOOK),
        ("Vi mødes kl. xxx på rådhuset.", "leftover", Severity.LOOK),
        ("Der er tre forslag.\n\nØkonomi:", "empty_heading", Severity.LOOK),
        ("Tiltaget koster 100 kr., 200 kr. og 300 kr., i alt 900 kr.", "sum_differs", Severity.LOOK),
    ],
)
def test_an_open_text_is_looked_through(at: Meeting, swim: Item, text: str, code: str, severity: Severity) -> None:
    section(swim, SectionKind.OTHER, text)
    found = {one.code: one for one in findings(at)}
    assert found[code].severity is severity
    assert found[code].item == swim.id
    assert found[code].where.startswith("Punkt 1")


@pytest.mark.django_db
def test_the_text_of_attachments_and_their_warnings_are_looked_at(at: Meeting, swim: Item) -> None:
    attach(swim, "TEST af vandet.", (("tracked_changes", "Filen har sporede ændringer."),))
    found = {one.code: one for one in findings(at)}
    assert found.keys() == {"leftover", "file_tracked_changes"}
    assert found["file_tracked_changes"].message == "Filen har sporede ændringer."
    assert found["file_tracked_changes"].where == "Punkt 1, bilaget Tegning"
    assert all(one.severity is Severity.LOOK for one in found.values())


@pytest.mark.django_db
def test_how_a_person_is_reached_is_found_in_an_open_file_and_let_be_in_a_closed_one(at: Meeting, swim: Item) -> None:
    attach(swim, "Ring 20 30 40 50.", access=Access.CLOSED)
    assert codes(at) == set()
    attach(swim, "Ring 20 30 40 50.")
    assert codes(at) == {"contact"}


@pytest.mark.parametrize("text", ["10 20 30 40 50", "Sag 20-30-40-50", "kl. 10.30", "Skolen er født i 1990", "a@b"])
def test_figures_are_nobodys_number(text: str) -> None:
    assert contact(text) == ""


@pytest.mark.django_db
def test_closed_words_in_an_open_attachment_are_found_and_in_a_closed_one_let_be(
    there: World, at: Meeting, swim: Item
) -> None:
    closed(there, at)
    attach(swim, SECRET, access=Access.CLOSED)
    assert codes(at) == set()
    attach(swim, SECRET)
    assert codes(at) == {"closed_words", "closed_name", "closed_amount"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Som bekendt køber grunden ved Møllevej af gårdejer en fremtid.", "closed_words"),
        ("Der er talt med Anders Holm.", "closed_name"),
        ("Det koster 4.250.000 kr.", "closed_amount"),
    ],
)
def test_closed_words_names_and_amounts_in_an_open_text_are_found(
    there: World, at: Meeting, swim: Item, text: str, code: str
) -> None:
    closed(there, at)
    section(swim, SectionKind.OTHER, text)
    assert codes(at) == {code}


@pytest.mark.django_db
def test_a_secret_title_is_found_however_short_it_is(there: World, at: Meeting, swim: Item) -> None:
    secret = closed(there, at, "Lejer flytter.")
    Section.objects.create(
        item=secret, kind=Section.TITLE, heading="Titel", text="Køb af Møllevej 7", access=Access.CLOSED, position=9
    )
    section(swim, SectionKind.OTHER, "Se også punktet om køb af Møllevej 7.")
    assert codes(at) == {"closed_words"}


@pytest.mark.django_db
def test_a_closed_section_of_an_open_item_is_compared_too(at: Meeting, swim: Item) -> None:
    section(swim, SectionKind.OTHER, SECRET, Access.CLOSED)
    section(swim, SectionKind.REMARK, "Prisen er 4.250.000 kr.")
    assert codes(at) == {"closed_amount"}


@pytest.mark.django_db
def test_the_words_that_every_item_says_are_no_secret(there: World, at: Meeting, swim: Item) -> None:
    said = "Administrationen indstiller, at sagen godkendes af udvalget."
    closed(there, at, said)
    section(swim, SectionKind.OTHER, said)
    assert codes(at) == set()


@pytest.mark.django_db
def test_an_item_without_a_recommendation_and_a_heading_without_a_text_are_found(at: Meeting, swim: Item) -> None:
    Point.objects.unguarded(WHY).filter(item=swim).delete()
    section(swim, SectionKind.FINANCES, "")
    assert codes(at) == {"no_recommendation", "unwritten"}


@pytest.mark.django_db
def test_a_closed_decision_needs_an_extract_or_silence(there: World) -> None:
    at = meeting(there.committee, MeetingState.MINUTED)
    one = item(there, there.committee, ItemState.DECIDED, on=at, number=1, access=Access.CLOSED)
    decision(one, "Godkendt.", Access.CLOSED)
    assert codes(at) == {"no_extract"}
    Item.objects.unguarded(WHY).filter(pk=one.pk).update(silence_reason="Forhandlingen er i gang.")
    assert codes(at) == set()


@pytest.mark.django_db
def test_a_closed_case_from_another_body_waits_for_no_extract_before_it_is_decided_here(there: World) -> None:
    before = item(there, there.board, ItemState.DECIDED, on=meeting(there.board), number=1, access=Access.CLOSED)
    decision(before, "Anbefales.", Access.CLOSED)
    at = meeting(there.committee)
    onward = item(there, there.committee, ItemState.SCHEDULED, on=at, of=before.case, access=Access.CLOSED)
    Item.objects.unguarded(WHY).filter(pk=onward.pk).update(previous=before)
    assert codes(at) == set()


@pytest.mark.django_db
def test_what_is_closed_by_no_law_goes_out_nowhere_that_the_law_binds(there: World, at: Meeting) -> None:
    item(there, there.committee, ItemState.SCHEDULED, on=at, access=Access.CLOSED)
    assert "no_basis" not in codes(at)
    Item.objects.unguarded(WHY).update(basis="")
    assert [one.severity for one in findings(at) if one.code == "no_basis"] == [Severity.STOP]
    Meeting.objects.unguarded(WHY).update(body=there.board)
    assert "no_basis" not in codes(Meeting.objects.unguarded(WHY).get())


@pytest.mark.django_db
def test_minutes_ask_for_no_recommendation(there: World) -> None:
    at = meeting(there.committee, MeetingState.HELD)
    one = item(there, there.committee, ItemState.DECIDED, on=at, number=1)
    decision(one)
    Point.objects.unguarded(WHY).filter(item=one).delete()
    assert codes(at) == set()


@pytest.mark.django_db
def test_a_personal_number_in_an_extract_stops_the_minutes(there: World) -> None:
    at = meeting(there.committee, MeetingState.MINUTED)
    one = item(there, there.committee, ItemState.DECIDED, on=at, number=1, access=Access.CLOSED)
    decision(one, "Godkendt.", Access.CLOSED)
    Item.objects.unguarded(WHY).filter(pk=one.pk).update(public_extract="Bevilget til 010190-1234.")
    assert codes(at) == {"personal_number"}


@pytest.mark.django_db
def test_a_finding_keeps_its_key_until_the_text_changes_and_wherever_the_item_stands(
    there: World, at: Meeting, swim: Item
) -> None:
    part = section(swim, SectionKind.OTHER, "TEST af vandet.")
    (before,) = findings(at)
    Item.objects.unguarded(WHY).filter(pk=swim.pk).update(position=5)
    other = item(there, there.committee, ItemState.SCHEDULED, on=at, title="Ny skole")
    Item.objects.unguarded(WHY).filter(pk=other.pk).update(position=1)
    (moved,) = findings(at)
    assert (moved.key, moved.where.partition(",")[0]) == (before.key, "Punkt 2")
    Section.objects.unguarded(WHY).filter(pk=part.pk).update(text="TEST af alt vand.")
    assert findings(at)[0].key != before.key


@pytest.mark.django_db
@pytest.mark.slow
def test_a_large_agenda_is_looked_through_in_time(there: World, at: Meeting) -> None:
    words = " ".join(f"ord{number % 700} om vejen" for number in range(4000))
    for _ in range(20):
        attach(item(there, there.committee, ItemState.SCHEDULED, on=at), words)
    closed(there, at)
    begun = time.process_time()
    assert open_findings(at) == 0
    assert time.process_time() - begun < 2


def test_who_recommends_is_no_secret_but_what_is_recommended_is() -> None:
    closed = Closed(["Direktøren for Kultur og Fritid indstiller, at lejemålet i Havnegade opsiges til foråret."])
    assert not list(closed.quoted_in("Direktøren for Kultur og Fritid indstiller, at planen godkendes."))
    assert list(closed.quoted_in("Kontoret indstiller, at lejemålet i Havnegade opsiges."))


def test_what_a_template_left_behind_is_known() -> None:
    left = ("HUSK at dette slettes", "xxxx", "[indsæt beløb]", "Klik her for at skrive tekst", "SKRIV HER", "???")
    assert all(leftover(text) for text in left)
    kept = ("Husk badetøj.", "Eksamen testes i maj.", "Teststrategien", "XX. maj", "Hvad nu?")
    assert not any(leftover(text) for text in kept)
    assert empty_heading("Tekst.\n\nØkonomi:") == "Økonomi:"
    assert empty_heading("Økonomi: 3 kr.") == ""


@given(st.integers(6, 60), st.integers(0, 54))
def test_every_run_of_six_telling_words_is_found_wherever_it_is_quoted(length: int, begin: int) -> None:
    words = [f"grund{number}" for number in range(length)]
    begin = min(begin, length - 6)
    said = " ".join(words[begin : begin + 6])
    (quote,) = Closed([" ".join(words)]).quoted_in(f"Der står: {said}, siger man.")
    assert quote.text == said


def test_quotes_are_looked_for_in_time_on_hostile_texts() -> None:
    begun = time.process_time()
    hostile = "Aa " * 30_000
    list(Closed([hostile]).quoted_in(hostile))
    leftover("HUSK " * 30_000)
    leftover("[indsæt " * 30_000)
    assert time.process_time() - begun < 2


def renderable(to: Item, access: Access = Access.OPEN) -> QuerySet[Attachment]:
    """A Word file that is attached."""
    word = Attachment.objects.unguarded(WHY).filter(pk=attach(to, access=access).pk)
    word.update(media_type="application/msword")
    return word


@pytest.mark.django_db
def test_pdfs_that_are_not_made_yet_are_told_once_and_may_be_let_pass(
    at: Meeting, swim: Item, settings: Settings
) -> None:
    settings.LIBREOFFICE = "/usr/bin/soffice"
    renderable(swim)
    renderable(swim)
    [found] = [one for one in findings(at) if one.code == "unrendered"]
    assert found.message.startswith("2 bilag er ikke lavet til PDF endnu")
    assert found.severity is Severity.LOOK


@pytest.mark.django_db
@pytest.mark.parametrize("known", [{"rendition": "0" * 64}, {"no_rendition": "Det tog for lang tid."}])
def test_a_pdf_that_is_made_or_will_never_be_is_not_waited_for(
    at: Meeting, swim: Item, settings: Settings, known: dict[str, str]
) -> None:
    settings.LIBREOFFICE = "/usr/bin/soffice"
    renderable(swim).update(**known)
    assert codes(at) == ({"file_no_rendition"} if "no_rendition" in known else set())


@pytest.mark.django_db
def test_a_closed_file_is_not_waited_for(at: Meeting, swim: Item, settings: Settings) -> None:
    settings.LIBREOFFICE = "/usr/bin/soffice"
    renderable(swim, Access.CLOSED).update(rendition="")
    assert "unrendered" not in codes(at)


@pytest.mark.django_db
def test_where_no_pdf_can_be_made_none_is_waited_for(at: Meeting, swim: Item, settings: Settings) -> None:
    settings.LIBREOFFICE = ""
    renderable(swim)
    assert "unrendered" not in codes(at)
