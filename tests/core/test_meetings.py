"""Meetings: planned and filled, put in order, announced once, changed for all to see."""

import json
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from sagsgang.archive.models import AttachedFile, Content, Edition, Entry, Seal
from sagsgang.archive.sealed import paper_of
from sagsgang.core.act import NotYours, Refused, Stale
from sagsgang.core.commands import decisions, documents, meetings, sealing, sending, series, substitutes
from sagsgang.core.compose import compose
from sagsgang.core.gate import findings
from sagsgang.core.models import Attendance, Item, Journal, Meeting, Numbering, Person, SealedPaper, Seat
from sagsgang.core.models.series import Openness
from sagsgang.core.models.series import Rule as Standing
from sagsgang.core.rules.recurrence import Rule
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, ItemType, Paper, PaperKind, SectionKind
from sagsgang.paper.store import from_json
from tests.core.world import CANARY, DAY, SEATED_SINCE, WHY, World, case, item, meeting, section

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def agenda_of(there: World, *titles: str, closed: str = "") -> Meeting:
    """A planned meeting of the committee with open items, and a closed one that holds the canary."""
    at = meeting(there.committee)
    for place, title in enumerate(titles, 1):
        Item.objects.unguarded(WHY).filter(
            pk=item(there, there.committee, ItemState.SCHEDULED, on=at, title=title).pk
        ).update(position=place)
    if closed:
        secret = item(there, there.committee, ItemState.SCHEDULED, on=at, title=closed, access=Access.CLOSED)
        section(secret, SectionKind.OTHER, f"{CANARY} synger om prisen.", Access.CLOSED)
        Item.objects.unguarded(WHY).filter(pk=secret.pk).update(position=9)
    return at


def shown() -> Paper:
    """The newest edition of the archive."""
    edition = Edition.objects.select_related("seal__content").latest("id")
    paper = paper_of(edition)
    assert paper is not None
    return paper


def titles(at: Meeting) -> list[str]:
    return list(at.items.unguarded(WHY).order_by("position").values_list("public_title", flat=True))


def approved(there: World, title: str = "Ny skole", access: Access = Access.OPEN) -> Item:
    return item(there, there.committee, ItemState.APPROVED, title=title, access=access)


def test_a_planned_meeting_has_the_standing_items_of_its_day(there: World) -> None:
    folder = case(there)
    for title, rule in (("Eventuelt", Standing.LAST), ("Godkendelse af dagsorden", Standing.FIRST)):
        series.add_series(
            there.lis,
            there.committee,
            folder,
            title=title,
            item_type=ItemType.INFORMATION,
            access=Openness.BODY,
            rule=rule,
            since=DAY,
        )
    old = series.add_series(
        there.lis,
        there.committee,
        folder,
        title="Nyt",
        item_type=ItemType.INFORMATION,
        access=Openness.BODY,
        rule=Standing.LAST,
        since=DAY,
    )
    series.end_series(there.lis, old, DAY)
    at = meetings.plan_meeting(there.lis, there.committee, DAY + timedelta(days=7), start=time(16))
    assert titles(at) == ["Godkendelse af dagsorden", "Eventuelt"]
    meetings.schedule(there.lis, approved(there), at)
    meetings.schedule(there.lis, approved(there, "Lejemål", Access.CLOSED), at)
    assert titles(at) == ["Godkendelse af dagsorden", "Ny skole", "Eventuelt", "Lejemål"]
    assert Journal.objects.unguarded(WHY).filter(kind="meeting.plan", meeting=at).exists()


def test_a_year_is_planned_without_holidays_and_without_a_second_meeting_a_day(there: World) -> None:
    rule = Rule(weekday=0, nth=(-1,), without=frozenset({7, 12}))
    there.committee.start = time(16)
    made = meetings.plan_year(there.lis, there.committee, rule, 2027)
    assert date(2027, 3, 29) not in {one.date for one in made}  # Easter Monday
    assert len(made) == 9
    assert meetings.plan_year(there.lis, there.committee, rule, 2027) == []


def test_a_body_meets_once_at_a_time_and_needs_an_hour(there: World) -> None:
    with pytest.raises(Refused, match="begynder"):
        meetings.plan_meeting(there.lis, there.committee, DAY)
    meetings.plan_meeting(there.lis, there.committee, DAY, start=time(9))
    with pytest.raises(Refused, match="allerede et møde"):
        meetings.plan_meeting(there.lis, there.committee, DAY, start=time(9))
    with pytest.raises(NotYours):
        meetings.plan_meeting(there.karen, there.committee, DAY, start=time(10))


