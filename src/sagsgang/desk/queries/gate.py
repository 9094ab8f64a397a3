"""The page Eftersyn: what must be looked at before a paper goes out, and sending it when nothing is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from sagsgang.core.commands.reading import unread
from sagsgang.core.commands.sending import NOTHING_NEW
from sagsgang.core.compose import items_of
from sagsgang.core.gate import GateFinding, Severity, findings
from sagsgang.core.models import Dismissal, Item, Meeting
from sagsgang.core.offers import Offer, offers
from sagsgang.core.standing import is_late
from sagsgang.core.states import LATE, MeetingState, Standing
from sagsgang.core.viewer import Viewer
from sagsgang.desk.queries.head import Head, head

# Nothing of these is sent any more.
_OVER = (MeetingState.PUBLISHED, MeetingState.CANCELLED)
_SENDING = ("announce", "supplement", "publish_minutes")


@dataclass(frozen=True, slots=True)
class Looked:
    """A finding; `mend` True: it must be mended, no reason lets it pass. `item`: where it can be mended.

    `in_file`: it stands among the attachments of the item.
    """

    key: str
    where: str
    message: str
    item: int | None
    mend: bool
    in_file: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """A finding that somebody let pass."""

    where: str
    message: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Gate:
    """`sending`: the verb that sends the paper, refused while something is open; None when nothing is to be sent."""

    head: Head
    open: tuple[Looked, ...]
    passed: tuple[Passed, ...]
    sending: Offer | None


def to_look_at(viewer: Viewer, meeting: Meeting) -> list[Item]:
    """The items of the paper that is sent next; none when nothing is sent any more."""
    return [] if meeting.state in _OVER else items_of(meeting, draft=True, unread=unread(viewer))


def gate(viewer: Viewer, meeting: Meeting, items: Sequence[Item]) -> Gate:
    """Everything to look at in the paper of a meeting that the viewer leads, what must be mended first."""
    found = findings(meeting, items) if meeting.state not in _OVER else ()
    passed = {one.finding: one for one in Dismissal.objects.filter(meeting=meeting).select_related("by")}
    left = [one for one in found if one.severity is Severity.STOP or one.key not in passed]
    left.sort(key=lambda one: one.severity is not Severity.STOP)
    return Gate(
        head=head(meeting),
        open=tuple(_looked(viewer, one) for one in left),
        passed=tuple(_passed([one for one in found if one.item not in viewer.conflicts], passed)),
        sending=_sending(viewer, meeting, len(left)),
    )


def _looked(viewer: Viewer, one: GateFinding) -> Looked:
    """The finding; where the viewer has a conflict of interest, only that another must look at it."""
    if one.item in viewer.conflicts:
        said = _("Du er inhabil i denne sag. En anden skal se efter her.")
        return Looked(one.key, one.where, said, None, mend=True)
    in_file = one.code.startswith("file_")
    return Looked(one.key, one.where, one.message, one.item, one.severity is Severity.STOP, in_file)


def _passed(found: Iterable[GateFinding], passed: dict[str, Dismissal]) -> Iterable[Passed]:
    for one in found:
        if one.severity is not Severity.STOP and (let := passed.get(one.key)):
            yield Passed(one.where, one.message, let.reason, let.by.name, let.at)


def _sending(viewer: Viewer, meeting: Meeting, left: int) -> Offer | None:
    """The button; a supplement needs something new, and a refusal that the page's own field answers is none."""
    known = _known(meeting, left)
    offered = {offer.verb: offer for offer in offers(viewer, meeting, known)}
    offer = next((offered[verb] for verb in _SENDING if verb in offered), None)
    if offer and offer.verb == "supplement" and not getattr(meeting, "unsent", True):
        return replace(offer, refusal=NOTHING_NEW)
    return replace(offer, refusal="") if offer and offer.refusal == LATE else offer


def _known(meeting: Meeting, left: int) -> Standing:
    """What the guards ask; a closed item of which nothing is told is one of the findings."""
    return Standing(
        items=int(getattr(meeting, "filled", False)),
        open_findings=left,
        late=is_late(meeting),
        late_reason=bool(meeting.late_reason.strip()),
    )
