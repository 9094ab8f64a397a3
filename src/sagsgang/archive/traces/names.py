"""The names under which open data knows things. Once given they stay, from the agenda to the minutes and after."""

import json
from collections.abc import Iterable
from hashlib import sha256

from sagsgang.archive.addresses import slug_of
from sagsgang.archive.models import Body, Meeting, Trace, TraceKind

_HEX = 20
_TERM_YEARS = 4
_FIRST_TERM = 2018  # municipal councils sit for four years from 1 January after the election (valgloven § 6)


def authorities(audience: str, names: Iterable[str]) -> dict[str, str]:
    """The key of each authority: from its name, with a number when another one came first. One query."""
    wanted = sorted(set(names))
    rows = Trace.objects.filter(audience=audience, kind=TraceKind.AUTHORITY)
    known = {str(json.loads(data)["name"]): key for data, key in rows.values_list("data", "key")}
    for name in wanted:
        if name not in known:
            known[name] = _free(slug_of(name) or "myndighed", set(known.values()))
    return {name: known[name] for name in wanted}


def _free(slug: str, taken: set[str]) -> str:
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (slug, *numbered) if name not in taken)


def meeting_key(body: Body, meeting: Meeting) -> str:
    """The end of its page's address."""
    return f"{body.slug}/{meeting.slug}"


def case_name(authority: str, case_key: str) -> str:
    """A case within its authority, as two authorities may number alike."""
    return f"{authority}/{case_key}"


def person_name(name: str) -> str:
    """A member's name without an office or a party in brackets behind it: that is another matter, and changes."""
    spaced = " ".join(name.split())
    return (spaced.rpartition("(")[0].strip() if spaced.endswith(")") else spaced) or spaced


def person_key(authority: str, name: str) -> str:
    """A hash of the name within its authority: papers name people in no other way, so that is who they are."""
    return _hashed(authority, person_name(name).casefold())


def place_key(authority: str, place: str) -> str:
    """A hash of the text within its authority."""
    return _hashed(authority, place)


def term_of(year: int) -> int:
    """The first year of the council's term that `year` lies in."""
    return year - (year - _FIRST_TERM) % _TERM_YEARS


def _hashed(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:_HEX]
