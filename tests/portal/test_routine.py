"""Which items stand on every agenda, and what the front page shows instead."""

from datetime import date

import pytest
from django.test import Client

from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, Item
from sagsgang.portal.routine import is_routine
from sagsgang.portal.templatetags.portal import in_one_line
from tests.portal.papers import FINANCE, decision, paper

DAY = date(2025, 5, 5)


@pytest.mark.parametrize(
    "title",
    ["Godkendelse af dagsorden", "Godkendelse af dagsordenen ", "Eventuelt", "EVT.", "Meddelelser", "Lukket punkt",
     "Godkendelse og underskrivelse af referat", "Underskrift af protokol", "Godkendelse af referat fra sidste møde"],
)  # fmt: skip
def test_what_stands_on_every_agenda_is_routine(title: str) -> None:
    assert is_routine(title)


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af regnskab 2024",
        "Orientering om støj ved havnen",
        "Dagsordener på nettet",
        "Godkendelse af protokollat",
    ],
)
def test_what_has_a_subject_is_not(title: str) -> None:
    assert not is_routine(title)


def item(number: int, title: str, kind: OutcomeKind) -> Item:
    done = decision(FINANCE, DAY, "Som indstillet.", kind)
    return Item(number=str(number), title=title, access=Access.OPEN, decisions=(done,))


@pytest.mark.django_db
def test_the_front_page_leaves_routine_out_and_takes_news_only_to_fill_up(client: Client) -> None:
    routine = item(1, "Godkendelse af dagsorden", OutcomeKind.APPROVED)
    news = [item(number, f"Nyt om vej {number}", OutcomeKind.NOTED) for number in range(2, 12)]
    decided = [item(number, f"Anlæg {number}", OutcomeKind.APPROVED) for number in range(12, 18)]
    publish(paper(FINANCE, DAY, routine, *news, *decided), Audience.STREET)
    page = client.get("/").content.decode()
    assert page.count("row-decision") == 8
    assert page.count(">Anlæg ") == 6
    assert page.count(">Nyt om vej ") == 2
    assert "Godkendelse af dagsorden<" not in page


@pytest.mark.django_db
def test_the_front_page_says_that_a_recommendation_goes_on(client: Client) -> None:
    publish(paper(FINANCE, DAY, item(1, "Anlæg", OutcomeKind.RECOMMENDED)), Audience.STREET)
    assert "Anbefalet videre" in client.get("/").content.decode()


@pytest.mark.django_db
def test_the_front_page_shows_a_case_once_with_its_latest_decision(client: Client, world: None) -> None:
    page = client.get("/").content.decode()
    assert page.count("Helhedsplan for den gamle havn") == 1
    assert "Godkendt." in page
    assert "Anbefalet videre" not in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Godkendt.", "Godkendt."),
        ("Godkendt.\n\nTaksten ses efter i maj.", "Godkendt. Taksten ses efter i maj."),
        ("Temaer:\n\n- Budget\n- Trivsel", "Temaer: Budget · Trivsel"),
        ("Valgt blev\n- Formanden", "Valgt blev · Formanden"),
        ("- Budget\n- Trivsel", "Budget · Trivsel"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_a_decision_with_a_list_is_told_in_one_line(text: str, shown: str) -> None:
    assert in_one_line(text) == shown
