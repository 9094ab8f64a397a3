"""What the page says of a file that was compared with the seals."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from sagsgang.archive.models import Meeting
from sagsgang.archive.recognise import Recognised, Verdict
from sagsgang.portal.queries.lines import MeetingLine, meeting_line


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """The form, and under it what was found out: `verdict` is "" before a file was sent.

    `kind`, `version`, `published`, `record` and `seal` are of the edition that the file is, or claims to be.
    """

    verdict: str = ""
    file: str = ""
    meeting: MeetingLine | None = None
    kind: str = ""
    version: int = 0
    published: datetime | None = None
    record: int = 0
    seal: str = ""
    missing: bool = False
    too_large: bool = False


def told(found: Recognised, file: str) -> VerifyPage:
    """The page for a file of that name."""
    if found.edition is None or found.verdict is Verdict.UNKNOWN:
        return VerifyPage(Verdict.UNKNOWN, file)
    edition = found.edition
    meeting = Meeting.objects.select_related("body", "edition").get(pk=edition.meeting_id)
    return VerifyPage(
        verdict=found.verdict,
        file=file,
        meeting=meeting_line(meeting),
        kind=edition.kind,
        version=edition.version,
        published=localtime(edition.seal.sealed_at),
        record=edition.seal.number,
        seal=edition.seal.record_hash,
    )
