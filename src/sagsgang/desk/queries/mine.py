"""A member's meetings: those that come, those whose minutes wait for a click, and those that were."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone

from sagsgang.core import access
from sagsgang.core.models import Meeting, Signature
from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.queries.head import SHOWN, Head, head

_MOST = 60


@dataclass(frozen=True, slots=True)
class Mine:
    """`running`: on now; `to_sign`: the minutes wait for the viewer's approval."""

    running: tuple[Head, ...]
    to_sign: tuple[Head, ...]
    coming: tuple[Head, ...]
    past: tuple[Head, ...]

    @property
    def empty(self) -> bool:
        """Whether there is no meeting at all."""
        return not (self.running or self.to_sign or self.coming or self.past)


def mine(viewer: Viewer) -> Mine:
    """The meetings of the days on which the viewer has a seat. Two queries."""
    signed = Signature.objects.filter(meeting=OuterRef("pk"), person=viewer.person)
    found = Meeting.objects.visible_to(viewer).filter(access.seated(viewer, "")).select_related("body").only(*SHOWN)
    marked = found.annotate(signed=Exists(signed))
    today = timezone.localdate()
    coming = list(marked.filter(date__gte=today).order_by("date", "start")[:_MOST])
    past = list(marked.filter(date__lt=today)[:_MOST])
    return Mine(
        running=_in(MeetingState.RUNNING, (*coming, *past)),
        to_sign=_in(MeetingState.HELD, (one for one in (*coming, *past) if _asked(viewer, one))),
        coming=tuple(head(one) for one in coming if one.state in {MeetingState.PLANNED, MeetingState.ANNOUNCED}),
        past=tuple(head(one) for one in (*coming, *past) if head(one).over),
    )


def _asked(viewer: Viewer, meeting: Meeting) -> bool:
    """Whether the viewer is to approve the minutes: a mayor only reads those of committees."""
    return not getattr(meeting, "signed", False) and viewer.sits(meeting.body_id, meeting.date)


def _in(state: MeetingState, meetings: Iterable[Meeting]) -> tuple[Head, ...]:
    return tuple(head(one) for one in meetings if one.state == state)
