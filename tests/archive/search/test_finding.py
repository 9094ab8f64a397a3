"""What a question finds, the same on both databases."""

from datetime import date

import pytest

from sagsgang.archive import search
from sagsgang.archive.search import Order, Query, searching
from sagsgang.archive.search.backends import backend, sqlite
from sagsgang.archive.search.keys import entry_of
from sagsgang.archive.search.language import understand
from sagsgang.archive.search.match import Match, Phrase
from tests.archive.search.shelf import COUNCIL, Placed, lay

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def shelve(*items: Placed) -> list[int]:
    ids = lay(items)
    search.index(ids)
    return ids


def found(text: str, **more: object) -> list[int]:
    results = search.search(Query(audience="street", text=text, **more))  # type: ignore[arg-type]
    return [hit.entry_id for hit in results.hits]


def test_all_words_must_be_found_wherever_they_stand() -> None:
    both, _ = shelve(Placed(title="Bro", presentation="Over åen"), Placed(title="Bro ved havnen"))
    assert found("bro havn sø") == []
    assert found("bro åen") == [both]


@pytest.mark.parametrize("form", ["møde", "møder", "mødet", "mødets", "MØDE", "moede", "Moedets"])
def test_every_form_and_spelling_of_a_word_finds_every_other(form: str) -> None:
    ids = shelve(Placed(title="Et møde"), Placed(title="Mødernes antal"), Placed(title="Moedet"))
    assert sorted(found(form)) == ids


@pytest.mark.parametrize(
    ("written", "asked"), [("Århus", "aarhus"), ("Aarhus", "århus"), ("Café", "CAFE"), ("Køb", "koeb")]
)
def test_letters_are_found_however_they_are_written(written: str, asked: str) -> None:
    ids = shelve(Placed(title=written))
    assert found(asked) == ids


def test_decomposed_letters_are_the_same_letters() -> None:
    ids = shelve(Placed(title="A\N{COMBINING RING ABOVE}en løber over"))
    assert found("åen") == ids
    assert found("a\N{COMBINING RING ABOVE}en") == ids


def test_a_part_finds_the_compound_but_not_in_a_phrase() -> None:
    ids = shelve(Placed(title="Gevinstrealiseringen i år"))
    assert found("gevinst") == ids
    assert found("realisering") == ids
    assert found('"gevinst i år"') == []
    assert found('"gevinstrealisering i år"') == ids


def test_a_phrase_stands_in_one_text_in_its_order() -> None:
    inside, _, _ = shelve(
        Placed(title="A", presentation="den digitale handlingsplan er ny"),
        Placed(title="B", presentation="handlingsplan for digitale"),
        Placed(title="Den digitale", decision="handlingsplan"),
    )
    assert found('"digitale handlingsplan"') == [inside]
    assert found('"digitale handlingsplan') == [inside]
    assert found("”digitale handlingsplan”") == [inside]


def test_or_finds_either_and_minus_leaves_out() -> None:
    hall, library, both = shelve(
        Placed(title="Svømmehal", day=date(2024, 1, 3)),
        Placed(title="Bibliotek", day=date(2024, 1, 2)),
        Placed(title="Svømmehal og bibliotek", day=date(2024, 1, 1)),
    )
    assert sorted(found("svømmehal OR bibliotek")) == [hall, library, both]
    assert sorted(found("svømmehal ELLER bibliotek")) == [hall, library, both]
    assert found("svømmehal -bibliotek") == [hall]
    assert found('-"og bibliotek"', order=Order.DATE) == [hall, library]


def test_a_closed_item_stands_below_open_ones_that_answer_as_well() -> None:
    stub, named, older = shelve(
        Placed(title="Digitalisering af arkivet", access="closed", day=date(2024, 6, 3)),
        Placed(title="Plan for digitalisering", presentation="Arkivet skal med.", day=date(2024, 3, 4)),
        Placed(title="Digitalisering af skolerne", day=date(2021, 3, 4)),
    )
    assert found("digitalisering")[-1] == stub
    assert found('"digitalisering af arkivet"') == [stub]
    assert found("digitalisering", order=Order.DATE) == [stub, named, older]


def test_not_in_capitals_between_words_is_a_minus() -> None:
    assert understand("energi NOT renovering").excluded == understand("energi -renovering").excluded != ()
    assert understand("energi IKKE renovering").groups == understand("energi").groups
    assert understand("energi ikke renovering").excluded == ()
    assert understand("IKKE renovering").excluded == ()
    assert understand("renovering NOT").excluded == ()


