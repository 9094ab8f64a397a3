"""A meeting's paper as it would be sent now, in full and as the public gets it."""

from dataclasses import dataclass

from sagsgang.core.compose import compose
from sagsgang.core.models import Meeting
from sagsgang.core.states import MeetingState
from sagsgang.desk.queries.head import Head, head
from sagsgang.paper.model import Paper, PaperKind
from sagsgang.paper.redact import redact


@dataclass(frozen=True, slots=True)
class Preview:
    """The full edition beside the open one."""

    head: Head
    minutes: bool
    full: Paper
    open: Paper


def preview(meeting: Meeting, kind: PaperKind) -> Preview:
    """Both editions of the paper of a meeting that the viewer leads."""
    coming = meeting.state in {MeetingState.PLANNED, MeetingState.ANNOUNCED}
    full = compose(meeting, kind, draft=coming)
    return Preview(head(meeting), kind is PaperKind.MINUTES, full, redact(full))
