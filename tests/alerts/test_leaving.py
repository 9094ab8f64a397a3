"""A body that is taken off the street: its followers are told once, and follow it no longer."""

import pytest
from django.test import Client

from sagsgang.alerts import leaving, noticing
from sagsgang.alerts.models import Follower, Kind, Letter, Subscription
from sagsgang.alerts.sweeping import UNCONFIRMED, sweep
from sagsgang.archive.leave import take_off
from sagsgang.archive.models import Audience, Body
from tests.alerts.town import ADDRESS, BODY, agenda, follows, go_out, news, rested, said, work
from tests.portal.papers import DIRECTORS, HARBOUR

pytestmark = [pytest.mark.django_db, pytest.mark.database]
REASON = "Udvalgets papirer er fra nu af for medarbejderne."


def leave(body: str = BODY, audience: Audience = Audience.STREET) -> None:
    assert take_off(Body.objects.get(slug=body), audience, REASON)


def test_followers_are_told_once_with_the_reason() -> None:
    follows(Kind.BODY, BODY)
    go_out(agenda())
    news()
    rested()
    leave()
    [sent] = news()
    assert sent.to == [ADDRESS]
    assert sent.subject == "Du kan ikke længere følge Økonomiudvalget"
    assert REASON in str(sent.body)
    assert "Helhedsplan" not in said(sent)
    assert "adresse bliver slettet" in said(sent)
    assert not Subscription.objects.exists()
    assert news() == []


def test_who_follows_nothing_else_is_forgotten_after_the_letter() -> None:
    follows(Kind.BODY, BODY)
    go_out(agenda())
    leave()
    while noticing.notice():
        pass
    Follower.objects.update(created_at=Follower.objects.get().created_at - UNCONFIRMED * 2)
    sweep()
    assert Follower.objects.exists()
    assert len(news()) == 1
    sweep()
    assert not Follower.objects.exists()
    assert not Letter.objects.exists()


def test_who_follows_more_keeps_it(client: Client) -> None:
    follows(Kind.BODY, BODY)
    follows()
    go_out(agenda())
    work()
    leave()
    sent = [one for one in news() if "ikke længere" in one.subject]
    assert len(sent) == 1
    assert "/foelg/mine/" in str(sent[0].body)
    assert [row.kind for row in Subscription.objects.all()] == [Kind.CASE]


def test_who_follows_a_case_that_it_treated_is_told_and_goes_on_following() -> None:
    row = follows()
    follows(address="bo@solbjerg.example", key="999-1")
    go_out(agenda())
    news()
    rested()
    leave()
    [sent] = news()
    assert sent.to == [ADDRESS]
    assert sent.subject == "Papirer fra Økonomiudvalget vises ikke længere"
    assert REASON in str(sent.body)
    assert f"/sager/{HARBOUR}/" in str(sent.body)
    assert f"/{row.pk}/" in sent.extra_headers["List-Unsubscribe"]
    assert Subscription.objects.filter(key=HARBOUR).exists()
    go_out(agenda(body=DIRECTORS))
    assert [one.to for one in news()] == [[ADDRESS]]


def test_who_follows_the_body_and_its_case_gets_one_letter() -> None:
    follows(Kind.BODY, BODY)
    follows()
    go_out(agenda())
    news()
    rested()
    leave()
    assert [one.subject for one in news()] == ["Du kan ikke længere følge Økonomiudvalget"]


def test_followers_of_another_body_and_of_another_channel_hear_nothing() -> None:
    go_out(agenda(), agenda(body=DIRECTORS))
    go_out(agenda(), audience=Audience.EMPLOYEES)
    follows(Kind.BODY, "direktionen")
    leave(audience=Audience.EMPLOYEES)
    follows(Kind.BODY, BODY)
    leave()
    work()
    assert Subscription.objects.get().key == "direktionen"
    assert [one.to for one in news()] == [[ADDRESS]]


def test_who_follows_it_when_it_is_back_is_not_stopped_by_its_leaving() -> None:
    follows(Kind.CASE, "999-1")
    go_out(agenda())
    leave()
    follows(Kind.BODY, BODY)
    assert news() == []
    assert Subscription.objects.filter(kind=Kind.BODY).exists()


def test_a_worker_that_dies_in_the_middle_tells_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    follows(Kind.BODY, BODY)
    go_out(agenda())
    news()
    leave()
    with monkeypatch.context() as patch:
        patch.setattr(leaving, "overwrite", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            noticing.notice()
    assert Subscription.objects.exists()
    assert len(news()) == 1
