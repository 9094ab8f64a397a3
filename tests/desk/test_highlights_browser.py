"""Marking while one reads, in a real browser: by the button, by keyboard, without a script; small, and for axe."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.models import Highlight, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import WHY, World, item, meeting, section
from tests.desk.logged_in import window
from tests.looking import look_through

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
TEXT = "Taget er utæt. Taget skiftes.\n\nDet koster:\n\n- 2 mio. kr. i 2027\n- 1 mio. kr. i 2028"
SELECT = """([from, to, start, end]) => {
  const find = (words) => {
    const walk = document.createTreeWalker(document.querySelector("[data-section]"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (walk.currentNode.data.includes(words)) return walk.currentNode;
  };
  const [first, last] = [find(from), find(to)];
  getSelection().setBaseAndExtent(first, first.data.indexOf(from) + start, last, last.data.indexOf(to) + end);
}"""


@pytest.fixture
def text(there: World) -> Section:
    held = meeting(there.board, MeetingState.ANNOUNCED)
    made = item(there, there.board, ItemState.SCHEDULED, on=held, number=1, access=Access.CLOSED)
    Section.objects.unguarded(WHY).filter(item=made).delete()
    section(made, SectionKind.SUMMARY, TEXT, Access.CLOSED)
    return section(made, SectionKind.PRESENTATION, "Taget igen.", Access.CLOSED)


def opened(page: Page, text: Section) -> None:
    page.goto(f"/arbejde/mine-moeder/{text.item.meeting_id}/")


def select(page: Page, words: str, to: str = "") -> None:
    """Select from the words to the end of them, or of other words further on."""
    page.evaluate(SELECT, [words, to or words, 0, len(to or words)])


def kept() -> list[str]:
    return list(Highlight.objects.unguarded(WHY).order_by("id").values_list("quote", flat=True))


def marks(page: Page) -> list[str]:
    return page.locator("mark").all_inner_texts()


def test_what_is_selected_is_marked_by_the_button_and_stands_when_one_reads_again(
    browser: Browser, live_server: LiveServer, there: World, text: Section
) -> None:
    page = window(browser, live_server, there.mads)
    opened(page, text)
    button = page.locator("[data-highlight-bar] button")
    expect(button).to_be_hidden()
    page.get_by_label("Min note").fill("Spørg om taget")
    select(page, "skiftes.", "Det koster")
    button.click()
    expect(page.locator("mark")).to_have_count(2)
    expect(button).to_be_hidden()
    expect(page.get_by_label("Min note")).to_have_value("Spørg om taget")
    expect(page.get_by_text("Mine fremhævninger (1)")).to_be_visible()
    opened(page, text)
    assert marks(page) == ["skiftes.", "Det koster"]
    assert kept() == ["skiftes.\n\nDet koster"]


def test_by_keyboard_words_are_selected_marked_and_unmarked(
    browser: Browser, live_server: LiveServer, there: World, text: Section
) -> None:
    page = window(browser, live_server, there.mads)
    opened(page, text)
    page.evaluate(SELECT, ["Taget skiftes", "Taget skiftes", 0, 1])
    for _ in "aget":
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Alt+KeyM")
    expect(page.locator("mark")).to_have_text("Taget")
    assert page.evaluate("document.querySelector('mark').previousSibling.data") == "Taget er utæt. "
    expect(page.locator("[data-highlight-state]")).to_have_text("Fremhævet")
    page.get_by_role("button", name="Fjern Taget").press("Enter")
    expect(page.locator("mark")).to_have_count(0)
    expect(page.locator("summary", has_text="Mine fremhævninger")).to_be_focused()
    assert kept() == []


def test_a_triple_click_takes_no_more_than_its_section(
    browser: Browser, live_server: LiveServer, there: World, text: Section
) -> None:
    page = window(browser, live_server, there.mads)
    opened(page, text)
    page.get_by_text("1 mio. kr. i 2028").click(click_count=3)
    page.keyboard.press("Alt+KeyM")
    expect(page.locator("mark")).to_have_text("1 mio. kr. i 2028")
    assert kept() == ["1 mio. kr. i 2028"]


def test_what_is_refused_is_said_where_one_asked(
    browser: Browser, live_server: LiveServer, there: World, text: Section
) -> None:
    page = window(browser, live_server, there.mads)
    opened(page, text)
    page.get_by_text("Mine fremhævninger").click()
    page.get_by_label("Fremhæv en passage").fill("Taget er tæt")
    page.locator("details").get_by_role("button", name="Fremhæv").click()
    expect(page.get_by_text("Ordene står ikke i punktets tekst")).to_be_visible()


def test_after_the_login_has_ended_the_browser_leads_to_it(
    browser: Browser, live_server: LiveServer, there: World, text: Section
) -> None:
    page = window(browser, live_server, there.mads)
    opened(page, text)
    page.context.clear_cookies(name="sessionid")
    select(page, "er utæt")
    page.keyboard.press("Alt+KeyM")
    page.wait_for_url("**/log-ind/**")


def test_without_a_script_the_words_are_copied_into_the_form(
    browser: Browser, live_server: LiveServer, there: World, text: Section
) -> None:
    page = window(browser, live_server, there.mads, java_script_enabled=False)
    opened(page, text)
    page.get_by_text("Mine fremhævninger").click()
    page.get_by_label("Fremhæv en passage").fill("2 mio. kr. i 2027\n1 mio.")
    page.locator("details").get_by_role("button", name="Fremhæv").click()
    assert marks(page) == ["2 mio. kr. i 2027", "1 mio."]
    page.get_by_role("button", name="Fjern").click()
    assert marks(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_among_marks_and_the_page_is_narrow(
    browser: Browser, live_server: LiveServer, there: World, text: Section, scheme: str
) -> None:
    page = window(browser, live_server, there.mads, color_scheme=scheme)
    opened(page, text)
    for words in ("er utæt", "Det koster"):
        select(page, words)
        page.keyboard.press("Alt+KeyM")
        expect(page.locator("mark", has_text=words)).to_be_visible()
    Highlight.objects.unguarded(WHY).filter(quote="Det koster").update(quote="Det koster " + "meget" * 40)
    opened(page, text)
    expect(page.get_by_text("Står ikke længere i teksten")).to_be_visible()
    select(page, "skiftes")
    look_through(page, "read")
