"""What the API answers, field by field. Papers are in the format of `paper.store`."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from sagsgang.danish.deadlines import DueKind
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, ItemType, PaperKind, SectionKind


class ProblemShape(Schema):
    """Problem details (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class PaperLine(Schema):
    """A meeting with its paper in force. `modified` is when that was published."""

    body: str
    body_slug: str
    meeting: str = Field(description="The end of the meeting's address: its date, with an hour where there are two.")
    date: date
    kind: PaperKind
    version: int
    modified: datetime
    url: str
    api_url: str
    pdf_url: str | None


class DueShape(Schema):
    """When something is due; `from` and `to` where the kind is an interval."""

    kind: DueKind
    from_: date | None = Field(alias="from")
    to: date | None
    phrase: str


class CommitmentShape(Schema):
    """Something that was promised in a decision, in its own words."""

    text: str
    who: str | None
    due: DueShape


class DecisionShape(Schema):
    """What a body decided on a day, verbatim, and what that comes to."""

    body: str
    date: date
    text: str
    access: Access
    outcome: OutcomeKind
    secondary: list[OutcomeKind]
    confidence: float
    commitments: list[CommitmentShape]


class SectionShape(Schema):
    """A text under a heading: paragraphs with blank lines between, lists as lines with "- ", tables with tabs."""

    kind: SectionKind
    heading: str
    text: str
    access: Access


class FileShape(Schema):
    """The file of an attachment."""

    sha256: str
    name: str
    media_type: str
    size: int
    pages: int | None
    url: str


class AttachmentShape(Schema):
    """An attachment; `file` where the archive holds it."""

    title: str
    document_number: str | None
    file: FileShape | None = None


class ItemShape(Schema):
    """An item of a paper. A closed one has a number, a title, and at most an extract of its decision."""

    number: str
    title: str
    access: Access
    item_type: ItemType | None
    case_number: str | None
    kle_number: str | None
    document_number: str | None
    deciding_body: str | None
    route: list[str]
    sections: list[SectionShape]
    attachments: list[AttachmentShape]
    decisions: list[DecisionShape]
    extract: str = ""


class PaperShape(PaperLine):
    """The whole paper in force."""

    authority: str | None
    start: str | None
    end: str | None
    place: str | None
    members: list[str]
    absences: list[str]
    remarks: str | None
    items: list[ItemShape]


class ItemLine(Schema):
    """An item in a list; `outcome` is "" where no decision is noted, "withdrawn" also when it was taken off."""

    body: str
    body_slug: str
    meeting: str
    date: date
    number: str
    title: str
    access: Access
    item_type: ItemType | Literal[""]
    outcome: OutcomeKind | Literal[""]
    decision: str
    case_number: str
    case_key: str
    kle_number: str
    url: str
    api_url: str


class ItemWhole(ItemLine):
    """An item with everything that is public of it."""

    item: ItemShape


class CaseShape(Schema):
    """A case: its treatments in every body, the newest first; at most 500."""

    key: str
    number: str
    title: str
    url: str
    treatments: list[ItemLine]


class FindingShape(Schema):
    """Something in a paper that does not add up: both sides, quoted."""

    body: str
    body_slug: str
    meeting: str
    item: str | None
    code: str
    message: str
    stated: str
    computed: str
    quotes: list[str]


class Papers(Schema):
    """A page of papers; `next` is the address of the one after it."""

    data: list[PaperLine]
    next: str | None


class Items(Schema):
    """A page of items."""

    data: list[ItemLine]
    next: str | None


class Findings(Schema):
    """The findings in a page of papers."""

    data: list[FindingShape]
    next: str | None


class Found(Schema):
    """A page of hits. `more`: there are more than `total`."""

    data: list[ItemLine]
    total: int
    more: bool
    suggestion: str
    next: str | None
