"""One item of FirstAgenda's JSON: its fields' HTML is read by the engine, the rest is said by the JSON itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sagsgang.paper.decide import decide
from sagsgang.paper.model import Access, Attachment, Decision, Item, PaperKind, Section, SectionKind
from sagsgang.readers.assemble import read_paper
from sagsgang.readers.base import Doubt, Line
from sagsgang.readers.clean import clean_lines
from sagsgang.readers.doubts import doubt
from sagsgang.readers.extract.html import lines as html_lines
from sagsgang.readers.profiles import FALLBACK

Json = dict[str, Any]
_LEADING_NUMBER = re.compile(r"\d{1,3}\.\s+")
_CLOSED_TITLE = re.compile(r"lukket(?:\s+(?:punkt|sag))?\s*(?:[:–-]|\Z)\s*", re.IGNORECASE)
# Of the engine's doubts the others are about the meeting, here made up, or come again when the paper is reviewed.
_OF_THE_ITEM = frozenset(("unread_heading", "second_decision", "stray_text"))
# Two lines that would be two headings: a type may be called as the heading over the decision is.
_TYPE = re.compile(
    r"^(Sagstype|Punkttype):?\n\n?(Beslutning|Drøftelse|Orientering)\.?$", re.IGNORECASE | re.MULTILINE
)
_ANY_DAY = date(2000, 1, 3)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What an item must know of its meeting."""

    body: str | None
    date: date | None
    kind: PaperKind


def words(stated: object) -> str:
    """A field's text, without mark-up and space around it; "" when there is none."""
    if isinstance(stated, bool) or not isinstance(stated, str | int):
        return ""
    return (
        "\n".join(html_lines(str(stated))).strip()
        if "<" in str(stated) or "&" in str(stated)
        else str(stated).strip()
    )


def item(point: Json, meeting: Meeting) -> tuple[Item, tuple[Doubt, ...]]:
    """The item, and the doubts about it. Of a closed one only number and title are kept."""
    number = words(point.get("Number", point.get("Punktnummer"))).rstrip(".")
    heading = _LEADING_NUMBER.sub("", words(point.get("Caption") or point.get("Navn")), count=1)
    title = _CLOSED_TITLE.sub("", heading, count=1) or heading
    doubts = tuple(_access_doubts(point, heading != title, number))
    if point.get("IsOpen") is not True or heading != title:
        if _has_text(point):
            doubts += (doubt("text_after_closed", number),)
        return Item(number=number, title=title, access=Access.CLOSED), doubts
    found, of_text = _read(point, number, meeting)
    return replace(found, number=number, title=title), doubts + of_text


def _access_doubts(point: Json, says_closed: bool, number: str) -> Iterator[Doubt]:
    """Unknown is closed."""
    if point.get("IsOpen") is None and not says_closed:
        yield doubt("unknown_access", number)
    if point.get("IsOpen") is True and says_closed:
        yield doubt("access_conflict", number)


def _has_text(point: Json) -> bool:
    return bool(_field_lines(point) or words(point.get("ItemDecision")) or point.get("Bilag"))


def _field_lines(point: Json) -> list[str]:
    """The lines of all fields; a field's own heading, where it has one, stands before its text."""
    found: list[str] = []
    for field in point.get("Felter") or ():
        text = html_lines(_markup(field.get("Html")))
        if any(line.strip() for line in text):
            heading = words(field.get("Caption") or field.get("Overskrift") or field.get("Navn"))
            found += [heading, "", *text, ""] if heading and heading != text[0] else [*text, ""]
    return found


def _markup(stated: object) -> str:
    """A field's mark-up, or nothing."""
    return stated if isinstance(stated, str) else ""


def _read(point: Json, number: str, meeting: Meeting) -> tuple[Item, tuple[Doubt, ...]]:
    found, doubts = _engine(_field_lines(point), number, meeting)
    if found.access is Access.CLOSED:
        return found, doubts
    decisions = found.decisions + _stated_decision(point, meeting, found)
    attachments = _attachments(point)
    known = {each.title for each in attachments}
    return replace(
        found,
        case_number=words(point.get("CaseNumber", point.get("SagsNummer"))) or found.case_number,
        attachments=attachments + tuple(each for each in found.attachments if each.title not in known),
        decisions=decisions if meeting.date else (),
    ), doubts


def _engine(text: Sequence[str], number: str, meeting: Meeting) -> tuple[Item, tuple[Doubt, ...]]:
    """The text read as the only item of a paper that is made up around it; closed when the text says that it is."""
    alone = Item(number=number, title="", access=Access.OPEN)
    if not text:
        return alone, ()
    day = meeting.date or _ANY_DAY
    kind = "REFERAT" if meeting.kind is PaperKind.MINUTES else "DAGSORDEN"
    text = _TYPE.sub(r"\1: \2", "\n".join(text)).split("\n")
    head = (f"{kind} {meeting.body or 'Udvalget'} d. {day:%d-%m-%Y}", "", "Punkt 1: Sag", "", "Åbent", "")
    reading = read_paper(clean_lines([Line(each, at) for at, each in enumerate((*head, *text), 1)]), FALLBACK)
    unstated = {each.item for each in reading.doubts if each.code == "unknown_access"}
    if any(each.access is Access.CLOSED and each.number not in unstated for each in reading.paper.items):
        return replace(alone, access=Access.CLOSED), (doubt("access_conflict", number),)
    if len(reading.paper.items) != 1 or unstated:
        return replace(alone, sections=(_as_one(text),)), (doubt("plain_item", number),)
    doubts = (replace(each, item=number, line=None) for each in reading.doubts if each.code in _OF_THE_ITEM)
    return reading.paper.items[0], tuple(doubts)


def _as_one(text: Sequence[str]) -> Section:
    return Section(
        kind=SectionKind.PRESENTATION,
        heading="Sagsfremstilling",
        text="\n".join(text).strip(),
        access=Access.OPEN,
    )


def _stated_decision(point: Json, meeting: Meeting, found: Item) -> tuple[Decision, ...]:
    """The decision that the JSON states, unless the fields had it already."""
    text = words(point.get("ItemDecision"))
    if not text or meeting.date is None or any(each.text == text for each in found.decisions):
        return ()
    return (decide(body=meeting.body or "", date=meeting.date, text=text, access=Access.OPEN),)


def _attachments(point: Json) -> tuple[Attachment, ...]:
    listed = sorted(point.get("Bilag") or (), key=lambda each: _order(each.get("Order")))
    titles = (words(each.get("Navn")) for each in listed)
    return tuple(Attachment(title=title, document_number=None, access=Access.OPEN) for title in titles if title)


def _order(stated: object) -> int:
    return stated if isinstance(stated, int) else 0
