"""A table inside a text as a grid, in a real browser: typed, pasted, by keyboard alone, saved as text, for axe."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.commands.items import write_section
from sagsgang.core.models import Section
from tests.core.world import WHY, World
from tests.desk.logged_in import window
from tests.walls.window import looked_at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
PASTE = """(input, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def part_of(page: Page, section: Section) -> Locator:
    return page.locator(f"#afsnit-{section.id}")


def cell(page: Page, row: int, column: int) -> Locator:
    return page.get_by_label(f"Række {row}, kolonne {column}", exact=True)


def shown(page: Page) -> list[list[str]]:
    """The cells of the only grid."""
    found: list[list[str]] = page.locator(".grid table").evaluate(
        "table => [...table.rows].map(row => [...row.cells].map(cell => cell.firstElementChild.value))"
    )
    return found


def saved_as(page: Page, section: Section, text: str) -> None:
    expect(part_of(page, section).locator("textarea")).to_have_value(text)
    expect(part_of(page, section).locator("[data-saved]")).to_contain_text("Gemt kl. ")
    assert Section.objects.unguarded(WHY).get(pk=section.pk).text == text


def test_a_table_is_typed_by_keyboard_alone_saves_itself_and_is_there_again(page: Page, section: Section) -> None:
    part_of(page, section).locator("textarea").focus()
    page.keyboard.type("Det koster:")
    part_of(page, section).get_by_role("button", name="Tabel").press("Enter")
    for key in ("Tab", "Tab", "Alt+Shift+ArrowLeft"):  # the third column is not needed
        page.keyboard.press(key)
    cell(page, 1, 1).focus()
    page.keyboard.type("Post")
    page.keyboard.press("Tab")
    page.keyboard.type("Beløb")
    page.keyboard.press("Enter")
    page.keyboard.type("500")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("Tag")
    page.keyboard.press("Enter")
    page.keyboard.type("I alt")
    page.keyboard.press("Enter")
    expect(cell(page, 4, 1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(cell(page, 3, 1)).to_be_focused()
    saved_as(page, section, "Det koster:\n\nPost\tBeløb\nTag\t500\nI alt\t")
    page.reload()
    assert shown(page) == [["Post", "Beløb"], ["Tag", "500"], ["I alt", ""]]


def test_cells_from_excel_fill_the_grid_and_make_it_larger(page: Page, section: Section) -> None:
    part_of(page, section).get_by_role("button", name="Tabel").click()
    cell(page, 1, 1).evaluate(
        PASTE, 'Post\t2027\t2028\t2029\r\nTag\t1\t2\t3\r\nØvrige\t\t5\t"seks\nsyv"\r\nI alt\t1\t7\t9\r\n'
    )
    assert shown(page)[2] == ["Øvrige", "", "5", "seks syv"]
    saved_as(page, section, "Post\t2027\t2028\t2029\nTag\t1\t2\t3\nØvrige\t\t5\tseks syv\nI alt\t1\t7\t9")


def test_a_table_that_is_pasted_in_the_text_becomes_a_grid(page: Page, section: Section) -> None:
    area = part_of(page, section).locator("textarea")
    area.focus()
    page.keyboard.insert_text("Post\tBeløb\nTag\t500")
    assert shown(page) == [["Post", "Beløb"], ["Tag", "500"]]
    cell(page, 2, 2).fill("600")
    saved_as(page, section, "Post\tBeløb\nTag\t600")


def test_rows_and_columns_come_and_go_by_buttons_and_the_text_around_stays(
    page: Page, section: Section, there: World
) -> None:
    write_section(there.karen, section, "Før\n\nA\tB\nC\tD\n\nMellem\n\nE\tF\n\nEfter", 0)
    page.reload()
    first, second = page.get_by_role("group", name="Tabel 1"), page.get_by_role("group", name="Tabel 2")
    first.get_by_label("Række 1, kolonne 1").focus()
    first.get_by_role("button", name="Ny kolonne").click()
    first.get_by_label("Række 1, kolonne 2").fill("X")
    first.get_by_label("Række 2, kolonne 1").focus()
    first.get_by_role("button", name="Slet rækken").click()
    second.get_by_label("Række 1, kolonne 2").fill("G")
    second.get_by_role("button", name="Ny række").click()
    second.get_by_label("Række 2, kolonne 1").fill("H")
    saved_as(page, section, "Før\n\nA\tX\tB\n\nMellem\n\nE\tG\nH\t\n\nEfter")


def test_axe_finds_nothing_at_a_grid_and_the_page_is_narrow(page: Page, section: Section, there: World) -> None:
    write_section(there.karen, section, "\t".join(f"Kolonne {n}" for n in range(8)) + "\n" + "\t".join("12345678"), 0)
    page.reload()
    expect(page.locator(".grid")).to_be_visible()
    looked_at(page)


def test_without_a_script_a_table_is_text(
    browser: Browser, live_server: LiveServer, there: World, section: Section
) -> None:
    write_section(there.karen, section, "A\tB\nC\tD", 0)
    bare = window(browser, live_server, there.karen, java_script_enabled=False)
    bare.goto(f"/arbejde/punkter/{section.item_id}/")
    bare.locator(f"#afsnit-{section.id} textarea").fill("A\tB\nC\tE")
    bare.locator(f"#afsnit-{section.id}").get_by_role("button", name="Gem", exact=True).click()
    assert Section.objects.unguarded(WHY).get(pk=section.pk).text == "A\tB\nC\tE"
    bare.context.close()
