"""In a real browser: a case is led on, stopped and taken up again; standing items fill a year and roll into the next.

On the way axe looks at each page in both themes, wide and narrow, and no page may scroll sideways.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.models import Item, Meeting, Seat, Series
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from tests.core.world import SEATED_SINCE, WHY, World, meeting, person, see, world
from tests.desk.meeting_world import filled
from tests.walls import window as windows
from tests.walls.window import looked_at, press

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]
Window = Callable[[Viewer], Page]


@pytest.fixture
def there(transactional_db: None, settings: Settings, tmp_path: Path) -> World:
    settings.DOCUMENTS, settings.FILES = tmp_path / "documents", tmp_path / "files"
    return world()


@pytest.fixture
def window(browser: Browser, live_server: LiveServer, there: World) -> Iterator[Window]:
    yield lambda who: windows.window(browser, live_server, who)
    for context in browser.contexts:
        context.close()


def test_a_case_is_led_on_another_is_stopped_and_taken_up_again(window: Window, there: World) -> None:
    held, (first, second) = filled(there, MeetingState.HELD)
    a_week_ago = timezone.localdate() - timedelta(days=7)
    Meeting.objects.unguarded(WHY).filter(pk=held.pk).update(date=a_week_ago)
    coming = meeting(there.council, day=timezone.localdate() + timedelta(days=40))
    lis = window(there.lis)
    remarks_and_sends_on(lis, held, first)
    stops_and_takes_up_again(lis, held, second)
    puts_it_on_the_next_agenda(lis, coming, first)
    sees_where_it_is(lis, coming, first)
    works_it_over(window(there.karen), second, a_week_ago)


def remarks_and_sends_on(lis: Page, held: Meeting, item: Item) -> None:
    lis.goto(f"/arbejde/moeder/{held.id}/punkt/{item.id}/")
    looked_at(lis)
    lis.get_by_text("Administrativ bemærkning", exact=True).click()
    lis.fill("#bemaerk", "Tallene er opdateret efter mødet.")
    press(lis, "Skriv")
    expect(lis.get_by_text("Bemærkningen er skrevet.")).to_be_visible()
    press(lis, "Send videre")
    expect(lis.get_by_text("Sagen er sendt videre til Kommunalbestyrelsen.")).to_be_visible()


def stops_and_takes_up_again(lis: Page, held: Meeting, item: Item) -> None:
    lis.goto(f"/arbejde/moeder/{held.id}/punkt/{item.id}/")
    for button, said in (("Stop sagen her", "Sagen stopper her."), ("Genoptag", "Sagen er genoptaget")):
        lis.get_by_text("Stop, spring over eller genoptag").click()
        lis.fill("#vej", "Der er kommet nye tal")
        press(lis, button)
        expect(lis.get_by_text(said)).to_be_visible()


def puts_it_on_the_next_agenda(lis: Page, coming: Meeting, first: Item) -> None:
    """What was decided before, and the remark, stand in the next board's paper."""
    lis.goto(f"/arbejde/moeder/{coming.id}/")
    lis.locator("ul.todo li", has_text=first.public_title).get_by_role("button").click()
    expect(lis.locator("ol.agenda li", has_text=first.public_title)).to_be_visible()
    looked_at(lis)
    lis.goto(f"/arbejde/moeder/{coming.id}/forhaandsvisning/")
    full = lis.get_by_role("region", name="Den fulde udgave")
    expect(full).to_contain_text("Godkendt. Der udarbejdes en plan til næste møde.")
    expect(full).to_contain_text("Tallene er opdateret efter mødet.")
    looked_at(lis)


def sees_where_it_is(lis: Page, coming: Meeting, first: Item) -> None:
    """The board tells the day of the final decision; so does the thread of the case tell both treatments."""
    lis.goto("/arbejde/hvor-er-sagen/")
    card = lis.locator("article.card", has_text=first.public_title)
    expect(card).to_contain_text("Ventes afgjort")
    expect(card).to_contain_text(str(coming.date.year))
    looked_at(lis)
    lis.goto(f"/arbejde/sager/{first.case_id}/")
    expect(lis.locator("main")).to_contain_text("Økonomiudvalget")
    expect(lis.locator("main")).to_contain_text("Kommunalbestyrelsen")
    looked_at(lis)


