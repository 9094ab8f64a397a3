"""What the public may read, and the seals that prove it. INVARIANT: nothing secret is ever stored here."""

from sagsgang.archive.models.editions import Audience, Body, Content, Edition, Meeting, RecordKind, Seal, Stamp
from sagsgang.archive.models.files import (
    LARGE_PRINTS,
    AttachedFile,
    FilePage,
    FileText,
    Holding,
    Reading,
    Rendition,
    RenditionKind,
)
from sagsgang.archive.models.laid_out import Entry, Promise
from sagsgang.archive.models.off import Left, Withdrawal
from sagsgang.archive.models.told import Planned, Trace, TraceKind

__all__ = [
    "LARGE_PRINTS",
    "AttachedFile",
    "Audience",
    "Body",
    "Content",
    "Edition",
    "Entry",
    "FilePage",
    "FileText",
    "Holding",
    "Left",
    "Meeting",
    "Planned",
    "Promise",
    "Reading",
    "RecordKind",
    "Rendition",
    "RenditionKind",
    "Seal",
    "Stamp",
    "Trace",
    "TraceKind",
    "Withdrawal",
]
