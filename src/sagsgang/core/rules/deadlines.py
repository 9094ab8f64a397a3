"""The last day on which an agenda may be sent, and the house's own day for what stands on it."""

from datetime import date, timedelta

from sagsgang.danish.working_days import add_working_days

# Not holidays by law, but municipalities are closed: Constitution Day, Christmas Eve, New Year's Eve.
CLOSING_DAYS = {(6, 5): "Grundlovsdag", (12, 24): "Juleaftensdag", (12, 31): "Nytårsaftensdag"}


def last_day_to_send(meeting: date, clear_days: int) -> date:
    """The last day to send so that `clear_days` working days lie between that day and the meeting's.

    The safe reading of styrelsesloven § 8, stk. 4: weekends, holidays and closing days do not count, and neither do
    the day of sending and the day of the meeting.
    """
    return add_working_days(meeting, -(clear_days + 1), CLOSING_DAYS)


def day_to_approve(meeting: date, weekday: int) -> date:
    """The body's weekday (Monday 0) in the week before the meeting's: what is treated must be approved then."""
    return meeting - timedelta(days=meeting.weekday() + 7 - weekday)
