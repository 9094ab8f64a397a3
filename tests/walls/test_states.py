"""The one table: every cell of it is tried, and every verb has its label, its command and its place in the page."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

import sagsgang.core.commands
from sagsgang.core.act import NotYours, Refused, Stale, Stateful, act
from sagsgang.core.models import Followup, Journal
from sagsgang.core.offers import LABELS, offers
from sagsgang.core.standing import standing
from sagsgang.core.states import MOVES, FollowupState, ItemState, MeetingState, Move, Thing, Who, find
from sagsgang.core.states_page import page
from sagsgang.core.viewer import Viewer
from tests.core.world import WHY, World, item, meeting, world

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "states.md"
COMMANDS = Path(sagsgang.core.commands.__file__).parent
STATES: dict[Thing, type[ItemState] | type[MeetingState] | type[FollowupState]] = {
    Thing.ITEM: ItemState,
    Thing.MEETING: MeetingState,
    Thing.FOLLOWUP: FollowupState,
}
VERBS = sorted({move.verb for move in MOVES})
ROLES = {
    Who.AUTHOR: ("karen",),
    Who.APPROVER: ("bo",),
    Who.SECRETARY: ("lis",),
    Who.MEMBER: ("mads",),
    Who.OWNER: ("per", "lis"),
    Who.KEEPER: ("lis", "rut"),
}
CAST = ("karen", "per", "bo", "lis", "mads", "ida", "rut")
CELLS = [(thing, state) for thing, states in STATES.items() for state in states]


def words_in(file: Path) -> Iterator[str]:
    """The words that a module of commands hands over, in a call or by choosing between two verbs."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_the_page_of_states_is_as_the_table_says() -> None:
    with translation.override("da"):
        printed = page({verb: str(label) for verb, label in LABELS.items()})
    kept = PAGE.read_text("utf-8") if PAGE.exists() else ""
    assert kept == printed, "print it: .venv/bin/python scripts/print_states.py > docs/states.md"


def test_every_verb_has_a_label_and_every_label_a_verb() -> None:
    assert set(LABELS) == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_command(verb: str) -> None:
    assert any(verb in words_in(file) for file in COMMANDS.glob("*.py"))


def test_no_state_is_out_of_reach_and_no_row_stands_twice() -> None:
    for thing, states in STATES.items():
        reached = {move.target for move in MOVES if move.thing is thing} | {next(iter(states))}
        assert reached == set(states)
    places = [(move.thing, move.origin, move.verb) for move in MOVES]
    assert len(places) == len(set(places))


@pytest.mark.django_db
@pytest.mark.parametrize(("thing", "state"), CELLS, ids=str)
def test_every_cell_lets_the_right_one_through_and_nobody_else(thing: Thing, state: str) -> None:
    there = world()
    row = make(there, thing, state)
    for verb in VERBS:
        move = find(thing, state, verb)
        for name in CAST:
            try_cell(row, state, verb, move, there, name)


def try_cell(row: Stateful, state: str, verb: str, move: Move | None, there: World, name: str) -> None:
    viewer: Viewer = getattr(there, name)
    before = Journal.objects.unguarded(WHY).count()
    refusal = expectation(row, move, name)
    offered = {offer.verb: offer.refusal for offer in offers(viewer, row)}
    if refusal is not None:
        with pytest.raises(Refused) as told, act(viewer, verb, row):
            pass
        assert told.type is refusal, (verb, name)
        assert Journal.objects.unguarded(WHY).count() == before
        assert bool(offered.get(verb)) is (refusal is Refused)
        return
    with act(viewer, verb, row):
        pass
    assert move is not None
    assert (row.state, offered[verb]) == (move.target, "")
    done = Journal.objects.unguarded(WHY).order_by("-id")[0]
    assert (done.kind, done.by_id) == (f"{move.thing}.{verb}", viewer.person)
    assert Journal.objects.unguarded(WHY).count() == before + 1
    put_back(row, state)


def expectation(row: Stateful, move: Move | None, name: str) -> type[Refused] | None:
    """What the table says of this person: too late, not yours, not yet, or go on."""
    if move is None:
        return Stale
    if name not in ROLES[move.who]:
        return NotYours
    return Refused if move.guard and move.guard(standing(row)) else None


def make(there: World, thing: Thing, state: str) -> Stateful:
    """A thing in the state, with a meeting that is running, where an item may be."""
    if thing is Thing.MEETING:
        return meeting(there.board, MeetingState(state), date(2027, 3, 8))
    running = meeting(there.board, MeetingState.RUNNING)
    if thing is Thing.ITEM:
        return item(there, there.board, ItemState(state), on=running, number=1)
    made = item(there, there.board, ItemState.DECIDED, on=running, number=1)
    return Followup.objects.create(item=made, text="Planen", owner_id=there.per.person, undated=True, state=state)


def put_back(row: Stateful, state: str) -> None:
    row.state = state
    type(row)._base_manager.filter(pk=row.pk).update(state=state)


@pytest.mark.django_db
@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.thing}-{move.origin}-{move.verb}")
def test_a_row_that_was_moved_meanwhile_is_stale_for_whoever_may_move_it(move: Move) -> None:
    there = world()
    row = make(there, move.thing, move.origin)
    type(row)._base_manager.filter(pk=row.pk).update(state="elsewhere")
    with pytest.raises(Stale), act(getattr(there, ROLES[move.who][0]), move.verb, row):
        pass
    assert not Journal.objects.unguarded(WHY).exists()
