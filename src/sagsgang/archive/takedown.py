"""Meetings whose paper in force is no longer to be seen: what was laid out of them goes."""

from collections.abc import Sequence

from sagsgang.archive import search
from sagsgang.archive.intake import lesser
from sagsgang.archive.layout import take_away
from sagsgang.archive.models import Entry, Meeting
from sagsgang.archive.returns import link_returns


def take_down(meetings: Sequence[Meeting]) -> None:
    """Show no paper of `meetings`, with all that lists, search and threads have of it. Inside `writing`."""
    for meeting in meetings:
        meeting.edition, meeting.place = None, ""
    Meeting.objects.bulk_update(meetings, ("edition", "place"))
    entries = list(Entry.objects.filter(meeting__in=meetings).defer("data", "decision"))
    cases = {(entry.audience, entry.case_key) for entry in entries if entry.case_key}
    search.forget(take_away(entries))
    link_returns(cases, meetings)
    for meeting in meetings:
        lesser.forget(meeting.pk)
