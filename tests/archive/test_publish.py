"""Publishing: new, superseded and unchanged papers, and what may not be published."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.archive.erase import erase
from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.models import Audience, Body, Content, Edition, Entry, Meeting, Promise, Seal
from sagsgang.archive.publish import Erased, Outcome, publish, publish_all, restore
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.verify import verify
from sagsgang.paper.model import Access, Paper
from sagsgang.paper.store import dumps
from tests.archive.papers import CLOSED_STUB, DAY, agenda, decision, item, minutes, section

pytestmark = [pytest.mark.django_db, pytest.mark.database]
STREET = Audience.STREET


def test_a_paper_becomes_a_meeting_an_edition_and_entries() -> None:
    published = publish(minutes(), STREET)
    assert published.outcome is Outcome.NEW
    meeting = Meeting.objects.get()
    assert (meeting.slug, meeting.edition, meeting.place) == ("2024-03-04", published.edition, "Lokale 2")
    assert list(Entry.objects.order_by("position").values_list("number", "access", "case_key", "outcome")) == [
        ("1", "open", "999-2024-17", "approved"),
        ("2", "closed", "", ""),
    ]
    assert bytes(Content.objects.get().data) == dumps(minutes())


def test_the_same_content_again_is_unchanged() -> None:
    first = publish(minutes(), STREET)
    again = publish(minutes(), STREET)
    assert again.outcome is Outcome.UNCHANGED
    assert again.edition == first.edition
    assert Seal.objects.count() == 1


def test_another_content_supersedes_and_keeps_the_address_and_the_entries() -> None:
    publish(minutes(), STREET)
    ids = set(Entry.objects.values_list("pk", flat=True))
    corrected = minutes(DAY, item(title="Møllevejens nye skole"), CLOSED_STUB, item("3", "Eventuelt", None))
    assert publish(corrected, STREET).outcome is Outcome.SUPERSEDED
    meeting = Meeting.objects.get()
    assert meeting.edition is not None
    assert meeting.edition.version == 2
    assert ids < set(Entry.objects.values_list("pk", flat=True))
    assert [entry.title for entry in Entry.objects.order_by("position")] == [one.title for one in corrected.items]


def test_a_shorter_edition_takes_the_entries_that_are_gone_away() -> None:
    publish(minutes(), STREET)
    publish(minutes(DAY, item(title="Kun ét punkt")), STREET)
    assert [entry.title for entry in Entry.objects.all()] == ["Kun ét punkt"]
    assert not Promise.objects.exists()


def test_an_earlier_version_again_is_unchanged_and_does_not_come_back_into_force() -> None:
    publish(minutes(), STREET)
    later = publish(minutes(DAY, item(title="Rettet")), STREET)
    assert publish(minutes(), STREET).outcome is Outcome.UNCHANGED
    assert Meeting.objects.get().edition == later.edition


def test_an_agenda_becomes_minutes_at_the_same_address() -> None:
    publish(agenda(), STREET)
    published = publish(minutes(), STREET)
    assert published.outcome is Outcome.NEW
    assert Meeting.objects.get().edition == published.edition
    assert Entry.objects.get(number="1").outcome == "approved"


def test_minutes_win_over_an_agenda_that_comes_later() -> None:
    held = publish(minutes(), STREET)
    publish(agenda(), STREET)
    assert Meeting.objects.get().edition == held.edition
    assert Edition.objects.count() == 2
    assert Entry.objects.get(number="1").outcome == "approved"


def test_two_meetings_on_a_day_have_two_addresses() -> None:
    publish(minutes(start=time(8, 30)), STREET)
    publish(minutes(DAY, item(title="Om aftenen"), start=time(19, 0)), STREET)
    assert sorted(Meeting.objects.values_list("slug", flat=True)) == ["2024-03-04", "2024-03-04-1900"]


def test_an_agenda_without_a_time_belongs_to_the_days_only_meeting_however_often_it_comes() -> None:
    publish(agenda(start=None), STREET)
    publish(minutes(start=time(8, 30)), STREET)
    assert Meeting.objects.get().start == time(8, 30)
    assert publish(agenda(start=None), STREET).outcome is Outcome.UNCHANGED
    assert publish(minutes(start=time(8, 30)), STREET).outcome is Outcome.UNCHANGED
    assert Meeting.objects.count() == 1


def test_minutes_without_a_time_are_not_taken_for_other_minutes_of_the_day() -> None:
    publish(minutes(), STREET)
    assert publish(minutes(DAY, item(title="Et andet møde"), start=None), STREET).outcome is Outcome.NEW
    assert Meeting.objects.count() == 2


def test_each_audience_has_its_own_meeting_and_the_chain_is_shared() -> None:
    publish(minutes(), STREET)
    publish(minutes(), Audience.EMPLOYEES)
    assert sorted(Meeting.objects.values_list("audience", flat=True)) == ["employees", "street"]
    assert list(Seal.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_bodies_of_the_same_name_in_two_municipalities_are_two() -> None:
    publish(minutes(), STREET)
    publish(replace(minutes(), authority="Lundby Kommune"), STREET)
    assert sorted(Body.objects.values_list("slug", flat=True)) == ["direktionen", "direktionen-lundby-kommune"]


def test_a_body_that_is_spelt_with_danish_letters_has_a_plain_address() -> None:
    publish(minutes(body="Børne- og Økonomiudvalget på Årø"), STREET)
    assert Body.objects.get().slug == "boerne-og-oekonomiudvalget-paa-aaroe"


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param(minutes(DAY, item(sections=(section("Hemmeligt", Access.CLOSED),))), id="closed section"),
        pytest.param(minutes(DAY, replace(item(), access=Access.CLOSED)), id="closed item with content"),
        pytest.param(replace(minutes(), body=None), id="no body"),
        pytest.param(replace(minutes(), date=None), id="no date"),
        pytest.param(replace(minutes(), authority=None), id="no authority"),
        pytest.param(minutes(DAY, item(sections=(section("Borgeren 070761-4285 klager."),))), id="personal number"),
        pytest.param(minutes(DAY, replace(CLOSED_STUB, title="Sag om 070761-4285")), id="number in a stub's title"),
        pytest.param(minutes(DAY, item(sections=(section("nul \0"),))), id="zero byte"),
        pytest.param(minutes(DAY, item(sections=(section("halv \ud800"),))), id="half a pair"),
        pytest.param(minutes(body="U" * 201), id="endless name"),
    ],
)
def test_what_is_not_open_and_complete_is_refused_and_nothing_of_it_is_stored(paper: Paper) -> None:
    with pytest.raises(NotPublishable) as refusal:
        publish_all([minutes(date(2024, 1, 8)), paper], STREET)
    assert "070761" not in str(refusal.value)
    assert not Seal.objects.exists()
    assert not Body.objects.exists()


def test_long_texts_are_kept_whole() -> None:
    paper = minutes(DAY, item("12.3/2024 (tillægsdagsorden)" * 9, "t" * 9000, "s" * 5000, kle_number="k" * 90))
    assert paper_of(publish(paper, STREET).edition) == paper
    assert Entry.objects.get().title == "t" * 9000


def test_only_this_meetings_decision_counts_as_its_outcome() -> None:
    earlier = decision("Anbefales.", date(2024, 2, 5), "Økonomiudvalget", ())
    publish(minutes(DAY, item(decisions=(earlier, decision("Godkendt.", commitments=())))), STREET)
    entry = Entry.objects.get()
    assert (entry.outcome, entry.decision) == ("approved", "Godkendt.")


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            lambda kind, day, title, start: kind(date(2024, 3, day), item(title=title), CLOSED_STUB, start=start),
            st.sampled_from([agenda, minutes]),
            st.integers(1, 3),
            st.sampled_from(["A", "B", "C"]),
            st.sampled_from([None, time(8, 30), time(19, 0)]),
        ),
        max_size=8,
    )
)
def test_publishing_in_any_order_and_twice_leaves_an_archive_that_verifies(papers: list[Paper]) -> None:
    publish_all(papers, STREET)
    again = publish_all(papers, STREET)
    assert {one.outcome for one in again} <= {Outcome.UNCHANGED}
    assert list(verify()) == []


def test_an_older_edition_comes_back_when_someone_says_so_and_stays() -> None:
    first = publish(minutes(), STREET).edition
    wrong = minutes(DAY, item(title="Forkert"))
    publish(wrong, STREET)
    back = restore(first)
    assert (back.outcome, back.edition.version) == (Outcome.SUPERSEDED, 3)
    assert paper_of(back.edition) == minutes()
    assert Meeting.objects.get().edition == back.edition
    assert [publish(paper, STREET).outcome for paper in (minutes(), wrong)] == [Outcome.UNCHANGED] * 2
    assert [entry.title for entry in Entry.objects.order_by("position")] == [one.title for one in minutes().items]
    assert not [remark for remark in verify() if remark.wrong]


def test_restoring_the_newest_edition_changes_nothing() -> None:
    edition = publish(minutes(), STREET).edition
    assert restore(edition).outcome is Outcome.UNCHANGED
    assert Seal.objects.count() == 1


def test_an_erased_edition_does_not_come_back() -> None:
    first = publish(minutes(), STREET).edition
    publish(minutes(DAY, item(title="Rettet")), STREET)
    erase(first, "Indsigelse")
    with pytest.raises(Erased):
        restore(first)
