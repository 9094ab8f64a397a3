"""What is decided at an item: the words as they are typed, and the outcome that a person confirms."""

from collections.abc import Mapping

from django.utils import timezone

from sagsgang.core.act import Conflict, Refused, act
from sagsgang.core.commands.ballots import at_item, dissent, minuting, unsign_of, vote
from sagsgang.core.commands.bringing import bring
from sagsgang.core.commands.closing import known_basis
from sagsgang.core.commands.ending import close_meeting
from sagsgang.core.commands.sitting import (
    WHY,
    add_item,
    begin_meeting,
    give_number,
    move_item,
    record,
    set_presence,
    undo_begin,
)
from sagsgang.core.headings import SHUT
from sagsgang.core.models import Decision, Item, Point, RouteStep, Section, StepState
from sagsgang.core.rules import wording
from sagsgang.core.rules.routes import UNFINISHED
from sagsgang.core.rules.votes import quorate
from sagsgang.core.seats import members_on
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import Outcome, OutcomeKind, classify
from sagsgang.paper.model import Access, SectionKind

__all__ = [
    "add_item",
    "begin_meeting",
    "bring",
    "close_decision",
    "close_meeting",
    "decide",
    "dissent",
    "move_item",
    "proposed",
    "record",
    "redecide",
    "set_presence",
    "undo_begin",
    "vote",
    "write_decision",
]
# How the minutes begin to tell it; by these words it is found again.
_SHUT = "Beslutningen er ikke offentlig"
# A body that is not quorate can still put the item off (§ 11).
_WITHOUT_QUORUM = UNFINISHED | {OutcomeKind.NONE}


def write_decision(by: Viewer, item: Item, text: str, version: int, *, access: Access | None = None) -> Decision:
    """Keep what is typed, and propose the outcome that it says until a person has confirmed one.

    `version`: the one that was read before typing, 0 for none; Conflict when somebody wrote in between. `access`
    closes the decision of an open item; a closed item's is always closed.
    """
    with act(by, minuting(item), item, version=version + 1):
        found = _current(item)
        if found.version != version:
            raise Conflict(found.text, found.version)
        said = wording.text(text) if text.strip() else ""
        if item.state == ItemState.DECIDED and not said:
            raise Refused("Punktet er besluttet. Beslutningen kan rettes, men ikke være tom.")
        found.text, found.version, found.at = said, version + 1, timezone.now()
        found.access = _access(item, access or Access(found.access))
        if found.confirmed_by_id is None:
            found.outcome = _outcome(item, said).primary if said else ""
        found.save()
        unsign_of(item)
    return found


def _current(item: Item) -> Decision:
    """The decision as it is now, read after the item was locked."""
    found = Decision.objects.unguarded(WHY).filter(item=item).first()
    return found or Decision(item=item, access=item.access)


def _access(item: Item, wanted: Access) -> Access:
    return Access.OPEN if item.access == Access.OPEN == wanted else Access.CLOSED


def close_decision(by: Viewer, item: Item, basis: str) -> None:
    """Close the decision of an open item by a basis in law, which the minutes tell; "" opens it again.

    Nothing of its words or their version changes, so that whoever writes on is not disturbed.
    """
    if basis:
        known_basis(basis)
    with act(by, minuting(item), item, basis=basis):
        if item.access != Access.OPEN:
            raise Refused("Punktet er lukket, og det er beslutningen så også.")
        found = _current(item)
        found.access, found.at = Access.CLOSED if basis else Access.OPEN, timezone.now()
        found.save()
        told = Section.objects.unguarded(WHY).filter(item=item, heading=SHUT, remarked_on=None)
        told.filter(text__startswith=_SHUT).delete()
        if basis:
            place = item.sections.unguarded(WHY).count()
            said = {"kind": SectionKind.REMARK, "heading": SHUT, "text": f"{_SHUT} ({basis})."}
            Section.objects.create(item=item, access=Access.OPEN, position=place, **said)
        unsign_of(item)


def proposed(item: Item, text: str) -> Outcome:
    """The outcome that the text says, point by point where it does; for the page, before anything is kept."""
    return _outcome(item, text)


def _outcome(item: Item, text: str) -> Outcome:
    last = not RouteStep.objects.filter(item=item, position__gt=item.step, state=StepState.PLANNED).exists()
    return classify(text, last_body=last, number=str(item.number) if item.number else None)


def decide(by: Viewer, item: Item, outcome: str, points: Mapping[int, str] | None = None) -> None:
    """Confirm the outcome, and that of each recommendation point by its place: the item is decided.

    Raises Refused without a text, without a quorum where the law asks for one (styrelsesloven § 11), or when the
    outcome is none of ours.
    """
    with act(by, "decide", item, outcome=str(outcome)):
        _confirm(by, item, outcome, points or {})


def redecide(by: Viewer, item: Item, outcome: str, points: Mapping[int, str] | None = None) -> None:
    """Confirm another outcome of a decided item, until the minutes are approved."""
    with act(by, "redecide", item, outcome=str(outcome)):
        _confirm(by, item, outcome, points or {})


def _confirm(by: Viewer, item: Item, outcome: str, points: Mapping[int, str]) -> None:
    kind = _kind(outcome)
    give_number(item)
    if kind not in _WITHOUT_QUORUM:
        _check_quorum(item)
    Decision.objects.unguarded(WHY).filter(item=item).update(outcome=kind, confirmed_by=by.person, at=timezone.now())
    for position, said in points.items():
        if not Point.objects.unguarded(WHY).filter(item=item, position=position).update(outcome=_kind(said)):
            raise Refused(f"Indstillingen har intet punkt {position}.")
    done = StepState.PLANNED if kind in UNFINISHED else StepState.DONE
    RouteStep.objects.filter(item=item, position=item.step).update(state=done)
    unsign_of(item)


def _kind(outcome: str) -> OutcomeKind:
    try:
        return OutcomeKind(outcome)
    except ValueError:
        raise Refused("Vælg, hvad beslutningen blev.") from None


def _check_quorum(item: Item) -> None:
    """At least half of the members take part, those who stand in for members counted with them."""
    if not item.body.statutory or item.meeting is None:
        return
    members = members_on(item.body, item.meeting.date).values("person").distinct().count()
    if not quorate(members, len(at_item(item))):
        raise Refused(
            f"{item.body.name} er ikke beslutningsdygtig: under halvdelen af medlemmerne deltager. "
            "Punktet kan udsættes."
        )
