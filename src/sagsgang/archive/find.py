"""An edition by what a person would call it."""

from collections.abc import Iterator

from django.db.models import F, QuerySet

from sagsgang.archive.models import Edition, Meeting
from sagsgang.archive.withdraw import newest

_MANY = 20


def editions(name: str) -> list[Edition]:
    """The editions that `name` fits, those in force first when it fits a meeting.

    Of a meeting whose paper is withdrawn it is that one.

    `name` is an address ("direktionen/2016-11-28"), an edition's id, or its key in the chain.
    """
    rows = Edition.objects.select_related("meeting__body", "seal")
    body, _, slug = name.strip("/").partition("/")
    meetings = Meeting.objects.filter(body__slug=body, slug=slug)
    in_force = rows.filter(pk__in=meetings.values("edition"))
    return list(in_force) or _withdrawn(meetings) or list(_otherwise(rows, name))


def in_force() -> Iterator[Edition]:
    """Every edition that is shown, in the order of the meetings."""
    rows = Edition.objects.select_related("meeting__body", "seal").filter(meeting__edition=F("pk"))
    yield from rows.order_by("meeting__date", "pk").iterator(chunk_size=200)


def close_to(name: str) -> list[str]:
    """Addresses that look like `name`, newest first, at most twenty; none when nothing is like it."""
    body, _, slug = name.strip("/").partition("/")
    shown = Meeting.objects.filter(edition__isnull=False).select_related("body").order_by("-date", "-pk")
    same_body = shown.filter(body__slug=body, slug__startswith=slug[:7]) | shown.filter(slug=body)
    some = list(same_body[:_MANY]) or list(shown.filter(body__slug__startswith=body[:4])[:_MANY])
    return list(dict.fromkeys(map(address, some)))


def address(meeting: Meeting) -> str:
    """The name of a meeting: the end of its page's address."""
    return f"{meeting.body.slug}/{meeting.slug}"


def _withdrawn(meetings: QuerySet[Meeting]) -> list[Edition]:
    last = filter(None, (newest(meeting) for meeting in meetings.filter(edition=None).select_related("body")))
    return [edition for edition in last if hasattr(edition, "withdrawal")]


def _otherwise(rows: QuerySet[Edition], name: str) -> QuerySet[Edition]:
    by_key = rows.filter(seal__key=name).order_by("-version")
    if not by_key and name.isdecimal() and len(name) < 19:
        return rows.filter(pk=int(name))
    return by_key
