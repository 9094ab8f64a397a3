"""Each letter goes out once, whatever dies in between."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from pytest_django import Settings

from sagsgang.alerts import noticing
from sagsgang.alerts.composing import Composer
from sagsgang.alerts.models import Letter, News, Watermark
from sagsgang.alerts.noticing import notice
from sagsgang.alerts.sending import CLAIM, send
from sagsgang.alerts.work import Herald
from sagsgang.archive.models import Content
from tests.alerts.town import ADDRESS, agenda, follows, go_out, news, retitled
from tests.portal.papers import DIRECTORS

pytestmark = [pytest.mark.django_db, pytest.mark.database]
compose = Composer().compose


class Died(BaseException):
    """What is left of a process that was killed."""


@pytest.fixture(autouse=True)
def followed(db: None) -> None:
    follows()
    follows(address="bent@solbjerg.example")
    go_out(agenda())


def die(*_: object, **__: object) -> None:
    raise Died


def names() -> list[str]:
    return [one.extra_headers["Message-ID"] for one in mail.outbox]


def test_a_worker_that_dies_before_it_has_noted_what_is_news_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(noticing, "keep", die)
        with pytest.raises(Died):
            notice()
    assert not News.objects.exists()
    assert not Watermark.objects.exists()
    assert len(news()) == 2


def test_a_worker_that_dies_before_the_server_answers_sends_the_letter_later(monkeypatch: pytest.MonkeyPatch) -> None:
    while notice():
        pass
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", die)
        with pytest.raises(Died):
            send(compose)
    assert mail.outbox == []
    assert len(news()) == 2


def test_a_worker_that_dies_after_the_server_took_a_letter_sends_it_again_under_the_same_name() -> None:
    while notice():
        pass
    send(compose)
    first = names()
    # Killed between the server's yes and our note of it: the letter is claimed, and neither sent nor let go.
    Letter.objects.update(sent_at=None)
    Herald().work()
    assert names() == first
    Letter.objects.update(claimed_at=timezone.now() - CLAIM - timedelta(seconds=1))
    Herald().work()
    assert sorted(set(names())) == sorted(first)
    assert len(names()) == 2 * len(first)
    assert not Herald().work()


def test_no_two_workers_send_one_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    while notice():
        pass
    sent = EmailMessage.send

    def and_another_worker(message: EmailMessage) -> int:
        with monkeypatch.context() as patch:
            patch.setattr(EmailMessage, "send", sent)
            send(compose)
        return int(sent(message))

    monkeypatch.setattr(EmailMessage, "send", and_another_worker)
    send(compose)
    assert sorted(one.to[0] for one in mail.outbox) == [ADDRESS, "bent@solbjerg.example"]


def test_no_two_workers_note_one_paper_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    found = noticing._found

    def and_another_worker(seals: object) -> object:
        monkeypatch.setattr(noticing, "_found", found)
        notice()
        return found(seals)  # type: ignore[arg-type]

    monkeypatch.setattr(noticing, "_found", and_another_worker)
    assert notice()
    assert News.objects.count() == 2
    assert len(news()) == 2


def test_an_address_that_no_mail_can_go_to_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    passed = EmailBackend.send_messages

    def refusing(backend: EmailBackend, messages: list[EmailMessage]) -> int:
        if messages[0].to == [ADDRESS]:
            raise smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"no such user")})
        return int(passed(backend, messages))

    monkeypatch.setattr(EmailBackend, "send_messages", refusing)
    assert [one.to for one in news()] == [["bent@solbjerg.example"]]
    assert Letter.objects.filter(failed=True).count() == 1
    assert "takes no" in caplog.text or "does not take" in caplog.text
    assert ADDRESS not in caplog.text


def test_a_mail_server_that_is_away_loses_nothing(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    herald = Herald()
    while herald.work():
        pass
    assert not Letter.objects.filter(sent_at__isnull=False).exists()
    assert "ConnectionRefusedError" in caplog.text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert len(news()) == 2


def test_a_letter_that_cannot_be_written_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def unwritable(letter: Letter) -> EmailMessage | None:
        if letter.follower.address == ADDRESS:
            raise RuntimeError("KANARIEFUGL")
        return compose(letter)

    while notice() or send(unwritable):
        pass
    assert [one.to for one in mail.outbox] == [["bent@solbjerg.example"]]
    assert "RuntimeError" in caplog.text
    assert "KANARIEFUGL" not in caplog.text


def test_papers_that_somebody_wrote_over_are_told_without_stopping_the_worker() -> None:
    go_out(retitled(agenda(), "Havnen"))
    Content.objects.update(data=b"[]")
    assert news() == []
    assert not Herald().work()


def test_a_letter_is_claimed_and_no_transaction_is_open_while_the_server_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    depth = []

    def watched(_: EmailMessage) -> int:
        depth.append((connection_depth(), Letter.objects.filter(claimed_at__isnull=False).count()))
        return 1

    outside = connection_depth()
    monkeypatch.setattr(EmailMessage, "send", watched)
    while notice() or send(compose):
        pass
    assert [found for found, _ in depth] == [outside, outside]
    assert [claimed for _, claimed in depth] == [1, 2]


def connection_depth() -> int:
    """How many blocks of a transaction are open."""
    from django.db import connection

    return len(connection.savepoint_ids)


def test_every_letter_has_a_name_of_its_own() -> None:
    go_out(agenda(body=DIRECTORS))
    sent = news()
    assert len({one.extra_headers["Message-ID"] for one in sent}) == len(sent) == 2
