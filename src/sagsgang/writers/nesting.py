"""Lists as trees: `blocks` keeps items flat with levels, formats want lists inside items."""

from collections.abc import Sequence
from dataclasses import dataclass

from sagsgang.paper.blocks import ListItem


@dataclass(frozen=True, slots=True)
class Node:
    """One item with the lists under it; `number` is as printed, "" under a bullet."""

    text: str
    number: str
    lists: tuple["NodeList", ...] = ()


@dataclass(frozen=True, slots=True)
class NodeList:
    """Items of one list: all bulleted, or all numbered with digits or with letters."""

    nodes: tuple[Node, ...]

    @property
    def ordered(self) -> bool:
        return bool(self.nodes[0].number)

    @property
    def lettered(self) -> bool:
        return self.nodes[0].number.isalpha()


def nested(items: Sequence[ListItem]) -> tuple[NodeList, ...]:
    """`items` as lists in lists. A level that is left out counts as one step down."""
    lists: list[list[Node]] = []
    at = 0
    while at < len(items):
        end = _end_of_item(items, at)
        node = Node(items[at].text, items[at].number, nested(items[at + 1 : end]))
        if lists and _alike(lists[-1][-1], node):
            lists[-1].append(node)
        else:
            lists.append([node])
        at = end
    return tuple(NodeList(tuple(nodes)) for nodes in lists)


def ordinal(number: str) -> int:
    """The value of a printed number: "3" is 3, "c" is 3."""
    return int(number) if number.isdigit() else ord(number.lower()) - ord("a") + 1


def _end_of_item(items: Sequence[ListItem], at: int) -> int:
    """Where what stands under the item at `at` ends: all that follows and is deeper."""
    return next((i for i in range(at + 1, len(items)) if items[i].level <= items[at].level), len(items))


def _alike(one: Node, other: Node) -> bool:
    return (bool(one.number), one.number.isalpha()) == (bool(other.number), other.number.isalpha())
