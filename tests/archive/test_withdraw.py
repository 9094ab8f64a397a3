"""What is withdrawn, or taken off a channel with its body, is shown nowhere, stays sealed, and says why."""

import json
from datetime import date, time, timedelta

import pytest

from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.leave import begin, go_on, take_off, work
from sagsgang.archive.models import (
    AttachedFile,
    Audience,
    Body,
    Content,
    Entry,
    Left,
    Meeting,
    Planned,
    Promise,
    Seal,
    Trace,
    TraceKind,
    Withdrawal,
)
from sagsgang.archive.plan import Plan, announce
from sagsgang.archive.publish import Outcome, publish, publish_all
from sagsgang.archive.search import Order, Query, search
from sagsgang.archive.verify import verify
from sagsgang.archive.withdraw import put_back, withdraw
from tests.archive.papers import DAY, agenda, item, minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NUMBER = "070761-4285"
REASON = "Direktionens åbne dagsordener er taget af medarbejderportalen."
WEEKS = 45


def weeks() -> list[date]:
    return [DAY + timedelta(days=7 * week) for week in range(WEEKS)]


def board() -> Body:
    return Body.objects.get(name="Direktionen")


def wrong() -> list[str]:
    return [str(remark) for remark in verify() if remark.wrong]


def shown(audience: Audience) -> int:
    return Meeting.objects.filter(audience=audience, edition__isnull=False).count()


def hits(audience: Audience) -> int:
    return search(Query(text="skole", audience=audience, order=Order.DATE)).total


@pytest.fixture
def channels(db: None) -> None:
    """The board on both channels, and another body."""
    publish_all([minutes(day) for day in weeks()[:3]], Audience.STREET)
    publish_all([minutes(day) for day in weeks()[:3]], Audience.EMPLOYEES)
    publish(minutes(DAY, body="Hovedudvalget"), Audience.EMPLOYEES)


def test_a_body_that_is_taken_off_a_channel_is_shown_there_no_longer(channels: None) -> None:
    take_off(board(), Audience.EMPLOYEES, REASON)
    assert (shown(Audience.STREET), shown(Audience.EMPLOYEES)) == (3, 1)
    off = {"audience": Audience.EMPLOYEES, "body": board()}
    assert not Entry.objects.filter(**off).exists()
    assert not Promise.objects.filter(**off).exists()
    assert not AttachedFile.objects.filter(audience=Audience.EMPLOYEES, entry__body=board()).exists()
    assert (hits(Audience.STREET), hits(Audience.EMPLOYEES)) == (3, 1)
    assert wrong() == []


def test_what_was_taken_off_stays_sealed(channels: None) -> None:
    before = Content.objects.count()
    left = take_off(board(), Audience.EMPLOYEES, REASON)
    assert left is not None
    assert left.done
    assert Content.objects.count() == before + 1
    assert json.loads(bytes(left.record.content.data)) == {"reason": REASON}


def test_open_data_says_why_of_everything_that_was_taken_off(channels: None) -> None:
    take_off(board(), Audience.EMPLOYEES, REASON)
    rows = Trace.objects.filter(audience=Audience.EMPLOYEES, kind__in=(TraceKind.BODY, TraceKind.MEETING))
    of_board = rows.filter(key__startswith="direktionen")
    assert {row.reason for row in of_board} == {REASON}
    assert of_board.filter(deleted=None).count() == 0
    assert Trace.objects.filter(audience=Audience.STREET, deleted__isnull=False).count() == 0


def test_meetings_to_come_leave_the_calendar_of_that_channel_only(channels: None) -> None:
    for audience in Audience:
        announce(
            Plan(
                reference=f"moede-{audience}",
                authority="Solbjerg Kommune",
                body="Direktionen",
                audience=audience,
                date=date(2031, 1, 6),
                start=time(9),
                place="",
            )
        )
    take_off(board(), Audience.EMPLOYEES, REASON)
    assert list(Planned.objects.values_list("audience", flat=True)) == ["street"]


def test_taking_off_twice_does_nothing(channels: None) -> None:
    take_off(board(), Audience.EMPLOYEES, REASON)
    records = Seal.objects.count()
    assert take_off(board(), Audience.EMPLOYEES, "En anden grund.") is None
    assert (Seal.objects.count(), Left.objects.count()) == (records, 1)


