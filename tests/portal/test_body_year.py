"""A body's year in figures: every number can be counted by hand in `papers`."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from sagsgang.archive.models import Audience, Entry, Meeting
from sagsgang.archive.publish import publish
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access
from sagsgang.portal.queries.body_year import FINAL, body_year
from tests.portal.papers import any_other, decision, harbour, paper, papers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
BODY = "Miljøudvalget"


def rows(slug: str, year: int) -> list[Entry]:
    return list(Entry.objects.filter(body__slug=slug, audience=Audience.STREET, date__year=year))


@pytest.mark.parametrize("slug", ["direktionen", "oekonomiudvalget", "kommunalbestyrelsen"])
def test_the_figures_are_those_of_the_papers(slug: str) -> None:
    held = Meeting.objects.filter(body__slug=slug, audience=Audience.STREET)
    for year in {meeting.date.year for meeting in held}:
        page, entries = body_year(slug, year), rows(slug, year)
        assert page
        assert page.meetings == sum(meeting.date.year == year for meeting in held)
        assert page.items == len(entries) == sum(bar.count for bar in page.months) == sum(b.count for b in page.types)
        assert page.closed == sum(entry.access == Access.CLOSED for entry in entries)
        assert sum(bar.count for bar in page.outcomes) + page.unnoted == sum(bool(entry.outcome) for entry in entries)
        assert page.unnoted == sum(entry.outcome == OutcomeKind.NONE for entry in entries)


def test_the_time_of_a_case_runs_from_its_first_treatment_in_any_body() -> None:
    decided = Entry.objects.filter(outcome__in=FINAL).exclude(case_key="").select_related("body").latest("date")
    page = body_year(decided.body.slug, decided.date.year)
    first = Entry.objects.filter(case_key=decided.case_key).earliest("date").date
    assert page
    assert page.decided
    spans = {bar.value: bar.count for bar in page.spans}
    days = (decided.date - first).days
    bucket = next(most for most in ("0", "31", "92", "183", "366", "None") if most == "None" or days <= int(most))
    assert spans[bucket] >= 1


def test_a_standing_item_is_no_case_that_took_its_time() -> None:
    first, *_, last = days = [date(2019, month, 1) for month in range(1, 7)]
    for day in days:
        approved = decision(BODY, day, "Godkendt.", OutcomeKind.APPROVED)
        standing = replace(any_other("1", BODY, day), decisions=(approved,))
        case = (harbour("2", day, BODY, approved),) if day in (first, last) else ()
        publish(paper(BODY, day, standing, *case), Audience.STREET)
    page = body_year("miljoeudvalget", 2019)
    assert page
    assert {bar.value: bar.count for bar in page.spans if bar.count} == {"0": 1, "183": 1}


def test_a_recommendation_is_no_final_decision() -> None:
    assert OutcomeKind.RECOMMENDED not in FINAL
    assert OutcomeKind.POSTPONED not in FINAL


def test_a_year_without_meetings_has_no_figures() -> None:
    assert body_year("direktionen", 1999) is None
    assert body_year("findes-ikke", 2025) is None


def test_the_employees_papers_count_in_no_public_figure(client: Client) -> None:
    before = body_year("direktionen", 2025)
    publish(next(paper for paper in papers() if paper.body == "Direktionen"), Audience.EMPLOYEES)
    assert body_year("direktionen", 2025) == before


def test_each_picture_is_a_table_too(client: Client) -> None:
    page = client.get("/udvalg/direktionen/2025/").content.decode()
    assert page.count('<table class="bars">') == page.count("<caption") >= 3
    assert page.count('<svg class="bar" aria-hidden') == page.count('<th scope="row">')
