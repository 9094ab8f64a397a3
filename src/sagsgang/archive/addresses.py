"""The names in addresses: of bodies and of meetings. Once given they stay."""

import unicodedata

from django.utils.text import slugify

from sagsgang.archive.models import Body, Meeting
from sagsgang.paper.model import Paper

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
_LONGEST = 90


def body_of(authority: str, name: str) -> Body:
    """The body of that name in `authority`, made when it is new."""
    body = Body.objects.filter(authority=authority, name=name).first()
    if body is None:
        body, _ = Body.objects.get_or_create(
            authority=authority, name=name, defaults={"slug": _free(authority, name)}
        )
    return body


def _free(authority: str, name: str) -> str:
    wanted = slug_of(name) or "organ"
    longer = f"{wanted}-{slug_of(authority)}".strip("-")
    numbered = (f"{longer}-{number}" for number in range(2, 10_000))
    return next(slug for slug in (wanted, longer, *numbered) if not Body.objects.filter(slug=slug).exists())


def slug_of(text: str) -> str:
    """`text` as the part of an address; "" when nothing of it can stand there."""
    composed = unicodedata.normalize("NFC", text)
    return slugify(composed.translate(_DANISH))[:_LONGEST].strip("-")


def meeting_slug(paper: Paper, same_day: list[Meeting]) -> str:
    """The address of a new meeting beside those that the body has had on the day: the date, then with the hour."""
    taken = {meeting.slug for meeting in same_day}
    day = str(paper.date)
    timed = f"{day}-{paper.start:%H%M}" if paper.start else day
    numbered = (f"{timed}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (day, timed, *numbered) if slug not in taken)
