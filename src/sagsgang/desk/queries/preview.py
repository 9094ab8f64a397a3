"""A meeting's paper as it would be sent now, in full and as the public gets it."""

import json
from dataclasses import dataclass

from sagsgang.core.compose import items_of, printed
from sagsgang.core.models import Meeting, SealedPaper
from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.queries.head import Head, head
from sagsgang.paper import store
from sagsgang.paper.model import Paper, PaperKind
from sagsgang.paper.redact import redact, without


@dataclass(frozen=True, slots=True)
class Preview:
    """The full edition beside the open one."""

    head: Head
    minutes: bool
    full: Paper
    open: Paper


def preview(viewer: Viewer, meeting: Meeting, kind: PaperKind) -> Preview:
    """Both editions of the paper of a meeting that the viewer leads; published minutes as they were sealed."""
    coming = meeting.state in {MeetingState.PLANNED, MeetingState.ANNOUNCED}
    over = meeting.state == MeetingState.PUBLISHED and kind is PaperKind.MINUTES
    full = (_sealed(viewer, meeting, kind) if over else None) or _now(viewer, meeting, kind, draft=coming)
    return Preview(head(meeting), kind is PaperKind.MINUTES, full, redact(full))


def _now(viewer: Viewer, meeting: Meeting, kind: PaperKind, *, draft: bool) -> Paper:
    """As it is now; of an item in which the viewer has a conflict of interest no more than that it is there."""
    items = items_of(meeting, draft=draft)
    kept_from = {str(item.number) for item in items if item.pk in viewer.conflicts}
    return without(printed(meeting, kind, items), kept_from)


def _sealed(viewer: Viewer, meeting: Meeting, kind: PaperKind) -> Paper | None:
    """The latest edition as it was sent, closed parts included."""
    kept = SealedPaper.objects.visible_to(viewer).filter(meeting=meeting, kind=kind).order_by("-version")
    data = kept.values_list("data", flat=True).first()
    return store.from_json(json.loads(bytes(data))) if data else None
