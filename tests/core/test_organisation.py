"""Setting up the house, by those who administer."""

from datetime import date, time

import pytest

from sagsgang.archive.models import Audience
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import organisation, reading, roster
from sagsgang.core.commands.organisation import add_body, add_person, add_step, end_seat, grant, revoke, seat
from sagsgang.core.models import Body, BodyKind, Grant, Journal, LeaderLevel, Person, Presence, Seat
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role
from sagsgang.core.viewers import viewer_of
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import CANARY, WHY, World, item, meeting, section

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_only_those_who_administer_set_up_the_house(there: World) -> None:
    for other in (there.karen, there.lis, there.mads):
        with pytest.raises(NotYours):
            add_person(other, name="Ny")
    assert not Person.objects.filter(name="Ny").exists()


def test_a_body_outside_the_law_says_by_which_decision_it_is_public(there: World) -> None:
    wanted = {"name": "Ældrerådet", "kind": BodyKind.OTHER, "audience": Audience.STREET, "new_items": Access.OPEN}
    with pytest.raises(Refused, match="beslutning"):
        add_body(there.rut, **wanted)  # type: ignore[arg-type]
    made = add_body(there.rut, **wanted, policy="Rådets forretningsorden § 4")  # type: ignore[arg-type]
    row = Journal.objects.unguarded(WHY).get(kind="body.add")
    assert (row.body, row.by_id) == (made, there.rut.person)


def test_two_bodies_have_not_one_name(there: World) -> None:
    with pytest.raises(Refused):
        organisation.change_body(there.rut, there.board, name=there.council.name)
    assert Body.objects.get(pk=there.board.pk).name == "Direktionen"


def test_the_journal_says_who_was_given_the_right_to_administer(there: World) -> None:
    bo = Person.objects.get(pk=there.bo.person)
    particulars = {name: getattr(bo, name) for name in ("name", "title", "initials", "email", "unit", "active")}
    organisation.change_person(there.rut, bo, **particulars, administers=True)
    organisation.change_person(there.rut, bo, **particulars, administers=False)
    ny = add_person(there.rut, name="Ny", administers=True)
    rows = Journal.objects.unguarded(WHY).filter(kind__startswith="person.").order_by("id")
    assert [(row.kind, row.subject, row.facts) for row in rows] == [
        ("person.may_administer", bo.id, {"fields": ["administers"]}),
        ("person.may_not_administer", bo.id, {"fields": ["administers"]}),
        ("person.add_administrator", ny.id, {}),
    ]


def test_the_journal_names_the_particulars_of_a_body_that_are_others_now(there: World) -> None:
    organisation.change_body(there.rut, there.board, name=there.board.name, place="Byrådssalen", active=True)
    assert Journal.objects.unguarded(WHY).get(kind="body.change").facts == {"fields": ["place"]}


def test_a_role_counts_at_once_and_ends_at_once(there: World) -> None:
    ny = add_person(there.rut, name="Ny")
    held = grant(there.rut, ny, there.board, Role.SECRETARY)
    seen = viewer_of(ny.id)
    assert seen
    assert seen.bodies(Role.SECRETARY) == {there.board.id}
    revoke(there.rut, held)
    again = viewer_of(ny.id)
    assert again
    assert not again.roles


def test_an_approver_stands_at_a_step_of_that_body(there: World) -> None:
    ny = add_person(there.rut, name="Ny")
    with pytest.raises(Refused):
        grant(there.rut, ny, there.board, Role.APPROVER)
    elsewhere = add_step(there.rut, there.council, "Borgmester")
    with pytest.raises(Refused):
        grant(there.rut, ny, there.board, Role.APPROVER, elsewhere)
    second = add_step(there.rut, there.board, "Direktør")
    grant(there.rut, ny, there.board, Role.APPROVER, second)
    seen = viewer_of(ny.id)
    assert seen
    assert seen.approves == {(there.board.id, 1)}


def test_a_name_stands_on_one_line(there: World) -> None:
    assert add_person(there.rut, name=" Ny\n Bo ").name == "Ny Bo"
    assert (
        organisation.change_body(there.rut, there.board, name="Den øverste\r\nledelse").name == "Den øverste ledelse"
    )


def test_the_same_role_is_not_given_twice(there: World) -> None:
    with pytest.raises(Refused):
        grant(there.rut, Person.objects.get(pk=there.lis.person), there.board, Role.SECRETARY)


