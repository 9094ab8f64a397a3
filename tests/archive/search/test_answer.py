"""What comes with the hits: marks, counts, another spelling; and how the index follows the entries."""

from datetime import date

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from sagsgang.archive import search
from sagsgang.archive.models import Entry
from sagsgang.archive.search import Query, Results, sql
from tests.archive.search.shelf import COUNCIL, Placed, lay
from tests.archive.search.test_finding import found, shelve

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def ask(text: str, audience: str = "street", **more: object) -> Results:
    return search.search(Query(audience=audience, text=text, **more))  # type: ignore[arg-type]


def counts(results: Results, name: str) -> dict[str, int]:
    return {value.value: value.count for facet in results.facets if facet.name == name for value in facet.values}


def test_found_words_are_marked_in_the_original_text() -> None:
    shelve(Placed(title="Mødernes plan", presentation="Alle MØDER holdes & <b>aftales</b> i mødelokalet."))
    hit = ask("møde").hits[0]
    assert hit.title == "<mark>Mødernes</mark> plan"
    assert hit.snippet == (
        "Alle <mark>MØDER</mark> holdes &amp; &lt;b&gt;aftales&lt;/b&gt; i <mark>mødelokalet</mark>."
    )


def test_the_snippet_is_the_piece_with_most_of_the_words() -> None:
    filler = "ord " * 200
    shelve(Placed(title="A", decision="Broen.", presentation=f"Broen. {filler}Broen over åen males grøn. {filler}"))
    snippet = ask("bro åen grøn").hits[0].snippet
    assert "<mark>Broen</mark> over <mark>åen</mark> males <mark>grøn</mark>" in snippet
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert len(snippet) < 400


def test_without_words_the_snippet_is_how_the_decision_begins() -> None:
    shelve(Placed(title="A", decision="Godkendt af alle.", presentation="Tekst"), Placed(title="B", access="closed"))
    assert [hit.snippet for hit in ask("").hits] == ["Godkendt af alle.", ""]


def test_facets_count_every_hit() -> None:
    shelve(
        Placed(title="Plan", day=date(2022, 1, 3), outcome="approved", kle_number="85.11.06"),
        Placed(title="Plan", day=date(2023, 1, 2), outcome="", kle_number="85.02.00"),
        Placed(title="Plan", day=date(2023, 6, 5), body=COUNCIL, outcome="approved"),
        Placed(title="Andet", day=date(2023, 6, 5), body=COUNCIL),
    )
    results = ask("plan")
    assert counts(results, "years") == {"2023": 2, "2022": 1}
    assert counts(results, "outcomes") == {"approved": 2, "": 1}
    assert counts(results, "kle_groups") == {"85": 2}
    labels = {value.label: value.count for value in results.facets[1].values}
    assert labels == {"Direktionen": 2, COUNCIL: 1}
    assert not results.more


def test_a_chosen_filter_still_counts_what_else_could_be_chosen() -> None:
    shelve(
        Placed(title="Plan", day=date(2022, 1, 3), outcome="approved"),
        Placed(title="Plan", day=date(2023, 1, 2), outcome="noted"),
    )
    results = ask("plan", years=(2022,))
    assert results.total == 1
    assert counts(results, "years") == {"2023": 1, "2022": 1}
    assert counts(results, "outcomes") == {"approved": 1}
    assert [value.value for value in results.facets[0].values if value.chosen] == ["2022"]


def test_another_spelling_is_offered_when_little_is_found() -> None:
    shelve(Placed(title="Handlingsplan for Kjærgaard"), Placed(title="Økonomiudvalgets møde"))
    assert ask("handlngsplan").suggestion == "handlingsplan"
    assert ask("handlingspaln kjærgaard").suggestion == "handlingsplan kjærgaard"
    assert ask("økonomiudvaglets").suggestion == "økonomiudvalgets"
    assert ask("handlingsplan").suggestion == ""
    assert ask("zzzzzzzz").suggestion == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("haavn", "havn"), ("bornehaveradet", "børnehaverådet"), ("bøernehaverådet", "børnehaverådet"), ("aarhus", "")],
)
def test_danish_letters_typed_otherwise_are_tried_before_any_guess(typed: str, meant: str) -> None:
    shelve(Placed(title="Havn og børnehaverådet"), *(Placed(title="Haven og årets gang") for _ in range(3)))
    assert ask(typed).suggestion == meant


