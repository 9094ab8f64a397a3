"""Whatever is changed behind the archive's back, `verify` names it, and the first of it first."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sagsgang.archive.erase import erase
from sagsgang.archive.files import pdf_file
from sagsgang.archive.heads import Head, dumps, heads, loads
from sagsgang.archive.models import Audience, Body, Content, Edition, Entry, Meeting, Promise, RecordKind, Seal
from sagsgang.archive.publish import publish, publish_all
from sagsgang.archive.remarks import Remark
from sagsgang.archive.returns import link_returns
from sagsgang.archive.seal import GENESIS, Deed, append, content_hash, record_hash
from sagsgang.archive.verify import verify
from tests.archive.papers import CLOSED_STUB, DAY, agenda, item, minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAYS = [date(2024, 1, 8) + timedelta(days=7 * week) for week in range(6)]


@pytest.fixture(autouse=True)
def _six_meetings(tmp_path: Path, settings: object) -> None:
    settings.FILES = tmp_path / "files"  # type: ignore[attr-defined]
    settings.INTAKE = tmp_path / "intake"  # type: ignore[attr-defined]
    publish_all([minutes(day) for day in DAYS], Audience.STREET)


def record(number: int) -> Seal:
    return Seal.objects.get(number=number)


def wrong() -> list[Remark]:
    return [remark for remark in verify() if remark.wrong]


def first_wrong() -> tuple[int | None, str]:
    remark = wrong()[0]
    return remark.number, remark.message


def print_one(number: int) -> Edition:
    """A PDF as `print` keeps it, without rendering one."""
    edition = Edition.objects.get(seal__number=number)
    seal = edition.seal
    deed = Deed(kind=RecordKind.PDF, key=seal.key, version=1, audience=seal.audience, concerns=number)
    pdf_file(edition.pk).parent.mkdir(parents=True, exist_ok=True)
    pdf_file(edition.pk).write_bytes(b"%PDF-1.7 tagged")
    edition.pdf = append(edition.meeting.body, deed, b"", beside=[b"%PDF-1.7 ", b"tagged"])
    edition.save()
    return edition


def test_an_untouched_archive_verifies() -> None:
    assert list(verify()) == []


def test_a_changed_content_is_named() -> None:
    content = Content.objects.get(seal__number=3)
    Content.objects.filter(pk=content.pk).update(data=bytes(content.data).replace(b"Skolen", b"Byggen"))
    assert first_wrong() == (3, "indholdet er ændret")


@pytest.mark.parametrize(
    "change",
    [
        {"key": "Solbjerg Kommune|Direktionen|2024-01-23|08:30|minutes"},
        {"version": 2},
        {"audience": "employees"},
        {"concerns": 1},
        {"sealed_at": F("sealed_at") + timedelta(seconds=1)},
        {"content_hash": "0" * 64},
        {"previous_hash": "0" * 64},
        {"record_hash": "0" * 64},
    ],
)
def test_a_record_with_any_field_changed_is_the_first_thing_named(change: dict[str, object]) -> None:
    Seal.objects.filter(number=3).update(**change)
    assert first_wrong() == (3, "posten er ændret")


def test_a_changed_content_with_its_record_made_to_fit_breaks_the_chain_there() -> None:
    content, seal = Content.objects.get(seal__number=3), record(3)
    content.data = bytes(content.data).replace(b"Skolen", b"Byggen")
    content.save()
    seal.content_hash = content_hash(bytes(content.salt), (bytes(content.data),))
    seal.record_hash = record_hash(seal)
    seal.save()
    assert first_wrong() == (3, "posten er ændret, og dens kontrolsum er regnet om")


def drop(seal: Seal) -> None:
    """Remove a record with everything that hangs on it, as someone who knows the tables would."""
    meeting = Meeting.objects.get(editions__seal=seal)
    cases = set(Entry.objects.filter(meeting=meeting).values_list("audience", "case_key"))
    Promise.objects.filter(came_back__meeting=meeting).update(came_back=None)
    Promise.objects.filter(entry__meeting=meeting).delete()
    Entry.objects.filter(meeting=meeting).delete()
    Meeting.objects.filter(pk=meeting.pk).update(edition=None)
    Edition.objects.filter(meeting=meeting).delete()
    meeting.delete()
    Content.objects.filter(seal=seal).delete()
    seal.delete()
    link_returns(cases, [])


def test_a_record_removed_in_the_middle_is_named() -> None:
    drop(record(3))
    assert first_wrong() == (3, "posten er fjernet")


def test_a_record_removed_and_the_others_numbered_anew_is_named() -> None:
    drop(record(3))
    for seal in Seal.objects.filter(number__gt=3).order_by("number"):
        seal.number -= 1
        seal.record_hash = record_hash(seal)
        seal.save()
    assert first_wrong()[0] in (2, 3)


def test_two_records_swapped_are_named_by_the_first() -> None:
    Seal.objects.filter(number=2).update(number=99)
    Seal.objects.filter(number=4).update(number=2)
    Seal.objects.filter(number=99).update(number=4)
    assert first_wrong() == (2, "posten er ændret")


def test_two_contents_swapped_are_named_by_the_first() -> None:
    second, fourth = Content.objects.get(seal__number=2), Content.objects.get(seal__number=4)
    Content.objects.filter(pk=second.pk).update(data=fourth.data, salt=fourth.salt)
    Content.objects.filter(pk=fourth.pk).update(data=second.data, salt=second.salt)
    assert first_wrong() == (2, "indholdet er ændret")


def test_an_end_that_was_cut_off_is_named_against_an_exported_head() -> None:
    exported = loads(dumps(heads()))
    drop(record(6))
    drop(record(5))
    assert wrong() == []
    assert [(one.number, one.message) for one in verify(exported)] == [
        (5, "kæden er skåret over: herfra mangler posterne")
    ]


def test_a_whole_chain_written_anew_is_named_against_an_exported_head() -> None:
    exported = heads()
    previous = GENESIS
    for seal in Seal.objects.order_by("number"):
        seal.sealed_at += timedelta(days=1)
        seal.previous_hash = previous
        seal.record_hash = previous = record_hash(seal)
        seal.save()
    assert wrong() == []
    assert [(one.number, one.message) for one in verify(exported)] == [(6, "posten er ikke den, der blev noteret")]


def test_a_body_that_is_gone_is_named_against_an_exported_head() -> None:
    gone = Head("Solbjerg Kommune", "Ældrerådet", 7, "0" * 64)
    assert [(one.body, one.number) for one in verify([gone])] == [("Ældrerådet", 1)]


def test_a_cut_off_end_that_was_noted_several_times_is_named_once() -> None:
    exported = (*heads(), *heads(), Head("Solbjerg Kommune", "Direktionen", 9, "0" * 64))
    drop(record(6))
    assert [one.number for one in verify(exported)] == [6]


def test_a_letter_changed_in_a_content_is_one_remark_and_a_true_one() -> None:
    content = Content.objects.get(seal__number=3)
    Content.objects.filter(pk=content.pk).update(data=bytes(content.data).replace(b"Direktionen", b"Direktionem"))
    assert [(one.number, one.message) for one in wrong()] == [(3, "indholdet er ændret")]


def test_a_head_stays_true_while_the_chain_grows() -> None:
    exported = heads()
    publish(minutes(date(2024, 6, 3)), Audience.STREET)
    assert list(verify(exported)) == []


def test_there_is_one_head_a_chain() -> None:
    publish(minutes(body="Økonomiudvalget"), Audience.STREET)
    assert [(head.body, head.number) for head in heads()] == [("Direktionen", 6), ("Økonomiudvalget", 1)]


@pytest.mark.parametrize("text", ["no json", '{"body": "Direktionen"}', "[1]", "3"])
def test_a_file_that_holds_no_heads_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        loads(text)


def test_a_record_of_something_else_does_not_pass_for_the_content() -> None:
    erase(Edition.objects.get(seal__number=3), "Indsigelse")
    Seal.objects.filter(kind=RecordKind.ERASURE).update(concerns=4)
    assert {remark.number for remark in wrong()} >= {3, 4, 7}


def test_erased_content_is_said_to_be_erased_when_and_why_and_nothing_is_wrong() -> None:
    erase(Edition.objects.get(seal__number=3), "Indsigelse efter databeskyttelsesreglerne")
    remark = next(iter(verify()))
    assert (remark.number, remark.wrong) == (3, False)
    assert remark.message.endswith(": Indsigelse efter databeskyttelsesreglerne")
    assert f"slettet {timezone.localtime(record(7).sealed_at):%d-%m-%Y}" in remark.message
    assert wrong() == []


def test_content_that_vanished_without_an_erasure_is_wrong() -> None:
    Content.objects.filter(seal__number=3).delete()
    assert first_wrong() == (3, "indholdet mangler, uden at en sletning er noteret")


def test_erased_content_that_is_back_is_wrong() -> None:
    seal, content = record(3), Content.objects.get(seal__number=3)
    erase(Edition.objects.get(seal=seal), "Indsigelse")
    Content.objects.create(seal=seal, salt=content.salt, data=content.data)
    assert first_wrong()[0] == 3


def test_a_changed_pdf_and_a_missing_one_are_named() -> None:
    edition = print_one(2)
    assert wrong() == []
    pdf_file(edition.pk).write_bytes(b"%PDF-1.7 forged")
    assert first_wrong() == (7, "PDF-filen mangler eller er ændret")
    pdf_file(edition.pk).unlink()
    assert first_wrong() == (7, "PDF-filen mangler eller er ændret")


def test_another_editions_pdf_is_named() -> None:
    first, second = print_one(2), print_one(3)
    seals = first.pdf, second.pdf
    Edition.objects.filter(pk__in=[first.pk, second.pk]).update(pdf=None)
    Edition.objects.filter(pk=first.pk).update(pdf=seals[1])
    assert (2, "udgaven passer ikke til sin forsegling") in {(one.number, one.message) for one in wrong()}


def test_an_edition_without_a_seal_is_named() -> None:
    undo = transaction.savepoint()
    seal = record(6)
    Content.objects.filter(seal=seal).delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM archive_seal WHERE id = %s", [seal.pk])
    said = first_wrong()
    transaction.savepoint_rollback(undo)
    assert said == (None, f"udgave {Edition.objects.latest('pk').pk} har ingen forsegling")


def test_an_edition_that_is_hidden_from_the_lists_is_named() -> None:
    edition = Edition.objects.get(seal__number=3)
    Meeting.objects.filter(edition=edition).update(edition=None)
    edition.delete()
    assert first_wrong()[0] == 3


CHANGES: dict[str, Callable[[], object]] = {
    "title": lambda: Entry.objects.filter(meeting__date=DAYS[2], position=1).update(title="Et andet navn"),
    "decision": lambda: Entry.objects.filter(meeting__date=DAYS[2], position=1).update(decision="Forkastet."),
    "outcome": lambda: Entry.objects.filter(meeting__date=DAYS[2], position=1).update(outcome="rejected"),
    "data": lambda: Entry.objects.filter(meeting__date=DAYS[2], position=1).update(data="{}"),
    "access": lambda: Entry.objects.filter(meeting__date=DAYS[2], position=2).update(access="open"),
    "audience": lambda: Entry.objects.filter(meeting__date=DAYS[2], position=2).update(audience="employees"),
    "case": lambda: Entry.objects.filter(meeting__date=DAYS[2], position=1).update(case_key="999-2024-18"),
    "entry gone": lambda: Entry.objects.filter(meeting__date=DAYS[2], position=2).delete(),
    "promise": lambda: Promise.objects.filter(said_on=DAYS[2]).update(text="Intet er lovet."),
    "deadline": lambda: Promise.objects.filter(said_on=DAYS[2]).update(due_to=date(2030, 1, 1)),
    "promise gone": lambda: Promise.objects.filter(said_on=DAYS[2]).delete(),
    "date": lambda: Meeting.objects.filter(date=DAYS[2]).update(date=date(2024, 1, 23)),
    "place": lambda: Meeting.objects.filter(date=DAYS[2]).update(place="Et andet sted"),
    "address": lambda: Meeting.objects.filter(date=DAYS[2]).update(slug="2019-01-01"),
    "taken down": lambda: Meeting.objects.filter(date=DAYS[2]).update(edition=None),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_the_public_sees_must_be_what_was_sealed(change: Callable[[], object]) -> None:
    change()
    assert 3 in {remark.number for remark in wrong()}


def test_a_renamed_body_is_named() -> None:
    Body.objects.update(name="Direktøren")
    assert len(wrong()) == len(DAYS)


def test_a_promise_that_is_said_to_have_come_back_elsewhere_is_named() -> None:
    Promise.objects.filter(said_on=DAYS[2]).update(came_back=None)
    assert "løfte" in first_wrong()[1]


def test_showing_the_agenda_in_place_of_the_minutes_is_named() -> None:
    older = publish(agenda(DAYS[0]), Audience.STREET).edition
    Meeting.objects.filter(date=DAYS[0]).update(edition=older)
    assert "anden udgave" in first_wrong()[1]


def test_erasing_the_edition_in_force_takes_everything_it_showed_down() -> None:
    edition = print_one(2)
    erase(edition, "Indsigelse")
    assert not Entry.objects.filter(meeting=edition.meeting).exists()
    assert Meeting.objects.get(pk=edition.meeting_id).edition is None
    assert not pdf_file(edition.pk).exists()
    assert not Content.objects.filter(seal__number__in=(2, 7)).exists()
    assert wrong() == []


def test_an_earlier_edition_is_erased_and_the_one_in_force_stays() -> None:
    corrected = publish(minutes(DAYS[2], item(title="Uden navne"), CLOSED_STUB), Audience.STREET).edition
    erase(Edition.objects.get(seal__number=3), "Indsigelse")
    assert Meeting.objects.get(date=DAYS[2]).edition == corrected
    assert Entry.objects.filter(meeting__date=DAYS[2]).count() == 2
    assert wrong() == []


def test_after_an_erasure_new_minutes_come_into_force() -> None:
    erase(Edition.objects.get(seal__number=3), "Indsigelse")
    publish(minutes(DAYS[2], item(title="Uden navne")), Audience.STREET)
    assert Entry.objects.get(meeting__date=DAYS[2]).title == "Uden navne"
    assert wrong() == []


def test_erasing_twice_erases_once() -> None:
    edition = Edition.objects.get(seal__number=3)
    erase(edition, "Indsigelse")
    erase(edition, "Igen")
    assert Seal.objects.count() == len(DAYS) + 1


def test_a_case_that_comes_back_closes_the_promise_and_its_erasure_opens_it_again() -> None:
    promise = Promise.objects.get(said_on=DAYS[1])
    assert promise.came_back is not None
    assert promise.came_back.date == DAYS[2]
    erase(Edition.objects.get(seal__number=3), "Indsigelse")
    promise.refresh_from_db()
    assert promise.came_back is not None
    assert promise.came_back.date == DAYS[3]


def test_the_cost_of_verifying_a_meeting_does_not_grow_with_their_number() -> None:
    with CaptureQueriesContext(connection) as few:
        list(verify())
    publish_all([minutes(DAY + timedelta(days=day)) for day in range(20)], Audience.STREET)
    with CaptureQueriesContext(connection) as more:
        list(verify())
    assert len(more) - len(few) <= 20
