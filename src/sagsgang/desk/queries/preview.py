"""A meeting's paper as it would be sent now, in full and as the public gets it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sagsgang.core.commands.reading import unread
from sagsgang.core.compose import items_of, printed
from sagsgang.core.models import Item, Meeting, SealedPaper
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


def preview(full: Paper, meeting: Meeting, kind: PaperKind) -> Preview:
    """Both editions of the full paper."""
    return Preview(head(meeting), kind is PaperKind.MINUTES, full, redact(full))


def sent(viewer: Viewer, meeting: Meeting, kind: PaperKind) -> Paper | None:
    """Published minutes as they were sealed, for a viewer who leads the meeting; None when they are not out.

    Nor are they this viewer's with an item in which the viewer has a conflict of interest.
    """
    over = meeting.state == MeetingState.PUBLISHED and kind is PaperKind.MINUTES
    return _sealed(viewer, meeting, kind) if over and not getattr(meeting, "kept_from", True) else None


def items_now(viewer: Viewer, meeting: Meeting) -> list[Item]:
    """What the paper of a meeting that the viewer leads is printed from, as it is now.

    While the agenda is being made, and may be supplemented, also the items without a number yet.
    """
    coming = meeting.state in {MeetingState.PLANNED, MeetingState.ANNOUNCED}
    return items_of(meeting, draft=coming, unread=unread(viewer))


def paper_now(viewer: Viewer, meeting: Meeting, kind: PaperKind, items: Sequence[Item]) -> Paper:
    """Printed from these items; of one in which the viewer has a conflict of interest only that it is there."""
    kept_from = {str(item.number) for item in items if item.pk in viewer.conflicts}
    return without(printed(meeting, kind, items), kept_from)


def _sealed(viewer: Viewer, meeting: Meeting, kind: PaperKind) -> Paper | None:
    """The latest edition as it was sent, closed parts included."""
    kept = SealedPaper.objects.visible_to(viewer).filter(meeting=meeting, kind=kind).order_by("-version")
    data = kept.values_list("data", flat=True).first()
    return store.from_json(json.loads(bytes(data))) if data else None
