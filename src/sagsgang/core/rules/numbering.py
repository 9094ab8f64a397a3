"""How the numbers are written that we give ourselves: a pattern, which a municipality may change from a day on."""

import re
from collections.abc import Iterable
from datetime import date

# The municipality's code, the year and the number: "999-2027-14".
USUAL = "{code}-{year}-{n}"
_PART = re.compile(r"\{(code|year|yy|n(?::0([1-9]))?)\}")
_ALLOWED = re.compile(r"[0-9A-Za-zÆØÅæøå./ -]{0,40}")


def fault(pattern: str) -> str:
    """Why `pattern` cannot be used, as a Danish sentence; "" when it can.

    It must hold the number and the year: numbers begin anew each year, and none may come twice.
    """
    parts = [match[1].partition(":")[0] for match in _PART.finditer(pattern)]
    if not _ALLOWED.fullmatch(_PART.sub("", pattern)):
        return (
            "Mønstret må kun indeholde bogstaver, tal, bindestreg, punktum, skråstreg og {code}, {year}, {yy}, {n}."
        )
    if parts.count("n") != 1:
        return "Mønstret skal indeholde {n}, det fortløbende nummer, én gang."
    return "" if {"year", "yy"} & set(parts) else "Mønstret skal indeholde året, {year} eller {yy}."


def pattern_on(day: date, patterns: Iterable[tuple[date, str]]) -> str:
    """The pattern in force on the day; each comes with its first day."""
    in_force = [(since, pattern) for since, pattern in patterns if since <= day]
    return max(in_force)[1] if in_force else USUAL


def written(pattern: str, code: str, year: int, n: int) -> str:
    """The number by the pattern: "{n:05}" is filled up with zeros to five digits."""

    def part(match: re.Match[str]) -> str:
        if match[1].startswith("n"):
            return f"{n:0{match[2] or 1}d}"
        return {"code": code, "year": str(year), "yy": f"{year % 100:02d}"}[match[1]]

    return _PART.sub(part, pattern)
