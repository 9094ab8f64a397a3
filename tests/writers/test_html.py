"""What a browser and a screen reader are given."""

import re
from itertools import pairwise

from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from sagsgang.paper.blocks import Heading, Paragraph, Table, parse
from sagsgang.paper.model import Paper
from sagsgang.writers import html
from sagsgang.writers.html import blocks_html
from tests.strategies import papers
from tests.writers.solbjerg import EMPTY, MINUTES

HEADINGS = "h1, h2, h3, h4, h5, h6"


def levels(page: HTMLParser) -> list[int]:
    return [int((node.tag or "h0")[1]) for node in page.css(HEADINGS)]


@settings(max_examples=20, deadline=None)
@given(papers())
def test_headings_go_down_one_level_at_a_time_and_ids_are_unique(paper: Paper) -> None:
    page = HTMLParser(html.write(paper))
    found = levels(page)
    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(found))
    ids = [node.attributes.get("id") or "" for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {link.attributes["href"] for link in page.css("nav a")} <= {f"#{name}" for name in ids}


def test_the_page_says_its_language_title_and_landmarks() -> None:
    page = HTMLParser(html.write(MINUTES))
    root = page.css_first("html")
    assert root is not None
    assert root.attributes["lang"] == "da"
    assert [node.text() for node in page.css("title, h1")] == ["Referat Direktionen d. 11-03-2024"] * 2
    assert all(page.css_first(landmark) for landmark in ("header", "nav[aria-labelledby]", "main"))


def test_nothing_is_fetched_from_anywhere() -> None:
    text = html.write(MINUTES)
    assert not re.search(r"<(?:script|link|img|iframe)|url\(|@import|https?:", text)


def test_a_closed_item_says_so_and_has_no_text() -> None:
    stub = HTMLParser(html.write(MINUTES)).css_first("#punkt-2")
    assert stub is not None
    assert stub.text(strip=True) == "Punkt 2: Lukket: Salg af grund ved havnen"


def test_the_numbers_of_an_item_are_a_definition_list() -> None:
    facts = HTMLParser(html.write(MINUTES)).css_first("#punkt-1 dl")
    assert facts is not None
    assert [node.text() for node in facts.css("dt, dd")][:4] == [
        "Sagsnr.",
        "999-2024-1187",
        "J.nr.",
        "82.06.00",
    ]


def test_markup_in_a_text_is_shown_and_not_obeyed() -> None:
    assert "viser &lt;a&gt; &amp; &quot;tal&quot;." in html.write(MINUTES)


def test_only_this_meetings_decision_stands_out() -> None:
    page = HTMLParser(html.write(MINUTES))
    assert next(node.text() for node in page.css(".current h3")) == "Direktionens møde den 11. marts 2024:"
    assert len(page.css("#punkt-1 .decision")) == 2
    assert len(page.css("#punkt-1 .current")) == 1


def test_a_table_of_figures_names_its_columns_and_rows() -> None:
    page = HTMLParser(blocks_html(parse("Skole\tBudget\nBakkeskolen\t1.250\nSvanedammen\t980"), 3))
    assert [node.text() for node in page.css("thead th[scope=col]")] == ["Skole", "Budget"]
    assert [node.text() for node in page.css("tbody th[scope=row]")] == ["Bakkeskolen", "Svanedammen"]
    assert [node.text() for node in page.css("td.figure")] == ["1.250", "980"]


def test_a_table_without_column_names_claims_none() -> None:
    page = HTMLParser(blocks_html((Table((("Rådgivning", "kr. 20.000"), ("I alt", "kr. 90.000"))),), 3))
    assert not page.css("thead")
    assert len(page.css("tr")) == 2


def test_headings_in_a_text_get_the_level_asked_for_and_never_a_seventh() -> None:
    blocks = (Heading("Tidsplan"), Paragraph("Til maj."))
    assert blocks_html(blocks, 4).startswith("<h4>Tidsplan</h4>")
    assert blocks_html(blocks, 7).startswith("<h6>Tidsplan</h6>")


def test_a_numbered_list_keeps_its_printed_numbers() -> None:
    assert blocks_html(parse("3. Tredje led\n4. Fjerde led"), 3) == (
        '<ol><li value="3">Tredje led</li><li value="4">Fjerde led</li></ol>'
    )


def test_a_known_case_number_becomes_a_link_and_an_unknown_one_stays_text() -> None:
    known = {"999-2020-77": "/sager/999-2020-77/"}
    found = blocks_html(parse("Se sag 999-2020-77 og 999-2021-5 & mere."), 3, known.get)
    assert found == '<p>Se sag <a href="/sager/999-2020-77/">999-2020-77</a> og 999-2021-5 &amp; mere.</p>'


def test_an_underline_left_by_an_old_system_is_an_underline() -> None:
    assert blocks_html((Paragraph("i alt <u>kr. 8.000</u>"),), 3) == "<p>i alt <u>kr. 8.000</u></p>"


def test_an_empty_paper_is_a_page_without_contents() -> None:
    page = HTMLParser(html.write(EMPTY))
    assert levels(page) == [1]
    assert not page.css("nav")
