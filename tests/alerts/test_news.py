"""Who is written to when something is published, and what the mail says."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.formats import date_format

from sagsgang.alerts import searches
from sagsgang.alerts.due import due_at
from sagsgang.alerts.models import Follower, Frequency, Kind, Letter, News, Subscription, Watermark
from sagsgang.alerts.things import asked_for
from sagsgang.alerts.work import Herald
from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience
from sagsgang.archive.withdraw import withdraw
from sagsgang.paper.model import SectionKind
from sagsgang.paper.withdrawn import HEADING, SAID, gone
from tests.alerts.town import (
    ADDRESS,
    BODY,
    agenda,
    follows,
    go_out,
    minutes,
    news,
    rested,
    retitled,
    said,
    today,
    work,
)
from tests.portal.papers import DIRECTORS, HARBOUR, SCHOOL, harbour, section

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_who_follows_a_body_is_told_of_its_agenda_with_every_title() -> None:
    follows(Kind.BODY, BODY)
    go_out(agenda())
    [sent] = news()
    assert sent.to == [ADDRESS]
    assert sent.subject.startswith("Økonomiudvalget ")
    assert str(today().year) in sent.subject
    assert "Helhedsplan for den gamle havn" in said(sent)
    assert "Lukket: Køb af ejendom" in said(sent)
    assert f"/moeder/{BODY}/{today() + timedelta(days=7)}/" in str(sent.body)


def test_who_asked_in_english_is_written_to_in_english() -> None:
    follows(Kind.BODY, BODY)
    Follower.objects.update(language="en")
    day = today() - timedelta(days=7)
    with translation.override("en"):
        written = date_format(day, "j F Y")
    go_out(minutes(day))
    [sent] = news()
    assert sent.subject == f"Økonomiudvalget {written}: minutes"
    assert "New minutes (3 items)" in said(sent)
    assert f"{written} 12:30</a>" in said(sent)
    assert f"Økonomiudvalget, {written}" in str(sent.body)
    assert "Stop these e-mails" in said(sent)


def test_who_follows_a_case_is_told_what_was_decided_in_it_and_of_nothing_else() -> None:
    follows()
    go_out(minutes(text="Godkendt, idet promenaden bygges først."))
    [sent] = news()
    assert HARBOUR in sent.subject
    assert "idet promenaden bygges først" in str(sent.body)
    assert "Eventuelt" not in said(sent)


@pytest.mark.parametrize("group", ["01", "01.02", "01.02.05"])
def test_who_follows_a_subject_is_told_of_its_items(group: str) -> None:
    follows(Kind.SUBJECT, group)
    go_out(agenda())
    [sent] = news()
    assert "Helhedsplan" in said(sent)
    assert "Køb af ejendom" not in said(sent)


def test_who_saved_a_search_is_told_of_what_it_finds_in_new_papers() -> None:
    follows(Kind.SEARCH, searches.written("promenade", {}))
    follows(Kind.SEARCH, searches.written("svømmehal", {}), address="bent@solbjerg.example")
    go_out(minutes(), agenda())
    [sent] = news()
    assert sent.to == [ADDRESS]
    assert said(sent).count("Helhedsplan") == 4


def test_a_search_that_is_narrowed_to_another_body_finds_nothing() -> None:
    [edition] = go_out(minutes(today() - timedelta(days=20), body=DIRECTORS))
    follows(Kind.SEARCH, searches.written("promenade", {"udvalg": [str(edition.meeting.body_id)]}))
    go_out(agenda())
    assert news() == []


@pytest.mark.parametrize(("first", "last", "hears"), [(-30, 30, True), (8, 30, False), (-30, 6, False), (7, 7, True)])
def test_a_search_that_is_narrowed_to_some_days_finds_what_lies_in_them(first: int, last: int, hears: bool) -> None:
    days = {name: [str(today() + timedelta(days=n))] for name, n in (("dato_fra", first), ("dato_til", last))}
    asked = QueryDict(mutable=True)
    asked["q"] = "promenade"
    for name, (value,) in days.items():
        asked[name] = value
    thing = asked_for(asked)
    assert thing
    assert f"dato_fra={days['dato_fra'][0]}" in thing.page
    follows(Kind.SEARCH, thing.key)
    go_out(agenda(today() + timedelta(days=7)))
    assert bool(news()) == hears


def test_who_follows_something_else_hears_nothing() -> None:
    follows(Kind.BODY, "direktionen")
    follows(Kind.CASE, SCHOOL)
    follows(Kind.SUBJECT, "02")
    go_out(agenda())
    assert news() == []


def test_several_things_of_one_address_go_in_one_mail_that_tells_each_paper_once() -> None:
    follows()
    follows(Kind.BODY, BODY)
    follows(Kind.SUBJECT, "01")
    go_out(agenda())
    [sent] = news()
    assert str(sent.body).count("1. Helhedsplan") == 1


def test_nobody_is_told_of_what_was_published_before_they_followed_it() -> None:
    go_out(agenda())
    follows()
    assert news() == []


def test_who_has_not_confirmed_hears_nothing() -> None:
    row = follows()
    Subscription.objects.filter(pk=row.pk).update(confirmed_at=None)
    go_out(agenda())
    assert news() == []


def test_the_employees_papers_are_told_to_nobody_on_the_street() -> None:
    follows()
    follows(Kind.BODY, BODY)
    go_out(agenda(), audience=Audience.EMPLOYEES)
    assert news() == []


def test_a_second_round_sends_nothing_again() -> None:
    follows()
    go_out(agenda())
    assert len(news()) == 1
    rested()
    Herald().work()
    assert news() == []


def test_two_papers_within_a_quarter_of_an_hour_make_two_mails_at_most() -> None:
    follows()
    go_out(agenda())
    assert len(news()) == 1
    go_out(agenda(today() + timedelta(days=14)), agenda(today() + timedelta(days=21)))
    assert news() == []
    rested()
    [sent] = news()
    assert "2 nye papirer" in sent.subject


def test_a_changed_agenda_is_told_to_those_whose_case_changed() -> None:
    follows()
    follows(Kind.CASE, SCHOOL, address="bent@solbjerg.example")
    first = agenda()
    school = replace(harbour("3", today(), "x"), title="Skolevej", case_number=SCHOOL)
    go_out(first)
    news()
    rested()
    go_out(replace(first, items=(*first.items, school)))
    [sent] = news()
    assert sent.to == ["bent@solbjerg.example"]
    assert "ændret" in said(sent)


def test_an_item_that_only_moved_is_no_news() -> None:
    follows()
    first = agenda()
    go_out(first)
    news()
    rested()
    go_out(replace(first, items=(first.items[1], replace(first.items[0], number="2"))))
    assert news() == []


def test_who_follows_the_body_is_told_what_changed_only() -> None:
    first = agenda(None, replace(harbour("3", today(), "x"), title="Skolevej"))
    go_out(first)
    follows(Kind.BODY, BODY)
    go_out(retitled(first, "Havnen bliver til bolig"))
    [sent] = news()
    assert "Havnen bliver til bolig" in said(sent)
    assert "Skolevej" not in said(sent)


def test_an_edition_that_another_took_the_place_of_meanwhile_is_told_once() -> None:
    follows(Kind.BODY, BODY)
    go_out(agenda(), retitled(agenda(), "Havnen"))
    [sent] = news()
    assert "ændret dagsorden" in sent.subject


def test_a_withdrawn_paper_is_told_without_its_words() -> None:
    follows()
    follows(Kind.BODY, BODY, address="bent@solbjerg.example")
    [edition] = go_out(agenda())
    news()
    rested()
    erase(edition, "Personoplysning om en borger")
    sent = news()
    assert sorted(one.to[0] for one in sent) == [ADDRESS, "bent@solbjerg.example"]
    assert all("vises ikke længere" in one.subject for one in sent)
    assert not any("Helhedsplan" in said(one) or "Personoplysning" in said(one) for one in sent)


def test_who_followed_the_case_after_the_paper_came_is_told_that_it_is_gone_and_once() -> None:
    [edition] = go_out(agenda())
    follows()
    follows(address="bent@solbjerg.example", key="999-1")
    withdraw(edition, "Fejl")
    [sent] = news()
    assert (sent.to, "vises ikke længere" in sent.subject) == ([ADDRESS], True)
    rested()
    erase(edition, "Fejl")
    assert news() == []


def test_the_subject_tells_new_papers_from_changed_and_from_withdrawn_ones() -> None:
    follows(Kind.BODY, BODY)
    second = agenda(today() + timedelta(days=14))
    [first, _] = go_out(agenda(), second)
    news()
    rested()
    withdraw(first, "Fejl")
    go_out(minutes(), retitled(second, "Havnen bliver til bolig"))
    [sent] = news()
    assert sent.subject.startswith("Økonomiudvalget: 1 nyt papir, 1 ændret papir, 1 papir taget ned, ")


def test_a_withdrawn_paper_that_nobody_was_told_of_yet_is_told_by_its_withdrawal_only() -> None:
    follows(Kind.BODY, BODY)
    [edition] = go_out(agenda())
    Follower.objects.update(quiet_until=timezone.now() + timedelta(minutes=10))
    assert news() == []
    withdraw(edition, "Fejl")
    work()
    rested()
    [sent] = news()
    assert "vises ikke længere" in sent.subject
    assert "Helhedsplan" not in said(sent)


def test_a_paper_that_is_erased_before_its_mail_goes_out_is_told_by_its_withdrawal_only() -> None:
    follows()
    [edition] = go_out(agenda())
    follower = Follower.objects.get()
    Follower.objects.update(quiet_until=timezone.now() + timedelta(minutes=10))
    assert news() == []
    assert News.objects.filter(subscription__follower=follower).exists()
    erase(edition, "Fejl")
    work()
    rested()
    [sent] = news()
    assert "Helhedsplan" not in said(sent)


def test_an_import_of_old_minutes_writes_to_nobody_at_once() -> None:
    follows(Kind.BODY, BODY)
    follows()
    go_out(*(minutes(date(2009, month, 3)) for month in range(1, 13)))
    assert news() == []
    assert News.objects.count() == 0


def test_an_import_of_old_minutes_is_a_line_in_a_digest() -> None:
    follows(Kind.BODY, BODY, Frequency.DAILY)
    go_out(*(minutes(date(2009, month, 3)) for month in range(1, 13)))
    assert news() == []
    rested()
    [sent] = news()
    assert "12 ældre papirer" in said(sent)
    rested()
    assert news() == []


def test_a_digest_waits_for_its_morning_and_holds_all_that_came() -> None:
    follows(frequency=Frequency.WEEKLY)
    go_out(agenda(), minutes())
    assert news() == []
    rested()
    [sent] = news()
    assert str(sent.body).count("1. Helhedsplan") == 2
    assert f"- Sag: {HARBOUR} Helhedsplan for den gamle havn" in str(sent.body)


def test_mornings_and_mondays_are_those_of_denmark() -> None:
    saturday = datetime(2026, 3, 28, 12, tzinfo=timezone.get_default_timezone())
    daily, weekly = (due_at(one, saturday, None) for one in (Frequency.DAILY, Frequency.WEEKLY))
    assert timezone.localtime(daily).isoformat() == "2026-03-29T07:00:00+02:00"
    assert timezone.localtime(weekly).isoformat() == "2026-03-30T07:00:00+02:00"
    assert timezone.localtime(due_at(Frequency.WEEKLY, weekly, None)).isoformat() == "2026-04-06T07:00:00+02:00"
    assert due_at(Frequency.AT_ONCE, saturday, None) == saturday


def test_nothing_new_costs_three_queries() -> None:
    follows()
    go_out(agenda())
    herald = Herald()
    while herald.work():
        pass
    with CaptureQueriesContext(connection) as asked:
        assert not herald.work()
    assert len(asked) == 3, [query["sql"] for query in asked]


def test_the_watermark_stands_at_the_end_of_every_chain() -> None:
    follows()
    first, other = go_out(agenda(), minutes(body=DIRECTORS))
    work()
    marks = dict(Watermark.objects.values_list("body_id", "number"))
    assert marks == {one.meeting.body_id: one.seal.number for one in (first, other)}


def test_with_no_followers_a_long_chain_is_passed_in_one_step() -> None:
    go_out(*(minutes(today() - timedelta(days=days)) for days in range(1, 8)))
    herald = Herald()
    assert herald.work()
    assert not herald.work()
    assert Letter.objects.count() == 0


def test_what_was_taken_off_the_agenda_is_told_with_the_reason() -> None:
    follows()
    go_out(agenda())
    news()
    rested()
    first, *others = agenda().items
    why = section(SectionKind.REMARK, HEADING, gone("Tallene mangler."))
    go_out(replace(agenda(), items=(replace(first, sections=(why, *first.sections)), *others)))
    [sent] = news()
    assert "Punktet er trukket af dagsordenen: Tallene mangler." in str(sent.body)
    assert "Beslutning:" not in str(sent.body)


def test_a_closed_item_that_was_taken_off_is_not_said_to_be_decided() -> None:
    follows(Kind.BODY, BODY)
    first, second = agenda().items
    go_out(replace(agenda(), items=(first, replace(second, extract=f"{SAID}."))))
    [sent] = news()
    assert f"{SAID}." in said(sent)
    assert "Beslutning:" not in str(sent.body)
