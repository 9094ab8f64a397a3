"""An item, made of the slots that stand under it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sagsgang.danish.dates import parse_date
from sagsgang.danish.spelling import distance_within
from sagsgang.paper.blocks import NumberedList, parse
from sagsgang.paper.decide import decide
from sagsgang.paper.model import (
    Access,
    Attachment,
    Decision,
    Item,
    ItemType,
    RecommendationPoint,
    Section,
    SectionKind,
    Treatment,
)
from sagsgang.readers.attachments import Listed, merged, parse_attachments
from sagsgang.readers.bodies import definite, is_body, route
from sagsgang.readers.case_numbers import Numbers, mark_in, parse_numbers
from sagsgang.readers.draft import ItemDraft, Slot
from sagsgang.readers.roles import Role
from sagsgang.readers.titles import item_type

KINDS = {
    Role.PREAMBLE: SectionKind.PRESENTATION,
    Role.SUMMARY: SectionKind.SUMMARY,
    Role.QUESTION: SectionKind.OTHER,
    Role.RECOMMENDATION: SectionKind.RECOMMENDATION,
    Role.BOTH: SectionKind.RECOMMENDATION,
    Role.PRESENTATION: SectionKind.PRESENTATION,
    Role.FINANCES: SectionKind.FINANCES,
    Role.OTHER: SectionKind.OTHER,
    Role.REMARK: SectionKind.REMARK,
}
_FACTS = frozenset({Role.TYPE, Role.ROUTE, Role.DECIDER})
# What is left under these, once the facts are taken out, is a section of no kind of its own.
_LEFT_OVER = _FACTS | {Role.HISTORY}
_TREATMENT = re.compile(r"(?:[-·•*] )?(?P<date>\d{1,2}-\d{1,2}-\d{4}):? (?P<body>[A-ZÆØÅ].{1,90}?)\.?$")
# A row of a table of meetings: "1 Børne- og Skoleudvalget", the date, and the item's number there.
_ROUTE_ROW = re.compile(r"(?:\d{1,2}\.? )?(?P<body>[A-ZÆØÅ][^\t\d]{2,80}?)[\t ]{1,9}\d{1,2}[-./]\d{1,2}[-./]\d{4}\b")
_BACKGROUND = frozenset({"baggrund", "sagens baggrund", "baggrund for sagen"})
_ROUTE_HEADS = frozenset({"mødedato", "dato", "åbent punkt", "lukket punkt", "åben", "lukket", "punkt"})
_POINT = re.compile(r"(?:at )?(?P<number>\d{1,2}|[a-h])[.)] +(?P<text>.+)$", re.IGNORECASE)
# Between two cells of a table: more blanks than a typist sets after a sentence, or a scan between words.
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_MANY_BLANKS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Home:
    """The meeting that the item belongs to, as far as it is known, and the item's number there."""

    body: str | None
    date: date | None
    item: str | None = None


def build_item(draft: ItemDraft, access: Access, home: Home, toc_page: int | None) -> Item:
    """The item in `draft`; its parts take the item's access, but where their heading says closed."""
    slots = draft.slots
    numbers = _numbers(slots)
    kind, path, decider = _facts(slots)
    sections = tuple(_sections(slots, access))
    decisions, treatments = _decisions(slots, access, Home(home.body, home.date, draft.number), path)
    return Item(
        number=draft.number,
        title=draft.title,
        access=access,
        item_type=kind or draft.item_type,
        case_number=numbers.case,
        kle_number=numbers.kle,
        document_number=numbers.document,
        toc_page=toc_page,
        deciding_body=decider,
        route=path,
        sections=sections,
        points=_points(sections),
        attachments=_attachments(slots, access),
        decisions=decisions,
        treatments=treatments,
        extract=_extract(slots) if access is Access.CLOSED else "",
    )


def text_of(lines: Sequence[str]) -> str:
    """The lines as text: one blank line between paragraphs, none around."""
    text = "\n".join(lines).strip("\n")
    if "  " in text:
        text = "\n".join(_in_cells(text.split("\n")))
    return _MANY_BLANKS.sub("\n\n", text) if "\n\n\n" in text else text


