"""What still pages are made of besides the pages: the index of all words, and the addresses of what is gone."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import translation

from sagsgang.archive import gone
from sagsgang.archive.models import Body, Entry, Meeting
from sagsgang.danish.dates import long_date
from sagsgang.danish.outcomes import notes_nothing
from sagsgang.paper.model import Item
from sagsgang.portal import words
from sagsgang.portal.queries import texts
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.lines import address, entries
from sagsgang.portal.still.words import StillItem

_SAID = 200


def still_items() -> Iterator[StillItem]:
    """Every item. One query, read row by row."""
    with translation.override("da"):
        for row in entries().order_by("-date", "-id").iterator(chunk_size=500):
            yield _still_item(row, texts.item(row.data))


def gone_pages() -> Iterator[str]:
    """The addresses of bodies and meetings that have something to say of what was taken away. A few queries each."""
    for meeting in Meeting.objects.filter(audience=audience(), edition=None).select_related("body"):
        if gone.of_meeting(meeting):
            yield reverse("portal:meeting", args=[meeting.body.slug, meeting.slug])
    for body in Body.objects.filter(meetings__audience=audience()).distinct():
        if gone.of_body(body, audience()):
            yield reverse("portal:body", args=[body.slug])


def _still_item(row: Entry, item: Item) -> StillItem:
    where = (row.body.slug, row.meeting.slug, address(row.number, row.position))
    said = "" if notes_nothing(row.decision) else row.decision
    outcome = str(words.OUTCOMES.get(row.outcome, ""))
    about = (row.body.name, row.body.authority, row.date.isoformat(), long_date(row.date), row.case_number, outcome)
    return StillItem(
        title=row.title,
        text="\n".join((*about, item.extract, *_texts(item))),
        shown=(
            reverse("portal:item", args=where),
            row.title,
            row.body.name,
            row.date.isoformat(),
            row.outcome,
            row.case_number,
            row.access,
            _short(said or item.extract or next((one.text for one in item.sections), "")),
        ),
    )


def _texts(item: Item) -> Iterator[str]:
    for section in item.sections:
        yield f"{section.heading}\n{section.text}"
    for decision in item.decisions:
        yield decision.text
    for attachment in item.attachments:
        yield f"{attachment.title} {attachment.document_number or ''}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SAID else f"{line[:_SAID].rsplit(' ', 1)[0]} …"
