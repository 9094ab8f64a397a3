"""Who sees what: KANARIEFUGL stands in every closed text and is looked for as everybody of the cast."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db.models import Model

from sagsgang.core.act import NotYours, act
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models import (
    Attachment,
    Case,
    Decision,
    Dissent,
    Followup,
    Grant,
    Highlight,
    Item,
    Journal,
    Meeting,
    Note,
    Person,
    Point,
    Presence,
    Reason,
    Seat,
    Section,
    SectionVersion,
    Vote,
)
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import CANARY, DAY, WHY, World, decision, item, meeting, section, see, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]
AT = "2027-03-08T10:00:00+01:00"
EVERYBODY = ("karen", "per", "bo", "lis", "mads", "ida", "rut")
# What is written, each with where its words stand.
WORDS: tuple[tuple[type[Model], str], ...] = (
    (Section, "text"),
    (SectionVersion, "text"),
    (Attachment, "title"),
    (Point, "text"),
    (Decision, "text"),
    (Dissent, "text"),
    (Followup, "text"),
    (Reason, "text"),
)


def nest(there: World, state: ItemState, at: MeetingState | None = None) -> Item:
    """An item of Direktionen with the bird in every text that hangs below it."""
    on = meeting(there.board, at) if at else None
    made = item(there, there.board, state, on=on, access=Access.CLOSED, number=1 if on else None)
    Point.objects.unguarded(WHY).filter(item=made).update(text=CANARY)
    Section.objects.unguarded(WHY).filter(item=made).update(text=CANARY)
    own = section(made, SectionKind.FINANCES, CANARY, Access.CLOSED)
    SectionVersion.objects.create(section=own, version=0, text=CANARY, by_id=there.karen.person, at=AT)
    Reason.objects.create(item=made, verb="return", by_id=there.bo.person, text=CANARY, at=AT)
    Attachment.objects.create(
        item=made, title=CANARY, document_number="1", size=1, access=Access.CLOSED, position=1, added_at=AT
    )
    decision(made, CANARY, Access.CLOSED)
    Vote.objects.create(item=made, person_id=there.mads.person, choice="for")
    Dissent.objects.create(item=made, person_id=there.mads.person, text=CANARY)
    Followup.objects.create(item=made, text=CANARY, owner_id=there.bo.person)
    return made


def sings(viewer: Viewer) -> set[str]:
    """The kinds of rows in which the viewer can read the bird."""
    return {
        model.__name__ for model, words in WORDS if _rows(model).visible_to(viewer).filter(**{words: CANARY}).exists()
    }


def _rows(model: type[Model]) -> GuardedQuerySet[Model]:
    rows = model._default_manager.all()
    assert isinstance(rows, GuardedQuerySet)
    return rows


def hearers(there: World) -> dict[str, set[str]]:
    found = {name: sings(getattr(there, name)) for name in EVERYBODY}
    return {name: kinds for name, kinds in found.items() if kinds}


TEXTS = {"Section", "Attachment", "Point"}
STAFF = TEXTS | {"SectionVersion", "Reason"}
DECIDED = {"Decision", "Dissent", "Followup"}


def test_a_draft_is_read_by_its_author_and_the_secretary_alone() -> None:
    there = world()
    nest(there, ItemState.DRAFT)
    assert hearers(there) == {"karen": STAFF, "lis": STAFF | DECIDED, "bo": {"Followup"}}


def test_an_author_whose_last_role_was_taken_reads_and_writes_no_more() -> None:
    there = world()
    made = nest(there, ItemState.DRAFT)
    Grant.objects.filter(person_id=there.karen.person).delete()
    gone = _again(there.karen)
    assert sings(gone) == set()
    assert not Item.objects.visible_to(gone).exists()
    with pytest.raises(NotYours), act(gone, "write", made):
        pass


def test_an_approver_reads_it_from_when_it_is_submitted() -> None:
    there = world()
    nest(there, ItemState.IN_REVIEW)
    assert hearers(there)["bo"] == STAFF | {"Followup"}
    assert set(hearers(there)) == {"karen", "lis", "bo"}


def test_a_draft_that_was_discarded_is_shown_to_no_approver() -> None:
    there = world()
    made = nest(there, ItemState.WITHDRAWN)
    assert set(hearers(there)) == {"karen", "lis", "bo"}
    assert hearers(there)["bo"] == {"Followup"}
    assert not Item.objects.visible_to(there.bo).filter(pk=made.pk).exists()


@pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.CANCELLED])
def test_members_read_nothing_before_the_agenda_is_sent(state: MeetingState) -> None:
    there = world()
    made = nest(there, ItemState.SCHEDULED, state)
    assert sings(there.mads) == set()
    assert not Item.objects.visible_to(there.mads).filter(pk=made.pk).exists()


def test_members_of_the_body_read_it_when_it_is_sent_and_nobody_else_does() -> None:
    there = world()
    nest(there, ItemState.SCHEDULED, MeetingState.ANNOUNCED)
    heard = hearers(there)
    assert heard["mads"] == TEXTS | DECIDED
    assert {"per", "ida", "rut"}.isdisjoint(heard)


@pytest.mark.parametrize("state", [ItemState.SCHEDULED, ItemState.WITHDRAWN])
def test_members_know_nothing_of_a_supplement_that_was_not_sent(state: ItemState) -> None:
    there = world()
    made = nest(there, state, MeetingState.ANNOUNCED)
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(number=None)
    assert sings(there.mads) == set()
    assert not Item.objects.visible_to(there.mads).filter(pk=made.pk).exists()


def test_a_member_with_a_conflict_of_interest_reads_nothing_of_the_item() -> None:
    there = world()
    made = nest(there, ItemState.DECIDED, MeetingState.RUNNING)
    Presence.objects.create(item=made, person_id=there.mads.person, conflict=True)
    Presence.objects.create(item=made, person_id=there.ida.person, away=True)
    assert sings(there.mads) == set()
    assert not Vote.objects.visible_to(there.mads).exists()


def test_a_member_who_is_only_away_still_reads() -> None:
    there = world()
    made = nest(there, ItemState.DECIDED, MeetingState.RUNNING)
    Presence.objects.create(item=made, person_id=there.mads.person, away=True)
    assert sings(there.mads) == TEXTS | DECIDED


def test_someone_elses_conflict_hides_nothing() -> None:
    there = world()
    made = nest(there, ItemState.DECIDED, MeetingState.RUNNING)
    Presence.objects.create(item=made, person_id=there.mads.person, away=True)
    Presence.objects.create(item=made, person_id=there.bo.person, conflict=True)
    assert sings(there.mads) == TEXTS | DECIDED


@pytest.mark.parametrize("days", [1, -1])
def test_a_seat_counts_on_the_day_of_the_meeting_only(days: int) -> None:
    there = world()
    nest(there, ItemState.DECIDED, MeetingState.PUBLISHED)
    other_day = DAY + timedelta(days=days)
    period = {"since": other_day} if days > 0 else {"until": other_day}
    Seat.objects.filter(person_id=there.mads.person).update(**period)
    there = replace(there, mads=_again(there.mads))
    assert sings(there.mads) == set()


@pytest.mark.parametrize("field", ["since", "until"])
def test_the_first_and_the_last_day_of_a_seat_count(field: str) -> None:
    there = world()
    nest(there, ItemState.DECIDED, MeetingState.PUBLISHED)
    Seat.objects.filter(person_id=there.mads.person).update(**{field: DAY})
    assert sings(_again(there.mads)) == TEXTS | DECIDED


def test_the_author_reads_the_decision_when_the_minutes_are_approved() -> None:
    there = world()
    nest(there, ItemState.DECIDED, MeetingState.HELD)
    assert "Decision" not in sings(there.karen)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.MINUTED)
    assert "Decision" in sings(there.karen)


def test_who_answers_for_the_case_sees_where_it_is_and_not_what_is_written() -> None:
    there = world()
    made = nest(there, ItemState.SCHEDULED, MeetingState.ANNOUNCED)
    Case.objects.unguarded(WHY).filter(pk=made.case_id).update(responsible_id=there.per.person)
    assert Item.objects.visible_to(there.per).filter(pk=made.pk).exists()
    assert sings(there.per) == set()


def test_a_body_that_is_not_theirs_gives_a_secretary_nothing() -> None:
    there = world()
    nest(there, ItemState.SCHEDULED, MeetingState.ANNOUNCED)
    elsewhere = replace(there.lis, roles=frozenset(role for role in there.lis.roles if role[0] != there.board.id))
    assert sings(elsewhere) == set()


def test_a_note_is_read_by_whoever_wrote_it_and_nobody_else() -> None:
    there = world()
    made = nest(there, ItemState.SCHEDULED, MeetingState.ANNOUNCED)
    Note.objects.create(item=made, person_id=there.mads.person, text=CANARY, at=AT)
    readers = [name for name in EVERYBODY if Note.objects.visible_to(getattr(there, name)).exists()]
    assert readers == ["mads"]


def test_a_highlight_is_read_by_whoever_marked_it_and_nobody_else() -> None:
    there = world()
    made = nest(there, ItemState.SCHEDULED, MeetingState.ANNOUNCED)
    Highlight.objects.create(item=made, person_id=there.mads.person, quote=CANARY, place=0, at=AT)
    readers = [name for name in EVERYBODY if Highlight.objects.visible_to(getattr(there, name)).exists()]
    assert readers == ["mads"]


def test_the_journal_is_read_by_who_did_it_who_wrote_it_and_the_secretary() -> None:
    there = world()
    made = nest(there, ItemState.IN_REVIEW)
    Journal.objects.create(
        at=AT, by_id=there.bo.person, kind="item.return", body=there.board, item=made, case=made.case
    )
    readers = [name for name in EVERYBODY if Journal.objects.visible_to(getattr(there, name)).exists()]
    assert readers == ["karen", "bo", "lis"]


def test_every_caseworker_sees_that_a_case_exists_and_others_do_not() -> None:
    there = world()
    nest(there, ItemState.DRAFT)
    readers = [name for name in EVERYBODY if Case.objects.visible_to(getattr(there, name)).exists()]
    assert readers == ["karen", "per", "bo", "lis"]


def test_who_has_neither_role_nor_seat_sees_nothing_at_all() -> None:
    there = world()
    nest(there, ItemState.DECIDED, MeetingState.PUBLISHED)
    nobody = Viewer(person=there.rut.person, name="Rut", roles=frozenset(), seats=(), administers=True)
    for rows in (Item, Meeting, Case, Journal, Section, Decision, Vote, Note, Highlight, Followup):
        assert not rows.objects.visible_to(nobody).exists()


def _again(viewer: Viewer) -> Viewer:
    return see(Person.objects.get(pk=viewer.person))


def test_a_member_sees_the_calendar_of_the_own_body_and_time() -> None:
    there = world()
    meeting(there.council)
    meeting(there.board, day=date(2021, 5, 3))
    mine = meeting(there.board)
    assert list(Meeting.objects.visible_to(there.mads)) == [mine]