def _in_cells(lines: Sequence[str]) -> Iterator[str]:
    """The lines, with a tab between the cells where two or more below each other are parted by blanks alone."""
    wide = [bool("  " in line and _GAP.search(line)) for line in lines]
    for at, line in enumerate(lines):
        beside = wide[at] and (wide[at - 1 : at] == [True] or wide[at + 1 : at + 2] == [True])
        yield _GAP.sub("\t", line) if beside else line


def states_access(slots: Iterable[Slot]) -> bool | None:
    """What the marks and number lines say: open, closed, or (None) neither. Closed wins."""
    said: set[bool] = set()
    for slot in slots:
        if slot.role is Role.OPEN or slot.role is Role.CLOSED:
            said.add(slot.role is Role.OPEN)
        elif slot.role is Role.NUMBERS:
            said.update(mark for mark in map(mark_in, slot.lines) if mark is not None)
    return None if not said else False not in said


def _extract(slots: Iterable[Slot]) -> str:
    told = (slot for slot in slots if slot.role is Role.EXTRACT and not slot.closed)
    return "\n\n".join(text_of(slot.lines) for slot in told)


def _numbers(slots: Iterable[Slot]) -> Numbers:
    lines = [line for slot in slots if slot.role is Role.NUMBERS for line in slot.lines if line]
    return parse_numbers(" ".join(lines)) if lines else Numbers()


def _facts(slots: Iterable[Slot]) -> tuple[ItemType | None, tuple[str, ...], str | None]:
    kind: ItemType | None = None
    path: tuple[str, ...] = ()
    decider: str | None = None
    for slot in slots:
        if slot.role is Role.DECIDER:
            decider = decider or _decider(slot)
        elif slot.role in _FACTS:
            left: list[str] = []
            for line in slot.lines:
                told, bodies, rest = _fact(slot, line, kind)
                kind = kind or told
                path += tuple(body for body in bodies if body not in path)
                if rest or not line:
                    left.append(rest)
            slot.lines = left
            if kind and slot.role is Role.TYPE and any(map(str.isalpha, "".join(left))):
                slot.role, slot.heading = Role.PREAMBLE, ""
    return kind, path, decider


def _fact(slot: Slot, line: str, kind: ItemType | None) -> tuple[ItemType | None, tuple[str, ...], str]:
    """The type and the bodies that a line names, and what it says besides; below its type an item's text begins."""
    found = item_type(line)
    if found or not line:
        return found, (), ""
    if slot.role is Role.TYPE and kind:
        return None, (), line
    return _type_in_brackets(line), *_steps(line)


def _steps(line: str) -> tuple[tuple[str, ...], str]:
    """The bodies that a line of a route names, and what else it says: a sentence after them, or all of it."""
    bodies = route(line)
    if bodies:
        return bodies, ""
    if row := _ROUTE_ROW.match(line):
        return (definite(row["body"]),) if is_body(row["body"]) else (), ""
    if "\t" in line and all(cell.casefold() in _ROUTE_HEADS for cell in line.split("\t")):
        return (), ""
    first, _, rest = line.partition(". ")
    bodies = route(first) if rest else None
    return (bodies, rest) if bodies else ((), line)


def _type_in_brackets(line: str) -> ItemType | None:
    word = line.partition("(")[2].partition(")")[0]
    return item_type(word) if word else None


def _decider(slot: Slot) -> str | None:
    line = next(filter(None, slot.lines), "")
    bodies = route(line)
    name = bodies[-1] if bodies else (definite(line) if is_body(line) else line.strip(" .") or None)
    if name and len(name) > 90:
        return None
    slot.lines = slot.lines[slot.lines.index(line) + 1 :] if line else []
    return name


def _background(slots: Sequence[Slot]) -> Slot | None:
    """What "Baggrund" heads where the item has a presentation besides, and no summary: it is the summary."""
    texts = [slot for slot in slots if slot.role is Role.PRESENTATION and slot.filled]
    if len(texts) < 2 or any(slot.role is Role.SUMMARY for slot in slots):
        return None
    return next((slot for slot in texts if slot.heading.casefold() in _BACKGROUND), None)


