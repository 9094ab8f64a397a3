"""Where the citizens see a meeting of ours."""

from sagsgang.archive.models import Audience
from sagsgang.archive.models import Meeting as Published
from sagsgang.core.access import SENT
from sagsgang.core.models import Body, Meeting


def seen_by_citizens(meeting: Meeting, body: Body) -> bool:
    """Whether the papers of the body's meeting go to the street and one of them is out."""
    return body.audience == Audience.STREET and meeting.state in SENT


def on_street(meeting: Meeting) -> tuple[str, str] | None:
    """The slugs of the body and the meeting in the archive; None when the street has nothing of it."""
    rows = Published.objects.filter(
        body__name=meeting.body.name, audience=Audience.STREET, date=meeting.date, edition__isnull=False
    )
    found = list(rows.values_list("start", "body__slug", "slug").order_by("id"))
    same = [row for row in found if row[0] == meeting.start] or found
    return (same[0][1], same[0][2]) if same else None
