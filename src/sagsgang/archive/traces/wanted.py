"""What a published paper leaves in open data: one wanted trace for each thing that it names."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any

from sagsgang.archive.models import Entry, Meeting, Trace, TraceKind
from sagsgang.archive.traces import names
from sagsgang.archive.traces.identity import Likeness, numbers
from sagsgang.paper.model import Attachment, Item, Paper
from sagsgang.paper.withdrawn import withdrawal

Name = tuple[str, str]
_SHORT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A trace as it shall be; `says` is what it tells besides `data`, so that a change of it is noticed."""

    kind: TraceKind
    key: str
    authority: str
    owner: str = ""
    body_id: int | None = None
    meeting_id: int | None = None
    entry_id: int | None = None
    data: dict[str, Any] = field(default_factory=dict)
    says: str = ""

    @property
    def name(self) -> Name:
        """What it is found by."""
        return self.kind.value, self.key

    @property
    def text(self) -> str:
        """The data as it is stored."""
        return json.dumps(self.data, ensure_ascii=False, sort_keys=True) if self.data else ""

    @property
    def digest(self) -> str:
        """The same for as long as it says the same."""
        return sha256("\0".join((self.owner, self.text, self.says)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting's paper in force, with its entries in order, the key of its authority, and its own.

    `plan` is the planner's name for it, "" for none; the papers do not say that it is cancelled. `sums` are the
    SHA-512 of the files by their SHA-256.
    """

    meeting: Meeting
    paper: Paper
    entries: Sequence[Entry]
    authority: str
    key: str
    plan: str = ""
    cancelled: bool = False
    sums: Mapping[str, str] = field(default_factory=dict)


def own(shown: Shown, before: Sequence[Trace]) -> Iterator[Wanted]:
    """The meeting, its items, their cases' treatments, and the files of their attachments.

    `before` are the traces that the meeting has already.
    """
    meeting, paper, authority, key = shown.meeting, shown.paper, shown.authority, shown.key
    made = partial(Wanted, authority=authority, body_id=meeting.body_id, meeting_id=meeting.pk)
    yield made(
        kind=TraceKind.MEETING, key=key, owner=shown.plan, data=_meeting_data(shown), says=f"{meeting.edition_id}"
    )
    for entry, item, number in zip(shown.entries, paper.items, _numbers(shown, before), strict=True):
        case = names.case_name(authority, entry.case_key) if entry.case_key else ""
        yield from _of_item(entry, item, case, partial(made, key=f"{key}/{number}", entry_id=entry.pk), shown.sums)


def shared(shown: Shown) -> Iterator[Wanted]:
    """The authority, its term of council, the body, the place, the cases, and the people with their seats."""
    meeting, authority = shown.meeting, shown.authority
    made = partial(Wanted, authority=authority)
    year = names.term_of(meeting.date.year)
    yield made(kind=TraceKind.AUTHORITY, key=authority, data={"name": meeting.body.authority})
    yield made(kind=TraceKind.TERM, key=f"{authority}/{year}", data={"year": year})
    yield made(kind=TraceKind.BODY, key=meeting.body.slug, body_id=meeting.body_id)
    if meeting.place:
        place = names.place_key(authority, meeting.place)
        yield made(kind=TraceKind.PLACE, key=place, data={"text": meeting.place})
    for case in dict.fromkeys(entry.case_key for entry in shown.entries if entry.case_key):
        yield made(kind=TraceKind.CASE, key=names.case_name(authority, case))
    for person, name in _people(shown).items():
        yield made(kind=TraceKind.PERSON, key=person, data={"name": name})
        seat = f"{person}/{meeting.body.slug}"
        yield made(kind=TraceKind.MEMBER, key=seat, owner=person, body_id=meeting.body_id)


def likeness(entry: Entry) -> dict[str, str]:
    """What the item of `entry` is known by in the next edition, as data."""
    return {"case": entry.case_key, "title": entry.title, "number": entry.number}


def known_by(trace: Trace) -> str:
    """What an item is known by, as it is stored; "" of everything else."""
    if trace.kind != TraceKind.ITEM:
        return ""
    said = json.loads(trace.data)
    return json.dumps({name: said[name] for name in ("case", "number", "title")}, ensure_ascii=False)


def _numbers(shown: Shown, before: Sequence[Trace]) -> list[int]:
    items = [one for one in before if one.kind == TraceKind.ITEM]
    known = {_number(one): _likeness(json.loads(one.data)) for one in items if one.data}
    new = [_likeness(likeness(entry)) for entry in shown.entries]
    return numbers(known, new, max(map(_number, items), default=0))


def _number(trace: Trace) -> int:
    return int(trace.key.rsplit("/", 1)[1])


def _likeness(data: dict[str, str]) -> Likeness:
    return Likeness(data["case"], data["title"], data["number"])


def _of_item(
    entry: Entry, item: Item, case: str, made: Callable[..., Wanted], sums: Mapping[str, str]
) -> Iterator[Wanted]:
    said = item.extract or withdrawal(item)
    data = {**likeness(entry), **({"extract": said} if said else {})}
    one = made(kind=TraceKind.ITEM, data=data, says=f"{entry.position}\0{entry.data}")
    yield one
    if case:
        yield made(kind=TraceKind.TREATMENT, owner=case, says=f"{entry.outcome}\0{entry.item_type}")
    for digest, attachment in _files(item).items():
        key = f"{one.key}/{digest[:_SHORT]}"
        yield made(kind=TraceKind.FILE, key=key, owner=case, data=_file_data(attachment, sums))


def _files(item: Item) -> dict[str, Attachment]:
    """The attachments of which the archive holds the file; the same file once."""
    return {part.file.sha256: part for part in reversed(item.attachments) if part.file}


def _file_data(attachment: Attachment, sums: Mapping[str, str]) -> dict[str, Any]:
    file = attachment.file
    assert file is not None  # noqa: S101 - `_files` chose it for that
    return {
        **({"sha512": sums[file.sha256]} if file.sha256 in sums else {}),
        "title": attachment.title,
        "name": file.name,
        "type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
    }


def _meeting_data(shown: Shown) -> dict[str, Any]:
    paper, authority = shown.paper, shown.authority
    data: dict[str, Any] = {"present": [names.person_key(authority, name) for name in paper.members if name.strip()]}
    data["named"] = list(_people(shown))
    if paper.end:
        data["end"] = paper.end.strftime("%H:%M")
    if shown.cancelled:
        data["cancelled"] = True
    if shown.meeting.place:
        data["place"] = names.place_key(authority, shown.meeting.place)
    return data


def _people(shown: Shown) -> dict[str, str]:
    """Everybody whom the paper names as a member of the body, present or absent, by key."""
    named = (*shown.paper.members, *shown.paper.absences)
    written = (names.person_name(name) for name in named)
    return {names.person_key(shown.authority, name): name for name in written if name}