def test_seats_of_one_person_on_one_body_do_not_overlap(there: World) -> None:
    mads = Person.objects.get(pk=there.mads.person)
    with pytest.raises(Refused):
        seat(there.rut, mads, there.board, since=date(2025, 1, 1))
    end_seat(there.rut, Seat.objects.get(person=mads, body=there.board), date(2024, 12, 31))
    seat(there.rut, mads, there.board, since=date(2025, 1, 1), chairs=True)
    with pytest.raises(Refused, match="formand"):
        seat(there.rut, add_person(there.rut, name="Ny"), there.board, since=date(2026, 1, 1), chairs=True)


def test_somebody_is_left_who_administers(there: World) -> None:
    rut = Person.objects.get(pk=there.rut.person)
    with pytest.raises(Refused):
        organisation.change_person(there.rut, rut, administers=False)
    assert Person.objects.get(pk=rut.pk).administers


GOOD = """navn;mail;udvalg;rolle;trin;fra;til;formand
Ane;ane@solbjerg.example;Direktionen;medlem;;01-01-2026;;ja
Ane;ane@solbjerg.example;ØU;sagsbehandler;;;;
Ole;;Direktionen;godkender;Afdelingschef;;;
Tom;;;;;;;
"""


def test_a_file_of_people_is_read_whole(there: World) -> None:
    report = roster.read_csv(there.rut, GOOD)
    assert (report.people, report.roles, report.seats, report.written) == (3, 2, 1, True)
    assert Seat.objects.get(person__name="Ane").chairs
    again = roster.read_csv(there.rut, GOOD)
    assert (again.people, again.roles, again.seats) == (0, 0, 0)


BOARDS = """navn;udvalg;rolle;trin;fra;slags;læsere;hverdage;klokken;beslutning
Eva;Kulturudvalget;medlem;;01-01-2026;;;;;
Åse;kultur og fritid;godkender;chef;;;;;;
;Kulturudvalget;;;;udvalg;alle;4;15.00;
;Kultur og Fritid;;Chef / Direktør;;andet;ansatte;;;
"""


def test_a_file_brings_boards_with_their_chain_and_the_people_on_them(there: World) -> None:
    report = roster.read_csv(there.rut, BOARDS)
    assert (report.bodies, report.people, report.roles, report.seats) == (2, 2, 1, 1)
    made = Body.objects.get(name="Kulturudvalget")
    assert (made.kind, made.notice_days, made.start) == (BodyKind.COMMITTEE, 4, time(15))
    assert made.new_items == Access.CLOSED
    assert [step.title for step in Body.objects.get(name="Kultur og Fritid").steps.all()] == ["Chef", "Direktør"]
    again = roster.read_csv(there.rut, BOARDS)
    assert (again.bodies, again.people, again.roles, again.seats) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (";Nyt;;;;laug;alle;;;", "slags"),
        (";Nyt;;;;udvalg;;;;", "læsere"),
        (";Nyt;;;;udvalg;alle;snart;;", "hverdage"),
        (";Nyt;;;;udvalg;alle;;kvart i;", "klokkeslæt"),
        (";Nyt;;;;andet;alle;;;", "hvilken beslutning"),
        ("Eva;Nyt;;;;udvalg;alle;;;", "for sig"),
        (";;;;;udvalg;alle;;;", "navn mangler"),
    ],
)
def test_a_board_that_cannot_be_made_is_named_and_nothing_is_written(there: World, line: str, said: str) -> None:
    report = roster.read_csv(there.rut, f"{BOARDS}{line}\n")
    assert [bad.number for bad in report.bad] == [6]
    assert said in report.bad[0].wrong
    assert not Body.objects.filter(name="Kulturudvalget").exists()


def test_a_leader_is_read_with_level_and_unit(there: World) -> None:
    unit = organisation.add_unit(there.rut, name="Borger og Digital", since=date(2026, 1, 1))
    report = roster.read_csv(there.rut, "navn;enhed;niveau\nAne;borger og digital;2\nOle;;\n")
    assert report.written
    ane = Person.objects.get(name="Ane")
    assert (ane.unit, ane.level) == (unit, LeaderLevel.HEAD)
    assert Person.objects.get(name="Ole").level is None


@pytest.mark.parametrize(("line", "said"), [("Ane;;4", "lederniveau"), ("Ane;Findesikke;", "findes ikke")])
def test_a_level_or_a_unit_that_is_none_is_named(there: World, line: str, said: str) -> None:
    report = roster.read_csv(there.rut, f"navn;enhed;niveau\n{line}\n")
    assert said in report.bad[0].wrong
    assert not report.written


