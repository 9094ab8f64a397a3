"""Asking, saying yes, seeing what one follows, and stopping it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from sagsgang.alerts import limits
from sagsgang.alerts.models import Follower, Frequency, Kind, Knock, Letter, Subscription
from sagsgang.alerts.sweeping import sweep
from sagsgang.alerts.urls import pages
from sagsgang.alerts.work import Herald
from sagsgang.config.mail import reaches_people
from tests.alerts.town import ADDRESS, BODY, agenda, follows, go_out, news, said
from tests.portal.papers import HARBOUR
from tests.walls.addresses import ALERTS

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FORM = {"adresse": ADDRESS, "hvad": f"case:{HARBOUR}", "hvor_tit": "at_once"}
PATH = re.compile(r"http://127\.0\.0\.1:8000(/(?:en/)?foelg/[^\s>\"]+)")


@pytest.fixture(autouse=True)
def town(db: None) -> None:
    go_out(agenda())


def path_in(sent: object) -> str:
    """The first address of ours in the mail that was sent."""
    found = PATH.search(str(getattr(sent, "body", "")))
    assert found
    return found[1]


def test_every_address_has_a_line_on_the_walls() -> None:
    assert {pattern.name for pattern in pages} == {line.name for line in ALERTS}


def test_following_begins_when_the_mail_is_answered_by_a_press_of_the_button(client: Client) -> None:
    assert client.post("/foelg/", FORM)["Location"] == "/foelg/sendt/"
    [asking] = news()
    assert asking.to == [ADDRESS]
    assert HARBOUR in asking.subject
    path = path_in(asking)
    for _scanner in range(2):
        assert client.get(path).status_code == 200
        assert client.head(path).status_code == 200
    assert Subscription.objects.get().confirmed_at is None
    answer = client.post(path)
    assert answer.status_code == 303
    assert Subscription.objects.get().confirmed_at
    page = client.get(answer["Location"])
    assert ADDRESS in page.content.decode()
    assert HARBOUR in page.content.decode()


def test_confirming_twice_leads_to_the_same_page(client: Client) -> None:
    client.post("/foelg/", FORM)
    path = path_in(news()[0])
    first = client.post(path)
    since = Subscription.objects.get().confirmed_at
    assert client.post(path)["Location"] == client.get(path)["Location"] == first["Location"]
    assert Subscription.objects.get().confirmed_at == since


def test_known_and_unknown_addresses_get_the_same_answer(client: Client) -> None:
    follows()
    answers = [
        client.post(where, {**FORM, "adresse": address})
        for where in ("/foelg/", "/foelg/link/")
        for address in (ADDRESS, "ukendt@solbjerg.example")
    ]
    assert {(one.status_code, one["Location"], one.content) for one in answers} == {(302, "/foelg/sendt/", b"")}
    sent = news()
    assert sorted(one.to[0] for one in sent) == [ADDRESS, "ukendt@solbjerg.example"]
    assert "/foelg/mine/" in path_in(next(one for one in sent if one.to == [ADDRESS]))


def test_asking_again_for_what_waits_sends_the_same_question_and_makes_no_second_row(client: Client) -> None:
    client.post("/foelg/", FORM)
    client.post("/foelg/", {**FORM, "adresse": f" {ADDRESS.upper()} ", "hvor_tit": "weekly"})
    assert Follower.objects.get().address == ADDRESS
    assert Subscription.objects.get().frequency == Frequency.WEEKLY
    assert len(news()) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"adresse": "ingen adresse"},
        {"adresse": ""},
        {"adresse": "a@b.example\nBcc: c@d.example"},
        {"adresse": f"{'a' * 300}@b.example"},
        {"adresse": "root@localhost"},
        {"adresse": "root@[127.0.0.1]"},
        {"hvad": "case:999-1999-1"},
        {"hvad": "body:findes-ikke"},
        {"hvad": "kle:99"},
        {"hvad": "search:[1]"},
        {"hvad": "search:{}"},
        {"hvad": 'search:{"q": ["Gratis penge https://penge.example/"]}'},
        {"hvad": 'search:{"q": ["Gratis penge penge.example"]}'},
        {"hvad": 'search:{"q": ["Gratis penge t.example/a"]}'},
        {"hvad": f'search:{{"q": ["{"Gratis penge " * 8}"]}}'},
        {"hvad": "case:\0"},
        {"hvad": "noget:andet"},
        {"hvor_tit": "hvert minut"},
    ],
    ids=str,
)
def test_what_cannot_be_followed_is_told_and_nothing_is_kept(client: Client, change: dict[str, str]) -> None:
    answer = client.post("/foelg/", {**FORM, **change})
    assert answer.status_code == 400
    assert b'role="alert"' in answer.content
    assert not Follower.objects.exists()


@pytest.mark.parametrize(
    ("asked", "kind", "key"),
    [
        (f"sag={HARBOUR}", Kind.CASE, HARBOUR),
        (f"udvalg={BODY}", Kind.BODY, BODY),
        ("emne=01.02", Kind.SUBJECT, "01.02"),
        ("q=&emne=01", Kind.SUBJECT, "01"),
        ("q=havn&emne=01", Kind.SEARCH, '{"emne": ["01"], "q": ["havn"]}'),
        (
            "q=85.02.02-P19-1-24+f.eks.+2.+behandling",
            Kind.SEARCH,
            '{"q": ["85.02.02-P19-1-24 f.eks. 2. behandling"]}',
        ),
        ("q=+havn++%C3%A6", Kind.SEARCH, '{"q": ["havn æ"]}'),
    ],
)
def test_a_link_from_another_page_fills_the_form(client: Client, asked: str, kind: str, key: str) -> None:
    answer = client.get(f"/foelg/?{asked}")
    assert answer.status_code == 200
    value = re.search(r'name="hvad" value="([^"]+)"', answer.content.decode())
    assert value
    client.post("/foelg/", {**FORM, "hvad": value[1].replace("&quot;", '"')})
    row = Subscription.objects.get()
    assert (row.kind, row.key) == (kind, key)


@pytest.mark.parametrize("asked", ["sag=999-1-1", "udvalg=x", "emne=1", "q=", "q=" + "x" * 600, "sag=%00", "q=%00"])
def test_a_link_to_nothing_says_so(client: Client, asked: str) -> None:
    answer = client.get(f"/foelg/?{asked}")
    assert answer.status_code == 404
    assert b'role="alert"' in answer.content


def test_english_pages_make_english_links(client: Client) -> None:
    assert client.post("/en/foelg/", FORM)["Location"] == "/en/foelg/sendt/"
    assert path_in(news()[0]).startswith("/en/foelg/bekraeft/")
    assert Follower.objects.get().language == "en"


def test_a_frequency_can_be_changed_and_takes_what_waits_along(client: Client) -> None:
    row = follows(frequency=Frequency.WEEKLY)
    go_out(agenda(timezone.localdate() + timedelta(days=20)))
    assert news() == []
    mine = f"/foelg/mine/{row.follower.token}/"
    assert client.post(mine, {"linje": row.pk, "hvor_tit": "at_once"}).status_code == 303
    assert len(news()) == 1


def test_one_thing_is_stopped_and_with_the_last_the_address_is_gone(client: Client) -> None:
    first, second = follows(), follows(Kind.BODY, BODY)
    mine = f"/foelg/mine/{first.follower.token}/"
    assert (
        client.post(mine, {"linje": first.pk, "hvor_tit": "weekly", "stop": first.pk})["Location"]
        == f"{mine}?nu=stoppet"
    )
    assert list(Subscription.objects.all()) == [second]
    assert client.post(mine, {"stop": second.pk})["Location"] == "/foelg/slut/"
    assert not Follower.objects.exists()


def test_everything_can_be_deleted_at_once(client: Client) -> None:
    row = follows()
    go_out(agenda(timezone.localdate() + timedelta(days=20)))
    news()
    assert client.post(f"/foelg/mine/{row.follower.token}/", {"slet": "1"})["Location"] == "/foelg/slut/"
    assert not any(model.objects.exists() for model in (Follower, Subscription, Letter))
    assert client.get(f"/foelg/mine/{row.follower.token}/").status_code == 404


def test_nobody_stops_what_another_address_follows(client: Client) -> None:
    mine, other = follows(), follows(address="bent@solbjerg.example")
    client.post(f"/foelg/mine/{mine.follower.token}/", {"stop": other.pk})
    client.post(f"/foelg/mine/{mine.follower.token}/", {"linje": other.pk, "hvor_tit": "weekly"})
    client.post(f"/foelg/stop/{mine.follower.token}/{other.pk}/")
    other.refresh_from_db()
    assert other.frequency == Frequency.AT_ONCE


def test_the_mail_programs_own_button_stops_what_the_mail_was_sent_for() -> None:
    follows()
    kept = follows(Kind.SUBJECT, "02")
    go_out(agenda(timezone.localdate() + timedelta(days=20)))
    [sent] = news()
    headers = sent.extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    program = Client(enforce_csrf_checks=True)
    assert program.get(path).status_code == 200
    assert Subscription.objects.count() == 2
    for _ in range(2):
        assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert list(Subscription.objects.all()) == [kept]


def test_pages_that_hold_a_secret_are_kept_by_nobody(client: Client) -> None:
    row = follows()
    for path in (f"mine/{row.follower.token}/", f"stop/{row.follower.token}/{row.pk}/"):
        answer = client.get(f"/foelg/{path}")
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex"


def test_a_machine_that_asks_too_often_must_wait(client: Client) -> None:
    for number in range(limits.A_MACHINE):
        assert client.post("/foelg/", {**FORM, "adresse": f"a{number}@solbjerg.example"}).status_code == 302
    assert client.post("/foelg/", FORM).status_code == 429
    assert client.post("/foelg/link/", FORM).status_code == 429
    assert client.post("/foelg/", FORM, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_machines_of_one_network_of_ipv6_count_as_one(client: Client) -> None:
    for number in range(limits.A_MACHINE):
        client.post("/foelg/", {**FORM, "adresse": f"a{number}@b.example"}, REMOTE_ADDR=f"2001:db8::{number + 1:x}")
    assert client.post("/foelg/", FORM, REMOTE_ADDR="2001:db8::ffff").status_code == 429
    assert client.post("/foelg/", FORM, REMOTE_ADDR="2001:db8:0:1::1").status_code == 302


def test_nobody_can_have_an_address_flooded(client: Client) -> None:
    for number in range(60):
        key = {"hvad": f"kle:{number:02}"}
        assert client.post("/foelg/", {**FORM, **key}, REMOTE_ADDR=f"192.0.2.{number}").status_code in {302, 400}
    assert len(news()) == limits.AN_ADDRESS == Letter.objects.count()


def test_no_address_stands_in_the_table_of_limits(client: Client) -> None:
    client.post("/foelg/", FORM)
    assert not any(ADDRESS in row.key or "127.0.0.1" in row.key for row in Knock.objects.all())


def test_who_never_answers_is_forgotten_after_48_hours(client: Client) -> None:
    client.post("/foelg/", FORM)
    kept = follows(address="bent@solbjerg.example")
    Follower.objects.update(created_at=timezone.now() - timedelta(hours=47))
    Subscription.objects.update(created_at=timezone.now() - timedelta(hours=47))
    sweep()
    assert Follower.objects.count() == 2
    Follower.objects.update(created_at=timezone.now() - timedelta(hours=49))
    Subscription.objects.update(created_at=timezone.now() - timedelta(hours=49))
    sweep()
    assert list(Follower.objects.all()) == [kept.follower]


def test_addresses_that_nobody_confirmed_go_when_mails_are_no_longer_sent(client: Client, settings: Settings) -> None:
    client.post("/foelg/", FORM)
    Subscription.objects.update(created_at=timezone.now() - timedelta(hours=49))
    Follower.objects.update(created_at=timezone.now() - timedelta(hours=49))
    settings.FOLLOWING = False
    Herald().work()
    assert not Follower.objects.exists()


def test_without_a_mail_server_the_page_leads_to_feeds_and_calendars(client: Client, settings: Settings) -> None:
    settings.FOLLOWING = False
    page = client.get(f"/foelg/?udvalg={BODY}").content.decode()
    assert f"/udvalg/{BODY}/feed.atom" in page
    assert f"/udvalg/{BODY}/kalender.ics" in page
    assert '<form method="post" action="/foelg/' not in page
    client.post("/foelg/", FORM)
    client.post("/foelg/link/", FORM)
    assert not Letter.objects.exists()
    assert mail.outbox == []


def test_mails_reach_people_by_a_server_or_on_their_own_machine() -> None:
    assert reaches_people("smtp://mail.solbjerg.example", "https://sager.solbjerg.example")
    assert reaches_people("", "http://127.0.0.1:8000")
    assert not reaches_people("", "https://sager.solbjerg.example")


@pytest.mark.parametrize(
    "page", [f"/udvalg/{BODY}/", f"/sager/{HARBOUR}/", "/soeg/?q=havn&aar=2026", "/soeg/?emne=01"]
)
def test_pages_of_what_can_be_followed_lead_here(client: Client, page: str) -> None:
    found = re.search(r'href="(/foelg/\?[^"]+)"', client.get(page).content.decode())
    assert found
    assert client.get(found[1].replace("&amp;", "&")).status_code == 200


def test_the_pages_ask_little_of_the_database(client: Client) -> None:
    row = follows()
    follows(Kind.BODY, BODY)
    for path, most in ((f"/foelg/?sag={HARBOUR}", 3), ("/foelg/", 2), (f"/foelg/mine/{row.follower.token}/", 6)):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path).status_code == 200
        assert len(asked) <= most, [query["sql"] for query in asked]


def test_an_address_is_in_no_page_but_its_own_and_in_no_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    row = follows()
    client.post("/foelg/", FORM)
    sent = news()
    assert sent
    assert ADDRESS not in "".join(said(one) for one in sent)
    assert ADDRESS not in client.get("/foelg/").content.decode()
    assert ADDRESS not in caplog.text
    assert row.follower.token not in caplog.text
