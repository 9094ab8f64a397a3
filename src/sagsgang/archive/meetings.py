"""Which meeting a paper belongs to: an agenda and its minutes share one row and one address."""

from sagsgang.archive.addresses import meeting_slug
from sagsgang.archive.guard import day_of
from sagsgang.archive.key import key_of
from sagsgang.archive.models import Body, Edition, Meeting
from sagsgang.paper.model import Paper


def meeting_of(body: Body, audience: str, paper: Paper) -> Meeting:
    """The meeting of `paper`, made when it is new.

    A paper that says no start belongs to the day's only meeting, unless that has another paper of its kind: then
    it is not sure to be the same, and it gets a row of its own.
    """
    day = day_of(paper)
    same_day = list(Meeting.objects.filter(body=body, audience=audience, date=day).order_by("pk"))
    known = _by_key(same_day, paper) or _by_start(same_day, paper) or _by_day(same_day, paper)
    return known or Meeting.objects.create(
        body=body,
        audience=audience,
        date=day,
        start=paper.start,
        place=paper.place or "",
        slug=meeting_slug(paper, same_day),
    )


def _by_key(same_day: list[Meeting], paper: Paper) -> Meeting | None:
    if not same_day:
        return None
    editions = Edition.objects.filter(meeting__in=same_day, kind=paper.kind.value, seal__key=key_of(paper))
    known = set(editions.values_list("meeting_id", flat=True))
    return next((meeting for meeting in same_day if meeting.pk in known), None)


def _by_start(same_day: list[Meeting], paper: Paper) -> Meeting | None:
    return next((meeting for meeting in same_day if meeting.start == paper.start), None)


def _by_day(same_day: list[Meeting], paper: Paper) -> Meeting | None:
    if len(same_day) != 1 or None not in (paper.start, same_day[0].start):
        return None
    meeting = same_day[0]
    return None if Edition.objects.filter(meeting=meeting, kind=paper.kind.value).exists() else meeting