def test_a_preview_writes_nothing(there: World) -> None:
    before = Journal.objects.unguarded(WHY).count()
    report = roster.preview(there.rut, GOOD)
    assert (report.people, report.written) == (3, False)
    assert not Person.objects.filter(name="Ane").exists()
    assert Journal.objects.unguarded(WHY).count() == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (";x@solbjerg.example;;;;;;", "Navnet mangler"),
        ("Ane;ane;;;;;;", "mailadresse"),
        ("Ane;;Findesikke;medlem;;01-01-2026;;", "findes ikke"),
        ("Ane;;Direktionen;konge;;;;", "kendes ikke"),
        ("Ane;;Direktionen;medlem;;;;", "fra"),
        ("Ane;;Direktionen;medlem;;32-01-2026;;", "dato"),
        ("Ane;;Direktionen;medlem;;01-02-2026;01-01-2026;", "før begyndelsen"),
        ("Ane;;Direktionen;godkender;Findesikke;;;", "Afdelingschef"),
        ("Ane;;;medlem;;;;", "hvilket udvalg"),
        ("Ane;;Direktionen;medlem;;01-01-2026;;måske", "ja eller nej"),
        ("Ane B;ane@solbjerg.example, bo@solbjerg.example;;;;;;", "mail"),
        (f"{'A' * 201};;;;;;;", "201"),
    ],
)
def test_one_bad_line_is_named_and_nothing_is_written(there: World, line: str, said: str) -> None:
    report = roster.read_csv(there.rut, f"{GOOD}{line}\n")
    assert [bad.number for bad in report.bad] == [6]
    assert said in report.bad[0].wrong
    assert not Person.objects.filter(name="Tom").exists()
    assert not Grant.objects.filter(person__name="Ane").exists()


@pytest.mark.parametrize("text", ["", "fornavn;efternavn\nA;B\n", "navn;løn\nAne;1\n", "navn" * 50_000])
def test_a_file_that_is_no_list_of_people_is_refused_in_a_sentence(there: World, text: str) -> None:
    with pytest.raises(Refused):
        roster.read_csv(there.rut, text)


def test_a_reading_of_something_closed_is_noted_once_an_hour_and_without_a_word_of_it(there: World) -> None:
    shut = item(there, there.board, access=Access.CLOSED, title=f"{CANARY} 1")
    reading.opened(there.karen, shut)
    reading.opened(there.karen, shut)
    reading.opened(there.lis, shut)
    rows = Journal.objects.unguarded(WHY).filter(kind=reading.KIND)
    assert [row.by_id for row in rows] == [there.lis.person, there.karen.person]
    assert CANARY not in str([row.facts for row in rows])


def test_a_reading_of_something_open_is_nobodys_business(there: World) -> None:
    reading.opened(there.karen, item(there, there.board, access=Access.OPEN))
    assert not Journal.objects.unguarded(WHY).filter(kind=reading.KIND).exists()


def test_a_paper_with_closed_items_is_noted_item_by_item(there: World) -> None:
    at = meeting(there.board, MeetingState.ANNOUNCED)
    shut = [item(there, there.board, ItemState.SCHEDULED, on=at, access=Access.CLOSED, number=1) for _ in range(3)]
    item(there, there.board, ItemState.SCHEDULED, on=at, number=2)
    half = item(there, there.board, ItemState.SCHEDULED, on=at, number=3)
    section(half, SectionKind.OTHER, CANARY, Access.CLOSED)
    Presence.objects.create(item=shut[2], person_id=there.mads.person, conflict=True)
    reading.opened(there.mads, shut[0])
    for _ in range(2):
        reading.opened_paper(there.mads, at)
    rows = Journal.objects.unguarded(WHY).filter(kind=reading.KIND)
    assert sorted(row.item_id or 0 for row in rows) == [shut[0].id, shut[1].id, half.id]
    assert {row.meeting_id for row in rows} == {at.id}


def test_a_supplement_that_is_not_sent_is_not_noted_as_read_by_a_member(there: World) -> None:
    at = meeting(there.board, MeetingState.ANNOUNCED)
    item(there, there.board, ItemState.SCHEDULED, on=at, access=Access.CLOSED)
    reading.opened_paper(there.mads, at)
    assert not Journal.objects.unguarded(WHY).filter(kind=reading.KIND).exists()


def test_one_item_of_a_paper_is_noted_alone(there: World) -> None:
    at = meeting(there.board, MeetingState.RUNNING)
    shut = [item(there, there.board, ItemState.SCHEDULED, on=at, access=Access.CLOSED, number=1) for _ in range(2)]
    one = shut[0]
    reading.opened_paper(there.mads, at, one.id)
    assert [row.item_id for row in Journal.objects.unguarded(WHY).filter(kind=reading.KIND)] == [one.id]
