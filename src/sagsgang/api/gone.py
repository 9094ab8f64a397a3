"""What was published and is not shown any longer: programs are told 410, with the day and the reason."""

from http import HTTPStatus

from django.http import HttpResponse
from django.utils import timezone

from sagsgang.api.problems import not_found, problem
from sagsgang.archive import gone
from sagsgang.archive.gone import Gone
from sagsgang.archive.models import Audience, Meeting


class NotShown(Exception):  # noqa: N818 - it is what the thing is
    """Nothing is shown there; `found` is why, None when nothing ever was."""

    def __init__(self, found: Gone | None) -> None:
        super().__init__()
        self.found = found


def of_meeting(body: str, slug: str) -> NotShown:
    """Why the meeting shows no paper. Five queries at most."""
    row = Meeting.objects.filter(audience=Audience.STREET, body__slug=body, slug=slug).first()
    return NotShown(gone.of_meeting(row) if row else None)


def of_case(key: str) -> NotShown:
    """Why no paper tells of the case."""
    last = gone.of_case(key, Audience.STREET) if key else None
    return NotShown(last[1] if last else None)


def answer(found: Gone | None) -> HttpResponse:
    """410, or 404 where nothing ever was."""
    if found is None:
        return not_found()
    day = f"{timezone.localtime(found.at):%d-%m-%Y}"
    reason = f" Begrundelse: {found.reason}" if found.reason else ""
    return problem(HTTPStatus.GONE, f"Det, der stod her, vises ikke længere siden {day}.{reason}")
