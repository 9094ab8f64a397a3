"""All papers of a meeting that one viewer may read: the agenda or the minutes, and the files of its items."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from sagsgang.core.compose import items_of
from sagsgang.core.files import public_file
from sagsgang.core.models import Attachment, Item, Meeting
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.queries.preview import paper_now
from sagsgang.desk.queries.reach import leads
from sagsgang.paper.model import Paper, PaperKind

_OVER = (MeetingState.HELD, MeetingState.MINUTED, MeetingState.PUBLISHED)
_SHOWN = (ItemState.SCHEDULED, ItemState.DECIDED)
# What some system does not take in the name of a file.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Laid:
    """A file in the bundle: its name there, with its folder, and the checksum under which it is kept."""

    name: str
    checksum: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """`name` is no secret; `paper` None: the viewer reads only what lies with some of the items."""

    name: str
    paper: Paper | None
    files: tuple[Laid, ...]


def bundle(viewer: Viewer, meeting: Meeting) -> Bundle:
    """What the viewer may read of the meeting now."""
    return Bundle(
        name=f"{_named(meeting.body.name)} {meeting.date.isoformat()}",
        paper=_paper(viewer, meeting),
        files=tuple(_laid(_files(viewer, meeting))),
    )


def _paper(viewer: Viewer, meeting: Meeting) -> Paper | None:
    """The full paper for secretaries and members, as they read it on their pages; conflicts of interest apart."""
    leading = leads(viewer, meeting.body_id)
    sent = meeting.state not in {MeetingState.PLANNED, MeetingState.CANCELLED}
    if not (leading or (sent and viewer.sits(meeting.body_id, meeting.date))):
        return None
    kind = PaperKind.MINUTES if meeting.state in _OVER else PaperKind.AGENDA
    items = items_of(meeting, draft=leading and kind is PaperKind.AGENDA)
    return paper_now(viewer, meeting, kind, items) if items else None


def _files(viewer: Viewer, meeting: Meeting) -> Iterable[Attachment]:
    here = Attachment.objects.visible_to(viewer).filter(item__meeting=meeting, item__state__in=_SHOWN)
    return here.select_related("item").order_by("item__number", "item__position", "item", "position", "id")


def _laid(files: Iterable[Attachment]) -> Iterable[Laid]:
    places: dict[int, int] = {}
    for one in files:
        place = places[one.item_id] = places.get(one.item_id, 0) + 1
        kept = public_file(one)
        named = _named(f"Bilag {place} {one.title}")
        yield Laid(f"{_folder(one.item)}/{named}{PurePath(kept.name).suffix.lower()}", kept.sha256)


def _folder(item: Item) -> str:
    number = f"Punkt {item.number:02d}" if item.number else f"Uden nummer {item.pk}"
    return _named(f"{number} {item.public_title}")


def _named(text: str) -> str:
    """As the name of a file or folder on any system: no signs that lead elsewhere, no dot or space at its end."""
    return " ".join(_NOT_IN_NAMES.sub(" ", text).split())[:_LONGEST].strip(" .") or "uden navn"