def test_the_beginning_of_a_word_finds_it_with_a_star() -> None:
    ids = shelve(Placed(title="Styringen af projekter"))
    for star in ("styrin*", "styringe*", "st*", "STYRINGEN*"):
        assert found(star) == ids
    assert found("styrin") == []


def test_the_beginning_of_another_form_finds_it_too() -> None:
    ids = shelve(Placed(title="Børnene leger"))
    assert found("børn*") == ids
    assert found("boerne*") == ids


@pytest.mark.parametrize(
    "asked",
    ["326-2016-59792", "59792", "326201659792", "2016-59792", "326 2016 59792", "Sagsnr. 326-2016-59792",
     "sag:326-2016-59792", '"326-2016-59792"', "326-2016-597*", "326/2016/59792"],
)  # fmt: skip
def test_a_case_number_is_found_in_any_form(asked: str) -> None:
    ids = shelve(
        Placed(title="Hjemmeside", case_number="326-2016-59792"), Placed(title="X", case_number="326-2016-1")
    )
    assert found(asked) == ids[:1]


def test_document_numbers_of_items_and_attachments_are_found() -> None:
    item, attached = shelve(
        Placed(title="A", document_number="326-2017-152869"),
        Placed(title="B", attachments=(("Notat", "17474/09"),)),
    )
    assert found("152869") == [item]
    assert found("17474/09") == [attached]


def test_a_number_with_leading_zeros_is_found_without() -> None:
    ids = shelve(Placed(title="A", case_number="25-008754"))
    assert found("25-8754") == ids
    assert found("25-008754") == ids


def test_a_year_is_no_number_of_every_case() -> None:
    shelve(Placed(title="A", case_number="326-2016-59792"))
    assert found("2016") == []


def test_words_that_stand_everywhere_need_not_stand_in_a_title() -> None:
    ids = shelve(Placed(title="Lukket salg", access="closed"))
    assert found("salg af det") == ids


def test_a_closed_stub_is_found_by_its_title() -> None:
    ids = shelve(Placed(title="Salg af grund", access="closed"))
    assert found("grund") == ids
    assert found("grund", access="closed") == ids
    assert found("grund", access="open") == []


def test_an_audience_finds_its_own_entries_only() -> None:
    street, _ = shelve(Placed(title="Kantine"), Placed(title="Kantine", audience="employees"))
    assert found("kantine") == [street]
    assert found("") == [street]


@pytest.mark.parametrize("audiences", [("street",) * 3, ("employees",) * 3, ("street", "employees", "street")])
def test_nobody_finds_what_is_for_others_whoever_else_the_archive_is_for(audiences: tuple[str, ...]) -> None:
    ids = shelve(*(Placed(title="Kantine og bro", presentation="Køkken", audience=one) for one in audiences))
    for asked in ("street", "employees"):
        own = [key for key, audience in zip(ids, audiences, strict=True) if audience == asked]
        for text in ("kantine", "kantine bro", "køkken*", "kantine -havn", ""):
            results = search.search(Query(audience=asked, text=text))
            assert sorted(hit.entry_id for hit in results.hits) == own
            assert (results.total, results.pages) == (len(own), 1)


def test_filters_narrow_together_and_widen_within_one() -> None:
    one, two, three = shelve(
        Placed(title="Plan", day=date(2022, 1, 3), outcome="approved", kle_number="85.11.06"),
        Placed(title="Plan", day=date(2023, 1, 2), outcome="noted", kle_number="85.02.00", item_type="information"),
        Placed(title="Plan", day=date(2023, 6, 5), body=COUNCIL, outcome="approved", kle_number="00.01.00"),
    )
    bodies = {hit.body: hit.body_id for hit in search.search(Query(audience="street", text="plan")).hits}
    assert found("plan", years=(2022,)) == [one]
    assert found("plan", years=(2022, 2023), outcomes=("approved",), order=Order.DATE) == [three, one]
    assert found("plan", item_types=("information",)) == [two]
    assert found("", bodies=(bodies[COUNCIL],)) == [three]
    assert found("", kle_groups=("85",)) == [two, one]
    assert found("", kle_groups=("85.11",)) == [one]
    assert found("plan", outcomes=('"; DROP TABLE',)) == []


