"""Promises: what was said to be done, by whom and when, until it is done or dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sagsgang.core.act import Refused, act, begin, refuse_disqualified
from sagsgang.core.models import Body, Decision, Followup, Item, Meeting, Person
from sagsgang.core.rules import wording
from sagsgang.core.rules.promises import promised, resolve
from sagsgang.core.states import TO_COME
from sagsgang.core.viewer import Role, Viewer
from sagsgang.danish.deadlines import Due, DueKind

WHY = "the verb was allowed: the secretary follows up what was decided"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A promise found in the decision, word for word, that nobody has confirmed. `who`: as named, None for nobody.

    `due` has its days where the calendar knows them.
    """

    text: str
    who: str | None
    due: Due


def proposals(item: Item) -> tuple[Proposal, ...]:
    """The promises in the decision that are not confirmed yet, for a page that has asked who may read it."""
    decision = Decision.objects.unguarded(WHY).filter(item=item).first()
    if decision is None or item.meeting is None:
        return ()
    said_on = item.meeting.date
    kept = set(Followup.objects.unguarded(WHY).filter(item=item).values_list("text", flat=True))
    planned = _planned(item.body, said_on)
    return tuple(
        Proposal(one.text, one.who, resolve(one.due, said_on, planned))
        for one in promised(decision.text, said_on, item.body.name)
        if one.text not in kept
    )


def promise(
    by: Viewer, item: Item, text: str, owner: Person, *, due: Due | None = None, undated: bool = False
) -> Followup:
    """Confirm that `owner` shall do what the text says by the deadline, or without one when that is chosen.

    Raises Refused without a text, a decision or a deadline.
    """
    with begin(by, "followup.promise", Role.SECRETARY, item.body, owner=owner.id, undated=undated) as row:
        refuse_disqualified(by, item.pk)
        if not text.strip():
            raise Refused("Skriv, hvad der skal gøres.")
        if item.meeting is None or not Decision.objects.unguarded(WHY).filter(item=item).exclude(text="").exists():
            raise Refused("Punktet har ingen beslutning at følge op på.")
        made = Followup(item=item, text=wording.text(text).strip())
        _assign(made, owner)
        _bind(made, due, undated=undated)
        made.save()
        row.case, row.item, row.meeting, row.subject = item.case, item, item.meeting, made.id
    return made


def adjust(
    by: Viewer, followup: Followup, *, owner: Person | None = None, due: Due | None = None, undated: bool = False
) -> None:
    """Give an open promise another owner, another deadline, or none on purpose; what is not named stays."""
    with act(by, "adjust", followup, owner=owner.id if owner else None, undated=undated):
        if owner:
            _assign(followup, owner)
        if due or undated:
            _bind(followup, due, undated=undated)
        followup.save(update_fields=["owner", "due_kind", "due_from", "due_to", "undated"])


def _assign(followup: Followup, owner: Person) -> None:
    if not owner.active:
        raise Refused(f"{owner.name} arbejder her ikke længere. Vælg en anden.")
    followup.owner = owner


def _bind(followup: Followup, due: Due | None, *, undated: bool) -> None:
    """Set the deadline. A promise without one is asked for on purpose: it is not forgotten by accident."""
    if undated:
        followup.due_kind, followup.due_from, followup.due_to, followup.undated = DueKind.NONE, None, None, True
        return
    if due is None or due.kind is DueKind.NONE:
        raise Refused("Vælg en frist, eller vælg »uden frist«.")
    if due.start and due.end and due.end < due.start:
        raise Refused("Fristen slutter, før den begynder. Ret datoerne.")
    meeting = followup.item.meeting
    said_on = meeting.date if meeting else None
    resolved = resolve(due, said_on, _planned(followup.item.body, said_on)) if said_on else due
    followup.due_kind, followup.due_from, followup.due_to = resolved.kind, resolved.start, resolved.end
    followup.undated = False


def _planned(body: Body, after: date) -> Sequence[date]:
    coming = Meeting.objects.unguarded(WHY).filter(body=body, date__gt=after, state__in=TO_COME)
    return list(coming.order_by("date").values_list("date", flat=True))


def complete(by: Viewer, followup: Followup, note: str = "") -> None:
    """Report it done: the owner does, or the secretary."""
    with act(by, "complete", followup):
        _close(followup, note)


def drop(by: Viewer, followup: Followup, note: str) -> None:
    """Let it fall, with the reason."""
    with act(by, "drop", followup):
        if not note.strip():
            raise Refused("Skriv, hvorfor opfølgningen frafalder.")
        _close(followup, note)


def reopen(by: Viewer, followup: Followup) -> None:
    """It was not done after all."""
    with act(by, "reopen", followup):
        _close(followup, "")


def _close(followup: Followup, note: str) -> None:
    followup.closed_note = wording.text(note).strip()
    followup.save(update_fields=["closed_note"])
