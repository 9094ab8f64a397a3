"""Who looks: a frozen value, made once for each request."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a person may do for a body. Being a member is no role but a seat, as it has a period."""

    AUTHOR = "author"
    APPROVER = "approver"
    SECRETARY = "secretary"


@dataclass(frozen=True, slots=True)
class Place:
    """A seat on a body, from a day to a day, both included; `until` None: still.

    `reads`: no seat, but the mayor's right to a committee's agendas and minutes (styrelsesloven § 31 a).
    """

    body: int
    since: date
    until: date | None
    substitute: bool
    reads: bool = False

    def covers(self, body: int, on: date) -> bool:
        """Whether it is on that body, and holds that day."""
        return self.body == body and self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person with everything that decides what they may see and do. `roles`: body and role.

    `approves`: body and the place in its chain of approvers, counted from 0.
    `administers`: may set up bodies and people. It opens no text: administrators read no case by being that.
    `conflicts`: the items in which they have a conflict of interest, so that pages can say why nothing is there;
    the rule itself asks the rows.
    """

    person: int
    name: str
    roles: frozenset[tuple[int, Role]]
    seats: tuple[Place, ...]
    approves: frozenset[tuple[int, int]] = frozenset()
    administers: bool = False
    conflicts: frozenset[int] = frozenset()

    def bodies(self, role: Role) -> frozenset[int]:
        """The bodies on which the person has the role."""
        return frozenset(body for body, held in self.roles if held is role)

    def sits(self, body: int, on: date) -> bool:
        """Whether the person has a seat on the body on that day."""
        return any(seat.covers(body, on) and not seat.reads for seat in self.seats)

    def receives(self, body: int, on: date) -> bool:
        """Whether the papers of the body's meeting on that day are sent to the person: a member, or the mayor."""
        return any(seat.covers(body, on) for seat in self.seats)
