"""Items that are taken together: which ones, and how a paper says so."""

from collections.abc import Iterable, Mapping, Sequence

from sagsgang.core.models import Item
from sagsgang.core.states import ItemState
from sagsgang.paper.model import Access, Section, SectionKind

HEADING = "Fælles behandling"


def beside(items: Iterable[Item], numbers: Mapping[int, int] | None = None) -> dict[int, tuple[int, ...]]:
    """For each item of a meeting the numbers of the others that it is taken together with; those alone are left out.

    `numbers`: those that items without one would get. What was withdrawn or has no number is not named.
    """
    coming = numbers or {}
    groups: dict[int, list[tuple[int, int]]] = {}
    for item in items:
        number = item.number or coming.get(item.id)
        if number and item.state != ItemState.WITHDRAWN:
            groups.setdefault(item.together_with_id or item.id, []).append((item.id, number))
    return {
        one: tuple(sorted(number for other, number in group if other != one))
        for group in groups.values()
        if len(group) > 1
        for one, _ in group
    }


def listed(numbers: Sequence[int]) -> str:
    """ "4, 5 og 6"; "" for none."""
    *first, last = map(str, numbers or ("",))
    return f"{', '.join(first)} og {last}" if first else last


def taken_together(numbers: Sequence[int], access: Access, *, minutes: bool) -> Section:
    """What a paper prints at the item: in an agenda what is to come, in minutes what happened."""
    is_taken = "blev behandlet" if minutes else "behandles"
    text = f"Punktet {is_taken} sammen med punkt {listed(numbers)}."
    return Section(kind=SectionKind.OTHER, heading=HEADING, text=text, access=access)
