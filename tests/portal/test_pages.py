"""What the pages say."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Edition, Seal
from sagsgang.archive.print import keep_pdf
from sagsgang.archive.publish import publish
from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.mismatch import MESSAGES
from sagsgang.danish.outcomes import Commitment, OutcomeKind
from sagsgang.paper.model import PaperKind
from sagsgang.portal import words
from sagsgang.portal.page import STILL
from sagsgang.portal.templatetags.portal import computed_name, stated_name
from sagsgang.writers import pdf
from tests.portal.papers import COUNCIL, FINANCE, HARBOUR, SCHOOL, closed, decision, harbour, next_meeting, paper

pytestmark = pytest.mark.django_db
MEETING = "/moeder/oekonomiudvalget/2025-02-03/"


def html(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def said(client: Client, address: str) -> str:
    """The page's text without its tags."""
    return " ".join(re.sub(r"<[^>]*>", "", html(client, address)).split())


def test_a_closed_item_keeps_its_number_and_title_on_the_meeting(client: Client, world: None) -> None:
    page = html(client, MEETING)
    assert "Køb af ejendom" in page
    assert "Lukket punkt." in page


def test_a_closed_item_has_a_page_that_explains(client: Client, world: None) -> None:
    page = html(client, f"{MEETING}punkt/2/")
    assert "Lukket punkt." in page
    assert "Beslutning</b>" not in page


def test_what_is_told_of_a_closed_decision_stands_on_both_pages(client: Client, world: None) -> None:
    day = date(2025, 3, 17)
    told = replace(closed("1"), extract="Kommunen køber ejendommen.")
    publish(paper(FINANCE, day, told), Audience.STREET)
    for address in ("/moeder/oekonomiudvalget/2025-03-17/", "/moeder/oekonomiudvalget/2025-03-17/punkt/1/"):
        page = html(client, address)
        assert "Offentligt uddrag af beslutningen" in page
        assert "Kommunen køber ejendommen." in page


def test_the_address_stays_when_the_agenda_becomes_minutes(client: Client, world: None) -> None:
    day = date(2025, 3, 10)
    address = "/moeder/oekonomiudvalget/2025-03-10/"
    assert "Dette er dagsordenen" in html(client, address)
    done = decision(FINANCE, day, "Godkendt uden bemærkninger.", OutcomeKind.APPROVED)
    publish(paper(FINANCE, day, harbour("1", day, FINANCE, done)), Audience.STREET)
    page = html(client, address)
    assert "Godkendt uden bemærkninger." in page
    assert "Dagsorden, udgave 1 " in page
    assert "Referat, udgave 1 " in page
    assert f'href="{address}udgaver/agenda-1/minutes-1/"' in page


def test_a_recommendation_is_not_shown_as_the_end(client: Client, world: None) -> None:
    assert "En anbefaling er ikke en afgørelse." in html(client, f"{MEETING}punkt/1/")


def test_an_item_links_the_other_cases_that_it_names(client: Client, world: None) -> None:
    page = html(client, f"{MEETING}punkt/1/")
    assert f'<a href="/sager/{SCHOOL}/">{SCHOOL}</a>' in page
    assert f'<a href="/en/sager/{SCHOOL}/">{SCHOOL}</a>' in html(client, f"/en{MEETING}punkt/1/")


def test_an_item_says_which_decision_is_its_own(client: Client, world: None) -> None:
    page = html(client, "/moeder/direktionen/2025-01-20/punkt/1/")
    own, earlier = page.split("Tidligere behandling")
    assert "Anbefales." in own
    assert "Drøftedes." not in own
    assert "Drøftedes." in earlier


def test_an_item_leads_to_its_neighbours(client: Client, world: None) -> None:
    page = html(client, f"{MEETING}punkt/2/")
    assert f'rel="prev" href="{MEETING}punkt/1/"' in page
    assert f'rel="next" href="{MEETING}punkt/3/"' in page


