"""Where a new treatment begins: at the body that is meant, when something says which; else it is asked."""

from datetime import date

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from sagsgang.core.models import Case, Grant, Seat
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role, Viewer
from tests.core.world import WHY, World, item, meeting
from tests.desk.logged_in import browser

pytestmark = pytest.mark.django_db


def chosen(viewer: Viewer, address: str) -> str:
    """The body that the form offers first: "" where it asks."""
    page = LexborHTMLParser(browser(viewer).get(address).content)
    options = page.css("select[name=body] option")
    marked = [option for option in options if "selected" in option.attributes]
    return (marked or options)[0].attributes["value"] or ""


def test_whoever_writes_for_several_bodies_is_asked_which(there: World) -> None:
    new = reverse("desk:new-case")
    assert chosen(there.karen, new) == ""
    fields = {"body": "", "item_type": "decision", "title": "Ny hal"}
    assert "errorlist" in browser(there.karen).post(new, fields).content.decode()
    assert not Case.objects.unguarded(WHY).exists()


@pytest.mark.parametrize("how", ["author of one", "author of one, secretary of others", "member of one"])
def test_the_persons_own_body_is_the_first_choice(there: World, how: str) -> None:
    grants = Grant.objects.filter(person=there.karen.person)
    if how == "author of one":
        grants.exclude(body=there.council).delete()
    elif how == "author of one, secretary of others":
        grants.exclude(body=there.council).update(role=Role.SECRETARY)
    else:
        Seat.objects.create(person_id=there.karen.person, body=there.council, since=date(2026, 1, 1))
    assert chosen(there.karen, reverse("desk:new-case")) == str(there.council.id)


def test_another_treatment_begins_where_the_case_was_treated_last(there: World) -> None:
    gone = item(there, there.committee, ItemState.WITHDRAWN, on=meeting(there.committee, MeetingState.ANNOUNCED))
    item(there, there.council, ItemState.WITHDRAWN, of=gone.case)
    assert chosen(there.karen, reverse("desk:new-item", args=[gone.case_id])) == str(there.committee.id)
