"""Entries laid on the shelf for search to find, without papers and seals around them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sagsgang.archive.models import Body, Entry, Meeting

DIRECTION, ECONOMY, COUNCIL = "Direktionen", "Økonomiudvalget", "Kommunalbestyrelsen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One item to lay out; what is not said is empty."""

    title: str
    body: str = DIRECTION
    day: date = date(2024, 3, 4)
    presentation: str = ""
    decision: str = ""
    attachments: tuple[tuple[str, str], ...] = ()
    access: str = "open"
    audience: str = "street"
    item_type: str = "decision"
    outcome: str = ""
    case_number: str = ""
    document_number: str = ""
    kle_number: str = ""


def lay(items: Iterable[Placed]) -> list[int]:
    """Make the entries in few statements; their ids, in order."""
    items = list(items)
    bodies = {name: _body(name) for name in dict.fromkeys(item.body for item in items)}
    wanted = dict.fromkeys((item.body, item.audience, item.day) for item in items)
    meetings = {
        (body, audience, day): Meeting(body=bodies[body], audience=audience, date=day, place="", slug=day.isoformat())
        for body, audience, day in wanted
    }
    known = {
        (meeting.body.name, meeting.audience, meeting.date): meeting
        for meeting in Meeting.objects.filter(body__in=bodies.values()).select_related("body")
    }
    Meeting.objects.bulk_create([made for key, made in meetings.items() if key not in known], batch_size=1000)
    meetings |= known
    places: dict[int, int] = {}
    entries = []
    for item in items:
        meeting = meetings[item.body, item.audience, item.day]
        places[meeting.pk] = places.get(meeting.pk, meeting.entries.count() if meeting in known.values() else 0) + 1
        entries.append(_entry(item, meeting, places[meeting.pk]))
    return [entry.pk for entry in Entry.objects.bulk_create(entries, batch_size=1000)]


def _body(name: str) -> Body:
    slug = name.lower().replace("ø", "oe").replace("å", "aa").replace("æ", "ae").replace(" ", "-")
    return Body.objects.get_or_create(authority="Solbjerg Kommune", name=name, defaults={"slug": slug})[0]


def _entry(item: Placed, meeting: Meeting, position: int) -> Entry:
    return Entry(
        meeting=meeting,
        body=meeting.body,
        audience=item.audience,
        date=item.day,
        position=position,
        number=str(position),
        title=item.title,
        access=item.access,
        item_type=item.item_type,
        case_number=item.case_number,
        case_key=item.case_number,
        kle_number=item.kle_number,
        outcome=item.outcome,
        decision=item.decision,
        data=json.dumps(data_of(item), ensure_ascii=False),
    )


def data_of(item: Placed) -> dict[str, Any]:
    """The item's JSON as the archive keeps it."""
    if item.access != "open":
        return {"number": "1", "title": item.title, "access": item.access}
    section = {"kind": "presentation", "heading": "Sagsfremstilling", "text": item.presentation, "access": "open"}
    decision = {"body": item.body, "date": item.day.isoformat(), "text": item.decision, "access": "open"}
    return {
        "number": "1",
        "title": item.title,
        "access": item.access,
        "case_number": item.case_number or None,
        "document_number": item.document_number or None,
        "sections": [section] if item.presentation else [],
        "attachments": [
            {"title": title, "document_number": number or None, "access": "open"}
            for title, number in item.attachments
        ],
        "decisions": [decision] if item.decision else [],
    }
