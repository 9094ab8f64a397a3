"""A paper of what the engine gathered, with the doubts that the gathering raised."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sagsgang.paper.model import Access, Item, Paper, PaperKind
from sagsgang.readers.base import Doubt, Line, Reading
from sagsgang.readers.bodies import spelled
from sagsgang.readers.build import Home, build_item, states_access
from sagsgang.readers.doubts import doubt
from sagsgang.readers.draft import Draft, Entry, ItemDraft, squeezed
from sagsgang.readers.engine import Engine
from sagsgang.readers.escaped import Escaped
from sagsgang.readers.header import Meeting, parse_header
from sagsgang.readers.item_absences import set_apart_absences, take_absences
from sagsgang.readers.lost import Losses, close_second_decisions, recover
from sagsgang.readers.profile import Profile
from sagsgang.readers.review import review
from sagsgang.readers.roles import SECTIONS, Role
from sagsgang.readers.sureness import sureness
from sagsgang.readers.unheaded import head_verdicts


def read_paper(lines: Sequence[Line], profile: Profile) -> Reading:
    """The paper in `lines`, read by `profile`, with every doubt about it."""
    engine = Engine(profile, lines)
    draft = engine.run()
    if not profile.signs:
        head_verdicts(draft)
    meeting = parse_header(draft.header)
    meeting = _with_body_of_decisions(meeting, draft)
    losses = recover(draft, meeting.date)
    doubts = [*meeting.doubts, *_second_decisions(draft, meeting, profile)]
    home = Home(meeting.body, meeting.date)
    entries = {entry.number: entry for entry in reversed(draft.contents)}
    items: list[Item] = []
    closed_by_word: set[str] = set()
    for item in draft.items:
        entry = entries.get(item.number)
        if entry and item.title.isupper() and squeezed(entry.title) == squeezed(item.title):
            item.title = entry.title  # printed in capitals over the item
        access, raised = _access(item, meeting, entry, losses)
        doubts.extend(raised)
        if access is Access.CLOSED and not raised:
            closed_by_word.add(item.number)
        if access is Access.OPEN:
            meeting.absences += take_absences(item)
        else:
            set_apart_absences(item)
        built = build_item(item, access, home, entry.page if entry else None)
        items.append(replace(built, route=spelled(built.route, meeting.body)))
    doubts.extend(_contents_doubts(draft))
    doubts.extend(_unread_doubts(draft))
    paper = _paper(meeting, draft, items)
    doubts.extend(_escaped(lines, engine.texts, draft, items, profile))
    if len(items) > 1 and not any(_states_anything(item) for item in draft.items):
        doubts.append(doubt("poor_source"))
    if not profile.signs:
        doubts = [*sureness(draft, meeting, paper), *doubts]
    where = {item.number: item.line for item in draft.items}
    doubts.extend(review(paper, frozenset(closed_by_word), where))
    return Reading(paper, tuple(doubts), profile.name)


def _paper(meeting: Meeting, draft: Draft, items: Sequence[Item]) -> Paper:
    return Paper(
        kind=meeting.kind or _kind(draft),
        authority=meeting.authority,
        body=meeting.body,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        members=meeting.members,
        absences=meeting.absences,
        remarks=meeting.remarks,
        items=tuple(items),
    )


def _kind(draft: Draft) -> PaperKind:
    """A paper that does not say what it is: with decisions it is minutes."""
    decided = any(slot.role is Role.DECISION and slot.filled for item in draft.items for slot in item.slots)
    return PaperKind.MINUTES if decided else PaperKind.AGENDA


def _with_body_of_decisions(meeting: Meeting, draft: Draft) -> Meeting:
    """A header that lost its body or date: the decisions name them, when all the latest agree."""
    if meeting.body and meeting.date:
        return meeting
    slots = [
        slot for item in draft.items for slot in item.slots if slot.role is Role.DECISION and slot.body and slot.date
    ]
    if not slots:
        return meeting
    latest = max(slot.date for slot in slots if slot.date)
    bodies = {slot.body for slot in slots if slot.date == latest}
    if meeting.date is None and len(bodies) == 1:
        meeting.date = latest
    if meeting.body is None and len(bodies) == 1 and meeting.date == latest:
        meeting.body = bodies.pop()
    return meeting


def _access(
    item: ItemDraft, meeting: Meeting, entry: Entry | None, losses: Losses
) -> tuple[Access, tuple[Doubt, ...]]:
    """Who may read the item. Only a word says open; unknown is closed, and closed wins over open."""
    if item.number in losses.recovered:
        return Access.CLOSED, (doubt("lost_heading", item.number, item.line or None),)
    if not item.number:
        return Access.CLOSED, (doubt("stray_text", None, item.line),)
    said = states_access(item.slots)
    closed = item.is_open is False or said is False or bool(entry and entry.is_closed)
    if closed:
        if _has_late(Role.CLOSED, item):
            return Access.CLOSED, (doubt("closed_mark", item.number, item.line),)
        if item.is_open or said:
            return Access.CLOSED, (doubt("access_conflict", item.number, item.line),)
        return Access.CLOSED, ()
    if item.number in losses.closed_neighbours:
        return Access.CLOSED, (doubt("lost_neighbour", item.number, item.line),)
    if _has_late(Role.OPEN, item):
        return Access.CLOSED, (doubt("stray_heading", item.number, item.line),)
    if said or item.is_open or meeting.all_open:
        return Access.OPEN, ()
    return Access.CLOSED, (doubt("unknown_access", item.number, item.line),)


def _second_decisions(draft: Draft, meeting: Meeting, profile: Profile) -> Iterable[Doubt]:
    """Two decisions of one meeting under an item: what follows the first is closed."""
    if profile.recovers:
        return [doubt("second_decision", number) for number in close_second_decisions(draft)]
    return [doubt("two_decisions", number) for number in close_second_decisions(draft, meeting.date, meeting.body)]


def _escaped(
    lines: Sequence[Line], texts: Sequence[str], draft: Draft, items: Sequence[Item], profile: Profile
) -> Iterable[Doubt]:
    bare_decisions = "beslutning" not in profile.words
    found = Escaped(lines, texts, draft, items).doubts(bare_decisions=bare_decisions)
    return {(one.code, one.item): one for one in found}.values()


def _has_late(mark: Role, item: ItemDraft) -> bool:
    """Whether such a mark stands behind a text of the item, and so is of another, whose heading was lost."""
    before = False
    for slot in item.slots:
        if slot.role is mark and before:
            return True
        before = before or (slot.filled and (slot.role in SECTIONS or slot.role is Role.DECISION))
    return False


def _states_anything(item: ItemDraft) -> bool:
    """Whether the item has a case number, a decision or a mark of access, as items of every layout have."""
    marks = (Role.NUMBERS, Role.DECISION, Role.BOTH, Role.OPEN, Role.CLOSED)
    return item.is_open is not None or any(slot.role in marks for slot in item.slots)


def _unread_doubts(draft: Draft) -> Iterable[Doubt]:
    for item in draft.items:
        for slot in item.slots:
            if slot.unread:
                yield doubt("unread_heading", item.number, slot.line)


def _contents_doubts(draft: Draft) -> Iterable[Doubt]:
    if not draft.contents:
        return
    titles = {squeezed(entry.title) for entry in draft.contents}
    numbers = {entry.number for entry in draft.contents}
    for item in draft.items:
        if item.number and item.number not in numbers and squeezed(item.title) not in titles:
            yield doubt("missing_toc_item", item.number, item.line)
