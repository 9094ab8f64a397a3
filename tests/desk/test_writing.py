"""Cases and items on the desk: who sees which page, and what its buttons do."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from sagsgang.core.commands.documents import attach
from sagsgang.core.commands.items import close_section, draft_item, set_points, submit, write_section
from sagsgang.core.compose import compose
from sagsgang.core.models import Case, Item, Journal, Point, Presence
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.queries.recommendation import Points, points_of
from sagsgang.desk.queries.shown import Route
from sagsgang.desk.views import points as views
from sagsgang.paper.model import Access, ItemType, PaperKind, SectionKind
from tests.core.world import CANARY, WHY, World, meeting
from tests.desk.logged_in import browser
from tests.desk.writing_world import do, draft, item_address, part, written

pytestmark = pytest.mark.django_db


def now(item: Item) -> Item:
    return Item.objects.unguarded(WHY).get(pk=item.pk)


@pytest.mark.slow
def test_each_person_reaches_the_pages_that_are_theirs_and_no_others(there: World) -> None:
    item = draft(there)
    section = written(there, item, "Hallen er slidt.")
    pages = {
        reverse("desk:cases"): "karen per bo lis",
        reverse("desk:new-case"): "karen per lis",
        reverse("desk:case", args=[item.case_id]): "karen per bo lis",
        reverse("desk:new-item", args=[item.case_id]): "karen per lis",
        item_address(item): "karen lis",
        reverse("desk:item-route", args=[item.id]): "karen lis",
        reverse("desk:section-history", args=[section.id]): "karen lis",
        reverse("desk:queue"): "karen per bo lis",
    }
    for address, allowed in pages.items():
        for name in ("karen", "per", "bo", "lis", "mads", "ida", "rut"):
            status = browser(getattr(there, name)).get(address).status_code
            assert status == (200 if name in allowed.split() else 404), (address, name)


def test_a_stranger_is_asked_to_log_in(there: World) -> None:
    answer = Client(HTTP_HOST="localhost").get(item_address(draft(there)))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/log-ind/")


def test_a_new_case_begins_with_its_first_treatment(there: World) -> None:
    client = browser(there.karen)
    fields = {"body": there.board.id, "item_type": "decision", "title": "Ny hal", "after": [there.council.id]}
    answer = client.post(reverse("desk:new-case"), {**fields, "number": "2027/44"}, follow=True)
    item = Item.objects.unguarded(WHY).get()
    assert answer.redirect_chain == [(item_address(item), 302)]
    assert item.case.number == "2027/44"
    assert [step.body for step in item.route.order_by("position")] == [there.board, there.council]


def test_a_number_in_use_is_told_on_the_form_and_nothing_is_made(there: World) -> None:
    item = draft(there)
    fields = {"body": there.board.id, "item_type": "decision", "title": "Ny hal", "number": item.case.number}
    page = browser(there.karen).post(reverse("desk:new-case"), fields).content.decode()
    assert "er i brug" in page
    assert Case.objects.unguarded(WHY).count() == 1


@pytest.mark.parametrize("writing", ["{number}", "{spaced}", " {number} ", "svømme", "ny svøm"])
def test_a_case_is_found_by_any_writing_of_its_number_and_by_its_title(there: World, writing: str) -> None:
    item = draft(there)
    number = item.case.number
    wanted = writing.format(number=number, spaced=number.replace("-", " - "))
    page = browser(there.per).get(reverse("desk:cases"), {"q": wanted}).content.decode()
    if "vøm" in writing:
        assert item.case.number not in page  # Per may not know the titles of Karen's drafts
        page = browser(there.karen).get(reverse("desk:cases"), {"q": wanted}).content.decode()
    assert reverse("desk:case", args=[item.case_id]) in page


def test_the_title_the_points_and_the_route_are_saved(there: World) -> None:
    item, client = draft(there), browser(there.karen)
    do(client, item, "title", title="Ny  hal", version=item.version)
    page = client.get(item_address(item)).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    asked = {"recommender": "Byrådet", "point": ["at et", "", "at to"], "seen": seen}
    assert client.post(reverse("desk:item-points", args=[item.id]), asked).status_code == 302
    do(client, item, "route", body=[there.committee.id, there.council.id, ""])
    changed = now(item)
    points = Point.objects.unguarded(WHY).filter(item=item)
    assert changed.public_title == "Ny hal"
    assert [(point.text, point.recommender) for point in points] == [("at et", "Byrådet"), ("at to", "Byrådet")]
    assert [step.body for step in changed.route.order_by("position")] == [there.committee, there.council]


def test_the_way_of_the_annual_budget_is_one_of_the_usual_ones(there: World) -> None:
    item, client = draft(there), browser(there.karen)
    page = client.get(reverse("desk:item-route", args=[item.id])).content.decode()
    assert "Årsbudgettet:" in page.split('name="annual_budget" value="1"')[1].split("</form>")[0]
    whole = (there.board, there.committee, there.council)
    (way,) = (one.bodies for one in Route.of(item, whole, (there.board.id,)).templates if one.budget)
    assert way == (there.board.id, there.committee.id, there.council.id, there.council.id)
    council = there.council.id
    once = {"body": [there.committee.id, council], "annual_budget": "on"}
    client.post(reverse("desk:item-verb", args=[item.id, "route"]), once)
    assert not now(item).annual_budget
    do(client, item, "route", body=[there.committee.id, council, council], annual_budget="on")
    assert now(item).annual_budget
    assert 'name="annual_budget" checked' in client.get(reverse("desk:item-route", args=[item.id])).content.decode()


def test_what_a_member_proposed_is_noted_with_the_day_it_came(there: World) -> None:
    item, client = draft(there), browser(there.karen)
    address = reverse("desk:item-verb", args=[item.id, "proposal"])
    client.post(address, {"member": "Villads (A)", "received_on": ""})
    assert now(item).proposed_by == "", "without the day it is not noted"
    do(client, item, "proposal", member="Villads (A)", received_on="2026-10-05")
    assert "Villads (A), " in client.get(item_address(item)).content.decode()
    at = meeting(there.committee)
    Item.objects.unguarded(WHY).filter(pk=item.pk).update(meeting=at, state=ItemState.SCHEDULED)
    (printed,) = compose(at, PaperKind.AGENDA, draft=True).items
    assert (printed.sections[0].heading, printed.sections[0].access) == ("Medlemsforslag", printed.access)
    assert printed.sections[0].text == "Indsendt af Villads (A) den 05-10-2026."
    Item.objects.unguarded(WHY).filter(pk=item.pk).update(access=Access.CLOSED)
    assert "Villads (A), " in client.get(item_address(item)).content.decode()
    Presence.objects.create(item=item, person_id=there.lis.person, conflict=True)
    disqualified = browser(there.lis).get(item_address(item)).content.decode()
    assert item.public_title in disqualified
    assert "Villads" not in disqualified


def test_the_document_numbers_of_the_records_system_are_typed_on_the_page(there: World) -> None:
    item, client = draft(there), browser(there.karen)
    file = attach(there.karen, item, "tegning.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    do(client, item, "document", number=" 17474/09 ")
    client.post(reverse("desk:attachment-verb", args=[file.id, "document"]), {"number": "17475/09"})
    page = client.get(item_address(item)).content.decode()
    assert now(item).document_number == "17474/09"
    assert 'value="17474/09"' in page
    assert 'value="17475/09"' in page
    client.post(reverse("desk:attachment-verb", args=[file.id, "document"]), {"number": "--"})
    file.refresh_from_db()
    assert file.document_number == "17475/09"


def test_points_that_somebody_changed_meanwhile_are_shown_beside_and_not_overwritten(there: World) -> None:
    item = draft(there)
    asked = {"recommender": "Per", "point": ["at noget andet.", ""], "seen": "en anden"}
    answer = browser(there.karen).post(reverse("desk:item-points", args=[item.id]), asked)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "at noget andet.</textarea>" in page
    assert "<li>at hallen bygges.</li>" in page
    assert Point.objects.unguarded(WHY).get(item=item).text == "at hallen bygges."
    assert browser(there.per).post(reverse("desk:item-points", args=[item.id]), asked).status_code == 404


def test_points_that_somebody_writes_while_others_are_saved_are_not_overwritten(
    there: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = draft(there)
    seen = points_of(there.karen, item)

    def interrupted(viewer: Viewer, found: Item) -> Points:
        standing = points_of(viewer, found)
        if standing == seen:
            set_points(there.karen, found, ["at en anden var først."], "Per")
        return standing

    monkeypatch.setattr(views, "points_of", interrupted)
    asked = {"recommender": "Per", "point": ["at noget andet."], "seen": seen.mark}
    answer = browser(there.karen).post(reverse("desk:item-points", args=[item.id]), asked)
    assert answer.status_code == 409
    assert "<li>at en anden var først.</li>" in answer.content.decode()
    assert Point.objects.unguarded(WHY).get(item=item).text == "at en anden var først."


def test_finances_are_none_in_one_click(there: World) -> None:
    item, client = draft(there), browser(there.karen)
    before = client.get(item_address(item)).content.decode()
    after = do(client, item, "no_finances")
    assert "vælg »Ingen.«" in before
    assert "vælg »Ingen.«" not in after
    assert "Ingen.</textarea>" in after


def test_closing_asks_for_the_law_and_keeps_the_inner_title_from_the_public_one(there: World) -> None:
    item, client = draft(there, CANARY), browser(there.karen)
    refused = do(client, item, "close", public_title="En lejesag")
    asked = {"basis": "Styrelsesloven § 10: sagens beskaffenhed", "review_on": "2099-01-01"}
    page = do(client, item, "close", **asked, public_title="En lejesag", secret_title=CANARY)
    assert "Vælg hjemmel" in refused
    assert now(item).public_title == "En lejesag"
    assert now(item).review_on == date(2099, 1, 1)
    head, _, body = page.partition("</head>")
    assert CANARY not in head
    assert CANARY in body


def test_an_item_goes_from_draft_over_a_return_to_approved(there: World) -> None:
    meeting(there.committee, day=date(2099, 3, 9))
    item = draft(there)
    karen, lis = browser(there.karen), browser(there.lis)
    assert "Venter på godkendelse hos sekretæren" in do(karen, item, "submit")
    assert "venter på sekretæren" in karen.get(reverse("desk:queue")).content.decode()
    queue = lis.get(reverse("desk:queue")).content.decode()
    assert "at hallen bygges." in queue
    assert "2. marts 2099" in queue  # Monday in the week before the meeting
    assert "Skriv, hvad der skal ændres" in do(lis, item, "return", note=" ")
    do(lis, item, "return", note="Husk økonomien.")
    assert "Husk økonomien." in karen.get(item_address(item)).content.decode()
    do(karen, item, "submit")
    do(lis, item, "approve")
    assert now(item).state == ItemState.APPROVED
    assert "Husk økonomien." not in karen.get(item_address(item)).content.decode()


def test_who_sends_an_item_back_from_its_page_comes_to_the_queue_when_the_page_is_no_longer_theirs(
    there: World,
) -> None:
    sent = draft_item(there.karen, draft(there).case, there.board, ItemType.DECISION, title="Hallen")
    set_points(there.karen, sent, ["at hallen bygges."], "Direktøren")
    law = {"basis": "Styrelsesloven § 10: sagens beskaffenhed", "review_on": "2099-01-01"}
    do(browser(there.karen), sent, "close", **law, public_title="Hallen", secret_title="")
    do(browser(there.karen), sent, "submit")
    page = do(browser(there.bo), sent, "return", note="Husk økonomien.")
    assert "Punktet er sendt tilbage med din note." in page
    assert "Intet venter på din godkendelse" in page


def test_a_point_that_does_not_follow_the_word_indstiller_is_pointed_out(there: World) -> None:
    lis, item = browser(there.karen), draft(there)
    words = "læses efter »indstiller,«"
    assert words not in lis.get(item_address(item)).content.decode()
    set_points(there.karen, item, ["enten at hallen bygges", "hallen males"], "Direktøren")
    shown = lis.get(item_address(item)).content.decode()
    assert shown.count(words) == 1
    assert "Punkt 2 i indstillingen" in shown


def test_the_queue_shows_what_is_open_only_and_the_reading_of_the_rest_is_noted(there: World) -> None:
    item = draft(there)
    section = written(there, item, "Hallen er slidt.")
    summary = part(item, SectionKind.SUMMARY)
    write_section(there.karen, summary, f"{CANARY} i resumeet", 0)
    close_section(there.karen, summary, "Styrelsesloven § 10: sagens beskaffenhed")
    submit(there.karen, item)
    lis = browser(there.lis)
    queue = lis.get(reverse("desk:queue")).content.decode()
    assert "at hallen bygges." in queue
    assert CANARY not in queue
    noted = Journal.objects.unguarded(WHY).filter(kind="item.open_closed", item=item)
    assert not noted.exists()
    lis.get(reverse("desk:section-history", args=[section.id]))
    assert CANARY in lis.get(item_address(item)).content.decode()
    assert [row.by_id for row in noted] == [there.lis.person]


def test_the_author_approves_nothing_of_their_own(there: World) -> None:
    item = draft(there)
    submit(there.karen, item)
    address = reverse("desk:item-verb", args=[item.id, "approve"])
    assert browser(there.karen).post(address).status_code == 404
    assert "Send tilbage" not in browser(there.karen).get(reverse("desk:queue")).content.decode()


def test_what_is_missing_is_told_and_the_button_says_why(there: World) -> None:
    item = draft(there)
    Point.objects.unguarded(WHY).all().delete()
    page = browser(there.karen).get(item_address(item)).content.decode()
    assert "Skriv, hvad der indstilles." in page
    assert "hvad der indstilles, og gem det." in page, "what is only typed does not count"
    assert 'aria-disabled="true"' in page


@pytest.mark.slow
def test_closed_words_are_on_no_page_of_somebody_else(there: World) -> None:
    item = draft(there)
    section = written(there, item, f"{CANARY} i teksten")
    close_section(there.karen, section, "Styrelsesloven § 10: sagens beskaffenhed")
    addresses = [
        reverse("desk:cases") + "?hvis=alle",
        reverse("desk:cases") + f"?q={CANARY}",
        reverse("desk:case", args=[item.case_id]),
        item_address(item),
        reverse("desk:section-history", args=[section.id]),
        reverse("desk:queue"),
    ]
    for name in ("per", "bo", "mads", "ida", "rut"):
        for address in addresses:
            page = browser(getattr(there, name)).get(address).content.decode()
            assert f"{CANARY} i" not in page, (name, address)
    assert CANARY in browser(there.karen).get(item_address(item)).content.decode()


def test_a_member_reads_the_text_when_it_is_announced_and_cannot_write_it(there: World) -> None:
    sent = meeting(there.committee, MeetingState.ANNOUNCED)
    item = draft(there)
    written(there, item, "Hallen er slidt.")
    Item.objects.unguarded(WHY).filter(pk=item.pk).update(state=ItemState.SCHEDULED, meeting=sent, number=1)
    page = browser(there.mads).get(item_address(item)).content.decode()
    assert "Hallen er slidt." in page
    assert "<textarea" not in page


@pytest.mark.slow
def test_a_page_costs_the_same_for_three_and_for_thirty(there: World) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def costs(address: str, client: Client) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    items = [draft(there, f"Sag {n}") for n in range(3)]
    for item in items:
        submit(there.karen, item)
    mine = draft(there, "Min")
    karen, lis = browser(there.karen), browser(there.lis)
    asked = [
        (karen, reverse("desk:cases")),
        (karen, reverse("desk:case", args=[mine.case_id])),
        (karen, item_address(mine)),
        (lis, reverse("desk:queue")),
    ]
    few = [costs(address, client) for client, address in asked]
    for n in range(27):
        submit(there.karen, draft(there, f"Flere {n}"))
    many = [costs(address, client) for client, address in asked]
    assert few == many
    assert max(many) <= 12, many


def test_the_author_sees_in_the_queue_what_may_be_called_back_and_calls_it(there: World) -> None:
    item = draft(there)
    submit(there.karen, item)
    karen = browser(there.karen)
    assert reverse("desk:item-verb", args=[item.id, "recall"]) in karen.get(reverse("desk:queue")).content.decode()
    assert "Punktet er kaldt tilbage" in do(karen, item, "recall")
    assert now(item).state == ItemState.DRAFT


def test_who_approves_reads_the_presentation_in_the_queue(there: World) -> None:
    item = draft(there)
    written(there, item, "Hallen er 40 år gammel.")
    submit(there.karen, item)
    page = browser(there.lis).get(reverse("desk:queue")).content.decode()
    assert "Hallen er 40 år gammel." in page
    assert "<summary>" in page
