"""Items taken together: behind each other on the agenda, and said so in the papers."""

from datetime import date

import pytest

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import closing, meetings
from sagsgang.core.compose import compose
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Item, Meeting
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, PaperKind
from tests.core.world import WHY, World, item, meeting

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def agenda(there: World, *titles: str) -> tuple[Meeting, list[Item]]:
    at = meeting(there.committee)
    rows = [item(there, there.committee, ItemState.SCHEDULED, on=at, title=title) for title in titles]
    meetings.arrange(there.lis, at, [one.id for one in rows])
    return at, rows


def said(at: Meeting, kind: PaperKind = PaperKind.AGENDA) -> dict[str, str]:
    """Title and what is said of taking together."""
    paper = compose(at, kind, draft=True)
    return {
        one.title: next((part.text for part in one.sections if part.heading == "Fælles behandling"), "")
        for one in paper.items
    }


def test_items_that_are_taken_together_stand_behind_each_other_and_name_each_other(there: World) -> None:
    at, (one, two, three) = agenda(there, "Et", "To", "Tre")
    meetings.take_together(there.lis, at, three, one)
    assert said(at) == {
        "Et": "Punktet behandles sammen med punkt 2.",
        "Tre": "Punktet behandles sammen med punkt 1.",
        "To": "",
    }
    meetings.take_together(there.lis, at, two, three)
    assert said(at)["Et"] == "Punktet behandles sammen med punkt 2 og 3."
    assert set(said(at, PaperKind.MINUTES).values()) >= {"Punktet blev behandlet sammen med punkt 1 og 2."}


def test_whoever_led_others_brings_them_along(there: World) -> None:
    at, (one, two, three) = agenda(there, "Et", "To", "Tre")
    meetings.take_together(there.lis, at, three, two)
    meetings.take_together(there.lis, at, two, one)
    assert said(at)["Tre"] == "Punktet behandles sammen med punkt 1 og 2."
    with pytest.raises(Refused, match="allerede"):
        meetings.take_together(there.lis, at, one, three)


def test_an_item_is_taken_apart_or_off_the_agenda(there: World) -> None:
    at, (one, two, three) = agenda(there, "Et", "To", "Tre")
    meetings.take_together(there.lis, at, two, one)
    meetings.take_together(there.lis, at, three, one)
    meetings.take_apart(there.lis, at, three)
    assert said(at)["Tre"] == ""
    meetings.unschedule(there.lis, Item.objects.unguarded(WHY).get(pk=one.pk))
    assert set(said(at).values()) == {""}


def test_what_was_withdrawn_is_not_named(there: World) -> None:
    at, (one, two) = agenda(there, "Et", "To")
    meetings.take_together(there.lis, at, two, one)
    Item.objects.unguarded(WHY).filter(pk=two.pk).update(state=ItemState.WITHDRAWN, withdrawn_reason="Trukket.")
    assert set(said(at).values()) == {""}


def test_open_and_closed_items_and_strangers_are_not_taken_together(there: World) -> None:
    at, (one, _) = agenda(there, "Et", "To")
    shut = item(there, there.committee, ItemState.SCHEDULED, on=at, access=Access.CLOSED)
    elsewhere = item(there, there.committee, ItemState.APPROVED)
    for other in (shut, elsewhere, one):
        with pytest.raises(Refused):
            meetings.take_together(there.lis, at, other, one)


def test_only_the_secretary_takes_together_and_not_on_an_agenda_that_is_out(there: World) -> None:
    at, (one, two) = agenda(there, "Et", "To")
    for who in (there.karen, there.mads, there.rut):
        with pytest.raises(NotYours):
            meetings.take_together(who, at, two, one)
    Meeting.objects.unguarded(WHY).filter(pk=at.pk).update(state=MeetingState.ANNOUNCED)
    with pytest.raises(Refused):
        meetings.take_together(there.lis, Meeting.objects.unguarded(WHY).get(pk=at.pk), two, one)
    assert not Item.objects.unguarded(WHY).exclude(together_with=None).exists()


def test_what_is_closed_on_an_agenda_goes_to_the_closed_ones_and_comes_back_when_opened(there: World) -> None:
    at, (one, two, _three) = agenda(there, "Et", "To", "Tre")
    meetings.take_together(there.lis, at, two, one)
    closing.close_item(there.lis, one, basis=LEGAL_BASES[0], review_on=date(2040, 1, 1))
    assert list(said(at).values()) == ["", "", ""]
    assert [item.title for item in compose(at, PaperKind.AGENDA, draft=True).items] == ["To", "Tre", "Et"]
    closing.close_item(there.lis, two, basis=LEGAL_BASES[0], review_on=date(2040, 1, 1))
    closing.close_item(there.lis, one, basis=LEGAL_BASES[1], review_on=date(2040, 1, 1))
    closing.open_item(there.lis, one)
    assert [item.title for item in compose(at, PaperKind.AGENDA, draft=True).items] == ["Tre", "Et", "To"]
