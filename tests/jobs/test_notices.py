"""Who gets a mail when something happens, and that no mail says more than a number."""

import smtplib
from datetime import date, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.core.mail.message import sanitize_address
from django.utils import timezone
from pytest_django import Settings

from sagsgang.core.act import act
from sagsgang.core.models import Followup, Item, Journal, Person, Presence, Seat, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.jobs.deliver import deliver
from sagsgang.jobs.reminders import remember
from sagsgang.jobs.work import Messenger
from sagsgang.paper.model import Access
from tests.core.world import CANARY, DAY, WHY, World, item, meeting, see, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def town() -> World:
    return world()


def test_a_submitted_item_is_told_to_the_approver_by_its_case_number(town: World) -> None:
    made = item(town, town.board, title=f"{CANARY} under forhandling")
    with act(town.karen, "submit", made):
        pass
    assert deliver()
    [sent] = mail.outbox
    assert sent.to == ["bo@solbjerg.example"]
    assert made.case.number in sent.subject
    assert CANARY not in sent.subject + str(sent.body)


def test_a_notice_is_sent_once(town: World) -> None:
    with act(town.karen, "submit", item(town, town.board)):
        pass
    assert deliver()
    assert not deliver()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("kind", ["item.submit", "item.approve", "item.return", "item.review"])
def test_whom_a_conflict_of_interest_keeps_from_the_item_is_told_nothing_of_it(town: World, kind: str) -> None:
    made, other = (item(town, town.board, ItemState.IN_REVIEW) for _ in range(2))
    for who in (town.karen, town.bo, town.lis):
        Presence.objects.create(item=made, person_id=who.person, conflict=True)
    for about in (made, other):
        Journal.objects.create(at=timezone.now(), by_id=town.per.person, kind=kind, item=about)
    deliver()
    assert [other.case.number in sent.subject for sent in mail.outbox] == [True]


def test_nobody_is_told_of_their_own_deed(town: World) -> None:
    made = item(town, town.council)
    Journal.objects.create(at=timezone.now(), by_id=town.lis.person, kind="item.approve", item=made)
    deliver()
    assert mail.outbox == []


def test_members_of_the_meetings_day_are_told_of_the_agenda(town: World) -> None:
    held = meeting(town.council, state=MeetingState.ANNOUNCED)
    Journal.objects.create(at=timezone.now(), by_id=town.lis.person, kind="meeting.announce", meeting=held)
    deliver()
    assert [sent.to for sent in mail.outbox] == [["ida@solbjerg.example"]]
    assert f"/arbejde/mine-moeder/{held.id}/" in str(mail.outbox[0].body)


def test_the_mayor_gets_the_agenda_and_the_minutes_of_a_committee_and_reads_them(town: World) -> None:
    Seat.objects.filter(person=town.ida.person).update(chairs=True, until=DAY)
    held = meeting(town.committee, state=MeetingState.ANNOUNCED)
    for kind in ("meeting.announce", "meeting.close", "meeting.approve_minutes"):
        Journal.objects.create(at=timezone.now(), by_id=town.lis.person, kind=kind, meeting=held)
    deliver()
    assert [(sent.to[0].partition("@")[0], sent.subject.partition(":")[0]) for sent in mail.outbox] == [
        ("mads", "Dagsordenen er sendt ud"),
        ("ida", "Dagsordenen er sendt ud"),
        ("mads", "Referatet venter på din godkendelse"),
        ("ida", "Referatet er færdigt"),
    ]
    mayor, texts = see(Person.objects.get(pk=town.ida.person)), Section.objects
    made = item(town, town.committee, ItemState.SCHEDULED, on=held, number=1, access=Access.CLOSED)
    after = meeting(town.committee, MeetingState.ANNOUNCED, DAY + timedelta(days=1))
    item(town, town.committee, ItemState.SCHEDULED, on=after, number=1)
    assert {one.item_id for one in texts.visible_to(mayor)} == {made.id}
    assert not texts.visible_to(town.ida).exists(), "another member of the council"
    assert not mayor.sits(town.committee.id, DAY)
    chosen_again = {"since": DAY + timedelta(days=300), "chairs": True}
    Seat.objects.create(person_id=town.ida.person, body=town.council, **chosen_again)
    mayor = see(Person.objects.get(pk=town.ida.person))
    assert {one.item_id for one in texts.visible_to(mayor)} == {made.id}, "a term to come takes none away"


