"""Which planned meeting a meeting with a paper is."""

from collections import defaultdict
from collections.abc import Iterable

from sagsgang.archive.models import Meeting, Planned


def matched(meetings: Iterable[Meeting], planned: Iterable[Planned]) -> dict[int, Planned]:
    """The plan of each of `meetings`, by its id: that of its body, day and hour.

    Where the plan or the paper says no hour, it is the only plan of that day that no other meeting is.
    """
    found: dict[int, Planned] = {}
    left = list(meetings)
    plans = {(row.body_id, row.date, row.start): row for row in planned}
    for meeting in left:
        if plan := plans.pop((meeting.body_id, meeting.date, meeting.start), None):
            found[meeting.pk] = plan
    of_day = defaultdict(list)
    for plan in plans.values():
        of_day[plan.body_id, plan.date].append(plan)
    for meeting in left:
        others = of_day[meeting.body_id, meeting.date]
        if meeting.pk not in found and len(others) == 1 and None in (meeting.start, others[0].start):
            found[meeting.pk] = others.pop()
    return found
