"""Some items of a paper as a paper of their own (udskrift): what is handed out with one case."""

from collections.abc import Collection
from dataclasses import replace

from sagsgang.paper.model import Paper


class NoSuchItem(Exception):  # noqa: N818 - it reads as what it is
    """The paper has no item of that number; `number` says which."""

    def __init__(self, number: str) -> None:
        super().__init__(f"Papiret har intet punkt {number}.")
        self.number = number


def excerpt(paper: Paper, numbers: Collection[str]) -> Paper:
    """`paper` with the items of these numbers only, in its own order, and without remarks on the whole meeting.

    A number is as printed; "-3" means the third item, for one without a number. Raises NoSuchItem.
    """
    named = [{item.number, f"-{place}"} for place, item in enumerate(paper.items, 1)]
    for number in numbers:
        if not any(number in names for names in named):
            raise NoSuchItem(number)
    wanted = frozenset(numbers)
    items = (item for item, names in zip(paper.items, named, strict=True) if names & wanted)
    return replace(paper, items=tuple(items), remarks=None)
