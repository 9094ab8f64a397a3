"""What a vote came to, and whether enough members were there for it (styrelsesloven § 11)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """How a member votes."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Result:
    """The votes counted. Simple majority: as many against as for, and the proposal falls (§ 11, stk. 3)."""

    votes_for: int
    votes_against: int
    votes_neither: int

    @property
    def carried(self) -> bool:
        """Whether more voted for than against; those who did neither do not count."""
        return self.votes_for > self.votes_against


def count(choices: Mapping[int, str]) -> Result:
    """The result of the votes, by person."""
    cast = list(choices.values())
    return Result(*(cast.count(choice) for choice in (Choice.FOR, Choice.AGAINST, Choice.NEITHER)))


def quorate(members: int, taking_part: int) -> bool:
    """Whether at least half of the members take part (§ 11, stk. 1). A body without members is never quorate."""
    return members > 0 and taking_part * 2 >= members


def taking_part(present: Collection[int], gone: Collection[int]) -> frozenset[int]:
    """Who takes part in an item: those at the meeting, without those away or with a conflict of interest there."""
    return frozenset(present) - frozenset(gone)
