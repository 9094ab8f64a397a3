"""Open data's register: names stay from the agenda to the minutes, times are honest, what goes leaves its name."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Edition, Meeting, Seal, Trace, TraceKind
from sagsgang.archive.print import keep_pdf
from sagsgang.archive.publish import publish
from sagsgang.archive.traces import catch_up
from sagsgang.archive.traces.identity import Likeness, numbers
from sagsgang.archive.withdraw import withdraw
from sagsgang.paper.model import Paper
from tests.archive.papers import CASE, CLOSED_STUB, DAY, agenda, decision, item, minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MEETING = "direktionen/2024-03-04"
AUTHORITY = "solbjerg-kommune"


def trace(kind: TraceKind, key: str) -> Trace:
    return Trace.objects.get(kind=kind, key=key)


def live(kind: TraceKind) -> list[str]:
    return list(Trace.objects.filter(kind=kind, deleted=None).order_by("key").values_list("key", flat=True))


def put(paper: Paper) -> Edition:
    return publish(paper, Audience.STREET).edition


def age() -> None:
    """What is there now was said a day ago."""
    for one in Trace.objects.all():
        Trace.objects.filter(pk=one.pk).update(
            created=one.created - timedelta(days=1), modified=one.modified - timedelta(days=1)
        )


def changed_now() -> set[tuple[str, str]]:
    rows = Trace.objects.all()
    newest = max(one.modified for one in rows)
    return {(one.kind, one.key) for one in rows if newest - one.modified < timedelta(hours=1)}


def test_a_paper_leaves_a_trace_of_everything_that_it_names() -> None:
    put(replace(minutes(), members=("Anna Holm",), absences=("Bo Lund",)))
    assert live(TraceKind.MEETING) == [MEETING]
    assert live(TraceKind.ITEM) == [f"{MEETING}/1", f"{MEETING}/2"]
    assert live(TraceKind.TREATMENT) == [f"{MEETING}/1"]
    assert live(TraceKind.CASE) == [f"{AUTHORITY}/{CASE}"]
    assert live(TraceKind.TERM) == [f"{AUTHORITY}/2022"]
    assert live(TraceKind.BODY) == ["direktionen"]
    assert [len(live(kind)) for kind in (TraceKind.PERSON, TraceKind.MEMBER, TraceKind.PLACE)] == [2, 2, 1]


def test_an_item_keeps_its_name_when_the_minutes_put_another_one_before_it() -> None:
    put(agenda())
    put(minutes(DAY, item("1", "Ny sag", "999-2024-99"), item("2", decisions=(decision(),)), CLOSED_STUB))
    school = trace(TraceKind.ITEM, f"{MEETING}/1")
    assert school.entry is not None
    assert (school.entry.number, school.entry.case_number) == ("2", CASE)
    new = trace(TraceKind.ITEM, f"{MEETING}/3")
    assert new.entry is not None
    assert new.entry.title == "Ny sag"


def test_what_did_not_change_keeps_its_time() -> None:
    put(agenda())
    age()
    put(minutes(DAY, item(decisions=(decision(),)), CLOSED_STUB))
    changed = changed_now()
    assert {("meeting", MEETING), ("item", f"{MEETING}/1"), ("case", f"{AUTHORITY}/{CASE}")} <= changed
    assert not {("item", f"{MEETING}/2"), ("body", "direktionen"), ("authority", AUTHORITY)} & changed


def test_an_item_that_is_gone_from_the_minutes_leaves_its_name_and_nothing_else() -> None:
    put(agenda(DAY, item(), item("2", "Udgår", "999-2024-88")))
    put(minutes())
    gone = trace(TraceKind.ITEM, f"{MEETING}/2")
    assert gone.deleted == gone.modified
    assert (gone.data, gone.digest, gone.entry_id) == ("", "", None)
    assert gone.reason
    assert trace(TraceKind.CASE, f"{AUTHORITY}/999-2024-88").deleted


def test_erasing_a_meeting_takes_away_whatever_only_it_named() -> None:
    put(replace(minutes(), members=("Anna Holm", "Bo Lund")))
    edition = put(replace(minutes(DAY + timedelta(days=7)), members=("Anna Holm", "Cæcilie Dam"), place="Hallen"))
    erase(edition, "Forkert bilag.")
    assert live(TraceKind.MEETING) == [MEETING]
    assert len(live(TraceKind.PERSON)) == len(live(TraceKind.MEMBER)) == 2
    assert len(live(TraceKind.PLACE)) == 1
    assert live(TraceKind.CASE) == [f"{AUTHORITY}/{CASE}"]
    assert trace(TraceKind.MEETING, "direktionen/2024-03-11").reason == "Forkert bilag."
    assert "Cæcilie" not in " ".join(Trace.objects.values_list("data", flat=True))


def test_items_keep_their_names_when_a_corrected_paper_takes_the_place_of_a_withdrawn_one() -> None:
    first = put(agenda())
    withdraw(first, "Forkert bilag.")
    assert live(TraceKind.ITEM) == []
    put(agenda(DAY, item("1", "Ny sag", "999-2024-99"), item("2", "Møllevejens skole, rettet")))
    assert trace(TraceKind.ITEM, f"{MEETING}/1").entry.number == "2"  # type: ignore[union-attr]
    assert live(TraceKind.ITEM) == [f"{MEETING}/1", f"{MEETING}/3"]
    assert trace(TraceKind.ITEM, f"{MEETING}/2").deleted


def test_what_is_withdrawn_and_then_erased_is_known_by_nothing() -> None:
    edition = put(replace(agenda(), items=(item(title="Sag om Cæcilie"), CLOSED_STUB)))
    withdraw(edition, "Forkert bilag.")
    gone = trace(TraceKind.ITEM, f"{MEETING}/1")
    erase(edition, "Et navn stod der.")
    assert "Cæcilie" not in " ".join(Trace.objects.values_list("data", flat=True))
    assert trace(TraceKind.ITEM, gone.key).modified == gone.modified


def test_a_body_without_meetings_goes_and_comes_back_under_its_name() -> None:
    erase(put(minutes()), "Forkert fil.")
    assert live(TraceKind.BODY) == []
    put(minutes(DAY, item(title="En anden sag", decisions=(decision("Udsat."),))))
    assert live(TraceKind.BODY) == ["direktionen"]
    assert live(TraceKind.MEETING) == [MEETING]
    assert trace(TraceKind.MEETING, MEETING).reason == ""


def test_a_person_is_the_same_on_every_body_of_the_authority_and_nowhere_else() -> None:
    put(replace(minutes(), members=("Anna Holm",)))
    put(replace(minutes(body="Økonomiudvalget"), members=("anna  holm (formand)",)))
    put(replace(minutes(body="Teknisk Udvalg"), authority="Nordby Kommune", members=("Anna Holm",)))
    assert len(live(TraceKind.PERSON)) == 2
    assert len(live(TraceKind.MEMBER)) == 3


def test_an_archive_from_before_there_were_traces_catches_up_with_its_own_times() -> None:
    put(agenda())
    put(minutes(date(2024, 4, 8)))
    told = set(Trace.objects.values_list("kind", "key", "digest"))
    Trace.objects.all().delete()
    catch_up()
    assert set(Trace.objects.values_list("kind", "key", "digest")) == told
    sealed = Seal.objects.get(edition__meeting=Meeting.objects.get(slug="2024-04-08")).sealed_at
    assert trace(TraceKind.MEETING, "direktionen/2024-04-08").modified == sealed


def test_a_new_title_under_the_same_number_is_the_same_item_when_it_is_nearly_the_same() -> None:
    known = {1: Likeness("", "Budget 2026", "4"), 2: Likeness("", "Orientering", "5")}
    new = [Likeness("", "Budget 2026, anden behandling", "5"), Likeness("", "Budget 2026-2029", "4")]
    assert numbers(known, new, 2) == [3, 1]


def test_the_same_case_twice_on_a_paper_keeps_its_order() -> None:
    known = {1: Likeness("a", "x", "1"), 2: Likeness("a", "y", "2")}
    assert numbers(known, [Likeness("a", "x2", "2"), Likeness("a", "y2", "3")], 2) == [1, 2]


def test_the_pdf_of_a_meeting_changes_when_it_is_about_other_cases() -> None:
    edition = put(agenda())
    keep_pdf(edition, lambda _: b"%PDF-1.7 " + bytes(500))
    print_of_it = ("file", f"{MEETING}/dagsorden")
    age()
    put(minutes(DAY, item(decisions=(decision(),)), CLOSED_STUB))
    assert print_of_it not in changed_now()
    age()
    put(minutes(DAY, item(decisions=(decision(),)), item("2", "Ny sag", "999-2024-99")))
    assert print_of_it in changed_now()


def test_a_case_changes_when_a_pdf_in_it_goes() -> None:
    edition = put(agenda())
    keep_pdf(edition, lambda _: b"%PDF-1.7 " + bytes(500))
    put(minutes())
    age()
    erase(edition, "Et navn stod der.")
    assert {("file", f"{MEETING}/dagsorden"), ("case", f"{AUTHORITY}/{CASE}")} <= changed_now()
