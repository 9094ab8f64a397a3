"""Deadlines: every phrase as an interval, a meeting, an event, or nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.deadlines import DueKind, deadlines

SPRING, MAY, AUTUMN, WINTER = date(2017, 3, 6), date(2016, 5, 30), date(2017, 11, 6), date(2016, 11, 28)

INTERVALS = [
    ("inden udgangen af uge 45", AUTUMN, "2017-11-06", "2017-11-12"),
    ("senest 15/12", AUTUMN, "2017-11-06", "2017-12-15"),
    ("i denne uge", AUTUMN, "2017-11-06", "2017-11-12"),
    ("Der laves en ny plan om 2-3 uger.", AUTUMN, "2017-11-20", "2017-11-27"),
    ("om to til tre uger", AUTUMN, "2017-11-20", "2017-11-27"),
    ("om 2 – 3 uger", AUTUMN, "2017-11-20", "2017-11-27"),
    ("om et par uger", AUTUMN, "2017-11-20", "2017-11-27"),
    ("om 14 dage", AUTUMN, "2017-11-20", "2017-11-20"),
    ("om ca. en måned", AUTUMN, "2017-11-29", "2017-12-13"),
    ("om 3 måneder", SPRING, "2017-06-06", "2017-06-06"),
    ("om et halvt år", WINTER, "2017-05-28", "2017-05-28"),
    ("inden for 3 måneder", AUTUMN, "2017-11-06", "2018-02-06"),
    ("i løbet af de næste 14 dage", AUTUMN, "2017-11-06", "2017-11-20"),
    ("senest om tre uger", AUTUMN, "2017-11-06", "2017-11-27"),
    ("om 5 hverdage", AUTUMN, "2017-11-13", "2017-11-13"),
    ("Evalueres efter et år.", SPRING, "2018-03-06", "2018-03-06"),
    ("et oplæg ventes ultimo februar", WINTER, "2017-02-21", "2017-02-28"),
    ("primo januar", WINTER, "2017-01-01", "2017-01-10"),
    ("medio marts", WINTER, "2017-03-11", "2017-03-20"),
    ("medio/ultimo marts", WINTER, "2017-03-11", "2017-03-31"),
    ("senest ultimo februar", WINTER, "2016-11-28", "2017-02-28"),
    ("ultimo februar 2020", WINTER, "2020-02-21", "2020-02-29"),
    ("om ½ år", AUTUMN, "2018-05-06", "2018-05-06"),
    ("ultimo august/primo september", SPRING, "2017-08-21", "2017-09-10"),
    ("inden sommerferien 2019", SPRING, "2017-03-06", "2019-06-30"),
    ("fra uge 8 til uge 10", AUTUMN, "2018-02-19", "2018-03-11"),
    ("ved årets udgang", AUTUMN, "2017-12-01", "2017-12-31"),
    ("senest fredag", AUTUMN, "2017-11-06", "2017-11-10"),
    ("senest fredag den 17. november", AUTUMN, "2017-11-06", "2017-11-17"),
    ("på mandag", AUTUMN, "2017-11-13", "2017-11-13"),
    ("primo 2018", AUTUMN, "2018-01-01", "2018-01-31"),
    ("medio 2018", AUTUMN, "2018-06-01", "2018-07-31"),
    ("ultimo 2017", AUTUMN, "2017-12-01", "2017-12-31"),
    ("inden udgangen af 2018", AUTUMN, "2017-11-06", "2018-12-31"),
    ("primo 2. halvår 2018", AUTUMN, "2018-07-01", "2018-08-31"),
    ("i løbet af 2. halvår 2018", AUTUMN, "2018-07-01", "2018-12-31"),
    ("inden påske", SPRING, "2017-03-06", "2017-04-12"),
    ("før påskeferien", AUTUMN, "2017-11-06", "2018-03-28"),
    ("inden pinse", SPRING, "2017-03-06", "2017-06-02"),
    ("inden Kristi himmelfartsdag", SPRING, "2017-03-06", "2017-05-24"),
    ("inden efterårsferien", SPRING, "2017-03-06", "2017-10-13"),
    ("inden årsskiftet", AUTUMN, "2017-11-06", "2017-12-31"),
    ("til næste forår", date(2017, 3, 6), "2018-03-01", "2018-05-31"),
    ("Frist: fredag d. 13. april 2018 kl. 12.00", AUTUMN, "2017-11-06", "2018-04-13"),
    ("Fristen er 13/12.", AUTUMN, "2017-11-06", "2017-12-13"),
    ("i starten af januar", WINTER, "2017-01-01", "2017-01-10"),
    ("i slutningen af maj", SPRING, "2017-05-21", "2017-05-31"),
    ("sidst i april", SPRING, "2017-04-21", "2017-04-30"),
    ("inden udgangen af maj", AUTUMN, "2017-11-06", "2018-05-31"),
    ("inden den 13. november 2017", AUTUMN, "2017-11-06", "2017-11-12"),
    ("senest den 15. december", AUTUMN, "2017-11-06", "2017-12-15"),
    ("senest den 15. januar", AUTUMN, "2017-11-06", "2018-01-15"),
    ("frem til 1. maj 2017", SPRING, "2017-03-06", "2017-05-01"),
    ("Sagen udsættes til mødet den 17. august", MAY, "2016-08-17", "2016-08-17"),
    ("senest 14.12.17", AUTUMN, "2017-11-06", "2017-12-14"),
    ("18.-28. september 2017", MAY, "2017-09-18", "2017-09-28"),
    ("den 14-15. april", WINTER, "2017-04-14", "2017-04-15"),
    ("31.3.-1.4.2017", WINTER, "2017-03-31", "2017-04-01"),
    ("28. august til 3. september 2017", MAY, "2017-08-28", "2017-09-03"),
    ("(september)", MAY, "2016-09-01", "2016-09-30"),
    ("til februar", MAY, "2017-02-01", "2017-02-28"),
    ("i januar og februar", AUTUMN, "2018-01-01", "2018-02-28"),
    ("i december og januar", AUTUMN, "2017-12-01", "2018-01-31"),
    ("inden maj", AUTUMN, "2017-11-06", "2018-04-30"),
    ("på mødet i maj", SPRING, "2017-05-01", "2017-05-31"),
    ("i løbet af efteråret 2016", MAY, "2016-09-01", "2016-11-30"),
    ("til foråret", WINTER, "2017-03-01", "2017-05-31"),
    ("til sommer", SPRING, "2017-06-01", "2017-08-31"),
    ("i vinter", date(2017, 1, 28), "2016-12-01", "2017-02-28"),
    ("inden sommerferien", MAY, "2016-05-30", "2016-06-30"),
    ("før sommerferien", AUTUMN, "2017-11-06", "2018-06-30"),
    ("inden sommer", SPRING, "2017-03-06", "2017-06-30"),
    ("fra 1. til 15. juni 2017", SPRING, "2017-06-01", "2017-06-15"),
    ("til mødet den 12/5", SPRING, "2017-05-12", "2017-05-12"),
    ("senest d. 1/2", AUTUMN, "2017-11-06", "2018-02-01"),
    ("efter sommerferien", MAY, "2016-08-01", "2016-09-30"),
    ("inden jul", AUTUMN, "2017-11-06", "2017-12-24"),
    ("i 1. kvartal 2017", WINTER, "2017-01-01", "2017-03-31"),
    ("med 1. kvartalsvise opfølgning i 2017", WINTER, "2017-01-01", "2017-03-31"),
    ("tredje kvartal", SPRING, "2017-07-01", "2017-09-30"),
    ("første halvår 2017", WINTER, "2017-01-01", "2017-06-30"),
    ("i 2. halvår", SPRING, "2017-07-01", "2017-12-31"),
    ("uge 42 2017", SPRING, "2017-10-16", "2017-10-22"),
    ("i uge 5-6", AUTUMN, "2018-01-29", "2018-02-11"),
    ("i næste uge", date(2017, 1, 28), "2017-01-30", "2017-02-05"),
    ("i næste måned", WINTER, "2016-12-01", "2016-12-31"),
    ("i år", AUTUMN, "2017-01-01", "2017-12-31"),
    ("til næste år", AUTUMN, "2018-01-01", "2018-12-31"),
    ("inden årets udgang", AUTUMN, "2017-11-06", "2017-12-31"),
    ("i løbet af 2018", AUTUMN, "2018-01-01", "2018-12-31"),
    ("hurtigst muligt", WINTER, "2016-11-29", "2016-12-12"),
    ("snarest muligt", date(2017, 4, 12), "2017-04-18", "2017-05-01"),
]

BOUND = [
    ("på næste Direktionsmøde", DueKind.NEXT_MEETING),
    ("drøftes næste gang", DueKind.NEXT_MEETING),
    ("til næste møde", DueKind.NEXT_MEETING),
    ("på næste udvalgsmøde", DueKind.NEXT_MEETING),
    ("på førstkommende møde", DueKind.NEXT_MEETING),
    ("skal på igen", DueKind.COMING_MEETING),
    ("på et kommende møde", DueKind.COMING_MEETING),
    ("på et senere møde", DueKind.COMING_MEETING),
    ("på et af de næste møder", DueKind.COMING_MEETING),
    ("til et direktionsmøde", DueKind.COMING_MEETING),
    ("på det kommende møde for skoleledere", DueKind.COMING_MEETING),
    ("på næste møde for afdelingsledere", DueKind.COMING_MEETING),
    ("på efterfølgende niveau 2 ledermøde", DueKind.COMING_MEETING),
    ("på næste niveau 2 møde", DueKind.COMING_MEETING),
    ("i forlængelse af niveau 2 mødet i december", DueKind.COMING_MEETING),
    ("når Ida er tilbage fra orlov", DueKind.EVENT),
    ("afventer, at vi kender tallene for hele det samlede område i kommunen og regionen", DueKind.EVENT),
    ("efter KB-møde i juni", DueKind.EVENT),
    ("i forbindelse med Folkemødet 2017", DueKind.EVENT),
    ("inden indflytning i det nye hus", DueKind.EVENT),
    ("frem til 1. behandling", DueKind.EVENT),
    ("til næste status på projekterne", DueKind.EVENT),
    ("senest 8 dage før mødet", DueKind.EVENT),
    ("hvert kvartal", DueKind.EVENT),
    ("hvert år i november", DueKind.EVENT),
    ("efter påske", DueKind.EVENT),
    ("inden vinterferien", DueKind.EVENT),
    ("så snart økonomien er afklaret", DueKind.EVENT),
    ("inden skoleårets afslutning", DueKind.EVENT),
    ("kan tages op på et senere tidspunkt", DueKind.NONE),
    ("efter knap 10 år", DueKind.NONE),
    ("gennem de sidste 2 år", DueKind.NONE),
    ("for 2 uger siden", DueKind.NONE),
    ("blev besluttet den 29. februar 2016", DueKind.NONE),
    ("pr. 31. marts", DueKind.NONE),
    ("pr. 1. kvartal 2018", DueKind.NONE),
    ("økonomirapport ultimo januar", DueKind.NONE),
    ("ultimo januar 2016", DueKind.NONE),
    ("oplægget fra ledermødet i oktober", DueKind.NONE),
    ("status på projekter i 2016 og 2017", DueKind.NONE),
    ("aftaler for 2018", DueKind.NONE),
    ("uge 77", DueKind.NONE),
    ("den 31. februar 2018", DueKind.NONE),
    ("", DueKind.NONE),
]


@pytest.mark.parametrize(("phrase", "said_on", "start", "end"), INTERVALS)
def test_a_phrase_resolves_to_its_interval(phrase: str, said_on: date, start: str, end: str) -> None:
    due = deadlines(phrase, said_on)
    assert (due.kind, due.start, due.end) == (DueKind.INTERVAL, date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(("phrase", "kind"), BOUND)
def test_a_phrase_without_dates_says_what_it_is_bound_to(phrase: str, kind: DueKind) -> None:
    due = deadlines(phrase, WINTER)
    assert (due.kind, due.start, due.end) == (kind, None, None)


def test_a_start_without_an_end_keeps_its_words_and_is_no_interval() -> None:
    due = deadlines("Ordningen gælder fra februar 2018.", AUTUMN)
    assert (due.kind, due.phrase) == (DueKind.NONE, "fra februar 2018")


def test_the_most_specific_deadline_of_a_sentence_counts() -> None:
    due = deadlines("Sagen genoptages på næste møde den 13. marts, når tallene er klar.", SPRING)
    assert (due.start, due.end) == (date(2017, 3, 13), date(2017, 3, 13))


def test_the_phrase_is_quoted_as_written() -> None:
    assert deadlines("Medtages på næste\nDirektionsmøde.", SPRING).phrase == "på næste Direktionsmøde"


PIECES = st.sampled_from(
    (
        *(
            "om 2-3 uger",
            "ultimo",
            "februar",
            "inden",
            "den",
            "13.",
            "november",
            "2017",
            "næste",
            "møde",
            "efter",
            "i",
        ),
        *(
            "uge 42",
            "(maj)",
            "1. kvartal",
            "når",
            "fra",
            "senest",
            "primo",
            "jul",
            "år",
            "til et",
            "på",
            "31.12.",
            "-",
        ),
        *("2016-", ",", "kommende", "vinter", "99", "hurtigst muligt", "om ca. 30 år"),
    )
)


@given(st.lists(PIECES, max_size=12), st.dates())
def test_intervals_are_ordered_and_end_no_earlier_than_said(words: list[str], said_on: date) -> None:
    due = deadlines(" ".join(words), said_on)
    if due.kind is DueKind.INTERVAL:
        assert due.start is not None
        assert due.end is not None
        assert said_on <= due.end
        assert due.start <= due.end
    else:
        assert due.start is due.end is None


@given(st.text(max_size=200), st.dates())
def test_any_text_on_any_day_has_some_answer(text: str, said_on: date) -> None:
    assert deadlines(text, said_on).kind in DueKind
