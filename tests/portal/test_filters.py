"""The filters beside the hits, and how many hits there are beside them."""

from django.test import Client

from sagsgang.archive import search
from tests.archive.search.shelf import Placed, lay


def test_a_chosen_value_is_marked_and_its_link_takes_it_away(client: Client, world: None) -> None:
    page = client.get("/soeg/?q=havn&aar=2025&type=x&type=decision").content.decode()
    assert 'href="?q=havn&amp;type=x&amp;type=decision#antal" aria-current="true"><span>2025</span>' in page
    assert 'href="?q=havn&amp;aar=2025&amp;type=x#antal" aria-current="true"><span>Beslutning</span>' in page


def test_a_value_that_somebody_made_up_does_no_harm(client: Client, world: None) -> None:
    page = client.get("/soeg/", {"q": "havn", "type": '"><b>'}).content.decode()
    assert '"><b>' not in page
    assert "&quot;&gt;&lt;b&gt;" in page


def test_a_page_shows_fifteen_hits_and_leads_on(client: Client, world: None) -> None:
    search.index(lay(Placed(title=f"Molen, del {part}") for part in range(16)))
    first, second = (client.get(f"/soeg/?q=molen&side={number}").content.decode() for number in (1, 2))
    assert first.count('<li class="hit">') == 15
    assert second.count('<li class="hit">') == 1
    assert 'rel="next" href="?q=molen&amp;side=2"' in first


def test_the_treatments_of_a_case_are_one_hit_that_folds_out(client: Client, world: None) -> None:
    page = client.get("/soeg/?q=helhedsplan").content.decode()
    assert page.count('<li class="hit">') == 1
    assert "4 andre behandlinger af sagen" in page
    assert "5 punkter</h2>" in page


def test_every_treatment_stands_for_itself_when_somebody_wants_that(client: Client, world: None) -> None:
    page = client.get("/soeg/?q=helhedsplan&hver=1").content.decode()
    assert page.count('<li class="hit">') == 5
    assert 'href="?q=helhedsplan#antal">Saml' in page
    assert '<input type="hidden" name="hver" value="1">' in page


def test_gathered_hits_leave_paging_as_it_is(client: Client, db: None) -> None:
    search.index(lay(Placed(title=f"Molen, del {part}", case_number=f"999-{part % 4}") for part in range(16)))
    first, second = (client.get(f"/soeg/?q=molen&side={number}").content.decode() for number in (1, 2))
    assert "16 punkter</h2>" in first
    assert first.count('<li class="hit">') == 4
    assert second.count('<li class="hit">') == 1
    assert "Side 2 af 2" in second


def test_days_bound_what_is_found_and_stay_in_the_form(client: Client, world: None) -> None:
    page = client.get("/soeg/?q=helhedsplan&hver=1&dato_fra=2025-02-03&dato_til=2025-02-26").content.decode()
    assert "2 punkter</h2>" in page
    assert 'name="dato_fra" value="2025-02-03"' in page
    assert 'href="?q=helhedsplan&amp;hver=1&amp;dato_til=2025-02-26#antal"' in page


def test_a_day_that_is_none_is_passed_over(client: Client, world: None) -> None:
    assert "5 punkter</h2>" in client.get("/soeg/?q=helhedsplan&dato_fra=2025-02-31&dato_til=x").content.decode()


def test_a_search_that_finds_nothing_offers_ways_on(client: Client, world: None) -> None:
    page = client.get("/soeg/?q=havn+rumfart&aar=2025").content.decode()
    assert 'href="?aar=2025&amp;q=havn+ELLER+rumfart"' in page
    assert "Søg uden filtre" not in page
    page = client.get("/soeg/?q=havn&udvalg=999&aar=2025").content.decode()
    assert 'href="?q=havn">Søg uden filtre' in page
    assert 'href="?q=havn&amp;aar=2025">Søg i alle udvalg' in page
    assert 'href="#foelg"' in page
    assert 'id="foelg"' in page


def test_a_word_that_few_have_offers_those_that_begin_with_it(client: Client, db: None) -> None:
    search.index(lay(Placed(title=title, case_number=title) for title in ("Digi", "Digitalisering")))
    page = client.get("/soeg/?q=digi").content.decode()
    assert "1 punkt</h2>" in page
    assert 'href="?q=digi%2A"' in page
    assert "%2A" not in client.get("/soeg/?q=digitalisering").content.decode(), "nothing else begins so"


def test_no_way_on_is_offered_that_leads_to_nothing_again(client: Client, world: None) -> None:
    page = client.get("/soeg/?q=rumfart+xyzzyq&udvalg=999&aar=2025").content.decode()
    assert "Søgningen gav ingen punkter" in page
    assert "ELLER+" not in page
    assert "Søg uden filtre" not in page
    assert "Søg i alle udvalg" not in page


def test_a_search_says_where_its_feed_is(client: Client, world: None) -> None:
    page = client.get("/soeg/?q=havn&type=decision").content.decode()
    assert 'title="Søgning: havn" href="/soeg/feed.atom?type=decision&amp;q=havn">' in page
