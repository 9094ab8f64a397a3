"""A paper as JSON, with a schema number and one small upgrade step from each schema to the next."""

import json
from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.outcomes import Commitment, Outcome, OutcomeKind, PointOutcome
from sagsgang.paper import fields
from sagsgang.paper.model import (
    Access,
    Attachment,
    Decision,
    Item,
    ItemType,
    Paper,
    PaperFile,
    PaperKind,
    RecommendationPoint,
    Section,
    SectionKind,
    Treatment,
)

Json = dict[str, Any]

SCHEMA = 1


class UnreadablePaper(ValueError):  # noqa: N818 - it reads as what it is
    """The JSON is no paper of ours, or of a newer schema than this program knows."""


def dumps(paper: Paper) -> bytes:
    """The canonical bytes of `paper`: sorted keys, no white space, UTF-8. Equal papers give equal bytes."""
    return json.dumps(to_json(paper), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def to_json(paper: Paper) -> Json:
    """`paper` as plain data: ISO dates, "HH:MM" times, lists in order."""
    return {
        "schema": SCHEMA,
        "kind": paper.kind.value,
        "authority": paper.authority,
        "body": paper.body,
        "date": paper.date and paper.date.isoformat(),
        "start": _clock(paper.start),
        "end": _clock(paper.end),
        "place": paper.place,
        "members": list(paper.members),
        "absences": list(paper.absences),
        "remarks": paper.remarks,
        "items": [_item_json(item) for item in paper.items],
    }


def from_json(data: Mapping[str, Any]) -> Paper:
    """The paper in `data`, of this schema or an older one; keys that are none of a paper's are passed over.

    Raises UnreadablePaper when something is missing, of the wrong type, or newer than this program.
    """
    try:
        return _paper(upgraded(data))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadablePaper(f"{type(error).__name__}: {error}") from error


def upgraded(data: Mapping[str, Any]) -> Json:
    """`data` brought to this program's schema; raises UnreadablePaper for a newer one."""
    result = dict(data)
    while (schema := result.get("schema", 0)) != SCHEMA:
        if schema not in UPGRADES:
            raise UnreadablePaper(f"schema {schema}")
        result = UPGRADES[schema](result) | {"schema": schema + 1}
    return result


def _name_access_of_parts(data: Json) -> Json:
    """Schema 0, the exchange form: only items and attachments said who may read them; their parts follow the item."""
    return data | {"items": [_item_with_access(dict(item)) for item in data["items"]]}


def _item_with_access(item: Json) -> Json:
    access = item.get("access") or Access.CLOSED.value
    parts = {
        name: [{"access": access, **part} for part in item.get(name) or []]
        for name in ("sections", "attachments", "decisions")
    }
    return item | {"access": access} | parts


UPGRADES: dict[int, Callable[[Json], Json]] = {0: _name_access_of_parts}


def _clock(value: time | None) -> str | None:
    return value.strftime("%H:%M") if value else None


def _item_json(item: Item) -> Json:
    return {
        "number": item.number,
        "title": item.title,
        "access": item.access.value,
        "item_type": item.item_type and item.item_type.value,
        "case_number": item.case_number,
        "kle_number": item.kle_number,
        "document_number": item.document_number,
        "toc_page": item.toc_page,
        "deciding_body": item.deciding_body,
        "route": list(item.route),
        "sections": [
            {"kind": part.kind.value, "heading": part.heading, "text": part.text, "access": part.access.value}
            for part in item.sections
        ],
        "points": [{"number": point.number, "text": point.text} for point in item.points],
        "attachments": [_attachment_json(part) for part in item.attachments],
        "decisions": [_decision_json(decision) for decision in item.decisions],
        "treatments": [{"body": past.body, "date": past.date.isoformat()} for past in item.treatments],
        # Only where there is one, as `file` below: the bytes of papers that were sealed without it stay the same.
        **({"extract": item.extract} if item.extract else {}),
    }


def _attachment_json(part: Attachment) -> Json:
    data = {"title": part.title, "document_number": part.document_number, "access": part.access.value}
    return data | ({"file": _file_json(part.file)} if part.file else {})


def _file_json(file: PaperFile) -> Json:
    return {
        "sha256": file.sha256,
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "pages": file.pages,
    }


def _decision_json(decision: Decision) -> Json:
    outcome = decision.outcome
    return {
        "body": decision.body,
        "date": decision.date.isoformat(),
        "text": decision.text,
        "access": decision.access.value,
        "outcome": outcome.primary.value,
        "secondary": [kind.value for kind in outcome.secondary],
        "outcome_points": [{"number": point.number, "outcome": point.outcome.value} for point in outcome.points],
        "confidence": outcome.confidence,
        "commitments": [_commitment_json(commitment) for commitment in decision.commitments],
    }


def _commitment_json(commitment: Commitment) -> Json:
    due = commitment.due
    return {
        "text": commitment.text,
        "who": commitment.who,
        "due": {
            "kind": due.kind.value,
            "from": due.start and due.start.isoformat(),
            "to": due.end and due.end.isoformat(),
            "phrase": due.phrase,
        },
    }


def _paper(data: Json) -> Paper:
    return Paper(
        kind=PaperKind(data["kind"]),
        authority=fields.optional_text(data, "authority"),
        body=fields.optional_text(data, "body"),
        date=fields.optional_day(data, "date"),
        start=fields.optional_clock(data, "start"),
        end=fields.optional_clock(data, "end"),
        place=fields.optional_text(data, "place"),
        members=fields.texts(data, "members"),
        absences=fields.texts(data, "absences"),
        remarks=fields.optional_text(data, "remarks"),
        items=fields.many(data, "items", _item),
    )


def _item(data: fields.Fields) -> Item:
    item_type = fields.optional_text(data, "item_type")
    return Item(
        number=fields.text(data, "number"),
        title=fields.text(data, "title"),
        access=Access(data["access"]),
        item_type=ItemType(item_type) if item_type else None,
        case_number=fields.optional_text(data, "case_number"),
        kle_number=fields.optional_text(data, "kle_number"),
        document_number=fields.optional_text(data, "document_number"),
        toc_page=fields.optional_number(data, "toc_page"),
        deciding_body=fields.optional_text(data, "deciding_body"),
        route=fields.texts(data, "route"),
        sections=fields.many(data, "sections", _section),
        points=fields.many(data, "points", _point),
        attachments=fields.many(data, "attachments", _attachment),
        decisions=fields.many(data, "decisions", _decision),
        treatments=fields.many(data, "treatments", _treatment),
        extract=fields.text_or(data, "extract", ""),
    )


def _section(data: fields.Fields) -> Section:
    return Section(
        kind=SectionKind(data["kind"]),
        heading=fields.text_or(data, "heading", ""),
        text=fields.text(data, "text"),
        access=Access(data["access"]),
    )


def _point(data: fields.Fields) -> RecommendationPoint:
    return RecommendationPoint(number=fields.text(data, "number"), text=fields.text(data, "text"))


def _attachment(data: fields.Fields) -> Attachment:
    return Attachment(
        title=fields.text(data, "title"),
        document_number=fields.optional_text(data, "document_number"),
        access=Access(data["access"]),
        file=fields.optional(data, "file", _file),
    )


def _file(data: fields.Fields) -> PaperFile:
    return PaperFile(
        sha256=fields.text(data, "sha256"),
        name=fields.text(data, "name"),
        media_type=fields.text(data, "media_type"),
        size=fields.number(data, "size"),
        pages=fields.optional_number(data, "pages"),
    )


def _treatment(data: fields.Fields) -> Treatment:
    return Treatment(body=fields.text(data, "body"), date=fields.day(data, "date"))


def _decision(data: fields.Fields) -> Decision:
    return Decision(
        body=fields.text(data, "body"),
        date=fields.day(data, "date"),
        text=fields.text(data, "text"),
        access=Access(data["access"]),
        outcome=Outcome(
            OutcomeKind(data["outcome"]),
            tuple(map(OutcomeKind, fields.texts(data, "secondary"))),
            fields.many(data, "outcome_points", _point_outcome),
            float(data.get("confidence", 1.0)),
        ),
        commitments=fields.many(data, "commitments", _commitment),
    )


def _point_outcome(data: fields.Fields) -> PointOutcome:
    return PointOutcome(fields.text(data, "number"), OutcomeKind(data["outcome"]))


def _commitment(data: fields.Fields) -> Commitment:
    due = data["due"]
    return Commitment(
        fields.text(data, "text"),
        fields.optional_text(data, "who"),
        Due(
            DueKind(due["kind"]),
            fields.optional_day(due, "from"),
            fields.optional_day(due, "to"),
            fields.text_or(due, "phrase", ""),
        ),
    )