def test_a_room_is_one_line_that_every_database_takes(there: World) -> None:
    typed = f" Byråds\x00salen\r\n{'x' * 300}"
    held = meetings.plan_meeting(there.lis, there.council, DAY, start=time(9), place=typed)
    assert (held.place[:15], len(held.place)) == ("Byrådssalen xxx", 200)
    meetings.move_meeting(there.lis, held, DAY, time(10), typed)
    held.refresh_from_db()
    assert (held.place[:15], len(held.place)) == ("Byrådssalen xxx", 200)


def test_a_planned_meeting_is_moved_and_an_announced_one_is_not(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal")
    meetings.move_meeting(there.lis, at, DAY + timedelta(days=1), time(10), "Salen")
    assert Meeting.objects.unguarded(WHY).get().place == "Salen"
    meetings.announce(there.lis, at)
    with pytest.raises(Stale):
        meetings.move_meeting(there.lis, at, DAY, time(9), "")


def test_the_order_is_arranged_and_items_taken_together_stay_together(there: World) -> None:
    at = agenda_of(there, "A", "B", "C")
    first, second, third = at.items.unguarded(WHY).order_by("position")
    Item.objects.unguarded(WHY).filter(pk=third.pk).update(together_with=first)
    meetings.arrange(there.lis, at, [second.id, first.id])
    assert titles(at) == ["B", "A", "C"]
    with pytest.raises(Refused):
        meetings.arrange(there.lis, at, [second.id, 0])


def test_an_item_of_another_body_is_not_put_on(there: World) -> None:
    at = meeting(there.council)
    one = approved(there)
    with pytest.raises(Refused, match="Økonomiudvalget"):
        meetings.schedule(there.lis, one, at)
    assert one.meeting is None


def test_announcing_numbers_seals_and_publishes(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal", "Ny skole", closed="Lejemål")
    meetings.announce(there.lis, at)
    assert at.state == MeetingState.ANNOUNCED
    assert [(one.number, one.title) for one in shown().items] == [
        ("1", "Ny svømmehal"),
        ("2", "Ny skole"),
        ("3", "Lejemål"),
    ]
    assert shown().items[2].sections == ()
    (sealed,) = SealedPaper.objects.unguarded(WHY).all()
    assert CANARY in from_json(json.loads(bytes(sealed.data))).items[2].sections[-1].text
    assert Journal.objects.unguarded(WHY).get(kind="meeting.announce").by_id == there.lis.person


def test_no_closed_word_reaches_the_archive_the_index_or_the_journal(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal", closed="Lejemål")
    meetings.announce(there.lis, at)
    meetings.withdraw(there.lis, at.items.unguarded(WHY).get(public_title="Lejemål"), f"{CANARY} er solgt")
    assert not singing()
    assert "prisen" not in json.dumps(list(Entry.objects.values("title", "decision", "data")))


def singing() -> list[str]:
    """The tables of the archive, its index and the Journal in which the canary can be heard."""
    models: list[type[Model]] = [*apps.get_app_config("archive").get_models(), Journal]
    found = [model.__name__ for model in models for row in model._base_manager.values() if heard(row.values())]
    tables = [name for name in connection.introspection.table_names() if name.startswith("search_")]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")
            found += [table for row in cursor.fetchall() if heard(row)]
    return found


def heard(values: Any) -> bool:
    said = (
        bytes(one).decode("utf-8", "replace") if isinstance(one, bytes | memoryview) else str(one) for one in values
    )
    return any(CANARY.casefold() in one.casefold() for one in said)


def test_numbers_go_on_through_the_year_where_the_body_says_so(there: World) -> None:
    there.committee.numbering = Numbering.YEAR
    there.committee.save()
    earlier = meeting(there.committee, MeetingState.PUBLISHED, DAY - timedelta(days=28))
    item(there, there.committee, ItemState.WITHDRAWN, on=earlier, number=41)
    cancelled = agenda_of(there, "Ny svømmehal")
    meetings.announce(there.lis, cancelled)
    assert [one.number for one in shown().items] == ["42"]
    meetings.cancel(there.lis, cancelled, "For få kan komme.")
    later = meeting(there.committee, day=DAY + timedelta(days=7))
    meetings.schedule(there.lis, Item.objects.unguarded(WHY).select_related("body").get(meeting=None), later)
    meetings.announce(there.lis, later)
    assert [one.number for one in shown().items] == ["43"], "42 was read already"


def test_a_supplement_gives_the_next_numbers_and_changes_no_other(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal", closed="Lejemål")
    meetings.announce(there.lis, at)
    with pytest.raises(Refused, match="ingen nye punkter"):
        meetings.supplement(there.lis, at)
    meetings.schedule(there.lis, approved(there), at)
    assert len(shown().items) == 2
    meetings.supplement(there.lis, at)
    assert [(one.number, one.title) for one in shown().items] == [
        ("1", "Ny svømmehal"),
        ("2", "Lejemål"),
        ("3", "Ny skole"),
    ]
    assert "tillæg til dagsordenen: punkt 3" in (shown().remarks or "")
    assert Edition.objects.count() == 2
    meetings.schedule(there.lis, approved(there), at)
    decisions.begin_meeting(there.lis, at)
    decisions.add_item(there.lis, at, None, "Hasteopgave", ItemType.DECISION)
    paper = compose(at, PaperKind.MINUTES)
    assert len(paper.items) == 5
    assert paper.remarks == "Udsendt som tillæg til dagsordenen: punkt 3.", "what was sent, nothing else"


def test_an_item_that_waits_for_a_supplement_can_be_taken_off_again(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal")
    meetings.announce(there.lis, at)
    one = approved(there)
    meetings.schedule(there.lis, one, at)
    meetings.unschedule(there.lis, one)
    assert one.state == ItemState.APPROVED
    with pytest.raises(Refused, match="Træk punktet"):
        meetings.unschedule(there.lis, at.items.unguarded(WHY).get())


def test_an_item_that_is_put_on_at_the_meeting_has_its_number_at_once(there: World) -> None:
    at = meeting(there.committee, MeetingState.RUNNING)
    item(there, there.committee, ItemState.SCHEDULED, on=at, number=4)
    one = approved(there)
    meetings.schedule(there.lis, one, at)
    assert one.number == Item.objects.unguarded(WHY).get(pk=one.pk).number == 5


def test_a_withdrawn_item_keeps_its_number_and_says_why(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal", "Ny skole", closed="Lejemål")
    pool = at.items.unguarded(WHY).select_related("body", "meeting__body").get(public_title="Ny svømmehal")
    documents.attach(there.lis, pool, "tegning.txt", b"Tegningen")
    meetings.announce(there.lis, at)
    assert [one.title for one in shown().items[0].attachments] == ["tegning"]
    meetings.withdraw(there.lis, at.items.unguarded(WHY).get(number=1), "Tilbuddet er trukket tilbage.")
    meetings.withdraw(there.lis, at.items.unguarded(WHY).get(number=3), "Lejeren er flyttet.")
    first, second, third = shown().items
    assert [one.text for one in first.sections] == [
        "Punktet er trukket af dagsordenen: Tilbuddet er trukket tilbage."
    ]
    assert (first.points, first.attachments) == ((), ()), "nothing else of it is in the newest edition"
    assert not AttachedFile.objects.exists()
    assert not findings(at), "nobody asks for what a tombstone lacks"
    assert (first.number, second.number) == ("1", "2")
    assert (third.sections, third.extract) == ((), "Punktet er trukket af dagsordenen.")
    with pytest.raises(Refused):
        meetings.withdraw(there.lis, at.items.unguarded(WHY).get(number=2), " ")


def test_a_cancelled_meeting_leaves_a_tombstone_and_frees_its_items(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal")
    meetings.announce(there.lis, at)
    meetings.cancel(there.lis, at, "For få kan komme.")
    assert shown().remarks == "Mødet er aflyst: For få kan komme."
    one = Item.objects.unguarded(WHY).get()
    assert (one.state, one.meeting, one.number) == (ItemState.APPROVED, None, None)
    meetings.schedule(there.lis, one, meeting(there.committee, day=DAY + timedelta(days=7)))


def test_a_meeting_that_too_few_came_to_is_cancelled_as_a_whole_before_anything_is_decided(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal", "Ny skole")
    meetings.announce(there.lis, at)
    decisions.begin_meeting(there.lis, at)
    first = at.items.unguarded(WHY).select_related("body", "meeting__body").get(number=1)
    decisions.write_decision(there.lis, first, "Udsat.", 0)
    with pytest.raises(Refused, match="skrevet beslutninger"):
        meetings.cancel(there.lis, at, "For få er kommet.")
    decisions.write_decision(there.lis, first, "", 1)
    meetings.cancel(there.lis, at, "For få er kommet.")
    assert shown().remarks == "Mødet er aflyst: For få er kommet."
    assert Item.objects.unguarded(WHY).filter(state=ItemState.APPROVED, meeting=None, number=None).count() == 2


def test_a_meeting_begun_by_accident_is_as_it_was_while_nothing_is_done_at_it(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal")
    meetings.announce(there.lis, at)
    meetings.schedule(there.lis, approved(there), at)
    substitutes.call_in(there.lis, at, *_substitute(there))
    before = [list(rows.order_by("pk").values()) for rows in (Attendance.objects, Item.objects.unguarded(WHY))]
    decisions.begin_meeting(there.lis, at)
    decisions.undo_begin(there.lis, at)
    assert at.state == MeetingState.ANNOUNCED
    assert [
        list(rows.order_by("pk").values()) for rows in (Attendance.objects, Item.objects.unguarded(WHY))
    ] == before, "who came and the number of what waits for a supplement are gone, the agenda's numbers stay"
    decisions.begin_meeting(there.lis, at)
    first = at.items.unguarded(WHY).select_related("body", "meeting__body").get(number=1)
    decisions.write_decision(there.lis, first, "Godkendt.", 0)
    decisions.write_decision(there.lis, first, "", 1)
    with pytest.raises(Refused, match="kan ikke fortrydes"):
        decisions.undo_begin(there.lis, at)


def _substitute(there: World) -> tuple[Person, Person]:
    """Per, who may stand in for Mads in the committee."""
    per, mads = Person.objects.get(pk=there.per.person), Person.objects.get(pk=there.mads.person)
    Seat.objects.create(person=per, body=there.committee, since=SEATED_SINCE, substitute=True)
    return per, mads


def test_a_meeting_that_was_never_out_is_cancelled_in_silence(there: World) -> None:
    meetings.cancel(there.lis, agenda_of(there, "Ny svømmehal"), "Ferie.")
    assert not Edition.objects.exists()


def test_an_agenda_after_the_deadline_says_why(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal")
    Meeting.objects.unguarded(WHY).filter(pk=at.pk).update(date=timezone.localdate() + timedelta(days=1))
    at = Meeting.objects.unguarded(WHY).get()
    with pytest.raises(Refused, match="Fristen"):
        meetings.announce(there.lis, at)
    assert at.late_reason == ""
    meetings.announce(there.lis, at, late_reason="Vandskade på skolen.")
    assert shown().remarks == "Dagsordenen er udsendt efter fristen: Vandskade på skolen."
    meetings.schedule(there.lis, approved(there), at)
    with pytest.raises(Refused, match="Fristen"):
        meetings.supplement(there.lis, at)
    meetings.supplement(there.lis, at, late_reason="Taget mangler også.")
    assert "Taget mangler også." in (shown().remarks or "")


@pytest.mark.parametrize("deed", ["announce", "supplement", "withdraw", "cancel"])
def test_what_breaks_off_in_between_leaves_nothing_half_done(
    there: World, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = agenda_of(there, "Ny svømmehal")
    if deed != "announce":
        meetings.announce(there.lis, at)
        meetings.schedule(there.lis, approved(there), at)
    before = everything()

    def publish_and_fall(at: Meeting, kind: PaperKind) -> None:
        real(at, kind)
        raise RuntimeError("power cut")

    real = sealing.send
    monkeypatch.setattr(sending, "send", publish_and_fall)
    one = at.items.unguarded(WHY).select_related("body", "meeting__body").order_by("id")[0]
    doing: dict[str, Callable[[], None]] = {
        "announce": lambda: meetings.announce(there.lis, at),
        "supplement": lambda: meetings.supplement(there.lis, at),
        "withdraw": lambda: meetings.withdraw(there.lis, one, "Fejl."),
        "cancel": lambda: meetings.cancel(there.lis, at, "Ferie."),
    }
    with pytest.raises(RuntimeError):
        doing[deed]()
    assert everything() == before


def everything() -> list[Any]:
    models = (Item, Meeting, Journal, SealedPaper, Edition, Seal, Content, Entry)
    return [list(model._base_manager.order_by("pk").values()) for model in models]


def test_a_personal_number_is_refused_and_cannot_be_dismissed(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal")
    section(at.items.unguarded(WHY).get(), SectionKind.OTHER, "Ansøgeren er 010190-1234.")
    with pytest.raises(Refused, match="1 ting"):
        meetings.announce(there.lis, at)
    (found,) = findings(at)
    with pytest.raises(Refused, match="ikke forbigås"):
        meetings.dismiss(there.lis, at, found.key, "Det er i orden.")
    assert not Edition.objects.exists()


def test_a_dismissed_finding_lets_the_agenda_out_until_the_text_changes(there: World) -> None:
    at = agenda_of(there, "Ny svømmehal")
    part = section(at.items.unguarded(WHY).get(), SectionKind.OTHER, "TEST af vandet.")
    (found,) = findings(at)
    with pytest.raises(Refused):
        meetings.dismiss(there.lis, at, found.key, "")
    with pytest.raises(NotYours):
        meetings.dismiss(there.karen, at, found.key, "Vandet skal testes.")
    meetings.dismiss(there.lis, at, found.key, "Vandet skal testes.")
    assert Journal.objects.unguarded(WHY).get(kind="meeting.dismiss").facts["code"] == "leftover"
    part.text = "TEST af alt vandet."
    part.save()
    with pytest.raises(Refused, match="1 ting"):
        meetings.announce(there.lis, at)
    meetings.dismiss(there.lis, at, findings(at)[0].key, "Vandet skal testes.")
    meetings.announce(there.lis, at)
