"""What papers of other towns do around their items: terms in headings, groups in lists, tables of meetings."""

import pytest

from sagsgang.paper.model import Access, ItemType, SectionKind
from tests.readers.facts import codes, only

HEAD = "Ældrerådet\n\nReferat af møde den 23. oktober 2026\n\nTid: kl. 09.30\nSted: Torvet 1\n\n"
BODY = "Resumé\n\nStien er ny.\n\nIndstilling\n\nDet indstilles, at stien godkendes.\n\nBeslutning\n\nGodkendt.\n\n"
CRATE = """UDVALG

Udvalget for Klima 2026-2029

STARTTIDSPUNKT

19-11-2026 16:45:00

PUNKTER

1. Stien

1. Stien

Åbent punkt

Indstilling

Det indstilles, at stien godkendes.

{heading}

Godkendt.
"""


@pytest.mark.parametrize("term", [" 2026-2029", " (2026 - 2029)", ", 2026-2029", ""])
def test_a_term_behind_the_bodys_name_hides_no_decision(term: str) -> None:
    (item,) = only(CRATE.format(heading=f"Beslutning i Udvalget for Klima{term} den 19-11-2026")).paper.items
    assert [(d.body, str(d.date), d.text) for d in item.decisions] == [
        ("Udvalget for Klima", "2026-11-19", "Godkendt.")
    ]
    assert [section.kind for section in item.sections] == [SectionKind.RECOMMENDATION]


def test_a_type_below_its_label_heads_no_decision() -> None:
    decided = "Beslutning Ældrerådet den 23-10-2026\nGodkendt."
    text = f"{HEAD}1. Stien\n\nPunkttype\nBeslutning\n\nTema\n\nStien.\n\n{decided}"
    (item,) = only(text).paper.items
    assert (item.item_type and item.item_type.value, len(item.decisions), item.treatments) == ("decision", 1, ())


GROUPS = """Sagsoversigt
Åben dagsorden
34 Godkendelse af dagsorden
35 Stien
Lukket dagsorden
36 {closed}

Åben dagsorden

34 Godkendelse af dagsorden

Udvalgets beslutning
Godkendt.

35 Stien

{body}Lukket dagsorden

36 {closed}
"""


@pytest.mark.parametrize("closed", ["Grunden", "Lukket: Grunden"])
def test_groups_in_a_plain_contents_list_begin_no_items_and_group_them_below(closed: str) -> None:
    reading = only(HEAD + GROUPS.format(body=BODY, closed=closed))
    assert [(item.number, item.title, item.access.value) for item in reading.paper.items] == [
        ("34", "Godkendelse af dagsorden", "open"),
        ("35", "Stien", "open"),
        ("36", "Grunden", "closed"),
    ]
    assert {code for code, _ in codes(reading)} == {"layout"}


def test_a_closed_group_in_the_list_closes_none_of_the_items_before_it() -> None:
    listed = "Dagsordenspunkter\n1. Stien\nPunkter på lukket møde:\n2. Grunden\n\n"
    reading = only(f"{HEAD}{listed}1. Stien\n\nÅbent punkt\n\n{BODY}Punkter på lukket møde:\n\n2. Grunden\n")
    assert [item.access for item in reading.paper.items] == [Access.OPEN, Access.CLOSED]
    assert ("text_after_closed", "1") not in codes(reading)


TABLE = """Børne- og Skoleudvalget

Referat

06-11-2026 kl. 13:00

Åbent punkt
1 Skoler

17.01.00G01-0022
Behandling	Mødedato	Åbent punkt	Lukket punkt
1 Børne- og Skoleudvalget	06-11-2026	2
2 Økonomi- og Planudvalget	14-11-2026

Hvem beslutter
Kommunalbestyrelsen

Indstilling og beslutning

Det indstilles, at skolerne males.

Børne- og Skoleudvalget den 6. november 2026:

Anbefales.

Bilag:
1. Skoler (PDF)
2. Maling (PDF)

Lukket punkt
2 Grunden
"""


def test_a_table_of_meetings_is_the_route() -> None:
    reading = only(TABLE)
    first = reading.paper.items[0]
    assert first.route == ("Børne- og Skoleudvalget", "Økonomi- og Planudvalget")
    assert all(section.kind is not SectionKind.OTHER for section in first.sections)


