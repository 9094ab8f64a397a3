"""Wear that comes together: wrapped lines without blank ones, page numbers and running heads, labels misread."""

import pytest

from sagsgang.readers.case_numbers import begins_numbers, parse_numbers
from tests.growth import grows_in_proportion
from tests.readers.facts import codes, facts, only
from tests.readers.test_variants import SOUND

READ = only(SOUND)


@pytest.mark.parametrize(
    ("gap", "heading"),
    [
        ("\n", "bilag."),
        ("\n\n", "bilag."),
        ("\n", "økonomiske konsekvenser."),
        ("\n", "sagsfremstilling"),
        ("\n", "Bilag."),
        ("\n", "åbent."),
    ],
)
def test_a_wrapped_lines_last_word_is_no_heading(gap: str, heading: str) -> None:
    text = f"Stien er ny, og hvad den har kostet ses af vedlagte{gap}{heading}"
    item = only(SOUND.replace("Stien er ny.", text)).paper.items[0]
    assert item.sections[0].text == text
    assert len(item.sections) == len(READ.paper.items[0].sections)


@pytest.mark.parametrize(
    "line",
    [
        "Sagsnr,: 999-2016-1 J.nr.: 05.01.00 Dokumentnr.: 999-2016-22",
        "Sagsnr.: 999-2016-1 J.nr.: 05.01.00 Dokurnentnr.: 999-2016-22",
        "Sagsnt.: 999-2016-1 J,nr.: 05.01.00 Dokumentnr;: 999-2016-22",
        "Sagsnr.:999-2016-1 J.nr:05.01.00 Dokumenfnr.: 999-2016-22",
    ],
)
def test_misread_labels_cost_no_number(line: str) -> None:
    whole = "Sagsnr.: 999-2016-1 J.nr.: 05.01.00 Dokumentnr.: 999-2016-22"
    assert facts(only(SOUND.replace(whole, line)).paper) == facts(READ.paper)


@pytest.mark.parametrize("line", ["Sagen: 12 kroner", "Dato: 2. maj 2016", "Status: 3 af 4"])
def test_another_word_before_a_number_is_no_label(line: str) -> None:
    assert not begins_numbers(line)
    assert parse_numbers(line).document is None


def test_a_running_head_ends_no_contents_list_with_an_item() -> None:
    head = "Højby Kommune\t\tSide 2"
    worn = SOUND.replace("Eventuelt.....	5\n", f"Eventuelt.....	5\n\n{head}\n")
    assert codes(only(worn)) == codes(READ)
    assert facts(only(worn).paper) == facts(READ.paper)


def test_the_word_for_the_paper_on_every_sheet_is_furniture() -> None:
    worn = SOUND.replace("\n\nPunkt", "\n\nSide 3\n\fREFERAT\n\nPunkt")
    assert facts(only(worn).paper) == facts(READ.paper)


def test_sheet_numbers_without_blank_lines_are_no_text() -> None:
    parts = SOUND.replace("\n\n", "\n").split("\nPunkt ")
    worn = parts[0] + "".join(f"\n{number}\n\fPunkt {part}" for number, part in enumerate(parts[1:], 3))
    assert facts(only(worn).paper) == facts(READ.paper)


def test_numbers_before_an_item_are_its_sheets_where_no_sheet_ends() -> None:
    worn = SOUND.replace("\n\n", "\n").replace("Godkendt.\nPunkt", "Godkendt.\n4\nPunkt")
    assert "\n4\n" in worn
    assert facts(only(worn).paper) == facts(READ.paper)


def test_a_heading_right_under_a_running_head_may_be_misread() -> None:
    head = "Direktionens møde d. 02-05-2016"
    worn = SOUND.replace("\n\nPunkt", f"\n\nSide 1 af 9\n\f{head}\n\nPunkt")
    worn = worn.replace("\n\nBehandling", f"\n\nSide 2 af 9\n\f{head}\nBehanling", 1)
    assert facts(only(worn).paper) == facts(READ.paper)


def test_a_page_that_ends_in_the_middle_of_a_title_keeps_the_title_whole() -> None:
    title = "En ny sti fra havnen til skolen og videre mod skoven ved den gamle"
    long = SOUND.replace("Stien.....", f"{title} station.....").replace("1. Stien", f"1. {title} station")
    sound = long.replace("Punkt 1: Stien", f"Punkt 1: {title} station")
    worn = long.replace("Punkt 1: Stien", f"Punkt 1: {title}\n\nSide 1 af 9\n\nstation")
    assert only(sound).paper.items[0].title == f"{title} station"
    assert facts(only(worn).paper) == facts(only(sound).paper)


def test_a_title_of_a_supplement_is_known_by_its_long_word() -> None:
    paper = only(SOUND.replace("REFERAT Direktionen", "TILLÆGSDAGSORDEN Direktionen")).paper
    assert (paper.kind.value, paper.body) == ("agenda", "Direktionen")


def test_an_earlier_bodys_misread_name_is_the_routes() -> None:
    route = SOUND.replace("Behandling\n\nDirektionen", "Behandling\n\nDirektion, Økonomiudvalg")
    worn = route.replace(
        "Direktionens møde den 2. maj", "Økonomiudvalqets møde den 1. maj 2016:\n\nAnbefales.\n\n\\g", 1
    )
    worn = worn.replace("\\g", "Direktionens møde den 2. maj")
    assert [decision.body for decision in only(worn).paper.items[0].decisions] == ["Økonomiudvalget", "Direktionen"]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("Titel\tDokumentnr.\nKort over stien\n999-2016-30", ["Kort over stien"]),
        ("Kort over stien\n4\nTegning", ["Kort over stien", "Tegning"]),
        (
            "Redegørelse for den nye sti og alt det, som den fører med\n\nsig i de næste år\n\n999-2016-30",
            ["Redegørelse for den nye sti og alt det, som den fører med sig i de næste år"],
        ),
    ],
)
def test_lists_of_attachments_hold_titles_only(lines: str, titles: list[str]) -> None:
    text = SOUND.replace(
        "Direktionens møde den 2. maj 2016:", f"Bilag\n\n{lines}\n\nDirektionens møde den 2. maj 2016:", 1
    )
    assert [one.title for one in only(text).paper.items[0].attachments] == titles


def test_a_heading_with_a_page_behind_it_is_a_title_in_the_contents_list() -> None:
    worn = SOUND.replace("Eventuelt.....	5", "Underskriftsside\t5").replace("Eventuelt", "Underskriftsside")
    reading = only(worn)
    assert [(item.title, item.toc_page) for item in reading.paper.items][2:] == [("Underskriftsside", 5)]
    assert codes(reading) == codes(READ)


def test_a_word_with_a_colon_inside_a_text_is_a_sub_heading_of_it() -> None:
    text = "Stien er ny.\n\nLovgrundlag:\n\nVejloven."
    assert only(SOUND.replace("Stien er ny.", text)).paper.items[0].sections[0].text == text


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", ["1. Lukket: Grund\n", "2 Lukket: Grund\nÅben dagsorden\n", "Sagsnr,: 999-2016-1 a. a\n"]
)
def test_a_line_that_stands_again_and_again_costs_no_more_than_it_is_long(line: str) -> None:
    begun = SOUND.partition("Punkt 2:")[0]
    assert grows_in_proportion(lambda size: only(begun + line * (size // len(line))), 20_000)