def test_a_list_and_a_table_are_shown_in_one_line() -> None:
    shelve(Placed(title="Temaer", presentation="Temaer:\n- Budgettet\n- Trivsel\n\nDrift\t310.000"))
    assert ask("trivsel").hits[0].snippet == "Temaer: Budgettet · <mark>Trivsel</mark> Drift · 310.000"


def test_a_word_is_marked_in_a_compound_that_has_another_form_of_it() -> None:
    shelve(Placed(title="Skolebørnenes cykler"))
    for asked in ("børn", "barn"):
        assert "<mark>Skolebørnenes</mark>" in ask(asked).hits[0].title, asked


def test_another_spelling_never_tells_what_another_audience_has() -> None:
    shelve(Placed(title="Kantinebestyrer", audience="employees"))
    assert ask("kantinbestyrer").suggestion == ""
    assert ask("kantinbestyrer", audience="employees").suggestion == "kantinebestyrer"


def test_an_entry_that_changes_is_found_by_its_new_words_only() -> None:
    ids = shelve(Placed(title="Vejplan"))
    Entry.objects.filter(id__in=ids).update(title="Busplan", date=date(2001, 1, 1))
    search.index(ids)
    search.index(ids)
    assert found("vejplan") == []
    assert found("busplan") == ids
    assert ask("busplan").total == 1


def test_nothing_of_a_forgotten_entry_stays_in_the_index() -> None:
    kept, gone = shelve(Placed(title="Fælles ord"), Placed(title="Fælles hemmelighedskræmmeri"))
    search.forget([gone, 12_345_678])
    assert found("fælles") == [kept]
    with connection.cursor() as cursor:
        for table in ("search_word", "search_term", "search_document"):
            cursor.execute(f"SELECT * FROM {table}")
            assert "hemmeligheds" not in str(cursor.fetchall())


def test_an_entry_that_is_deleted_is_no_hit_even_before_it_is_forgotten() -> None:
    ids = shelve(Placed(title="Vejplan"))
    Entry.objects.filter(id__in=ids).delete()
    assert ask("vejplan").hits == ()
    search.index(ids)
    assert ask("vejplan").total == 0


def test_closed_parts_of_an_open_item_are_not_indexed() -> None:
    ids = lay([Placed(title="Sag", presentation="Kanariefugl")])
    entry = Entry.objects.get(id=ids[0])
    entry.data = entry.data.replace('"access": "open"}]', '"access": "closed"}]')
    entry.save()
    search.index(ids)
    assert found("kanariefugl") == []


def test_a_rebuilt_index_answers_as_before_and_splits_at_words_it_learnt() -> None:
    ids = shelve(*(Placed(title="Kvubbel") for _ in range(3)), Placed(title="Kvubbelplan"))
    assert sorted(found("kvubbel")) == ids[:3]
    assert search.rebuild() == 4
    assert sorted(found("kvubbel")) == ids


def test_a_page_of_hits_takes_few_statements(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    shelve(*(Placed(title="Vejplan", day=date(2020, 1, 1 + day)) for day in range(25)))
    with django_assert_max_num_queries(6):
        assert ask("vej plan*", years=(2020,)).total == 25
    with django_assert_max_num_queries(8):
        assert ask("vejplaan").suggestion == "vejplan"


def test_a_word_that_was_learnt_from_what_is_forgotten_is_gone() -> None:
    ids = shelve(*(Placed(title="Kvubbel") for _ in range(3)))
    search.rebuild()
    assert sql.rows("SELECT word FROM search_lexicon") == [("kvubbel",)]
    search.forget(ids)
    assert sql.rows("SELECT word FROM search_lexicon") == []
