"""Ways to print minutes that no known layout has, and what lies in the way of reading them."""

import datetime

import pytest

from sagsgang.paper.model import Access, Item, SectionKind
from sagsgang.readers.registry import read_text
from tests.readers.facts import codes, only

TOP = "Referat af bestyrelsesmøde\nDato: 29. september 2021\nTid: kl. 16.00\nSted: Kilden\n\n"
CLOSED = "Den tabte sag"


def items(text: str) -> tuple[Item, ...]:
    return only(text).paper.items


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ("Referat af bestyrelsesmøde", "Bestyrelsen"),
        ("Referat fra ungerådsmøde nr. 7", "Ungerådet"),
        ("UNGERÅDET I SOLBJERG\nReferat nr. 2/2023", "Ungerådet"),
        ("Repræsentantskabet\nReferat nr. 2/2023", "Repræsentantskabet"),
        ("Vesterby Menighedsråd, Solbjerg Provsti\nReferat", "Menighedsrådet"),
        ("REFERAT af møde i Skolebestyrelsen onsdag den 29. september 2021 kl. 16.00-18.30", "Skolebestyrelsen"),
    ],
)
def test_the_body_is_found_in_what_the_paper_is_called(top: str, body: str) -> None:
    paper = only(f"{top}\nMødet afholdt: onsdag den 29. september 2021 kl. 16.00\n\n1. Stien\nGodkendt.\n").paper
    assert (paper.body, paper.date, paper.start) == (body, datetime.date(2021, 9, 29), datetime.time(16))


def test_a_verdict_under_a_title_is_its_decision() -> None:
    first, second = items(
        f"{TOP}1. Godkendelse af dagsorden\nGodkendt.\n\n2. Stien\nSagsnr. 22/1188\nStien er ny.\nUdsat.\n"
    )
    assert [(one.text, one.outcome.primary.value) for one in first.decisions] == [("Godkendt.", "approved")]
    assert [one.text for one in second.decisions] == ["Udsat."]
    assert [part.text for part in second.sections] == ["Stien er ny."]


def test_what_shall_be_decided_is_a_section_of_no_kind_of_its_own() -> None:
    (item,) = items(f"{TOP}1. Stien\nBeslutningstema\nStien skal have et navn.\nBeslutning\nGodkendt.\n")
    assert [(part.kind, part.heading) for part in item.sections] == [(SectionKind.OTHER, "Beslutningstema")]


CAPITALS = """Regionsrådet
Referat
Dato: 22. juni 2022

INDHOLD
1. Ny sti i nord  2
2. Aftale om grund (Lukket)  3

1. NY STI I NORD
Sagsnr. 1-30-76-8-22 | Åben

ØKONOMI
Den koster 3 kr.

FORRETNINGSUDVALGETS BESLUTNING, DEN 14. JUNI 2022
Indstillingen anbefales.

REGIONSRÅDETS BESLUTNING
Vedtaget.

2. AFTALE OM GRUND (LUKKET)
"""


def test_headings_in_capitals_are_read_as_others_and_titles_as_the_contents_list_spells_them() -> None:
    road, ground = items(CAPITALS)
    assert [(one.body, one.date and one.date.day) for one in road.decisions] == [
        ("Forretningsudvalget", 14),
        ("Regionsrådet", 22),
    ]
    assert (road.title, road.access, ground.title, ground.access) == (
        "Ny sti i nord",
        Access.OPEN,
        "Aftale om grund",
        Access.CLOSED,
    )


@pytest.mark.parametrize("form", ["PUNKT {}    {}    ({})", "§ {}   {} ({})", "Sag {}: {} ({})"])
def test_items_are_found_whatever_stands_around_their_numbers(form: str) -> None:
    text = "".join(
        f"{form.format(number, title, mark)}\nBeslutning\nGodkendt.\n\n"
        for number, title, mark in ((3, "Stien", "åbent"), (4, CLOSED, "lukket"))
    )
    assert [(one.number, one.title, one.access) for one in items(TOP + text)] == [
        ("3", "Stien", Access.OPEN),
        ("4", CLOSED, Access.CLOSED),
    ]


def test_groups_of_items_for_the_open_and_the_closed_meeting_are_told_apart() -> None:
    text = (
        "Sager til behandling i åbent møde\n\n§ 1  Stien\nBeslutning\nGodkendt.\n\n"
        f"Sager til behandling i lukket møde\n\n§ 2  {CLOSED}\nBeslutning\nGodkendt.\n"
    )
    assert [one.access for one in items(TOP + text)] == [Access.OPEN, Access.CLOSED]


def test_the_meetings_end_is_no_part_of_the_last_decision() -> None:
    paper = only(f"{TOP}1. Stien\nBeslutning\nGodkendt.\n\nMødet sluttede kl. 18.15.\n").paper
    assert (paper.end, [one.text for one in paper.items[0].decisions]) == (datetime.time(18, 15), ["Godkendt."])


