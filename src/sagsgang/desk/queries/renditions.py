"""How far it is with the PDF of an attachment."""

from dataclasses import dataclass
from enum import StrEnum

from sagsgang.core.models import Attachment
from sagsgang.core.renditions import is_waiting


class State(StrEnum):
    """`NONE`: it is a PDF itself, or what no PDF is made of here."""

    NONE = "none"
    WAITS = "waits"
    MADE = "made"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Rendition:
    """The state, and the Danish reason of one that failed."""

    state: State
    reason: str = ""


def rendition_of(attachment: Attachment) -> Rendition:
    """What to tell of it."""
    if attachment.rendition:
        return Rendition(State.MADE)
    if attachment.no_rendition:
        return Rendition(State.FAILED, attachment.no_rendition)
    return Rendition(State.WAITS if is_waiting(attachment) else State.NONE)
