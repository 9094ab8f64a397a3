"""The chain of approvers of a body: its steps change places and go, as long as no item waits there."""

from sagsgang.core.act import Refused, begin
from sagsgang.core.models import Body, Item, Step
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Viewer

WHY = "whether anything waits, not what"


def move_step(by: Viewer, step: Step, places: int) -> None:
    """Let the step come `places` later in the chain, earlier when negative. Raises Refused while items wait there."""
    with begin(by, "body.move_step", None, None) as row:
        steps, at = _chain(step)
        to = min(max(at + places, 0), len(steps) - 1)
        _refuse_waiting(step.body, min(at, to))
        steps.insert(to, steps.pop(at))
        # Two steps may never have one place, so they all go beyond the last one first.
        beyond = max(one.position for one in steps) + 1
        for offset in (beyond, 0):
            for place, one in enumerate(steps):
                Step.objects.filter(pk=one.pk).update(position=offset + place)
        row.body, row.subject = step.body, step.id


def remove_step(by: Viewer, step: Step) -> None:
    """Take the step out of the chain, with the roles that stood at it. Raises Refused while items wait there."""
    with begin(by, "body.remove_step", None, None, title=step.title) as row:
        _, at = _chain(step)
        _refuse_waiting(step.body, at)
        row.body, row.subject, row.facts["grants"] = step.body, step.id, step.grants.count()
        step.delete()


def _chain(step: Step) -> tuple[list[Step], int]:
    """The steps of the body, held until the deed is done, and the place of this one, counted from 0."""
    Body.objects.select_for_update().get(pk=step.body_id)
    steps = list(Step.objects.select_for_update().filter(body=step.body_id).order_by("position"))
    if step not in steps:
        raise Refused("Leddet er allerede fjernet. Hent siden igen.")
    return steps, steps.index(step)


def _refuse_waiting(body: Body, place: int) -> None:
    """Items at the step or past it count the steps that approved them: for those the chain must stay as it is."""
    waiting = Item.objects.unguarded(WHY).filter(body=body, state=ItemState.IN_REVIEW, review_step__gte=place)
    if count := waiting.count():
        many = "1 punkt venter" if count == 1 else f"{count} punkter venter"
        raise Refused(f"{many} på godkendelse her. Få dem godkendt eller sendt tilbage, før kæden ændres.")
