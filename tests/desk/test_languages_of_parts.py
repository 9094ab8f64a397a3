"""English pages of the desk say of what is Danish in them that it is: a screen reader reads it aloud as Danish."""

from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Viewer
from tests.core.world import World
from tests.desk.logged_in import browser
from tests.desk.meeting_world import filled
from tests.desk.pages import PAGES, Page
from tests.desk.test_language import english

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DATA = (
    "Direktionen",
    "Økonomiudvalget",
    "Kommunalbestyrelsen",
    "KANARIEFUGL",
    "Ny svømmehal",
    "Punktet 1",
    "Godkendt",
)
DATA_TOO = ("Svømmehallen er 40 år gammel", "Lejemålet", "plan til næste møde")
_FIELDS = ("option", "textarea")
OF_MEETING = ("", "eftersyn/", "forhaandsvisning/", "forhaandsvisning/?referat=1", "referat/")


def unmarked(page: str) -> Iterator[str]:
    """Each text of the data that no element says is Danish; fields hold no element, help names examples."""
    body = LexborHTMLParser(page).body
    assert body is not None
    for node in body.traverse(include_text=True):
        above = node.parent
        apart = above is not None and (
            above.tag in {"option", "textarea"} or "help" in (above.attributes.get("class") or "")
        )
        said = node.text_content or "" if node.tag == "-text" and not apart else ""
        if any(word in said for word in (*DATA, *DATA_TOO)) and _language(node) != "da":
            yield " ".join(said.split())[:80]


def _apart(holder: LexborNode | None) -> bool:
    return holder is not None and (holder.tag in _FIELDS or holder.attributes.get("class") == "help")


def _language(node: LexborNode) -> str:
    above = node.parent
    while above is not None:
        if language := above.attributes.get("lang"):
            return language
        above = above.parent
    return ""


@pytest.mark.parametrize("page", [page for page in PAGES if page.seen_by], ids=lambda page: page.name)
def test_what_is_danish_on_an_english_page_is_marked(there: World, page: Page) -> None:
    address = page.address(there)
    answer = english(browser(getattr(there, min(page.seen_by)))).get(address)
    if answer["Content-Type"].startswith("text/html"):
        assert list(unmarked(answer.text)) == []


@pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.ANNOUNCED, MeetingState.HELD])
def test_the_pages_of_a_full_meeting_are_marked_too(there: World, state: MeetingState) -> None:
    meeting, items = filled(there, state, 3)
    at = f"/arbejde/moeder/{meeting.id}/"
    pages: list[tuple[Viewer, str]] = [(there.lis, f"{at}{part}") for part in OF_MEETING]
    pages.append((there.lis, f"{at}punkt/{items[0].id}/"))
    pages += [(there.mads, "/arbejde/mine-moeder/"), (there.mads, f"/arbejde/mine-moeder/{meeting.id}/")]
    pages += [(there.lis, "/arbejde/"), (there.lis, "/arbejde/hvor-er-sagen/"), (there.lis, "/arbejde/opfoelgning/")]
    pages.append((there.karen, f"/arbejde/punkter/{items[0].id}/"))
    found = {
        (address, said)
        for who, address in pages
        for said in unmarked(english(browser(who)).get(address, follow=True).text)
    }
    assert found == set()


def test_a_danish_page_says_nothing_of_its_language_twice(there: World) -> None:
    meeting, _ = filled(there, MeetingState.HELD)
    page = browser(there.lis).get(f"/arbejde/moeder/{meeting.id}/").text
    assert 'lang="da"' not in page.partition("<main")[2]
