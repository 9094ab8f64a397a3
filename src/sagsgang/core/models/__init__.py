"""The rows of the working house, a file for each subject. What may be secret has a guarded query set."""

from sagsgang.core.models.authority import Body, BodyKind, Counter, NumberFormat, Numbering, Step, Unit
from sagsgang.core.models.calendar import CalendarKey
from sagsgang.core.models.case import Alias, Case
from sagsgang.core.models.decision import Decision, Dissent, Followup, Point, Vote
from sagsgang.core.models.item import (
    Attachment,
    FileVersion,
    Item,
    Reason,
    RouteStep,
    Section,
    SectionVersion,
    StepState,
)
from sagsgang.core.models.journal import Dismissal, Journal
from sagsgang.core.models.kle import KleEntry
from sagsgang.core.models.meeting import Attendance, Correction, Meeting, Presence, Signature
from sagsgang.core.models.note import Highlight, Note
from sagsgang.core.models.people import Grant, LeaderLevel, Person, Seat
from sagsgang.core.models.sealed import SealedPaper
from sagsgang.core.models.series import Series

__all__ = [
    "Alias",
    "Attachment",
    "Attendance",
    "Body",
    "BodyKind",
    "CalendarKey",
    "Case",
    "Correction",
    "Counter",
    "Decision",
    "Dismissal",
    "Dissent",
    "FileVersion",
    "Followup",
    "Grant",
    "Highlight",
    "Item",
    "Journal",
    "KleEntry",
    "LeaderLevel",
    "Meeting",
    "Note",
    "NumberFormat",
    "Numbering",
    "Person",
    "Point",
    "Presence",
    "Reason",
    "RouteStep",
    "SealedPaper",
    "Seat",
    "Section",
    "SectionVersion",
    "Series",
    "Signature",
    "Step",
    "StepState",
    "Unit",
    "Vote",
]
