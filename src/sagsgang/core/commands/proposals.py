"""What a member has asked to have treated (styrelsesloven § 11, stk. 1)."""

from datetime import date

from django.utils import timezone

from sagsgang.core.act import Refused, act
from sagsgang.core.models import Item
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer

WHY = "the corridor has let the person write here"


def set_proposal(by: Viewer, item: Item, member: str, received_on: date | None) -> None:
    """Note which member proposed the case, and when the proposal came; "" for nobody. The agenda prints both."""
    name = wording.line(member)[:200]
    with act(by, "write", item, what="proposal"):
        if name and (received_on is None or received_on > timezone.localdate()):
            raise Refused("Skriv, hvilken dag forslaget kom.")
        item.proposed_by, item.received_on = name, received_on if name else None
        Item.objects.unguarded(WHY).filter(pk=item.pk).update(proposed_by=name, received_on=item.received_on)
