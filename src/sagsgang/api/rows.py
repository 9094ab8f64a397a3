"""The street's rows as the API tells them."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from sagsgang.archive.models import Audience, Entry, Meeting
from sagsgang.paper.model import PaperKind

Json = dict[str, Any]


def meetings() -> QuerySet[Meeting]:
    """Those with a paper in force, and its seal."""
    rows = Meeting.objects.filter(audience=Audience.STREET, edition__isnull=False)
    return rows.select_related("body", "edition__seal")


def entries() -> QuerySet[Entry]:
    """The items, with body and meeting."""
    return Entry.objects.filter(audience=Audience.STREET).select_related("body", "meeting")


class Teller:
    """Tells rows with the addresses of the host that was asked."""

    def __init__(self, request: HttpRequest) -> None:
        self._root = request.build_absolute_uri("/")[:-1]

    def paper(self, row: Meeting) -> Json:
        """A meeting as `shapes.PaperLine`."""
        if row.edition is None:
            raise LookupError(row.pk)
        here = (row.body.slug, row.slug)
        return {
            "body": row.body.name,
            "body_slug": row.body.slug,
            "meeting": row.slug,
            "date": row.date,
            "kind": PaperKind(row.edition.kind),
            "version": row.edition.version,
            "modified": row.edition.seal.sealed_at,
            "url": self._root + reverse("portal:meeting", args=here),
            "api_url": f"{self._root}/api/v1/papers/{here[0]}/{here[1]}",
            "pdf_url": self._root + reverse("file:pdf", args=here) if row.edition.pdf_id else None,
        }

    def item(self, row: Entry) -> Json:
        """An entry as `shapes.ItemLine`."""
        here = (row.body.slug, row.meeting.slug, row.number or f"-{row.position}")
        return {
            "body": row.body.name,
            "body_slug": row.body.slug,
            "meeting": row.meeting.slug,
            "date": row.date,
            "number": row.number,
            "title": row.title,
            "access": row.access,
            "item_type": row.item_type,
            "outcome": row.outcome,
            "decision": row.decision,
            "case_number": row.case_number,
            "case_key": row.case_key,
            "kle_number": row.kle_number,
            "url": self._root + reverse("portal:item", args=here),
            "api_url": f"{self._root}/api/v1/items/{'/'.join(map(quote, here))}",
        }

    def items(self, rows: Iterable[Entry]) -> list[Json]:
        """The entries, in their order."""
        return [self.item(row) for row in rows]

    def with_files(self, item: Json) -> Json:
        """An item of `paper.store` whose files say where they are."""
        for part in item["attachments"]:
            if file := part.get("file"):
                file["url"] = self._root + reverse("file:attachment", args=[file["sha256"], file["name"]])
        return item

    def case(self, key: str) -> str:
        """The address of a case's page."""
        return self._root + reverse("portal:case", args=[key])
