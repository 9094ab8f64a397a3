"""A member of a committee has its decision brought before the council (styrelsesloven § 23)."""

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.ballots import at_item, unsign_of
from sagsgang.core.models import Body, BodyKind, Decision, Item, Person
from sagsgang.core.viewer import Viewer

WHY = "the verb was allowed: the secretary minutes the meeting"


def bring(by: Viewer, item: Item, person: Person | None) -> None:
    """Note that somebody who took part has the decision brought before the council; None: they take it back.

    It is said before the meeting ends, and nothing is carried out until the council has decided. Raises Refused where
    the house has no council, so that the meeting can be closed.
    """
    with act(by, "bring", item, person=person.id if person else None):
        if person and person.id not in at_item(item):
            raise Refused(f"{person.name} deltog ikke i punktet. Kun den, der var med, kan indbringe beslutningen.")
        if person:
            council()
        Decision.objects.unguarded(WHY).filter(item=item).update(brought_by=person)
        unsign_of(item)


def council() -> Body:
    """The house's council; raises Refused when there is none."""
    found = Body.objects.filter(kind=BodyKind.COUNCIL, active=True).first()
    if found is None:
        raise Refused("Der er ingen kommunalbestyrelse at indbringe beslutningen for. Opret den under »Udvalg«.")
    return found