def test_a_counted_list_of_attachments_before_a_closed_item_is_no_stray_item() -> None:
    reading = only(TABLE)
    assert [one.title for one in reading.paper.items[0].attachments] == ["Skoler (PDF)", "Maling (PDF)"]
    assert codes(reading) == set()


def test_a_sentence_behind_a_route_leaves_the_route() -> None:
    text = f"{HEAD}1. Stien\n\nSagen behandles i: Ældrerådet, Byrådet. Sagen sendes også til foreningen.\n\n{BODY}"
    item = only(text).paper.items[0]
    assert item.route == ("Ældrerådet", "Byrådet")
    assert [s.text for s in item.sections if s.kind is SectionKind.OTHER] == ["Sagen sendes også til foreningen."]


def test_a_bare_heading_over_the_decisions_of_several_bodies_is_no_treatment() -> None:
    first = "Børneudvalget, d. 6. august 2026:\n\nAnbefales.\n\n"
    decided = f"Beslutning\n\n{first}Ældrerådet, d. 23. oktober 2026:\n\nGodkendt.\n"
    (item,) = only(f"{HEAD}1. Stien\n\nResumé\n\nStien.\n\n{decided}").paper.items
    assert ([d.body for d in item.decisions], item.treatments) == (["Børneudvalget", "Ældrerådet"], ())


def test_background_beside_a_presentation_is_the_summary_and_alone_the_presentation() -> None:
    past = "Baggrund:\n\nStien er gammel.\n\n"
    both = f"1. Stien\n\n{past}Sagens indhold:\n\nStien rettes.\n\nBeslutning:\n\nGodkendt.\n\n"
    alone = f"2. Broen\n\n{past}Beslutning:\n\nGodkendt.\n"
    kinds = [[section.kind for section in item.sections] for item in only(HEAD + both + alone).paper.items]
    assert kinds == [[SectionKind.SUMMARY, SectionKind.PRESENTATION], [SectionKind.PRESENTATION]]


@pytest.mark.parametrize("place", ["Lokale 4, Bredgade 1", "Mødelokale 4, Bredgade 1"])
def test_a_room_with_its_number_is_the_whole_place(place: str) -> None:
    text = f"Torsdag 10. nov 2026 kl. 10:30\nÆldrerådet\n{place}\nReferat\n\n1. Stien\n\n{BODY}"
    assert only(text).paper.place == place


@pytest.mark.parametrize(("label", "kind"), [("Dagsorden", set()), ("Referat", {"unsure_layout"})])
def test_an_agenda_lacks_no_decisions(label: str, kind: set[str]) -> None:
    text = HEAD.replace("Referat", label) + "1. Stien (åbent)\n\nSagsbeskrivelse\n\nStien er ny.\n"
    assert {code for code, _ in codes(only(text))} - {"layout"} == kind


