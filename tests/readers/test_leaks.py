"""A closed item in any layout, under any heading and mark: its words reach nobody without someone having looked."""

from itertools import product

import pytest

from sagsgang.paper.model import Access
from sagsgang.paper.redact import redact
from sagsgang.readers.doubts import is_serious
from sagsgang.readers.registry import read_text
from tests.readers.facts import LAYOUTS, only, source

HEADINGS = (
    "{} - ",
    "{}. ",
    "Punkt {}: ",
    "Pkt. {} ",
    "Sag nr. {} - ",
    "{}) ",
    "Ad {}. ",
    "§ {} ",
    "{}: ",
    "Dagsordenspunkt {} ",
    "Sag {}: ",
    "{}\t",
    "Punkt nr. {}: ",
    "{}.\t",
    "{} – ",
)
MARKS = (
    "(Lukket)",
    "Lukket",
    "[Lukket]",
    "Lukket dagsorden",
    "Lukket sag",
    "LUKKET PUNKT",
    "Lukket møde",
    "Behandles for lukkede døre",
    "Punktet er lukket",
    "Status: Lukket",
    "Åbenhed: Lukket",
    "Fortroligt",
    "Ikke offentlig",
    "Personsag",
    "in the title",
    "",
)
ATTENDANCE = (
    "",
    "Afbud: Ingen\n",
    "Afbud:\n- Dorte Skabelon\n",
    "Afbud:\n",
    "Fraværende: Dorte Skabelon (V)\n",
    "Fraværende:\n",
    "Til stede:\nGerda Attrap\nHans Mønster\n",
    "Bemærkninger:\n",
)
TITLE, TEXT, DECISION = "Aftale om fratræden", "Pelikanen har været sygemeldt siden jul", "Pelikanaftalen godkendt"
SECRETS = ("elikan",)
TOP = """Solbjerg Kommune
Udvalget for Broer
Referat
Dato: Tirsdag den 5. marts 2019
Tidspunkt: 16:00
Sted: Rådhuset
"""


def closed(heading: str, number: int, mark: str, *, headed: bool = True) -> str:
    title = f"{heading.format(number)}{TITLE}{' (lukket)' if mark == 'in the title' else ''}"
    marked = "" if mark == "in the title" else f"{mark}\n"
    top = "Sagsfremstilling\n" if headed else ""
    return f"{title}\n{marked}Sagsnr.: 19/100\n{top}{TEXT} og tilbydes fratrædelse.\nBeslutning\n{DECISION}.\n\n"


def opened(heading: str, number: int, title: str) -> str:
    return (
        f"{heading.format(number)}{title}\nÅbent\nSagsnr.: 19/{number}345\nSagsfremstilling\nPlanen er klar.\n"
        "Beslutning\nGodkendt.\n\n"
    )


def leaks(text: str) -> bool:
    """Whether a word of the closed item is in what would be published at once."""
    return any(
        secret in repr(redact(reading.paper))
        for reading in read_text(text)
        if not any(map(is_serious, reading.doubts))
        for secret in SECRETS
    )


@pytest.mark.slow
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_closed_item_between_open_ones_reaches_nobody(heading: str) -> None:
    papers = {
        (
            mark,
            headed,
        ): f"{TOP}\n{opened(heading, 1, 'Lokalplan for Havnen')}{closed(heading, 2, mark, headed=headed)}"
        + opened(heading, 3, "Eventuelt")
        for mark, headed in product(MARKS, (True, False))
    }
    assert [case for case, text in papers.items() if leaks(text)] == []


@pytest.mark.slow
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_closed_item_under_a_list_of_people_reaches_nobody(heading: str) -> None:
    papers = {
        (mark, people): f"{TOP}{people}\n{closed(heading, 1, mark, headed=False)}"
        + opened(heading, 2, "Lokalplan for Havnen")
        for mark, people in product(MARKS, ATTENDANCE)
    }
    assert [case for case, text in papers.items() if leaks(text)] == []


@pytest.mark.slow
@pytest.mark.parametrize("layout", sorted(path.stem for path in LAYOUTS.glob("*.txt")))
def test_a_closed_item_of_another_form_in_a_known_layout_reaches_nobody(layout: str) -> None:
    sound = source(layout)
    last = [item.number for item in only(sound).paper.items if item.access is Access.OPEN][-1]
    number = int(last) if last.isdigit() else 5
    cases = product(HEADINGS, MARKS, (True, False))
    at = _before_last_item(sound)
    found = [
        case
        for case in cases
        if leaks(f"{sound[:at]}{closed(case[0], number, case[1], headed=case[2])}\n{sound[at:]}")
    ]
    assert found == []


@pytest.mark.parametrize("heading", ["{} - ", "{}) ", "Ad {}. ", "{}: ", "{}\t", "Sag {}: ", "Dagsordenspunkt {} "])
def test_such_headings_begin_items_in_a_layout_never_seen(heading: str) -> None:
    reading = only(f"{TOP}\n{opened(heading, 1, 'Lokalplan for Havnen')}{opened(heading, 2, 'Eventuelt')}")
    assert [(item.title, item.access) for item in reading.paper.items] == [
        ("Lokalplan for Havnen", Access.OPEN),
        ("Eventuelt", Access.OPEN),
    ]
    assert not any(map(is_serious, reading.doubts))


