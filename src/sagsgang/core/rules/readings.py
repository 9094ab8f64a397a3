"""Cases that the council treats twice, such as its own statute (styrelsesloven § 2, stk. 2)."""

from datetime import date, timedelta

_BETWEEN = timedelta(days=6)


def second_from(first: date) -> date:
    """The first day for the second reading, by the safe reading of "6 dages mellemrum": six days lie in between."""
    return first + _BETWEEN + timedelta(days=1)