def test_a_case_gathers_its_treatments_over_bodies(client: Client, world: None) -> None:
    page = html(client, f"/sager/{HARBOUR}/")
    assert page.count('<li class="step') == 5
    assert page.count("<circle") == 5
    text = said(client, f"/sager/{HARBOUR}/")
    assert "Sagen er på dagsordenen i Økonomiudvalget" in text
    assert "Senest behandlet i Kommunalbestyrelsen" in text


def test_another_way_to_write_a_case_number_leads_to_its_page(client: Client, world: None) -> None:
    answer = client.get("/sager/999-2024-01204/")
    assert (answer.status_code, answer["Location"]) == (301, f"/sager/{HARBOUR}/")


def test_a_long_case_is_cut_into_pages(client: Client, world: None) -> None:
    for day in range(1, 32):
        on = date(2023, 5, day)
        publish(paper(COUNCIL, on, harbour("1", on, COUNCIL)), Audience.STREET)
    page = html(client, f"/sager/{HARBOUR}/")
    assert page.count('<li class="step') == 25
    older = page.split('rel="next" href="')[1].split('"')[0]
    rest = html(client, f"/sager/{HARBOUR}/{older}")
    assert rest.count('<li class="step') == 11
    assert "Dette er sagens ældre behandlinger." in rest


def test_danish_content_keeps_its_language_on_an_english_page(client: Client, world: None) -> None:
    page = html(client, f"/en{MEETING}punkt/1/")
    assert '<h1 lang="da">Helhedsplan for den gamle havn</h1>' in page
    assert "Recommended" in page


def test_the_language_switch_keeps_the_page(client: Client, world: None) -> None:
    assert 'href="/en/lovet/?tilstand=sent"' in html(client, "/lovet/?tilstand=sent")
    assert 'href="/lovet/?tilstand=sent"' in html(client, "/en/lovet/?tilstand=sent")


def test_an_empty_archive_says_how_to_fill_it(client: Client) -> None:
    for address in ("/", "/moeder/", "/udvalg/", "/kalender/", "/lovet/"):
        assert "sagsgang import" in html(client, address), address


def test_a_pdf_not_made_yet_is_promised(client: Client, world: None) -> None:
    answer = client.get(f"{MEETING}referat.pdf")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert Edition.objects.filter(pdf__isnull=False).count() == 0


