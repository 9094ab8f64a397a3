"""All papers of a meeting that one viewer may read: the agenda or the minutes, and the files of its items."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from sagsgang.core.access import SENT
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
    """What the viewer may read of the meeting now, a meeting as `seen_meeting` finds it."""
    kind = PaperKind.MINUTES if meeting.state in _OVER else PaperKind.AGENDA
    items = _items(viewer, meeting, kind)
    return Bundle(
        name=f"{_named(meeting.body.name)} {meeting.date.isoformat()}",
        paper=paper_now(viewer, meeting, kind, items) if items else None,
        files=tuple(_laid(_with(items, viewer) if items else _some(viewer, meeting))),
    )


def _items(viewer: Viewer, meeting: Meeting, kind: PaperKind) -> list[Item]:
    """What the full paper is printed from, for secretaries and, when it is sent, members; none for others."""
    leading = leads(viewer, meeting.body_id)
    if leading or (meeting.state in SENT and getattr(meeting, "seated", False)):
        return items_of(meeting, draft=leading and kind is PaperKind.AGENDA)
    return []


def _with(items: Iterable[Item], viewer: Viewer) -> Iterable[Attachment]:
    """All files of the items, those apart in which the viewer has a conflict of interest."""
    for item in items:
        if item.state in _SHOWN and item.pk not in viewer.conflicts:
            for one in item.attachments.all():
                one.item = item
                yield one


def _some(viewer: Viewer, meeting: Meeting) -> Iterable[Attachment]:
    """The files that somebody else reads, as the author of an item or its approver."""
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
