"""A Paper: an agenda or a set of minutes as plain frozen data. The one thing that travels between all rooms."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from sagsgang.danish.outcomes import Commitment, Outcome


class Access(StrEnum):
    """Whether the street may read a part. It never has a default: unknown is closed."""

    OPEN = "open"
    CLOSED = "closed"


class PaperKind(StrEnum):
    """Before the meeting an agenda, after it minutes."""

    AGENDA = "agenda"
    MINUTES = "minutes"


class ItemType(StrEnum):
    """What an item asks of the board (sagstype)."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"


class SectionKind(StrEnum):
    """What a section is, whatever its heading is called in the municipality."""

    SUMMARY = "summary"
    RECOMMENDATION = "recommendation"
    PRESENTATION = "presentation"
    FINANCES = "finances"
    REMARK = "remark"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A text under a heading. `text` keeps paragraphs (blank lines between), lists and tables: see `blocks`."""

    kind: SectionKind
    heading: str
    text: str
    access: Access


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """The file behind an attachment: SHA-256 in hex, its name, its media type (RFC 6838), size in bytes.

    `pages` is None where nobody knows, or where the file has none.
    """

    sha256: str
    name: str
    media_type: str
    size: int
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document that belongs to an item (bilag); `file` is None where only its title is known."""

    title: str
    document_number: str | None
    access: Access
    file: PaperFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a body decided about an item on a day, in its own words; `text` is verbatim."""

    body: str
    date: date
    text: str
    access: Access
    outcome: Outcome
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """That a body treated the case before, when no decision text is printed ("11-09-2019 Byrådet")."""

    body: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationPoint:
    """One point of a recommendation, with its number as printed, "1" for the first of a bulleted list."""

    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """The treatment of a case at one meeting. `number` is kept as printed; `title` is without the word Lukket.

    `extract`: what the public is told of a closed item's decision (offentligt uddrag); "" for nothing.
    """

    number: str
    title: str
    access: Access
    item_type: ItemType | None = None
    case_number: str | None = None
    kle_number: str | None = None
    document_number: str | None = None
    toc_page: int | None = None
    deciding_body: str | None = None
    route: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    points: tuple[RecommendationPoint, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    extract: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An agenda or minutes of one meeting. Bodies stand in their definite form ("Direktionen")."""

    kind: PaperKind
    authority: str | None = None
    body: str | None
    date: date | None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    members: tuple[str, ...] = ()
    absences: tuple[str, ...] = ()
    remarks: str | None = None
    items: tuple[Item, ...] = ()