@pytest.mark.slow
def test_a_kept_pdf_is_served_whole_and_once(client: Client, world: None) -> None:
    edition = Edition.objects.get(meeting__slug="2025-02-03")
    assert keep_pdf(edition, pdf.write)
    answer = client.get(f"{MEETING}referat.pdf", HTTP_ACCEPT_ENCODING="gzip")
    data = b"".join(answer)
    assert (answer["Content-Type"], int(answer["Content-Length"])) == ("application/pdf", len(data))
    assert data.startswith(b"%PDF")
    assert client.get(f"{MEETING}referat.pdf", HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304


def test_a_version_is_shown_in_danish_time_with_its_seal(client: Client, world: None) -> None:
    seal = Edition.objects.get(meeting__slug="2025-02-03").seal
    Seal.objects.filter(pk=seal.pk).update(sealed_at=datetime(2025, 2, 3, 23, 43, tzinfo=UTC))
    page = html(client, f"{MEETING}udgaver/")
    assert "4. februar 2025</time> kl.\N{NO-BREAK SPACE}00.43" in page
    assert f"<code>{seal.record_hash}</code>" in page
    assert f"post {seal.number} i kæden" in page
    assert "4. februar 2025</time> kl.\N{NO-BREAK SPACE}00.43" in html(client, MEETING)
    assert "<lastmod>2025-02-04</lastmod>" in html(client, "/sitemap-moeder-0.xml")


def test_a_subject_has_its_name_beside_its_number(client: Client, world: None) -> None:
    assert "01 Fysisk planlægning og naturbeskyttelse" in html(client, "/soeg/?q=havn")


def test_two_numbers_for_one_thing_are_not_called_stated_and_computed() -> None:
    assert (stated_name("two_values"), computed_name("two_values")) == ("Det ene sted", "Det andet sted")
    assert (stated_name("sum_differs"), computed_name("sum_differs")) == ("Der står", "Det giver")


def test_every_finding_named_apart_is_one() -> None:
    assert words.SIDES.keys() <= MESSAGES.keys()


def test_an_erased_meeting_says_so_and_shows_nothing_of_it(client: Client, world: None) -> None:
    erase(Edition.objects.get(meeting__slug="2025-02-03"), "En persons ønske")
    answer = client.get(MEETING)
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "Indholdet er slettet" in page
    assert "Helhedsplan" not in page
    assert "En persons ønske" in page
    assert client.get(f"{MEETING}punkt/1/").status_code == 410
    assert client.get(f"{MEETING}referat.pdf").status_code == 410


def test_a_meeting_with_very_much_text_stays_light(client: Client, db: None) -> None:
    day = date(2025, 5, 5)
    long = "Udvalget drøftede sagen indgående og vender tilbage. " * 30
    items = [
        harbour(str(number), day, FINANCE, decision(FINANCE, day, long, OutcomeKind.DISCUSSED))
        for number in range(40)
    ]
    publish(paper(FINANCE, day, *items), Audience.STREET)
    answer = client.get("/moeder/oekonomiudvalget/2025-05-05/")
    assert answer.status_code == 200
    assert len(answer.content) < 60_000


@pytest.mark.parametrize("address", ["1900", "1900/1", "2023/12", "2998", "2999/1"])
def test_a_year_without_the_archive_is_not_found(client: Client, world: None, address: str) -> None:
    assert client.get(f"/kalender/{address}/").status_code == 404


@pytest.mark.parametrize("address", ["2024", "2024/1", "2024/12", "2025/12"])
def test_a_month_without_meetings_within_the_archive_is_a_page(client: Client, world: None, address: str) -> None:
    assert client.get(f"/kalender/{address}/").status_code == 200


def test_the_calendar_marks_today_where_the_page_is_made_anew(client: Client, world: None) -> None:
    marked = f'<td aria-current="date">{timezone.localdate().day}<'
    assert html(client, "/kalender/").count('aria-current="date"') == 1
    assert marked in html(client, "/kalender/")
    client.defaults[STILL] = "1"
    assert 'aria-current="date"' not in html(client, "/kalender/")


def test_a_month_shows_what_is_planned_among_what_has_a_paper(client: Client, world: None) -> None:
    day = next_meeting().date
    other = day.replace(day=28 if day.day < 28 else 1)
    publish(paper(FINANCE, other, harbour("1", other, FINANCE), kind=PaperKind.AGENDA), Audience.STREET)
    days = re.findall(r'id="d(\d+)"', html(client, f"/kalender/{day:%Y/%-m}/"))
    assert days == [str(number) for number in sorted((day.day, other.day))]


def test_a_body_tells_its_next_meeting_also_without_a_paper(client: Client, world: None) -> None:
    day = next_meeting().date
    card = html(client, "/udvalg/").partition(f">{next_meeting().body}<")[2].partition("</li>")[0]
    assert f'Næste møde: <time datetime="{day}">' in card


def test_filters_stay_when_one_more_is_chosen(client: Client, world: None) -> None:
    page = html(client, "/soeg/?q=havn&aar=2025")
    assert "?q=havn&amp;aar=2025&amp;udfald=approved#antal" in page
    assert 'name="aar" value="2025"' in page


def test_a_word_that_nothing_has_is_taken_for_the_beginning_of_one(client: Client, world: None) -> None:
    page = html(client, "/soeg/?q=helhedspl&hver=1")
    assert "Viser ord, der begynder med helhedspl." in page
    assert page.count('<li class="hit">') == 5


def test_the_search_page_tells_how_to_search(client: Client, world: None) -> None:
    page = html(client, "/soeg/?q=havn")
    assert '<code lang="da">skole IKKE privat</code>' in page
    assert '<code lang="da">vedligehold ELLER renovering</code>' in page


def test_nothing_found_helps_on(client: Client, world: None) -> None:
    page = html(client, "/soeg/?q=xyzzyq&aar=2025")
    assert "Søgningen gav ingen punkter" in page
    assert "?q=xyzzyq" in page


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=" + "a" * 5000, "q=%22", "side=-1", "side=99999999", "aar=abc", "udvalg=%F0%9F", "q=*&fra=x"],
)
def test_no_query_string_breaks_a_page(client: Client, world: None, query: str) -> None:
    for address in ("/soeg/", "/moeder/", "/lovet/", "/udvalg/direktionen/", f"/sager/{HARBOUR}/"):
        assert client.get(f"{address}?{query}").status_code == 200, address