def test_dates_order_hits_whatever_the_order_of_entry() -> None:
    middle, old, new, same_day = shelve(
        Placed(title="Vej", day=date(2020, 5, 5)),
        Placed(title="Vej", day=date(1999, 1, 4)),
        Placed(title="Vej", day=date(2024, 2, 5)),
        Placed(title="Vej", day=date(2020, 5, 5)),
    )
    assert found("vej", order=Order.DATE) == [new, middle, same_day, old]
    assert found("") == [new, middle, same_day, old]


def test_the_title_weighs_more_than_the_decision_and_that_more_than_the_text() -> None:
    filler = "Her står noget helt andet om dagligdagen i kommunen. "
    text, decision, title = shelve(
        Placed(title="Noget", presentation="Broen nævnes. " + filler, decision="Godkendt som foreslået"),
        Placed(title="Noget", presentation=filler, decision="Broen godkendt som foreslået"),
        Placed(title="Broen", presentation=filler, decision="Godkendt som foreslået"),
    )
    assert found("bro") == [title, decision, text]


def test_of_equals_the_newer_stands_first() -> None:
    old, new = shelve(Placed(title="Vejplan", day=date(2015, 1, 5)), Placed(title="Vejplan", day=date(2023, 1, 2)))
    assert found("vejplan") == [new, old]


def test_pages_hold_every_hit_once() -> None:
    ids = shelve(*(Placed(title="Vej", day=date(2020, 1, 1 + day)) for day in range(25)))
    pages = [found("vej", page=page, size=10) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert sorted(entry for page in pages for entry in page) == ids
    results = search.search(Query(audience="street", text="vej", page=99, size=10))
    assert (results.page, results.pages, results.total) == (3, 3, 25)


def test_of_very_many_hits_the_newest_are_the_same_years_at_a_time() -> None:
    ids = shelve(*(Placed(title="Vej", day=date(2000 + year * 3, 1, 3)) for year in range(8)))
    match = Match(filters=((Phrase(("a§street",)),),), groups=((Phrase(("vej",)),),))
    for most in (1, 3, 5, 50):
        newest = backend().newest(match, most, expected=10**6)
        assert newest == backend().newest(match, most, expected=1)
        assert [entry_of(int(key)) for key in newest.keys] == ids[::-1][:most]


@pytest.mark.parametrize(("few", "many", "common"), [(20, 400, 500), (0, 400, 1), (0, 0, 1)])
def test_a_prefix_finds_the_same_as_words_and_as_a_prefix(
    few: int, many: int, common: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"_FEW_WORDS": few, "_MANY_WORDS": many, "_COMMON": common}.items():
        monkeypatch.setattr(searching, name, value)
    ids = shelve(Placed(title="Havnen"), Placed(title="Havnefronten"), Placed(title="Havn22"), Placed(title="Haven"))
    assert sorted(found("havn*")) == ids[:3]


def test_very_common_words_are_ranked_by_their_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "MOST_COUNTED", 0)
    filler = "Her står noget helt andet om dagligdagen i kommunen. "
    text, decision, title, _ = shelve(
        Placed(title="Noget", presentation="Broen og skolen nævnes. " + filler, decision="Godkendt som foreslået"),
        Placed(title="Noget", presentation=filler + "Skolen.", decision="Broen godkendt som foreslået"),
        Placed(title="Broen", presentation=filler + "Skolen.", decision="Godkendt som foreslået"),
        Placed(title="Broen og skolen", audience="employees"),
    )
    assert found("bro") == found("bro skole") == found("bro*") == [title, decision, text]


def test_of_many_words_that_begin_so_those_in_titles_stand_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "_FEW_WORDS", 0)
    filler = "Her står noget helt andet om dagligdagen i kommunen. "
    title, text = shelve(
        Placed(title="Broerne", day=date(2024, 1, 1), presentation=filler),
        Placed(title="Noget", day=date(2024, 1, 2), presentation=filler + "Brovagten og broen nævnes."),
    )
    assert found("bro*") == [title, text]


def test_only_what_lies_between_the_two_days_is_found_and_counted() -> None:
    ids = shelve(*(Placed(title="Havn", day=date(2024, 5, day)) for day in (1, 2, 3)))
    assert found("havn", first=date(2024, 5, 2)) == [ids[2], ids[1]]
    assert found("havn", last=date(2024, 5, 2)) == [ids[1], ids[0]]
    assert found("", first=date(2024, 5, 2), last=date(2024, 5, 2)) == [ids[1]]
    results = search.search(Query(audience="street", text="havn", first=date(2024, 5, 3)))
    assert [value.count for facet in results.facets if facet.name == "years" for value in facet.values] == [1]
