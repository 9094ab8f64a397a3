"""A web page comes back as what its reader sees."""

import pytest

from sagsgang.readers.extract import Refused, extract


def texts(source: str, encoding: str = "utf-8") -> list[str]:
    return [line.text for line in extract(source.encode(encoding), "side.html")]


def test_blocks_are_lines_and_inline_marks_are_not() -> None:
    page = "<h1>Referat</h1><p>Mødet\n begyndte <b>kl.</b> 12<br>og sluttede</p><div>til<div>sidst</div></div>"
    assert texts(page) == ["Referat", "", "Mødet begyndte kl. 12", "og sluttede", "", "til", "", "sidst"]


def test_lists_keep_marks_levels_and_numbers() -> None:
    page = "<ul><li>a<ul><li><p>b</p></li></ul></li><li>c</ul><ol start=4><li>d<li>e</ol>"
    assert texts(page) == ["- a", "  - b", "- c", "", "4. d", "5. e"]


def test_a_data_table_has_tabs_and_a_layout_table_does_not() -> None:
    data = "<table><tr><th>Bilag</th><th>Nr.</th></tr><tr><td><p>Notat</p></td><td>999-2019-1</td></tr></table>"
    page = f"<table><tr><td><h2>Punkt 1</h2><p>Tekst</p>{data}</td><td>menu</td></tr></table>"
    assert [text for text in texts(page) if text] == ["Punkt 1", "Tekst", "Bilag\tNr.", "Notat\t999-2019-1", "menu"]


def test_navigation_scripts_buttons_and_hidden_parts_are_gone() -> None:
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><nav>Forside</nav><script>var a='<p>b'</script>"
        "<p hidden>a</p><p style='color:red; DISPLAY : none'>b</p><p>Godkendt.<button>Udskriv</button></p>"
        "<!-- note --><footer>Solbjerg Kommune, Torvet 1</footer></body></html>"
    )
    assert texts(page) == ["Godkendt."]


def test_entities_and_hard_spaces_are_read() -> None:
    assert texts("<p>B&oslash;rne-&nbsp;&amp; ungeudvalget &#8211; d&aelig;kning</p>") == [
        "Børne- & ungeudvalget – dækning"
    ]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("", "utf-8"), ("", "cp1252"), ("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("utf-8", "cp1252")],
)
def test_danish_letters_survive_whatever_the_page_says_of_its_encoding(declared: str, encoding: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    assert texts(f"<html><head>{meta}</head><p>Ærø – Tåsinge på østsiden</p></html>", encoding) == [
        "Ærø – Tåsinge på østsiden"
    ]


def test_html_that_calls_itself_a_word_file_is_read_all_the_same() -> None:
    page = b"<html xmlns:o='urn:schemas-microsoft-com:office:office'><p class=MsoNormal>Referat</p></html>"
    assert [line.text for line in extract(page, "referat.doc")] == ["Referat"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "<div>" * 100_000 + "x",
        "<p " + " ".join(f"a{number}" for number in range(60_000)) + ">x",
        "<p>" + "".join(f"<b id={number}>" for number in range(1_000)) + "<p>x" * 30_000,
    ],
    ids=["nesting", "attributes", "styles"],
)
def test_a_page_made_to_take_forever_is_refused(page: str) -> None:
    with pytest.raises(Refused, match="sammensat"):
        texts(page)
