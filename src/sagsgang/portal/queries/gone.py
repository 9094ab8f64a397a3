"""Why something is not shown at an address any longer: for the pages that say so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from sagsgang.archive import gone
from sagsgang.archive.gone import Gone
from sagsgang.archive.models import Body, Edition, Holding, Meeting
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.lines import MeetingLine, meeting_line

NEWS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What was done and why; `at` in Danish time, `meeting` None where it is the whole body that is gone.

    `case`: the number of the case that was gone with the paper, "" where it is the paper that is asked for.
    """

    body: str
    deed: str
    at: datetime
    reason: str
    meeting: MeetingLine | None = None
    case: str = ""


def of_body(slug: str) -> Tombstone | None:
    """Why the body is no longer here; None when it is, or never was."""
    body = Body.objects.filter(slug=slug).first()
    found = gone.of_body(body, audience()) if body else None
    return _told(body, found) if body and found else None


def news_of_body(slug: str) -> Tombstone | None:
    """The same for its first thirty days, in which its feed tells it; None afterwards."""
    found = of_body(slug)
    return found if found and found.at > timezone.now() - NEWS else None


def of_meeting(body: str, slug: str, editions: Collection[str] = ()) -> Tombstone | None:
    """Why the meeting's paper, or one of the editions named ("minutes-2"), is not shown; None when it is."""
    row = Meeting.objects.filter(audience=audience(), body__slug=body, slug=slug).select_related("body").first()
    if row is None:
        return None
    rows = Edition.objects.filter(meeting=row).select_related("seal") if editions else ()
    named = [one for one in rows if f"{one.kind}-{one.version}" in editions]
    reasons = [gone.of_edition(one) for one in named] if editions else [gone.of_meeting(row)]
    found = next(filter(None, reasons), None)
    return _told(row.body, found, meeting_line(row)) if found else None


def of_file(digest: str) -> Tombstone | None:
    """Why a file is no longer here that a withdrawn paper had; None when it is not known."""
    rows = Holding.objects.filter(sha256=digest, edition__meeting__audience=audience())
    held = rows.filter(edition__withdrawal__isnull=False).select_related("edition__meeting__body", "edition__seal")
    last = held.order_by("-edition").first()
    found = gone.of_edition(last.edition) if last else None
    return _told(last.edition.meeting.body, found, meeting_line(last.edition.meeting)) if last and found else None


def of_case(key: str) -> Tombstone | None:
    """Why no paper tells of the case any longer; None when one does, or none was taken away that did."""
    last = gone.of_case(key, audience())
    if last is None:
        return None
    meeting, found = last
    return _told(meeting.body, found, meeting_line(meeting), key)


def told(found: Gone | None, body: Body, meeting: MeetingLine) -> Tombstone | None:
    """The tombstone of a meeting, when something is gone."""
    return _told(body, found, meeting) if found else None


def _told(body: Body, found: Gone, meeting: MeetingLine | None = None, case: str = "") -> Tombstone:
    return Tombstone(body.name, found.deed, timezone.localtime(found.at), found.reason, meeting, case)
