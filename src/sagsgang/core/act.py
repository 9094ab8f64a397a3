"""The corridor that every write walks through: the table, the role, the guard, one transaction, one Journal row."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from sagsgang.core.models import Body, Case, Followup, Item, Journal, Meeting, Presence
from sagsgang.core.standing import standing
from sagsgang.core.states import Move, Thing, Who, find
from sagsgang.core.viewer import Role, Viewer

Stateful = Item | Meeting | Followup
Fact = str | int | bool | None | list[int] | list[str]
_THINGS: dict[type[Stateful], Thing] = {Item: Thing.ITEM, Meeting: Thing.MEETING, Followup: Thing.FOLLOWUP}


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """The write was refused; the text is a Danish sentence for the person who tried, translated where it is known."""

    def __str__(self) -> str:
        return gettext(super().__str__())


class NotYours(Refused):
    """The person has not the role that the move asks for."""


class Stale(Refused):
    """Somebody else was first."""


class Conflict(Stale):
    """Somebody else wrote the same text in between: `theirs` is what it says now, `version` its number."""

    def __init__(self, theirs: str, version: int | None = None) -> None:
        super().__init__("En anden har skrevet i teksten imens. Begge tekster er bevaret: vælg, hvad der skal stå.")
        self.theirs = theirs
        self.version = version


@contextmanager
def act(by: Viewer, verb: str, thing: Stateful, **facts: Fact) -> Iterator[None]:
    """Carry out `verb` on `thing`: what is written inside happens together with the move and its Journal row, or not.

    Raises Refused when the table, the role or the guard says no, Stale when somebody was first. `facts` go into the
    Journal: ids, numbers and reasons, never a section's text.
    """
    with _carried_out(by, verb, thing, facts, own=True):
        yield


@contextmanager
def follow(by: Viewer, verb: str, item: Item) -> Iterator[None]:
    """Carry out `verb` on an item that only goes with its meeting, which a conflict of interest keeps nobody from."""
    with _carried_out(by, verb, item, {}, own=False):
        yield


@contextmanager
def _carried_out(by: Viewer, verb: str, thing: Stateful, facts: dict[str, Fact], *, own: bool) -> Iterator[None]:
    """`own`: the deed is with the thing itself, so that a conflict of interest keeps the person from it."""
    move = allowed(by, verb, thing)
    with transaction.atomic():
        _hold_meeting(thing)
        _advance(by, thing, move, own=own)
        if move.guard and (reason := move.guard(standing(thing))):
            raise Refused(reason)
        yield
        _enter(by, f"{move.thing}.{verb}", _places(thing), facts)
    thing.state = move.target


@contextmanager
def begin(by: Viewer, kind: str, role: Role | None, body: Body | None, **facts: Fact) -> Iterator[Journal]:
    """Make something that has no state yet ("case.open"), as somebody with `role` on `body`; None: administrators.

    What is made may be noted in the Journal row that is handed out: its case, item, meeting or subject.
    """
    if not (by.administers if role is None else body is not None and (body.id, role) in by.roles):
        raise NotYours("Det har du ikke rettighed til.")
    with transaction.atomic():
        row = Journal(at=timezone.now(), by_id=by.person, kind=kind, body=body, facts=facts)
        yield row
        row.save(force_insert=True)


@contextmanager
def by_itself(verb: str, thing: Stateful, **facts: Fact) -> Iterator[None]:
    """What the house does without a person, such as a reminder: it changes no state, and the Journal names nobody."""
    kind = _THINGS[type(thing)]
    with transaction.atomic():
        type(thing)._base_manager.select_for_update().get(pk=thing.pk)  # noqa: SLF001 - the row is locked, not read
        yield
        Journal(at=timezone.now(), by_id=None, kind=f"{kind}.{verb}", facts=facts, **_places(thing)).save(
            force_insert=True
        )


def allowed(by: Viewer, verb: str, thing: Stateful) -> Move:
    """The row of the table by which `by` may do `verb` now, guard apart; raises Refused."""
    move = find(_THINGS[type(thing)], thing.state, verb)
    if move is None:
        raise Stale("Det kan ikke lade sig gøre længere: sagen er kommet videre. Hent siden igen.")
    if not holds(by, move.who, thing):
        raise NotYours("Det har du ikke rettighed til.")
    return move


def refuse_disqualified(by: Viewer, item: int) -> None:
    """Raise Refused when a conflict of interest keeps the person from the item, whatever their role.

    Whoever is disqualified takes no part in preparing the case either (forvaltningsloven § 3, stk. 3).
    """
    if _conflicts(by).filter(item=item).exists():
        raise Refused("Du er inhabil i denne sag. En anden skal gøre det.")


def _conflicts(by: Viewer) -> QuerySet[Presence]:
    return Presence.objects.filter(person=by.person, conflict=True)


def holds(by: Viewer, who: Who, thing: Stateful) -> bool:
    """Whether the person is what the move asks for, on the body of the thing."""
    body = body_of(thing)
    if who is Who.SECRETARY:
        return (body.id, Role.SECRETARY) in by.roles
    if who is Who.APPROVER and isinstance(thing, Item):
        return _approves(by, thing)
    if who is Who.AUTHOR and isinstance(thing, Item):
        return thing.author_id == by.person and bool(by.roles)
    if who is Who.MEMBER and isinstance(thing, Meeting):
        return by.sits(body.id, thing.date)
    if who is Who.OWNER and isinstance(thing, Followup):
        return thing.owner_id == by.person or (body.id, Role.SECRETARY) in by.roles
    if who is Who.KEEPER:
        return by.administers or (body.id, Role.SECRETARY) in by.roles
    return False


def _approves(by: Viewer, item: Item) -> bool:
    """The one whose turn it is in the chain, never the author; a body without a chain has its secretary approve."""
    if item.author_id == by.person:
        return False
    if not item.body.steps.exists():
        return (item.body_id, Role.SECRETARY) in by.roles
    return (item.body_id, item.review_step) in by.approves


def body_of(thing: Stateful) -> Body:
    """The body whose roles count."""
    return thing.item.body if isinstance(thing, Followup) else thing.body


def _hold_meeting(thing: Stateful) -> None:
    """Lock the item's meeting and read its state anew: minutes that are approved meanwhile must not change after all.

    The meeting is locked before the item, as commands that write both do it in that order.
    """
    if isinstance(thing, Item) and thing.meeting is not None:
        held = Meeting.objects.unguarded("the guard asks").select_for_update(no_key=True)
        thing.meeting.state = held.values_list("state", flat=True).get(pk=thing.meeting.pk)


def _advance(by: Viewer, thing: Stateful, move: Move, *, own: bool) -> None:
    """Take the row into its new state, which also locks it; nought rows: someone was first, or it is not theirs.

    A meeting has more items than the one in which somebody has a conflict: it is led by whoever leads it.
    """
    # An item with whose turn it was when the right was asked.
    turn = {"review_step": thing.review_step} if isinstance(thing, Item) else {}
    rows = type(thing)._base_manager.filter(pk=thing.pk, state=move.origin, **turn)  # noqa: SLF001 - the one place beside the rule
    item = None if isinstance(thing, Meeting) else thing.item_id if isinstance(thing, Followup) else thing.pk
    if item and own:
        path = "item__in" if isinstance(thing, Followup) else "pk__in"
        rows = rows.exclude(**{path: _conflicts(by).values("item")})
    if not rows.update(state=move.target):
        if item and own:
            refuse_disqualified(by, item)
        raise Stale("En anden har lige ændret det. Hent siden igen, og prøv en gang til.")


def _places(thing: Stateful) -> dict[str, Body | Case | Item | Meeting | int | None]:
    if isinstance(thing, Meeting):
        return {"body": thing.body, "meeting": thing, "subject": thing.id}
    item = thing.item if isinstance(thing, Followup) else thing
    return {"body": item.body, "case": item.case, "item": item, "meeting": item.meeting, "subject": thing.id}


def _enter(
    by: Viewer, kind: str, places: dict[str, Body | Case | Item | Meeting | int | None], facts: dict[str, Fact]
) -> None:
    Journal(at=timezone.now(), by_id=by.person, kind=kind, facts=facts, **places).save(force_insert=True)