def works_it_over(karen: Page, second: Item, decided_on: date) -> None:
    """The draft is the author's again, and its title says which treatment it goes on from."""
    draft = Item.objects.unguarded(WHY).get(previous=second)
    assert draft.state == ItemState.DRAFT
    karen.goto(f"/arbejde/punkter/{draft.id}/")
    expect(karen.get_by_role("heading", level=1)).to_contain_text(f"genoptagelse af sag fra {decided_on.day}. ")
    expect(karen.get_by_role("button", name="Send til godkendelse")).to_be_visible()
    looked_at(karen)


def test_standing_items_fill_a_year_and_roll_into_the_next(window: Window, there: World) -> None:
    year = timezone.localdate().year + 1
    lis = window(there.lis)
    makes_a_standing_item(lis, there)
    plans_the_year(lis, there, year)
    rolls(lis, there, year)


def makes_a_standing_item(lis: Page, there: World) -> None:
    lis.goto(f"/arbejde/moeder/faste-punkter/{there.committee.id}/")
    looked_at(lis)
    lis.get_by_text("Nyt fast punkt").click()
    lis.get_by_label("Titel").fill("Eventuelt")
    lis.get_by_label("Offentlighed").select_option(label="Åbent for alle")
    lis.get_by_label("Fra og med").fill(f"{timezone.localdate():%Y-%m-%d}")
    lis.get_by_role("button", name="Opret", exact=True).click()
    expect(lis.get_by_text("Det faste punkt er oprettet.")).to_be_visible()
    looked_at(lis)


def plans_the_year(lis: Page, there: World, year: int) -> None:
    """Every meeting has the standing item, under one case, each with a document number of its own, none left out."""
    lis.goto("/arbejde/moeder/planlaeg-aar/")
    lis.get_by_label("Udvalg", exact=True).select_option(label="Økonomiudvalget")
    lis.get_by_label("Klokken").fill("09:00")
    press(lis, "Vis dagene")
    expect(lis.locator("ol.year-days li").first).to_be_visible()
    looked_at(lis)
    lis.get_by_role("button", name="Opret").click()
    lis.wait_for_url("**/moeder/**")
    made = Meeting.objects.unguarded(WHY).filter(body=there.committee, date__year=year)
    items = Item.objects.unguarded(WHY).filter(meeting__in=made)
    assert made.count() == items.count() > 9
    numbers = sorted(int(number.rpartition("-")[2]) for number in items.values_list("document_number", flat=True))
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    lis.goto(f"/arbejde/moeder/{made[0].pk}/")
    expect(lis.locator("ol.agenda li", has_text="Eventuelt")).to_contain_text("Fast punkt")
    looked_at(lis)


def rolls(lis: Page, there: World, year: int) -> None:
    lis.goto(f"/arbejde/moeder/faste-punkter/{there.committee.id}/")
    lis.get_by_label("Nyt år").fill(str(year))
    press(lis, "Fortsæt alle under nye sager")
    expect(
        lis.get_by_text("Afsluttede faste punkter").or_(lis.get_by_text(f"1. januar {year}")).first
    ).to_be_visible()
    old, new = Series.objects.order_by("since")
    assert (old.until, new.since) == (date(year - 1, 12, 31), date(year, 1, 1))
    assert old.case_id != new.case_id
    items = Item.objects.unguarded(WHY).filter(body=there.committee)
    assert set(items.values_list("case", flat=True)) == {new.case_id}
    looked_at(lis)


def test_a_substitute_is_called_in_and_somebody_is_disqualified(window: Window, there: World) -> None:
    ane = person("Ane")
    Seat.objects.create(person=ane, body=there.committee, since=SEATED_SINCE, substitute=True)
    at, (first, _) = filled(there, MeetingState.ANNOUNCED)
    at.attendances.all().delete()
    lis = window(there.lis)
    lis.goto(f"/arbejde/moeder/{at.id}/")
    lis.get_by_text("Indkald stedfortræder", exact=True).click()
    press(lis, "Indkald")
    expect(lis.get_by_text("Ane er indkaldt og får besked.")).to_be_visible()
    looked_at(lis)
    hers = window(see(ane))
    hers.goto(f"/arbejde/mine-moeder/{at.id}/")
    expect(hers.get_by_role("article").first).to_contain_text(first.public_title)
    lis.goto(f"/arbejde/punkter/{first.id}/inhabilitet/")
    lis.get_by_label("Person", exact=True).select_option(label="Ane")
    press(lis, "Noter som inhabil")
    expect(lis.get_by_role("button", name="Ophæv")).to_be_visible()
    looked_at(lis)
    hers.reload()
    expect(hers.get_by_role("article").first).to_contain_text("Du er inhabil")
    looked_at(hers)
