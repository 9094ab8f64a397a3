"""Where an item begins in layouts with little around its title, and what only looks like one."""

from tests.readers.facts import only

HEAD = "Ældrerådet\n\nReferat af møde den 23. oktober 2026\n\nTid: kl. 09.30\nSted: Torvet 1\n\n"
BODY = "Resumé\n\nStien er ny.\n\nIndstilling\n\nDet indstilles, at stien godkendes.\n\nBeslutning\n\nGodkendt.\n\n"


def items(text: str) -> list[tuple[str, str, str]]:
    return [(item.number, item.title, item.access.value) for item in only(text).paper.items]


def test_a_sentence_about_a_point_begins_no_item() -> None:
    body = BODY.replace("Stien er ny.", "Stien er ny.\n\nPunkt 3 i aftalen skal forhandles igen.")
    assert len(items(f"{HEAD}Pkt. 1 Stien\n\n{body}Pkt. 2 Broen\n\n{BODY}")) == 2


def test_a_title_with_its_type_that_stands_twice_is_one_item_however_short() -> None:
    twice = "".join(
        f"{line}\n\n{line}\n\nSagsnr.: 330-2026-{line[0]} Dok.nr.: 330-2026-9{line[0]} Åbent\n\n"
        f"Beslutning i Ældrerådet den 1. oktober 2026:\n\nGodkendt.\n\n"
        for line in ("1. Stien mod nord (B)", "2. Eventuelt (B)")
    )
    paper = only(f"Ældrerådet – Referat – 1. oktober 2026\n\n{twice}").paper
    assert [(item.title, item.decisions[0].text) for item in paper.items] == [
        ("Stien mod nord", "Godkendt."),
        ("Eventuelt", "Godkendt."),
    ]


def test_a_plain_contents_list_may_begin_with_a_closed_item() -> None:
    listed = "1. Lukket: Grunden\n2. Stien\n3. Broen\n\n"
    text = f"{HEAD}Punkter på dagsordenen\n\n{listed}1. Lukket: Grunden\n\n2. Stien\n\n{BODY}3. Broen\n\n{BODY}"
    assert items(text)[0] == ("1", "Grunden", "closed")
    assert [title for _, title, _ in items(text)] == ["Grunden", "Stien", "Broen"]


def test_a_closed_title_begins_an_item_where_items_have_case_numbers_only() -> None:
    text = (
        "Beslutningsprotokol\n\nÆldrerådet\n\nonsdag den 11. august 2027 kl. 09:00\n\nMødested: Torvet 1\n\n"
        f"Stien\n\nSagsid.: 20/33839, Sagsinitialer: AA\n\n{BODY}Lukket: Grunden\n\n"
        f"Broen\n\nSagsid.: 20/33840, Sagsinitialer: AA\n\n{BODY}"
    )
    assert items(text)[1] == ("2", "Grunden", "closed")
    assert "Grunden" not in repr(only(text).paper.items[0])


def test_a_mark_below_a_closed_items_title_says_nothing_of_the_next_item() -> None:
    text = f"{HEAD}1) Grunden\n\nLukket sag\n\n2) Stien\n\nÅben sag\n\n{BODY}3) Broen\n\nÅben sag\n\n{BODY}"
    assert items(text) == [("1", "Grunden", "closed"), ("2", "Stien", "open"), ("3", "Broen", "open")]


def test_a_title_may_begin_with_a_paragraph_sign_and_a_time_be_called_so() -> None:
    paper = only(f"{HEAD}1) § 18-midler, fordeling\n\n{BODY}2) Broen\n\n{BODY}").paper
    assert [item.title for item in paper.items] == ["§ 18-midler, fordeling", "Broen"]
    assert (str(paper.start), paper.place) == ("09:30:00", "Torvet 1")
