"""An item in the shape of FirstAgenda Publication: one field with everything that is public of it, and its files."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from sagsgang.paper.blocks import parse
from sagsgang.paper.model import Access, Attachment, Decision, Item, Paper, Section, SectionKind
from sagsgang.writers.html import blocks_html

Json = dict[str, Any]
_LEVEL = 4


def told(item: Item, paper: Paper, name: str | None, meeting: str, files: Mapping[str, str]) -> Json:
    """The item `name` of `meeting`; `files` are the ids of its files by their SHA-256."""
    own = [decision for decision in item.decisions if _is_own(decision, paper)]
    decided = "\n\n".join(decision.text for decision in own) or item.extract
    return {
        "Id": name,
        "AgendaUid": meeting,
        "Number": item.number,
        "Punktnummer": item.number,
        "Navn": item.title,
        "Caption": f"{item.number}. {item.title}",
        "SagsNummer": item.case_number or "",
        "CaseNumber": item.case_number or "",
        "IsOpen": item.access is Access.OPEN,
        "Felter": [{"Html": "\n".join(_parts(item, paper, decided)), "DocumentId": None, "Link": None}],
        "Bilag": [_attachment(part, place, files) for place, part in enumerate(item.attachments, 1)],
        "ItemDecision": blocks_html(parse(decided), _LEVEL),
    }


def _is_own(decision: Decision, paper: Paper) -> bool:
    return (decision.body, decision.date) == (paper.body, paper.date)


def _parts(item: Item, paper: Paper, decided: str) -> Iterator[str]:
    """One field, as robots look for everything in the first one: what was decided, the sections, what was before."""
    if decided:
        yield _part("Beslutning", decided)
    for section in item.sections:
        yield _summary(section) if section.kind is SectionKind.SUMMARY else _part(section.heading, section.text)
    for decision in item.decisions:
        if not _is_own(decision, paper):
            yield _part(f"Beslutning i {decision.body} den {decision.date:%d-%m-%Y}", decision.text)


def _part(heading: str, text: str) -> str:
    return f"{_heading(heading)}{blocks_html(parse(text), _LEVEL)}"


def _summary(section: Section) -> str:
    """Between marks by which robots know a summary, in their very spelling."""
    lines = "<br>".join(escape(line) for line in section.text.splitlines())
    return f"<div>{_heading(section.heading)}<span class='resume'>{lines}</span></div>"


def _heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>" if text else ""


def _attachment(part: Attachment, place: int, files: Mapping[str, str]) -> Json:
    return {
        "Id": files.get(part.file.sha256) if part.file else None,
        "Navn": part.title,
        "Order": place,
        "HarPdfVersion": bool(part.file and part.file.media_type == "application/pdf"),
    }
