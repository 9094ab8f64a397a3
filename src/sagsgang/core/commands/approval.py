"""From draft to approved: submitted, given back with a note, approved along the body's chain."""

from django.utils import timezone

from sagsgang.core.act import Refused, Stale, act
from sagsgang.core.models import Item, Reason
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer

WHY = "the corridor has let the person move the item"


def submit(by: Viewer, item: Item) -> None:
    """Send the draft to the first approver of the body's chain."""
    with act(by, "submit", item):
        _stand_at(item, 0)


def give_back(by: Viewer, item: Item, note: str) -> None:
    """Give the item back to its author, with what must be changed; the chain begins anew afterwards."""
    said = wording.text(note).strip()
    if not said:
        raise Refused("Skriv, hvad der skal ændres, så forfatteren kan rette det.")
    with act(by, "return", item, step=item.review_step):
        _stand_at(item, 0)
        Reason.objects.create(item=item, verb="return", by_id=by.person, at=timezone.now(), text=said)


def recall(by: Viewer, item: Item) -> None:
    """Take the item back to write on it, while nobody has approved it; raises Stale when somebody just did."""
    with act(by, "recall", item):
        _stand_at(item, 0)


def approve(by: Viewer, item: Item) -> None:
    """Approve at one's own step: the last one makes the item ready, an earlier one passes it on."""
    step = item.review_step
    if step + 1 < item.body.steps.count():
        with act(by, "pass_on", item, step=step):
            _stand_at(item, step + 1)
    else:
        with act(by, "approve", item, step=step):
            _stand_at(item, step)


def discard(by: Viewer, item: Item) -> None:
    """Give the draft up. Its number stays taken, and what was written stays with it."""
    with act(by, "discard", item):
        pass


def _stand_at(item: Item, step: int) -> None:
    """Move the item to a step of the chain; raises Stale when another approver moved it first."""
    same = Item.objects.unguarded(WHY).filter(pk=item.pk, review_step=item.review_step)
    if not same.update(review_step=step):
        raise Stale("En anden har lige behandlet punktet. Hent siden igen, og prøv en gang til.")
    item.review_step = step
