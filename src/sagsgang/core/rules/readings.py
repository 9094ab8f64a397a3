"""Cases that the council treats twice: its own statute and the annual budget (styrelsesloven §§ 2, 37 and 38)."""

from datetime import date, timedelta

_BETWEEN = timedelta(days=6)
_WEEKS = timedelta(weeks=3)
_PROPOSED, _ADOPTED = (9, 15), (10, 15)


def second_from(first: date, *, budget: bool = False) -> date:
    """The first day for the second reading.

    Of the statute by the safe reading of "6 dages mellemrum": six days lie in between (§ 2, stk. 2). Of the annual
    budget the same weekday three weeks later (§ 38, stk. 1), as municipalities count "tre ugers mellemrum".
    """
    return first + _WEEKS if budget else first + _BETWEEN + timedelta(days=1)


def budget_by(year: int, readings: int) -> date:
    """By when a meeting treats the budget of the year after, so that it is adopted on 15 October.

    `readings`: how many of the council's it then has had; 0 is the committee's proposal. The minister sets the days
    (§ 37) and has moved them in some years: this is the rule, for a person to judge.
    """
    adopted = date(year, *_ADOPTED)
    return (date(year, *_PROPOSED), adopted - _WEEKS, adopted)[min(readings, 2)]
