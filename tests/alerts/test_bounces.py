"""An address that the mail server refuses for good, day after day."""

import smtplib
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from sagsgang.alerts import following
from sagsgang.alerts.bounces import DAYS, KEPT
from sagsgang.alerts.models import Follower, Kind, Letter, News
from sagsgang.alerts.sweeping import sweep
from tests.alerts.town import ADDRESS, BODY, agenda, follows, go_out, news, rested, today, work

pytestmark = [pytest.mark.django_db, pytest.mark.database]
OTHER = "bent@solbjerg.example"


class Server:
    """Says `code` to each mail to ADDRESS."""

    code = 550


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    passed, made = EmailBackend.send_messages, Server()

    def answer(backend: EmailBackend, messages: list[EmailMessage]) -> int:
        if messages[0].to == [ADDRESS] and made.code:
            raise smtplib.SMTPRecipientsRefused({ADDRESS: (made.code, b"no such user")})
        return int(passed(backend, messages))

    monkeypatch.setattr(EmailBackend, "send_messages", answer)
    follows(Kind.BODY, BODY)
    follows(Kind.BODY, BODY, address=OTHER)
    return made


def a_day_goes_by() -> None:
    """Something is published, and told; then it is tomorrow."""
    go_out(agenda(today() + timedelta(days=10 + Letter.objects.count())))
    rested()
    work()
    yesterday = timezone.localdate() - timedelta(days=1)
    Follower.objects.filter(refused_on__isnull=False).update(refused_on=yesterday)


def test_refusals_on_three_days_pause_the_address_and_no_log_names_it(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(DAYS):
        assert Follower.objects.get(address=ADDRESS).paused_at is None
        a_day_goes_by()
    assert Follower.objects.get(address=ADDRESS).paused_at
    a_day_goes_by()
    assert Letter.objects.filter(failed=True).count() == DAYS
    assert len([one for one in news() if one.to == [OTHER]]) == DAYS + 1
    assert f"refused on {DAYS} days" in caplog.text
    assert ADDRESS not in caplog.text


def test_many_refusals_on_one_day_are_one(server: Server) -> None:
    for week in range(DAYS + 2):
        go_out(agenda(today() + timedelta(days=7 * week)))
        rested()
        work()
    follower = Follower.objects.get(address=ADDRESS)
    assert (follower.refusals, follower.paused_at) == (1, None)


def test_a_server_that_says_later_refuses_nobody(server: Server) -> None:
    server.code = 450
    a_day_goes_by()
    assert Follower.objects.get(address=ADDRESS).refusals == 0
    assert not Letter.objects.filter(failed=True).exists()


def test_one_mail_that_is_taken_makes_all_good(server: Server) -> None:
    for _ in range(DAYS - 1):
        a_day_goes_by()
    server.code = 0
    a_day_goes_by()
    follower = Follower.objects.get(address=ADDRESS)
    assert (follower.refusals, follower.refused_on) == (0, None)


def test_whoever_asks_for_the_link_and_gets_it_is_written_to_again(server: Server) -> None:
    for _ in range(DAYS):
        a_day_goes_by()
    server.code = 0
    following.ask_for_link(ADDRESS)
    work()
    assert Follower.objects.get(address=ADDRESS).paused_at is None
    a_day_goes_by()
    assert ADDRESS in [one.to[0] for one in news()]


def test_a_paused_address_is_forgotten_in_the_end_and_the_log_says_so(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(DAYS):
        a_day_goes_by()
    sweep()
    assert Follower.objects.filter(address=ADDRESS).exists()
    Follower.objects.filter(address=ADDRESS).update(paused_at=timezone.now() - KEPT - timedelta(hours=1))
    sweep()
    assert not Follower.objects.filter(address=ADDRESS).exists()
    assert not News.objects.filter(subscription__follower__address=ADDRESS).exists()
    assert "1 addresses were forgotten" in caplog.text
    assert ADDRESS not in caplog.text
