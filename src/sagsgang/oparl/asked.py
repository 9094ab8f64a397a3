"""What a list is asked for: filters, page and size. Read strictly: no wrong answer shall be taken for a right one."""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime, timedelta
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.timezone import get_default_timezone

from sagsgang.oparl.answers import Wrong

LIMIT, MOST = 20, 100
TIMES = ("created_since", "created_until", "modified_since", "modified_until")
_NUMBER = re.compile(r"[1-9]\d{0,17}", re.ASCII)
# Some programs count nanoseconds; what is finer than a microsecond is cut off.
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+\- ]\d\d:?\d\d)?)?", re.ASCII)
_MARK = re.compile(r"(?:(\d{1,17})\.)?(\d{1,18})", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND, _MICROSECOND = timedelta(seconds=1), timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """The last object of the page before; `modified` where the list is in the order of changes."""

    id: int
    modified: datetime | None = None

    def __str__(self) -> str:
        return f"{(self.modified - _EPOCH) // _MICROSECOND}.{self.id}" if self.modified else str(self.id)


@dataclass(frozen=True, slots=True)
class Turn:
    """A page: what stands before it, and its number, None where nobody counted."""

    number: int | None = 1
    after: Mark | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The times as they were given, by name and as moments, and the rest of the question."""

    given: dict[str, str]
    times: dict[str, datetime]
    omit_internal: bool
    limit: int
    turn: Turn

    @property
    def by_change(self) -> bool:
        """Whether the list is in the order of changes: what was created since has been changed since, too."""
        return "modified_since" in self.times or "created_since" in self.times

    def query(self, turn: Turn) -> str:
        """The question for that page, written in one way only; "" when there is nothing to say."""
        said = dict(self.given)
        if self.omit_internal:
            said["omit_internal"] = "true"
        if self.limit != LIMIT:
            said["limit"] = str(self.limit)
        if turn.after:
            said |= {"page": str(turn.number)} if turn.number else {}
            said["after"] = str(turn.after)
        return f"?{urlencode(said)}" if said else ""


def asked(query: QueryDict) -> Asked:
    """The question; raises Wrong for what cannot be understood. Words that nobody knows are passed over."""
    times = {name: moment(name, query.get(name, "")) for name in TIMES if name in query}
    given = {name: _written(times[name]) for name in times}
    found = Asked(given, times, _truth(query), _limit(query), _turn(query))
    after = found.turn.after
    if after and (after.modified is not None) != found.by_change:
        raise Wrong("after hører til en anden liste.")
    return found


def moment(name: str, text: str) -> datetime:
    """The moment in `text` (ISO 8601; Danish time where no zone is said); raises Wrong."""
    if not _TIME.fullmatch(text):
        raise Wrong(f"{name} skal være et tidspunkt som 2025-01-31T12:00:00+01:00.")
    # A plus that nobody wrote as %2B arrives as a space.
    zoned = f"{text[:11]}{text[11:].replace(' ', '+')}".upper()
    try:
        found = datetime.fromisoformat(zoned)
        return (found if found.tzinfo else found.replace(tzinfo=get_default_timezone())).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Wrong(f"{name} er ikke et tidspunkt, der findes.") from error


def end_of(until: datetime) -> datetime:
    """The first moment after `until`, as times are told to the second."""
    return until.replace(microsecond=0) + _SECOND if until.year < MAXYEAR else until


def _written(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="microseconds" if time.microsecond else "seconds")


def _truth(query: QueryDict) -> bool:
    said = query.get("omit_internal", "false").lower()
    if said not in {"true", "false"}:
        raise Wrong("omit_internal skal være true eller false.")
    return said == "true"


def _limit(query: QueryDict) -> int:
    said = query.get("limit", str(LIMIT))
    if not _NUMBER.fullmatch(said):
        raise Wrong("limit skal være et helt tal fra 1.")
    return min(int(said), MOST)


def _turn(query: QueryDict) -> Turn:
    said, after = query.get("page"), _after(query)
    if said is not None and not _NUMBER.fullmatch(said):
        raise Wrong("page skal være et helt tal fra 1.")
    counted = None if after else 1
    return Turn(int(said) if said else counted, after)


def _after(query: QueryDict) -> Mark | None:
    if "after" not in query:
        return None
    found = _MARK.fullmatch(query.get("after", ""))
    if not found:
        raise Wrong("after er ikke et sted i listen: brug links.next, som den står.")
    modified = _EPOCH + int(found[1]) * _MICROSECOND if found[1] else None
    return Mark(int(found[2]), modified)
