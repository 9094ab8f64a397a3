"""Votes and dissenting opinions at an item."""

from collections.abc import Mapping

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.sitting import WHY, unsign
from sagsgang.core.models import Attendance, Dissent, Item, Person, Presence, Vote
from sagsgang.core.rules import wording
from sagsgang.core.rules.votes import Result, count, taking_part
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Viewer


def vote(by: Viewer, item: Item, choices: Mapping[int, str]) -> Result:
    """Enter how each voted, by person, in place of what was entered before; none: the vote is taken back.

    Raises Refused when somebody votes who is not there, or has a conflict of interest.
    """
    with act(by, minuting(item), item, votes=len(choices)):
        here = at_item(item)
        for person, choice in choices.items():
            if person not in here:
                raise Refused("Kun medlemmer, som er til stede og ikke er inhabile, kan stemme.")
            if choice not in Vote.Choice:
                raise Refused("Stem for, imod eller hverken for eller imod.")
        Vote.objects.unguarded(WHY).filter(item=item).delete()
        Vote.objects.bulk_create(Vote(item=item, person_id=one, choice=choice) for one, choice in choices.items())
        unsign_of(item)
    return count(choices)


def dissent(by: Viewer, item: Item, person: Person, text: str) -> None:
    """Enter the dissenting opinion of somebody who took part (styrelsesloven § 13, stk. 2); empty takes it away."""
    with act(by, minuting(item), item, dissent=person.id):
        if person.id not in at_item(item):
            raise Refused(f"{person.name} deltog ikke i punktet.")
        Dissent.objects.unguarded(WHY).filter(item=item, person=person).delete()
        if text.strip():
            Dissent.objects.create(item=item, person=person, text=wording.text(text).strip())
        unsign_of(item)


def minuting(item: Item) -> str:
    """The verb that writes at the item: before it is decided, or after."""
    return "redecide" if item.state == ItemState.DECIDED else "minute"


def at_item(item: Item) -> frozenset[int]:
    """Who takes part in the item: those at the meeting, without those who are away or have a conflict."""
    present = Attendance.objects.filter(meeting=item.meeting_id, present=True).values_list("person_id", flat=True)
    return taking_part(present, Presence.objects.filter(item=item).values_list("person_id", flat=True))


def unsign_of(item: Item) -> None:
    """What is written at an item changes the minutes of its meeting."""
    if item.meeting:
        unsign(item.meeting)