@pytest.mark.parametrize(
    "sentence",
    [
        "De lukkede institutioner åbner igen i august.",
        "Biblioteket er ferielukket i uge 29.",
        "Hallen er lukket kl. 16",
        "Lukket kl. 16",
        "Udvalget drøftede lukkede afdelinger",
        "Søndag: lukket",
        "Oplysningerne er fortrolige, til aftalen er underskrevet.",
    ],
)
@pytest.mark.parametrize("layout", ["L1", "other"])
def test_ordinary_words_raise_no_doubt(layout: str, sentence: str) -> None:
    old = (
        "Caféen har hidtil holdt lukket i juli." if layout == "other" else "Forvaltningen foreslår, at medarbejderne"
    )
    sound = source(layout)
    assert old in sound
    reading = only(sound.replace(old, f"{sentence}\n\n{old}", 1))
    assert not any(map(is_serious, reading.doubts))


def test_what_follows_a_list_of_people_is_nobody() -> None:
    sentence = "Udvalget besigtigede først den nye bro sammen med naboerne."
    paper = only(f"{TOP}Afbud:\nDorte Skabelon (V)\n{sentence}\n\n{opened('{}. ', 1, 'Valg')}").paper
    assert paper.absences == ("Dorte Skabelon (V)",)


def _before_last_item(text: str) -> int:
    """Where the last open item's lines begin that a profile sees, so that what is put there stands between items."""
    lines = text.split("\n")
    (reading,) = read_text(text)
    titles = [item.title for item in reading.paper.items if item.access is Access.OPEN]
    places = [at for at, line in enumerate(lines) if titles[-1] in line and ".." not in line]
    first = next(at for at in places if at > len(lines) // 2) if places[-1] > len(lines) // 2 else places[-1]
    while first and lines[first - 1]:
        first -= 1
    return sum(len(line) + 1 for line in lines[:first])


def test_a_closed_title_under_a_list_of_attachments_is_no_attachment() -> None:
    assert source("L1").rstrip().endswith("erhvervsrådet")
    assert not leaks(f"{source('L1').rstrip()}\n\n{TITLE} (lukket)\n{TEXT} og tilbydes fratrædelse.")


GROUPS = ("Lukkede punkter", "Lukkede sager", "Lukket del", "Den lukkede del af mødet", "Sager for lukkede døre")
ENDS = ("lukket", "LUKKET", "fortroligt")


@pytest.mark.parametrize("layout", ["L1", "L12", "L16", "L18", "other"])
@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(
    "below", ["Aftale\nPelikanen rejser.", "Sagsfremstilling\nPelikanen rejser.", "Bilag\nPelikan"]
)
def test_what_stands_under_a_heading_of_closed_items_reaches_nobody(layout: str, group: str, below: str) -> None:
    sound = source(layout)
    at = _before_last_item(sound)
    assert not leaks(f"{sound[:at].rstrip()}\n\n{group}\n\n{below}\n\n{sound[at:]}")


@pytest.mark.parametrize("layout", ["L1", "L12", "L16", "L18"])
@pytest.mark.parametrize("left", ["", "Ingen\n"])
def test_a_heading_of_closed_items_without_any_keeps_no_paper_aside(layout: str, left: str) -> None:
    reading = only(f"{source(layout).rstrip()}\n\nLukkede punkter\n\n{left}")
    assert not any(map(is_serious, reading.doubts))


@pytest.mark.parametrize("layout", ["L1", "L4", "L16", "L17"])
@pytest.mark.parametrize("heading", ["{}. ", "", "Sag {}: ", "{} – "])
@pytest.mark.parametrize("end", ENDS)
def test_a_closing_last_word_of_a_title_is_a_mark(layout: str, heading: str, end: str) -> None:
    sound = source(layout)
    at = _before_last_item(sound)
    item = f"{heading.format(7)}{TITLE} {end}\nPelikanen rejser."
    assert not leaks(f"{sound[:at].rstrip()}\n\n{item}\n\n{sound[at:]}")


@pytest.mark.parametrize("heading", ["{}. ", "{}) ", "{} - ", "Sag {}: ", "§ {} ", "{}\t"])
def test_an_unmarked_line_with_the_next_number_is_no_part_of_an_open_text(heading: str) -> None:
    sound = source("L1")
    number = int(only(sound).paper.items[-1].number) + 1
    assert leaks(f"{sound}\n\nPelikanen rejser.")
    assert not leaks(f"{sound}\n\n{heading.format(number)}{TITLE}\nPelikanen rejser.")


@pytest.mark.parametrize("rows", ["1. Vej\n\n2. Sti\n\n3. Bro", "At 1: Vej\n\nAt 2: Sti", "3 | Side"])
def test_a_list_that_reaches_the_next_number_is_a_list(rows: str) -> None:
    old = "Forvaltningen foreslår, at medarbejderne"
    sound = source("L1")
    assert old in sound
    assert not any(map(is_serious, only(sound.replace(old, f"{rows}\n\n{old}", 1)).doubts))
