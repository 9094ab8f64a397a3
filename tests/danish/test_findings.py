"""What a text states against what it comes to: found where it differs, silent where it holds."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.deviations import rest_mismatches
from sagsgang.danish.findings import text_findings
from sagsgang.danish.mismatch import MESSAGES, Mismatch
from tests.growth import grows_in_proportion

SAID_ON = date(2023, 3, 6)

PRICES = (
    "Møblering:\tkr. {0}\nMaling, to lag:\tkr. 28.500\n\nProjektledelse (2-4 møder):\t<u>kr. 8.000</u>\n\n"
    "Fase 1 i alt kr. {1}"
)
OPTIONS = "Skilte:\tkr. 20.000 - 25.000\nBelysning:\tkr. 7.500-15.000\nSamlet: kr. {0} - {1}"
TABLE = "Område\tBudget\tRegnskab\nSkole\t1.250\t1.100\nÆldre\t2.000\t{0}\nI alt\t3.250\t3.000"
SUBTOTALS = (
    "Stole: 1.000 kr.\nBorde: 2.000 kr.\nInventar i alt: 3.000 kr.\n"
    "Lamper: 500 kr.\nPærer: 100 kr.\nLys i alt: 600 kr.\nSamlet udgift: {0} kr."
)
REST = "Kravet i 2023 er {0} mio. kr., hvoraf ca. 0,4 mio. kr. er indfriet. Der mangler således {1} mio. kr. i år."
ABSENCE = "Sygefraværet var 5,2 %, hvilket er {0} procentpoint lavere end fraværet på 6,3 % året før."
MOVED = "Restancerne er steget med {0} mio. kr. fra 4,0 mio. kr. til 4,5 mio. kr. i kvartalet."
LIST = "Siden skal indeholde {0}:\n\n- Bolig\n- Arbejde\n  - job\n  - praktik\n- Fritid\n\nDet besluttes senere."
NAMES = "De {0} kommuner, der deltager i ordningen, er Solbjerg, Nørrelund, Østervang og Høje-Skovby."
PROGRAMME = (
    "Programmet er:\n\n8.30 - 9.00 : Kaffe\n\n9.00 - 10.30 : Oplæg\nVed to chefer.\n\n"
    "{0} - 12.00: Debat\n\n12.00 - 12.30: Frokost"
)
MONTHS = "Sygefraværet i december ligger på 5,1 % mod 6,1 % i januar. Fraværet i december {0} var på {1} %."
WEEKDAY = "Arbejdsdagen er {0} den 22. september 2023 og varer fire timer."
MOVED_BY = "Beholdningen er steget fra 60,0 mio. kr. til 69,6 mio. kr., en stigning på {0} mio. kr."
SPENT = "Bevillingen er på 5,0 mio. kr. Der er brugt 3,4 mio. kr., så der resterer {0} mio. kr."
OF_WHICH = "Planen har 10 indsatser, hvoraf 6 er fra kataloget og {0} er nye."
SPREAD = "Udgiften på 12,0 mio. kr. fordeles med 4,0 mio. kr. i 2023 og {0} mio. kr. i 2024."
LAST_FRIDAY = "Dagen holdes den sidste fredag i september, i år den {0}. september 2023."
MAY = "Sygefraværet i maj 2022 var 4,8 %. I maj 2022 var sygefraværet {0} %."

PAID = "Udgiften på 2,4 mio. kr. finansieres med 1,6 mio. kr. i tilskud og {0} mio. kr. i lån."
SHARES = "Fordelingen er: drift 60 pct., anlæg 30 pct. og administration {0} pct."
VAT = "Prisen er 100.000 kr. ekskl. moms, svarende til {0} kr. inkl. moms."
VAT_LINE = "Tilbud 80.000 kr. Moms 25 %: {0} kr."
BOARD = "Bestyrelsen består af {0}: Ida, Per, Ea, Bo."
FEE = "Kontingentet stiger fra 200 kr. til 250 kr., altså med {0} kr."
USED = "Budget: 4,2 mio. kr. Heraf er 0,3 mio. kr. realiseret. Der resterer {0} mio. kr."
ANNOUNCED = "Huset koster i alt 2,4 mio. kr.:\n- Bygning 1,6 mio. kr.\n- Inventar {0} mio. kr."

HOLDS = [
    PAID.format("0,8"),
    SHARES.format("10"),
    VAT.format("125.000"),
    VAT_LINE.format("20.000"),
    BOARD.format("fire"),
    FEE.format("50"),
    USED.format("3,9"),
    ANNOUNCED.format("0,8"),
    "De to afdelinger, Plan og Byg, deltager.",
    "Udgiften på 2 mio. kr. finansieres med 1 mio. kr. af puljen på 5 mio. kr. og 0,4 mio. kr. i lån.",
    "Udgiften finansieres med 40 % fra staten og 20 % fra fonden.",
    "Af midlerne fordeles 40 % til skoler og 10 % til klubber.",
    "Svarene fordeler sig med 60 % for model A og 55 % for model B.",
    "Prisen er 100.000 kr. ekskl. moms, og driften 90.000 kr. inkl. moms.",
    "De tre afdelinger, Plan, Byg og Vej, deltager.",
    "Der er 3 afdelinger, Plan, Byg, Natur og Vej, som deltager.",
    MOVED_BY.format("9,6"),
    SPENT.format("1,6"),
    OF_WHICH.format("4"),
    OF_WHICH.format("3"),
    SPREAD.format("8,0"),
    LAST_FRIDAY.format("29"),
    MAY.format("4,8"),
    "Bidraget på 4.000 kr. årligt for 2023 og frem til 2026 finansieres af puljen.",
    "Udgiften på 2 mio. kr. fordeles med 1 mio. kr. til leje og 0,5 mio. kr. til lys. Resten er øvrige udgifter.",
    PRICES.format("13.500", "50.000"),
    OPTIONS.format("27.500", "40.000"),
    TABLE.format("1.900"),
    SUBTOTALS.format("3.600"),
    REST.format("4,2", "3,8"),
    ABSENCE.format("1,1"),
    MOVED.format("0,5"),
    LIST.format("følgende tre temaer"),
    LIST.format("flg. 3 emner"),
    NAMES.format("fire"),
    PROGRAMME.format("10.30"),
    MONTHS.format("2022", "5,1"),
    MONTHS.format("2021", "4,5"),
    WEEKDAY.format("fredag"),
    "Lindegården\t90.000 kr.\nKilden\t60.000 kr.\nHavblik\t110.000 kr.\nI alt\t260.000 kr.",
    "Kataloget har tre hovedspor:\n\n- Varme: nye fyr i bygninger, hvor\nfjernvarme ikke går\n- Strøm\n- Kørsel",
    "Der er arbejdet med tre områder:\n\nSamtaler\n\n- Den første dag\n- Den tiende dag\n\nMotion\n\n- I pausen",
]
BREAKS = {
    PAID.format("0,5"): ("sum_differs", "2,4 mio. kr.", "2,1 mio. kr."),
    SHARES.format("20"): ("shares_differ", "100 %", "110 %"),
    VAT.format("120.000"): ("vat_differs", "120.000 kr.", "125.000 kr."),
    VAT_LINE.format("25.000"): ("vat_differs", "25.000 kr.", "20.000 kr."),
    BOARD.format("fem"): ("count_differs", "fem", "4"),
    FEE.format("60"): ("difference_differs", "60 kr.", "50 kr."),
    USED.format("3,6"): ("difference_differs", "3,6 mio. kr.", "3,9 mio. kr."),
    ANNOUNCED.format("0,4"): ("sum_differs", "2,4 mio. kr.", "2,0 mio. kr."),
    "De tre afdelinger, Plan og Byg, deltager.": ("count_differs", "tre afdelinger", "2"),
    "De tre afdelinger, Plan, Byg, Natur og Vej, deltager.": ("count_differs", "tre afdelinger", "4"),
    MOVED_BY.format("10,6"): ("difference_differs", "10,6 mio. kr.", "9,6 mio. kr."),
    SPENT.format("2,6"): ("difference_differs", "2,6 mio. kr.", "1,6 mio. kr."),
    OF_WHICH.format("5"): ("count_differs", "10 indsatser", "11"),
    SPREAD.format("7,0"): ("sum_differs", "12,0 mio. kr.", "11,0 mio. kr."),
    LAST_FRIDAY.format("22"): (
        "day_of_month_differs",
        "fredag den 22. september 2023",
        "fredag den 29. september 2023",
    ),
    MAY.format("5,2"): ("two_values", "4,8 %", "5,2 %"),
    "Bidraget på 4.000 kr. for 2023 og frem til 2026 finansieres af puljen.": (
        "period_unclear",
        "4.000 kr. for 2023 og frem til 2026",
        "16.000 kr.",
    ),
    PRICES.format("13.500", "50.500"): ("sum_differs", "50.500 kr.", "50.000 kr."),
    OPTIONS.format("27.500", "48.000"): ("sum_differs", "27.500 - 48.000 kr.", "27.500 - 40.000 kr."),
    TABLE.format("1.800"): ("column_sum_differs", "3.000", "2.900"),
    SUBTOTALS.format("3.900"): ("sum_differs", "3.900 kr.", "3.600 kr."),
    REST.format("4,2", "3,4"): ("difference_differs", "3,4 mio. kr.", "3,8 mio. kr."),
    REST.format("0,3", "0,1"): ("part_exceeds_whole", "0,4 mio. kr.", "0,3 mio. kr."),
    ABSENCE.format("1,5"): ("difference_differs", "1,5 procentpoint", "1,1 procentpoint"),
    MOVED.format("0,8"): ("difference_differs", "0,8 mio. kr.", "0,5 mio. kr."),
    LIST.format("følgende fire temaer"): ("count_differs", "følgende fire temaer", "3"),
    LIST.format("6 temaer"): ("count_differs", "6 temaer", "3"),
    NAMES.format("5"): ("count_differs", "5 kommuner", "4"),
    PROGRAMME.format("10.15"): ("programme_overlaps", "10.30", "10.15"),
    PROGRAMME.format("10.45"): ("programme_gap", "10.30", "10.45"),
    MONTHS.format("2022", "4,5"): ("two_values", "5,1 %", "4,5 %"),
    WEEKDAY.format("torsdag"): (
        "weekday_differs",
        "torsdag den 22. september 2023",
        "fredag den 22. september 2023",
    ),
}


@pytest.mark.parametrize("text", HOLDS)
def test_nothing_is_found_where_it_holds(text: str) -> None:
    assert text_findings(text, SAID_ON) == ()


@pytest.mark.parametrize(("text", "expected"), BREAKS.items())
def test_a_difference_is_found_with_both_sides(text: str, expected: tuple[str, str, str]) -> None:
    (found,) = text_findings(text, SAID_ON)
    assert (found.code, found.stated, found.computed) == expected


@pytest.mark.parametrize("text", BREAKS)
def test_a_finding_quotes_the_text_word_for_word(text: str) -> None:
    (found,) = text_findings(text, SAID_ON)
    if found.code != "column_sum_differs":
        plain = text.replace("<u>", "").replace("</u>", "")
        assert found.quotes
        assert all(quote in plain for quote in found.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "Udgiften er 500.000 kr. Heraf dækker staten 200.000 kr. Kommunens samlede budget er 3 mia. kr.",
        "Forventet mindreforbrug: 13,6 mio. kr.\n\nForventet merforbrug: 1,5 mio. kr.\n\nSamlet er det en bedring.",
        "Leje 5.000 kr.\nDrift 2.000 kr.\nI alt pr. borger 12 kr.",
        "Andel i 2022: 12 %\nAndel i 2023: 14 %\nI alt: 20 %",
        "Byggeri: 1,24 mio. kr.\nInventar: 1,14 mio. kr.\nI alt: 2,4 mio. kr.",
        "Stole: 1.000 kr.\nBorde: 2.000 kr.\nI alt inkl. moms: 3.750 kr.",
        "I 2022 blev der på 3 møder drøftet følgende emner:\n\n- Trafik\n- Skole",
        "Der er bl.a. fire punkter:\n\n- Trafik\n- Skole",
        "Udvalget drøftede tre forslag og arbejder videre med:\n\n- Trafik\n- Skole",
        "Planen har fem faser, og i den første indgår følgende:\n\n- Trafik\n- Skole",
        "Kommunen har 12 skoler. De største er Nordskolen, Sydskolen og Vestskolen.",
        "Udvalget har 7 medlemmer, hvoraf 3 er nye.\n\nMedlemmer:\n\n- Formanden\n- Næstformanden",
        "Ledigheden i maj er 3,1 %. Ledigheden i maj 2021 var 4,2 %.",
        "9.00 - 10.00: Gruppe A\n9.00 - 10.00: Gruppe B\n10.00 - 11.00: Fælles",
        "Åbningstid:\nkl. 9.00 - 12.00\nkl. 13.00 - 15.00\nkl. 19.00 - 21.00",
        "Mødet torsdag den 14. december flyttes.",
        "Se sag 999-2022-59792 og J.nr. 81.04.04, dokument 999-2022-386513.",
        "",
    ],
)
def test_ordinary_text_gives_no_false_alarm(text: str) -> None:
    assert text_findings(text, SAID_ON) == ()


def test_two_kinds_of_things_are_counted_over_the_groups_of_a_list() -> None:
    text = (
        'Der er valgt 3 indsatser fra kataloget "Ny drift" samt 2 indsatser, som er nye:\n\n'
        "Børn:\n\n- Tavler\n- Læsning\n\nVeje:\n\n- Asfalt\n- Lys"
    )
    (found,) = text_findings(text, SAID_ON)
    assert (found.code, found.stated, found.computed) == ("count_differs", "3 + 2 indsatser", "4")


GROUPED = "Der er valgt {0}. De er fordelt på {1}:\n\nBørn:\n\n- Tavler\n- Læsning\n\nVeje:\n\n- Asfalt"


def test_things_spread_over_groups_are_counted_together() -> None:
    assert text_findings(GROUPED.format("3 indsatser", "to områder"), SAID_ON) == ()
    (found,) = text_findings(GROUPED.format("4 indsatser", "to områder"), SAID_ON)
    assert (found.stated, found.computed) == ("4 indsatser", "3")


def test_a_number_may_count_the_groups_of_a_list() -> None:
    assert text_findings("Planen har to spor:\n\nBørn:\n\n- Tavler\n- Læsning\n\nVeje:\n\n- Asfalt", SAID_ON) == ()


def test_a_report_with_two_as_of_dates_is_shown() -> None:
    title = "Budgetopfølgning pr. 31. marts 2023"
    text = "På anlægssiden viser budgetopfølgningen pr. 28. februar 2023, at der er penge tilbage."
    (found,) = text_findings(text, SAID_ON, title)
    assert (found.code, found.stated, found.computed) == ("as_of_dates_differ", "31. marts 2023", "28. februar 2023")
    compared = "I forhold til budgetopfølgningen pr. 28. februar 2023 er der penge tilbage."
    assert text_findings(compared, SAID_ON, title) == ()


def test_figures_on_two_bases_are_shown() -> None:
    text = "Forbruget er 8,9 mio. kr. inkl. overførsler fra 2022 (Sidste måned 4,1 mio. kr. før overførsel fra 2022)."
    (found,) = text_findings(text, SAID_ON)
    assert found.code == "bases_differ"


def test_a_weekday_without_a_year_fits_some_year_near() -> None:
    assert text_findings("Vi mødes onsdag den 14. december.", date(2017, 11, 6)) == ()
    (found,) = text_findings("Vi mødes mandag den 14. december.", date(2017, 11, 6))
    assert found.code == "weekday_differs"


def test_a_year_in_the_title_says_which_year_a_date_is_in() -> None:
    text = "I år er det torsdag den 29. september."
    assert text_findings(text, date(2017, 5, 8)) == ()
    (found,) = text_findings(text, date(2017, 5, 8), "Deltagelse den 29. september 2017")
    assert found.computed == "fredag den 29. september 2017"


def test_every_code_has_a_danish_sentence() -> None:
    assert {expected[0] for expected in BREAKS.values()} < MESSAGES.keys()
    assert all(message.endswith(".") for message in MESSAGES.values())


AMOUNTS = st.lists(st.integers(1, 9_999_999), min_size=2, max_size=8)


def written(value: int) -> str:
    return f"{value:,}".replace(",", ".")


@given(AMOUNTS)
def test_a_true_total_is_never_doubted(amounts: list[int]) -> None:
    lines = [f"Ydelse nummer {at}:\tkr. {written(amount)}" for at, amount in enumerate(amounts, 1)]
    assert text_findings("\n".join([*lines, f"I alt kr. {written(sum(amounts))}"])) == ()


@given(AMOUNTS, st.integers(100, 9_999_999))
def test_a_total_above_all_its_lines_is_always_shown(amounts: list[int], extra: int) -> None:
    lines = [f"Ydelse nummer {at}:\tkr. {written(amount)}" for at, amount in enumerate(amounts, 1)]
    found = text_findings("\n".join([*lines, f"I alt kr. {written(sum(amounts) + extra)}"]))
    assert [(one.code, one.computed) for one in found] == [("sum_differs", f"{written(sum(amounts))} kr.")]


@given(st.text(alphabet="0123456789.,:-– \n\tabekrmiIaltovsh%", max_size=300))
def test_any_text_at_all_is_checked_without_an_error(text: str) -> None:
    assert all(isinstance(found, Mismatch) for found in text_findings(text, SAID_ON, text[:50]))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1.000 kr. ",
        "følgende tre ",
        "10 temaer samt ",
        "hvoraf 1 mio. kr. ",
        "Abe, ",
        "8.30 - 9.00 ",
        "i maj er 1 % ",
        "a:\n- b\n",
        "I alt\t1\n",
        "mandag den 1. maj 2020 ",
        " med 1 fra 2 til ",
        "fra 1 til 2, en stigning på ",
        "på 1 mio. kr. brugt ",
        "1 mio. kr. fordeles med ",
        "den sidste fredag i maj ",
        "1 kr. for 2020 og frem til 2022 ",
        "10 temaer, hvoraf 1 a og ",
        "samlet merforbrug a for 2020 a ",
        "fordeles med 4 % og ",
        "finansieres med 1 kr. og ",
        "1 kr. ekskl. moms ",
        "i alt 1 kr.:\n- A 1 kr.\n",
        "består af 5: Aa, ",
        "a:\nmerforbrug på 1 kr. (sidste måned ",
    ],
)
def test_hostile_text_takes_time_in_proportion(piece: str) -> None:
    def found(size: int) -> object:
        text = piece * (size // len(piece))
        return text_findings(text, SAID_ON, "Rapport pr. 1. maj 2020"), tuple(rest_mismatches(text))

    assert grows_in_proportion(found, 25_000)


def test_the_real_minutes_give_what_a_reader_by_hand_finds(shared: Path) -> None:
    found: dict[str, list[str]] = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        said_on = {"000": date(2016, 11, 28), "001": date(2017, 11, 6), "002": date(2017, 5, 8)}.get(path.name[:3])
        codes = [one.code for one in text_findings(path.read_text("utf-8"), said_on or date(2016, 2, 22))]
        found[path.name[:3]] = codes
    assert found == {
        "000": [],
        "001": ["count_differs"],
        "002": ["bases_differ"],
        "003": [],
        "004": ["two_values", "period_unclear"],
    }