def test_what_was_taken_off_stays_off_and_new_papers_are_shown(channels: None) -> None:
    take_off(board(), Audience.EMPLOYEES, REASON)
    again = publish(minutes(weeks()[0]), Audience.EMPLOYEES)
    assert again.outcome is Outcome.UNCHANGED
    assert shown(Audience.EMPLOYEES) == 1
    publish(minutes(weeks()[4]), Audience.EMPLOYEES)
    assert shown(Audience.EMPLOYEES) == 2
    assert wrong() == []
    take_off(board(), Audience.EMPLOYEES, "Igen.")
    assert (shown(Audience.EMPLOYEES), Left.objects.count()) == (1, 2)
    assert wrong() == []


def test_an_interrupted_leaving_is_named_and_done_by_the_next_call(db: None) -> None:
    publish_all([minutes(day) for day in weeks()], Audience.EMPLOYEES)
    left = begin(board(), Audience.EMPLOYEES, REASON)
    assert left is not None
    assert go_on(left)
    assert 0 < shown(Audience.EMPLOYEES) < WEEKS
    assert "papiret er trukket tilbage, men er ikke taget ned" in wrong()[0]
    assert take_off(board(), Audience.EMPLOYEES, "Uden betydning.") == left
    assert shown(Audience.EMPLOYEES) == 0
    assert wrong() == []


def test_the_worker_does_what_was_begun(channels: None) -> None:
    begin(board(), Audience.EMPLOYEES, REASON)
    while work():
        pass
    assert shown(Audience.EMPLOYEES) == 1
    assert Left.objects.filter(done=True).count() == 1


def test_a_withdrawn_paper_is_out_of_force_and_sealed() -> None:
    publish(agenda(), Audience.STREET)
    edition = publish(minutes(), Audience.STREET).edition
    assert withdraw(edition, REASON)
    assert not withdraw(edition, REASON)
    assert shown(Audience.STREET) == 0
    assert not Entry.objects.exists()
    assert Content.objects.filter(seal=edition.seal).exists()
    assert Trace.objects.get(kind=TraceKind.MEETING).reason == REASON
    assert wrong() == []


def test_undoing_shows_the_paper_as_it_was() -> None:
    edition = publish(minutes(), Audience.STREET).edition
    before = list(Entry.objects.values("number", "title", "decision", "data"))
    withdraw(edition, REASON)
    assert put_back(edition, "Det var en fejl.")
    assert not put_back(edition, "Det var en fejl.")
    assert list(Entry.objects.values("number", "title", "decision", "data")) == before
    assert Trace.objects.get(kind=TraceKind.MEETING).deleted is None
    assert hits(Audience.STREET) == 1
    assert wrong() == []


def test_a_corrected_paper_comes_into_force_and_the_withdrawn_one_stays_off() -> None:
    first = publish(minutes(), Audience.STREET).edition
    withdraw(first, REASON)
    second = publish(minutes(DAY, item(title="Møllevejens nye skole")), Audience.STREET).edition
    assert Meeting.objects.get().edition == second
    put_back(first, "Begge er rigtige.")
    assert Meeting.objects.get().edition == second
    assert wrong() == []


def test_withdrawing_an_earlier_version_leaves_the_one_in_force() -> None:
    first = publish(minutes(), Audience.STREET).edition
    second = publish(minutes(DAY, item(title="Møllevejens nye skole")), Audience.STREET).edition
    withdraw(first, REASON)
    assert Meeting.objects.get().edition == second
    assert Entry.objects.count() == 1
    assert wrong() == []


def test_verify_names_a_withdrawal_that_somebody_took_away() -> None:
    edition = publish(minutes(), Audience.STREET).edition
    withdraw(edition, REASON)
    Withdrawal.objects.all().delete()
    assert any("ikke taget ned" in remark for remark in wrong())


def test_verify_names_a_paper_that_somebody_hid() -> None:
    edition = publish(minutes(), Audience.STREET).edition
    record = Seal.objects.get()
    Withdrawal.objects.create(edition=edition, record=record)
    assert any("uden at det er noteret" in remark for remark in wrong())


def test_no_personal_number_comes_into_the_chain_with_the_reason(channels: None) -> None:
    edition = Meeting.objects.filter(edition__isnull=False)[0].edition
    assert edition
    with pytest.raises(NotPublishable):
        withdraw(edition, f"Borger {NUMBER} bad om det.")
    assert not Withdrawal.objects.exists()
