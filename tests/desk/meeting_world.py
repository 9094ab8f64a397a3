"""What the tests of the meeting's pages share: meetings in any state, with open and closed items."""

from typing import Any

from django.test import Client
from django.urls import reverse

from sagsgang.core.models import Followup, Item, Meeting, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import CANARY, World, decision, item, meeting, present, section
from tests.desk.logged_in import browser

HELD = (MeetingState.HELD, MeetingState.MINUTED, MeetingState.PUBLISHED)


def filled(there: World, state: MeetingState, count: int = 2) -> tuple[Meeting, list[Item]]:
    """A meeting of the committee with `count` items; every second one is closed and says the canary everywhere."""
    made = meeting(there.committee, state)
    decided = state in HELD
    items = [
        item(
            there,
            there.committee,
            ItemState.DECIDED if decided else ItemState.SCHEDULED,
            on=made,
            number=place,
            title=f"Punktet {place}",
            access=Access.CLOSED if place % 2 == 0 else Access.OPEN,
            route=(there.committee, there.council),
        )
        for place in range(1, count + 1)
    ]
    for place, one in enumerate(items):
        Item.objects.unguarded("set up").filter(pk=one.pk).update(position=place + 1)
        one.position = place + 1
        _hang(there, one, decided=decided)
    present(made, there.mads)
    return made, items


def _hang(there: World, one: Item, *, decided: bool) -> None:
    closed = one.access == Access.CLOSED
    if closed:
        section(one, SectionKind.OTHER, f"Lejemålet {CANARY} opsiges.", Access.CLOSED)
        Section.objects.create(
            item=one, kind=Section.TITLE, heading="", text=f"Titlen {CANARY}", access=Access.CLOSED, position=9
        )
    if decided:
        said = f"Godkendt {CANARY}." if closed else "Godkendt. Der udarbejdes en plan til næste møde."
        decision(one, said, Access(one.access))
        Followup.objects.create(item=one, text=f"{said}", owner_id=there.karen.person, undated=True)


def text(client: Client, address: str, status: int = 200) -> str:
    """The page at the address, which must answer so."""
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.content.decode()


def press(client: Client, name: str, *args: object, **fields: object) -> Any:
    """Press the button: the answer after the redirect, which must be a page, or the form as it was refused."""
    answer = client.post(reverse(f"desk:{name}", args=args), fields, follow=True)
    assert answer.status_code in {200, 422}, (name, args, answer.status_code)
    return answer


def said(answer: Any) -> str:
    """What the answer's page says."""
    return str(answer.content.decode())


__all__ = ["browser", "filled", "press", "said", "text"]