PRINTED = """{title}

Mødedato Tirsdag d. 30. maj 2017 kl. 14:30

Punkt 1: Stien

Sagsfremstilling

1. Stien

Åbent

Sagsnr.: 999-2017-1 J.nr.: 05.04.00 Dokumentnr.: 999-2017-2

Resume og sagens baggrund

Stien er smal.

Side 1

{head}

Stien er gammel.
"""


@pytest.mark.parametrize("head", ["Socialudvalget - Referat - 30-05-2017", "Socialudvalget · 30. maj 2017 · side 2"])
def test_a_running_head_in_another_form_than_the_title_begins_no_paper(head: str) -> None:
    (reading,) = read_text(PRINTED.format(title="REFERAT Socialudvalget d. 30-05-2017", head=head))
    assert [one.title for one in reading.paper.items] == ["Stien"]


def test_a_title_with_its_own_mark_above_its_number_keeps_the_mark() -> None:
    item = (
        "{}. {}\n{}\nUdskrivSagsid.: 21/1, Sagsinitialer: ABCD\n\nBeslutning Udvalget den 11-08-2021\n\nGodkendt.\n\n"
    )
    text = "Beslutningsprotokol\nArbejdsmarkedsudvalget\nonsdag den 11. august 2021 kl. 09:00\n\n"
    text += item.format(1, "Stien", "Åbent") + item.format(2, CLOSED, "Lukket") + "3. Endnu en tabt sag\nLukket\n"
    assert [(one.title, one.access) for one in items(text)] == [
        ("Stien", Access.OPEN),
        (CLOSED, Access.CLOSED),
        ("Endnu en tabt sag", Access.CLOSED),
    ]


CROWD = """Teknikudvalget
Referat
Den 09.01.2020 kl. 13:00 i lokale 1
Til toppen
21. Godkendelse af dagsorden
Åbent punkt
Indstilling
Det indstilles, at
1. dagsordenen godkendes
2. Stien behandles først
Beslutning
Godkendt.
22. Stien
Åbent punkt
Beslutning
Godkendt.
Bilag
Kort over stien
23. Broen
Åbent punkt
Beslutning
Udsat.
"""


@pytest.mark.parametrize("around", ["{}", "\n{}\n"])
def test_items_begin_also_where_no_blank_line_parts_them(around: str) -> None:
    text = CROWD.replace("Beslutning\n", around.format("Beslutning") + "\n")
    assert [one.title for one in items(text)] == ["Godkendelse af dagsorden", "Stien", "Broen"]


LOST = """REFERAT Direktionen d. 13-06-2016

Mødedato Mandag d. 13. juni 2016 kl. 12:30

Indholdsfortegnelse

Stien.....\t3
Broen.....\t4
Havnen.....\t5

Punkt 1: Stien

Sagsfremstilling

1. Stien

Åbent

Sagsnr.: 999-2016-1 J.nr.: 05.04.00 Dokumentnr.: 999-2016-2

Direktionens møde den 13. juni 2016:

Godkendt.

{left}

Direktionens møde den 13. juni 2016:

Drøftet.

Punkt 3: Havnen

Sagsfremstilling

3. Havnen

Åbent

Direktionens møde den 13. juni 2016:

Godkendt.
"""


@pytest.mark.parametrize(
    "left",
    ["Broen er fra 1974.\n\nIndstillinger\n\nDirektøren indstiller, at den drøftes.", "Kort over broen\t999-2016-77"],
)
def test_what_a_lost_item_left_at_its_neighbours_decision_is_the_lost_items(left: str) -> None:
    reading = only(LOST.format(left=left))
    road, bridge, _ = reading.paper.items
    assert [one.text for one in road.decisions] == ["Godkendt."]
    assert bridge.access is Access.CLOSED
    assert [one.text for one in bridge.decisions] == ["Drøftet."]
    assert ("lost_heading", "2") in codes(reading)
    assert "Broen er fra 1974." in [part.text for part in bridge.sections] or len(bridge.attachments) == 1


def test_a_row_of_which_both_cells_were_wrapped_is_one_attachment() -> None:
    rows = "Ansøgning fra Solbjerg Forsyning\t999-2019-\nA/S af 2. december\t99121\nKort\t| 999-2019-5\n---\t| ---\n"
    (item,) = items(f"{TOP}1. Stien\nBeslutning\nGodkendt.\nBilag\n{rows}")
    assert [(one.title, one.document_number) for one in item.attachments] == [
        ("Ansøgning fra Solbjerg Forsyning A/S af 2. december", "999-2019-99121"),
        ("Kort", "999-2019-5"),
    ]