def test_a_promise_is_remembered_once_before_its_day(town: World) -> None:
    made = item(town, town.board, ItemState.DECIDED)
    Followup.objects.create(item=made, text=CANARY, owner_id=town.karen.person, due_to=date(2027, 3, 20))
    assert remember(date(2027, 3, 1)) == 0
    assert remember(date(2027, 3, 14)) == 1
    assert remember(date(2027, 3, 15)) == 0
    deliver()
    [sent] = mail.outbox
    assert sent.to == ["karen@solbjerg.example"]
    assert CANARY not in sent.subject + str(sent.body)


def test_who_must_approve_is_reminded_once_when_the_deadline_is_near(town: World) -> None:
    made = item(town, town.board, ItemState.IN_REVIEW, title=f"{CANARY} under forhandling")
    item(town, town.board)
    meeting(town.board, day=DAY)
    monday = DAY - timedelta(days=DAY.weekday() + 7)
    assert remember(monday - timedelta(days=4)) == 0
    assert remember(monday - timedelta(days=3)) == 1
    assert remember(monday) == 0
    assert remember(monday + timedelta(days=1)) == 0
    deliver()
    [sent] = mail.outbox
    assert sent.to == ["bo@solbjerg.example"]
    assert f"skal godkendes senest den {monday:%d-%m-%Y}" in sent.subject
    assert made.case.number in sent.subject
    assert CANARY not in sent.subject + str(sent.body)


def test_who_has_approved_meanwhile_is_not_reminded(town: World) -> None:
    made = item(town, town.board, ItemState.IN_REVIEW)
    meeting(town.board, day=DAY)
    assert remember(DAY - timedelta(days=DAY.weekday() + 7)) == 1
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(state=ItemState.APPROVED)
    deliver()
    assert mail.outbox == []


def test_a_closing_is_seen_after_on_its_day_of_review(town: World) -> None:
    made = item(town, town.board, access=Access.CLOSED)
    Item.objects.unguarded(WHY).filter(id=made.id).update(review_on=DAY)
    assert remember(DAY) == 1
    deliver()
    assert [sent.to for sent in mail.outbox] == [["lis@solbjerg.example"]]


@pytest.mark.parametrize("address", ["lis@solbjerg.example\nBcc: ida@b.example", "lis@a.example, ida@a.example"])
def test_an_address_that_no_mail_can_go_to_keeps_nobody_else_waiting(
    town: World, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    send = EmailBackend.send_messages

    def refusing(backend: EmailBackend, messages: list[EmailMessage]) -> int:
        for one in messages[0].to:
            sanitize_address(one, "utf-8")  # as the one that speaks to a mail server does
        if messages[0].to == ["bo@solbjerg.example"]:
            raise smtplib.SMTPRecipientsRefused({"bo@solbjerg.example": (550, b"no such user")})
        return int(send(backend, messages))

    monkeypatch.setattr(EmailBackend, "send_messages", refusing)
    Person.objects.filter(pk=town.lis.person).update(email=address)
    made = item(town, town.board)
    for kind in ("item.submit", "item.approve", "item.return"):
        Journal.objects.create(at=timezone.now(), by_id=town.per.person, kind=kind, item=made)
    assert Messenger().work()
    assert [sent.to for sent in mail.outbox] == [["karen@solbjerg.example"]]
    assert not Journal.objects.unguarded(WHY).filter(delivered_at=None).exists()


def test_a_mail_server_that_is_away_loses_nothing(town: World, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    with act(town.karen, "submit", item(town, town.board)):
        pass
    messenger = Messenger()
    assert not messenger.work()
    assert Journal.objects.unguarded(WHY).filter(delivered_at=None).count() == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert Messenger().work()
    assert len(mail.outbox) == 1


def test_a_session_that_is_over_is_forgotten(db: None) -> None:
    for days in (-1, 1):
        session = SessionStore()
        session.set_expiry(timezone.now() + timedelta(days=days))
        session.save()
    Messenger().work()
    assert Session.objects.count() == 1
