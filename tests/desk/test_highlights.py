"""Highlights on the page that members read: their own, on the words, and nowhere else."""

import re
from typing import Any

import pytest
from django.test import Client

from sagsgang.core.models import Highlight, Item, Journal, Presence, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import CANARY, WHY, World, item, meeting, section
from tests.desk.logged_in import browser

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def text(there: World) -> Section:
    """A text of a closed item that the board has been sent."""
    held = meeting(there.board, MeetingState.ANNOUNCED)
    made = item(there, there.board, ItemState.SCHEDULED, on=held, number=1, access=Access.CLOSED)
    return section(made, SectionKind.SUMMARY, f"Taget er utæt {CANARY}. Taget skiftes.", Access.CLOSED)


def read(client: Client, text: Section) -> str:
    return client.get(f"/arbejde/mine-moeder/{text.item.meeting_id}/").content.decode()


def mark(client: Client, text: Section, quote: str, **said: object) -> int:
    return int(sent(client, text, quote, **said).status_code)


def sent(client: Client, text: Section, quote: str, **said: object) -> Any:
    fields = {"quote": quote, "tilbage": f"/arbejde/mine-moeder/{text.item.meeting_id}/", **said}
    return client.post(f"/arbejde/fremhaevninger/{text.item_id}/", fields)


def test_a_passage_that_was_copied_into_the_form_is_marked_when_one_reads_again(there: World, text: Section) -> None:
    mads = browser(there.mads)
    assert mark(mads, text, "er  utæt") == 302
    page = read(mads, text)
    assert "Taget <mark>er utæt</mark>" in page
    assert "<q>er  utæt</q>" in page
    assert "Mine fremhævninger (1)" in page


def test_the_script_says_which_of_the_same_words(there: World, text: Section) -> None:
    mads = browser(there.mads)
    mark(mads, text, "Taget", section=text.pk, place=len(f"Tagererutæt{CANARY}."))
    page = read(mads, text)
    assert "<mark>Taget</mark> skiftes" in page
    assert page.count("<mark>") == 1


@pytest.mark.parametrize("said", [{"section": "x", "place": "-1"}, {"section": "9" * 30, "place": "9" * 30}])
def test_what_is_no_number_is_left_aside(there: World, text: Section, said: dict[str, str]) -> None:
    assert mark(browser(there.mads), text, "Taget", **said) == 302
    assert Highlight.objects.unguarded(WHY).get().place == 0


def test_words_that_are_not_there_are_refused_in_a_sentence(there: World, text: Section) -> None:
    mads = browser(there.mads)
    page = sent(mads, text, "Taget er tæt").content.decode()
    assert "Ordene står ikke i punktets tekst" in page
    assert ">Taget er tæt</textarea>" in page, "what was typed stays in its field"
    assert not Highlight.objects.unguarded(WHY).exists()


def test_nobody_else_sees_that_anything_is_marked(there: World, text: Section) -> None:
    mark(browser(there.mads), text, CANARY)
    before = Journal.objects.unguarded(WHY).count()
    Highlight.objects.unguarded(WHY).update(quote="kun-mads-har-det")
    assert before == Journal.objects.unguarded(WHY).count()
    addresses = (
        f"/arbejde/moeder/{text.item.meeting_id}/",
        f"/arbejde/moeder/{text.item.meeting_id}/forhaandsvisning/",
        f"/arbejde/punkter/{text.item_id}/",
        f"/arbejde/personer/{there.mads.person}/",
        "/arbejde/journal/",
    )
    for other in (there.lis, there.rut, there.karen, there.bo):
        for address in addresses:
            page = browser(other).get(address).content.decode()
            assert "kun-mads-har-det" not in page
            assert "<mark>" not in page
    kinds = Journal.objects.unguarded(WHY).values_list("kind", "facts")
    assert not [row for row in kinds if "highlight" in row[0] or "kun-mads" in str(row[1])]


def test_another_member_can_neither_mark_nor_unmark_for_somebody(there: World, text: Section) -> None:
    mark(browser(there.mads), text, "Taget")
    number = Highlight.objects.unguarded(WHY).get().pk
    for other in (there.ida, there.lis, there.rut):
        assert browser(other).post(f"/arbejde/fremhaevninger/{number}/fjern/").status_code == 404
    assert mark(browser(there.ida), text, "Taget") == 404
    assert Highlight.objects.unguarded(WHY).count() == 1


def test_words_that_are_gone_from_the_text_are_listed_beside_it(there: World, text: Section) -> None:
    mads = browser(there.mads)
    mark(mads, text, "er utæt")
    Section.objects.unguarded(WHY).filter(pk=text.pk).update(text="Taget holder. Det er utætte rør.")
    assert "<mark>er utæt</mark>" in read(mads, text), "moved within the text"
    Section.objects.unguarded(WHY).filter(pk=text.pk).update(text="Taget holder.")
    page = read(mads, text)
    assert "<mark>" not in page
    assert re.search(r"<q>er utæt</q>\s*<span[^>]*>Står ikke længere i teksten", page)


def test_a_section_that_is_gone_leaves_the_words(there: World, text: Section) -> None:
    mads = browser(there.mads)
    mark(mads, text, "er utæt")
    Section.objects.unguarded(WHY).all().delete()
    page = read(mads, text)
    assert "<q>er utæt</q>" in page
    assert "Står ikke længere i teksten" in page


def test_a_mark_is_removed(there: World, text: Section) -> None:
    mads = browser(there.mads)
    mark(mads, text, "Taget")
    mads.post(f"/arbejde/fremhaevninger/{Highlight.objects.unguarded(WHY).get().pk}/fjern/")
    assert "<mark>" not in read(mads, text)


def test_who_gets_a_conflict_of_interest_sees_what_they_marked_no_more(there: World, text: Section) -> None:
    mads = browser(there.mads)
    mark(mads, text, CANARY)
    Presence.objects.create(item_id=text.item_id, person_id=there.mads.person, conflict=True)
    page = read(mads, text)
    assert CANARY not in page
    assert "Mine fremhævninger" not in page
    assert Item.objects.unguarded(WHY).count() == 1