def test_a_page_foot_that_stands_once_is_no_attachment() -> None:
    foot = "Ældrerådet den 23. oktober 2026    Side 1"
    text = f"{HEAD}1. Stien\n\n{BODY}Bilag\nKort over stien\n\n{foot}\n\n2. Broen\n\n{BODY}"
    assert [one.title for one in only(text).paper.items[0].attachments] == ["Kort over stien"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_titles_that_stand_twice_are_items_below_a_list_of_them_with_closed_ones(gap: str) -> None:
    titles = ("1. Stien (B)", "2. Broen (B)", "3. LUKKET: Grunden (B)")
    case = "Sagsnr.: 330-2026-1 Dok.nr.: 330-2026-2 Åbent"
    decided = ("Beslutning i Ældrerådet den 1. oktober 2026:", "Godkendt.")
    items = [line for title in titles[:2] for line in (title, title, case, *decided)]
    text = gap.join(["Ældrerådet – Referat – 1. oktober 2026", "Indholdsfortegnelse", *titles, *items, titles[2]])
    paper = only(text).paper
    assert [(i.number, i.title, i.access.value) for i in paper.items] == [
        ("1", "Stien", "open"),
        ("2", "Broen", "open"),
        ("3", "Grunden", "closed"),
    ]
    assert [len(item.decisions) for item in paper.items] == [1, 1, 0]


def test_a_body_of_any_name_decides_where_the_items_number_follows_the_date() -> None:
    decided = "Social og Sundhed, 6. januar 2026, pkt. 123:\n\nTaget til efterretning."
    head = "Social og Sundhed\n\nReferat\n\nTirsdag, 6 januar, 2026 - 16:00\n\n"
    case = "Sagsnr. 2025-5511 Social og Sundhed Åbent punkt"
    paper = only(f"{head}Pkt. 123 Stien\n{case}\n\nResume\n\nStien er ny.\n\n{decided}\n").paper
    assert paper.body == "Social og Sundhed"
    assert [(d.body, d.text) for d in paper.items[0].decisions] == [("Social og Sundhed", "Taget til efterretning.")]


def test_closed_items_between_links_to_the_top_are_several() -> None:
    end = "Til toppen\nLukkede punkter\n2. Grunden\nTil toppen\n3. Klagen\nTil toppen\n"
    reading = only(f"{HEAD}1. Stien\n\nRetsgrundlag\n\nLoven.\n\n{BODY}{end}")
    assert [(i.number, i.title) for i in reading.paper.items] == [("1", "Stien"), ("2", "Grunden"), ("3", "Klagen")]
    assert ("text_after_closed", "2") not in codes(reading)


NAMELESS = """Beslutningsprotokol

onsdag den 8. september 2027 kl. 08:30

Mødested: Torvet 1
Udvalg: Børneudvalget
Bemærkninger: Afbud: Anne Alm

UdskrivSagsid.: 27/18820, Sagsinitialer: LKJE

Beslutningstema

Stien.

Beslutning Børneudvalget den 08-09-2027

Godkendt.

Fraværende: Anne Alm

UdskrivSagsid.: 27/18821, Sagsinitialer: LKJE

Beslutning Børneudvalget den 08-09-2027

Drøftet.
"""


def test_who_was_away_names_no_item() -> None:
    one, other = only(NAMELESS).paper.items
    assert (one.title, other.title) == ("", "")
    assert one.decisions[0].text == "Godkendt.\n\nFraværende: Anne Alm"


def test_who_was_away_stands_in_no_list_of_items() -> None:
    paper = only(
        f"{HEAD}Dagsordenspunkter\n1. Stien\n2. Broen\n\nAfbud: Anne Alm\n\n1. Stien\n\n{BODY}2. Broen\n\n{BODY}"
    ).paper
    assert ([item.title for item in paper.items], paper.absences) == (["Stien", "Broen"], ("Anne Alm",))


def test_an_item_follows_attachments_that_are_numbered_otherwise() -> None:
    listed = "Bilag\n\n1 - Kort over Ådalen\n2 - Notat om søer\n\n"
    first, last = "1. Fraværende\n\nBeslutning\n\nIngen.\n\n", "3. Meddelelser\n\nBeslutning\n\nIntet."
    _, path, news = only(f"{HEAD}{first}2. Stien\n\n{BODY}{listed}{last}").paper.items
    assert [attachment.title for attachment in path.attachments] == ["1 - Kort over Ådalen", "2 - Notat om søer"]
    assert (news.number, news.title, news.decisions[0].text) == ("3", "Meddelelser", "Intet.")


def test_a_type_in_brackets_below_the_title_is_no_text() -> None:
    (item,) = only(f"{HEAD}1. Stien\n(Orientering)\n\n{BODY}").paper.items
    assert item.item_type is ItemType.INFORMATION
    assert [section.kind for section in item.sections] == [SectionKind.SUMMARY, SectionKind.RECOMMENDATION]


@pytest.mark.parametrize("initials", ["FK", "FKU"])
def test_the_meetings_own_body_may_stand_in_a_route_by_its_initials(initials: str) -> None:
    head = HEAD.replace("Ældrerådet", "Fritids- og Kulturudvalget")
    (item,) = only(f"{head}1. Stien\n\nSagsforløb: {initials}/ØK/BY\n\n{BODY}").paper.items
    assert item.route == ("Fritids- og Kulturudvalget", "Økonomiudvalget", "Byrådet")


def test_a_sentence_at_the_top_tells_the_hour_and_the_place() -> None:
    head = "Referat af møde i Havneudvalget onsdag den 19. september 2012 kl. 16.00 på Havnekontoret.\n\n"
    paper = only(f"{head}1. Stien\n\n{BODY}").paper
    assert (paper.body, str(paper.start), paper.place) == ("Havneudvalget", "16:00:00", "Havnekontoret")