def test_errors_are_in_the_look_of_the_portal(client: Client) -> None:
    answer = client.get("/findes-ikke/")
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.content.decode()
    strange = Client(HTTP_HOST="strange.example").get("/")
    assert strange.status_code == 400
    assert "Adressen kan ikke forstås" in strange.content.decode()


def test_a_fault_of_ours_shows_a_page_and_no_trace(world: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("sagsgang.portal.views.archive.front_query", fail)
    answer = Client(HTTP_HOST="localhost", raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "Noget gik galt hos os" in answer.content.decode()
    assert "secret" not in answer.content.decode()


def test_the_sitemap_names_open_items_only(client: Client, world: None) -> None:
    items = html(client, "/sitemap-punkter-0.xml")
    assert f"http://localhost{MEETING}punkt/1/" in items
    assert f"{MEETING}punkt/2/" not in items


def test_the_sitemap_names_every_case_once(client: Client, world: None) -> None:
    assert "/sitemap-sager-0.xml</loc>" in html(client, "/sitemap.xml")
    cases = html(client, "/sitemap-sager-0.xml")
    assert cases.count(f"http://localhost/sager/{HARBOUR}/</loc>") == 1
    assert f"/sager/{SCHOOL}/</loc>" in cases


def test_addresses_are_safe_behind_a_proxy_only_when_one_is_there(
    client: Client, world: None, settings: Settings
) -> None:
    assert "<loc>https://" not in client.get("/sitemap.xml", HTTP_X_FORWARDED_PROTO="https").content.decode()
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert "<loc>https://" in client.get("/sitemap.xml", HTTP_X_FORWARDED_PROTO="https").content.decode()
    assert "<loc>http://" in client.get("/sitemap.xml").content.decode()


def test_a_body_page_tells_its_meetings_apart_by_their_day(client: Client, world: None) -> None:
    page = html(client, "/udvalg/direktionen/")
    link = '<a class="row-title" href="/moeder/direktionen/2025-01-20/">'
    assert f'{link}<time datetime="2025-01-20">20. januar 2025</time></a>' in page


@pytest.mark.parametrize("text", ['"', "*", "-", "..."])
def test_a_search_for_no_word_asks_for_one(client: Client, world: None, text: str) -> None:
    page = client.get("/soeg/", {"q": text}).content.decode()
    assert "Skriv mindst ét ord eller et tal" in page
    assert "Brug færre ord" not in page


def test_a_search_for_far_too_much_is_answered(client: Client, world: None) -> None:
    assert client.get("/soeg/", {"q": "aæ" * 2500}).status_code == 200


def test_a_subject_number_says_its_subject(client: Client, world: None) -> None:
    subject = "01.02.05 Fysisk planlægning og naturbeskyttelse"
    assert subject in html(client, f"{MEETING}punkt/1/")
    assert f"KLE {subject}" in said(client, f"/sager/{HARBOUR}/")


def test_a_subject_that_kle_does_not_have_is_only_a_number() -> None:
    assert words.kle_name("99.00.00") == "99.00.00"


def test_the_thread_of_a_case_does_not_repeat_that_nothing_was_noted(client: Client, world: None) -> None:
    page = html(client, "/sager/999-2014-7/")
    assert "Intet noteret" in page
    assert "<p>-</p>" not in page


def test_a_case_with_a_status_after_its_decision_says_both(client: Client) -> None:
    first, later = date(2025, 2, 26), date(2025, 6, 25)
    approved = decision(COUNCIL, first, "Godkendt.", OutcomeKind.APPROVED)
    status = decision(COUNCIL, later, "Taget til efterretning.", OutcomeKind.NOTED)
    publish(paper(COUNCIL, first, harbour("1", first, COUNCIL, approved)), Audience.STREET)
    publish(paper(COUNCIL, later, harbour("1", later, COUNCIL, status)), Audience.STREET)
    page = said(client, f"/sager/{HARBOUR}/")
    assert "uden en ny beslutning. Senest besluttet i Kommunalbestyrelsen den" in page
    english = said(client, f"/en/sager/{HARBOUR}/")
    assert "without a new decision. Last decided in Kommunalbestyrelsen on" in english


def test_a_promise_that_is_the_whole_decision_is_not_quoted_again(client: Client, world: None) -> None:
    day = date(2025, 6, 25)
    words_said = "Der følges op i efteråret."
    promise = Commitment(words_said, None, Due(DueKind.NONE))
    told = decision(COUNCIL, day, words_said, OutcomeKind.NOTED, promise)
    publish(paper(COUNCIL, day, harbour("1", day, COUNCIL, told)), Audience.STREET)
    for address in ("/moeder/kommunalbestyrelsen/2025-06-25/punkt/1/", f"/sager/{HARBOUR}/"):
        page = html(client, address)
        assert page.count(words_said) == 1
        assert "Lovet her" in page
    assert words_said in html(client, "/lovet/")


def test_an_item_says_that_its_attachments_are_not_kept(client: Client, world: None) -> None:
    told = "Arkivet har bilagenes titler, ikke bilagene selv."
    assert told in html(client, "/moeder/oekonomiudvalget/2025-03-10/punkt/1/")
    assert told not in html(client, f"{MEETING}punkt/1/")
    assert told not in html(client, MEETING)


def test_meetings_to_come_stand_in_order_with_a_paper_or_without(client: Client, world: None) -> None:
    planned = next_meeting().date
    for day in (planned + timedelta(days=1), planned - timedelta(days=1)):
        publish(paper(FINANCE, day, harbour("1", day, FINANCE), kind=PaperKind.AGENDA), Audience.STREET)
    coming = html(client, "/").partition("Kommende møder")[2].partition("Seneste møder")[0]
    days = re.findall(r'datetime="([0-9-]+)"', coming)
    assert days == [str(planned + timedelta(days=step)) for step in (-1, 0, 1)]
    assert coming.count("Planlagt") == 1


def test_an_item_leads_to_mails_about_its_case(client: Client, world: None) -> None:
    assert 'href="/foelg/?sag=999-2024-1204"' in html(client, f"{MEETING}punkt/1/")


def test_robots_ask_for_no_print_to_be_made(client: Client) -> None:
    rules = client.get("/robots.txt").content.decode()
    patterns = [line.removeprefix("Disallow: ") for line in rules.splitlines() if line.startswith("Disallow: ")]
    read = re.compile("|".join(re.escape(one).replace(r"\*", ".*").replace(r"\$", "$") for one in patterns))
    made = (
        f"{MEETING}referat-18.pdf",
        f"{MEETING}referat-med-bilag.pdf",
        f"{MEETING}referat.docx",
        f"{MEETING}punkt/1/udskrift.pdf",
        f"{MEETING}punkt/1/udskrift.docx",
    )
    assert all(read.match(address) for address in made)
    assert not any(
        read.match(address) for address in (MEETING, f"{MEETING}referat.pdf", f"{MEETING}punkt/1/", "/data/")
    )