def _sections(slots: Sequence[Slot], access: Access) -> Iterable[Section]:
    background = _background(slots)
    for slot in slots:
        kind = KINDS.get(slot.role)
        if slot.role is Role.EXTRACT and (slot.closed or access is Access.OPEN):
            kind = SectionKind.OTHER
        if kind is None and slot.role not in _LEFT_OVER:
            continue
        text = text_of(_left_of_history(slot) if slot.role is Role.HISTORY else slot.lines)
        if slot is background:
            kind = SectionKind.SUMMARY
        if text:
            part = Access.CLOSED if slot.closed else access
            yield Section(kind=kind or SectionKind.OTHER, heading=slot.heading, text=text, access=part)


def _left_of_history(slot: Slot) -> list[str]:
    return [line for line in slot.lines if not _treatment(line)]


def _attachments(slots: Iterable[Slot], access: Access) -> tuple[Attachment, ...]:
    lists = [_listed(slot) for slot in slots if slot.role is Role.ATTACHMENTS]
    return tuple(
        Attachment(title=one.title, document_number=one.number, access=Access.CLOSED if one.closed else access)
        for one in merged(lists)
    )


def _listed(slot: Slot) -> list[Listed]:
    found = parse_attachments(slot)
    return [replace(one, closed=True) for one in found] if slot.closed else found


def _decisions(
    slots: Iterable[Slot], access: Access, home: Home, path: tuple[str, ...]
) -> tuple[tuple[Decision, ...], tuple[Treatment, ...]]:
    decisions: list[Decision] = []
    treatments: list[Treatment] = []
    for slot in slots:
        if slot.role is Role.HISTORY:
            treatments.extend(past for past in map(_treatment, slot.lines) if past)
        elif slot.role is Role.DECISION:
            _decided(slot, access, home, path, decisions, treatments)
    return tuple(decisions), tuple(treatments)


def _decided(
    slot: Slot,
    access: Access,
    home: Home,
    path: tuple[str, ...],
    decisions: list[Decision],
    treatments: list[Treatment],
) -> None:
    body, when, text = _decider_of(slot, home, path), slot.date or home.date, text_of(slot.lines)
    if body is None or when is None:
        return
    if not text:
        # A bare "Beslutning" with nothing under it, as over the decisions of several bodies, says nothing.
        if slot.date is not None:
            treatments.append(Treatment(body=body, date=when))
        return
    if any(known.body == body and known.date == when and known.text == text for known in decisions):
        return
    last = path[-1] == body if body in path else None
    part = Access.CLOSED if slot.closed else access
    decisions.append(decide(body=body, date=when, text=text, access=part, last_body=last, number=home.item))


def _decider_of(slot: Slot, home: Home, path: tuple[str, ...]) -> str | None:
    """The body that decided; the meeting's own, or one of the route, where the heading is a letter or two off it."""
    if slot.body is None:
        return home.body
    if is_body(slot.body):
        return slot.body
    known = filter(None, (home.body, *path))
    return next((name for name in known if distance_within(slot.body.casefold(), name.casefold(), 2)), slot.body)


def _treatment(line: str) -> Treatment | None:
    match = _TREATMENT.match(line)
    when = parse_date(match["date"]) if match else None
    if match is None or when is None or not is_body(match["body"]):
        return None
    return Treatment(body=definite(match["body"]), date=when)


def _points(sections: Iterable[Section]) -> tuple[RecommendationPoint, ...]:
    points: list[RecommendationPoint] = []
    for section in sections:
        if section.kind is SectionKind.RECOMMENDATION:
            points.extend(points_of(section.text))
    return tuple(points)


def points_of(text: str) -> tuple[RecommendationPoint, ...]:
    """The points that a recommendation lists, with their numbers as printed; bulleted ones are counted from 1."""
    if "\n" not in text:
        return ()
    numbered = [
        RecommendationPoint(number=match["number"], text=match["text"].strip())
        for match in map(_POINT.match, text.split("\n"))
        if match
    ]
    if len(numbered) > 1:
        return tuple(numbered)
    for block in parse(text):
        if isinstance(block, NumberedList) or hasattr(block, "items"):
            tops = [item for item in block.items if item.level == block.items[0].level]
            return tuple(
                RecommendationPoint(number=item.number or str(count), text=item.text)
                for count, item in enumerate(tops, 1)
            )
    return ()
