"""Logins that somebody began and left: nothing of them stays, however many there are."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from sagsgang.jobs.work import Messenger
from sagsgang.login import limits
from sagsgang.login.entry import WAIT
from tests.login.identity import AWAY, go, running
from tests.login.key_owner import CHALLENGE, Owner, asked, come, is_in, post, window

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_challenge_that_nobody_answers_is_forgotten_in_minutes(owner: Owner) -> None:
    before = set(Session.objects.values_list("pk", flat=True))
    asked(window())
    (left,) = Session.objects.exclude(pk__in=before)
    assert left.expire_date <= timezone.now() + WAIT
    Session.objects.filter(pk=left.pk).update(expire_date=timezone.now() - timedelta(seconds=1))
    Messenger().work()
    assert set(Session.objects.values_list("pk", flat=True)) == before


def test_whoever_logged_in_with_the_passkey_stays_for_the_day(owner: Owner) -> None:
    owner.add()
    client = window()
    come(owner.holder, client)
    assert is_in(client)
    session = Session.objects.get(pk=client.session.session_key)
    assert session.expire_date > timezone.now() + timedelta(hours=9)


def test_whoever_asks_for_challenges_without_end_is_told_to_wait(
    owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BEGINNINGS", 3)
    before = Session.objects.count()
    said = [post(window(), CHALLENGE, {}) for _ in range(5)]
    assert [answer.status_code for answer in said] == [200, 200, 200, 429, 429]
    assert "forsøg" in said[-1].json()["refused"]
    assert Session.objects.count() == before + 3


@pytest.mark.slow
def test_the_way_to_the_provider_is_bounded_too(
    db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setattr(limits, "BEGINNINGS", 2)
    with running() as provider:
        settings.OIDC = provider.settings()
        for _ in range(2):
            go(Client())
        assert Client().get(AWAY, {"next": "/arbejde/"}).status_code == 429
        assert Session.objects.count() == 2
        assert all(session.expire_date <= timezone.now() + WAIT for session in Session.objects.all())
