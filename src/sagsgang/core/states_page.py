"""The table of moves as a page for people: a drawing and a table for each thing. It is kept in `docs/states.md`."""

from collections.abc import Iterator, Mapping

from sagsgang.core.states import MOVES, FollowupState, ItemState, MeetingState, Move, Thing, Who

_INTRODUCTION = """# What may become what

This page is printed from the one table in `src/sagsgang/core/states.py`; `act` lets nothing through that is not here.
Labels are Danish, as users read them. A guard is a condition of the move: `act` asks it, and the button says why not.
"""
THINGS: dict[Thing, str] = {Thing.ITEM: "Punkt", Thing.MEETING: "Møde", Thing.FOLLOWUP: "Opfølgning"}
# By thing, as "open" may mean one thing here and another there.
STATES: dict[tuple[Thing, str], str] = {
    (Thing.ITEM, ItemState.DRAFT): "Kladde",
    (Thing.ITEM, ItemState.IN_REVIEW): "Til godkendelse",
    (Thing.ITEM, ItemState.APPROVED): "Klar til dagsorden",
    (Thing.ITEM, ItemState.SCHEDULED): "På dagsorden",
    (Thing.ITEM, ItemState.DECIDED): "Besluttet",
    (Thing.ITEM, ItemState.WITHDRAWN): "Udgået",
    (Thing.MEETING, MeetingState.PLANNED): "Planlagt",
    (Thing.MEETING, MeetingState.ANNOUNCED): "Udsendt",
    (Thing.MEETING, MeetingState.RUNNING): "I gang",
    (Thing.MEETING, MeetingState.HELD): "Holdt",
    (Thing.MEETING, MeetingState.MINUTED): "Referat godkendt",
    (Thing.MEETING, MeetingState.PUBLISHED): "Referat offentliggjort",
    (Thing.MEETING, MeetingState.CANCELLED): "Aflyst",
    (Thing.FOLLOWUP, FollowupState.OPEN): "Åben",
    (Thing.FOLLOWUP, FollowupState.DONE): "Færdig",
    (Thing.FOLLOWUP, FollowupState.DROPPED): "Frafaldet",
}
PEOPLE: dict[Who, str] = {
    Who.AUTHOR: "Sagsbehandler",
    Who.APPROVER: "Godkender",
    Who.SECRETARY: "Sekretær",
    Who.MEMBER: "Medlem",
    Who.OWNER: "Ansvarlig eller sekretær",
    Who.KEEPER: "Sekretær eller administrator",
}


def page(labels: Mapping[str, str]) -> str:
    """The whole page as Markdown; `labels`: what each verb's button says."""
    return "\n".join((_INTRODUCTION, *(line for thing in Thing for line in _thing(thing, labels))))


def _thing(thing: Thing, labels: Mapping[str, str]) -> Iterator[str]:
    moves = [move for move in MOVES if move.thing is thing]
    yield f"## {THINGS[thing]} (`{thing}`)\n"
    yield from _drawing(moves, labels)
    yield "| Fra | Handling | Til | Hvem | Betingelse |"
    yield "|---|---|---|---|---|"
    yield from (_row(move, labels) for move in moves)
    yield ""


def _drawing(moves: list[Move], labels: Mapping[str, str]) -> Iterator[str]:
    """A Mermaid drawing of the moves that lead to another state; the others stand in the table only."""
    states = dict.fromkeys(state for move in moves for state in (move.origin, move.target))
    yield "```mermaid\nstateDiagram-v2"
    yield f"    [*] --> {next(iter(states))}"
    yield from (f'    state "{STATES[moves[0].thing, state]}" as {state}' for state in states)
    yield from (
        f"    {move.origin} --> {move.target}: {labels[move.verb]}" for move in moves if move.origin != move.target
    )
    yield "```\n"


def _row(move: Move, labels: Mapping[str, str]) -> str:
    condition = f"`{move.guard.__name__.strip('_')}`" if move.guard else ""
    cells = (
        STATES[move.thing, move.origin],
        f"{labels[move.verb]} (`{move.verb}`)",
        STATES[move.thing, move.target],
        PEOPLE[move.who],
        condition,
    )
    return f"| {' | '.join(cells)} |"
