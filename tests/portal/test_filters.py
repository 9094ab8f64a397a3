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
