"""The top of a paper: what it is, whose meeting, when and where, and who was there."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from sagsgang.danish.dates import WEEKDAYS, Moment, find_dates, parse_moment, parse_time, parse_times
from sagsgang.danish.spelling import distance_within
from sagsgang.paper.model import PaperKind
from sagsgang.readers.base import Doubt
from sagsgang.readers.bodies import definite, is_body
from sagsgang.readers.doubts import doubt
from sagsgang.readers.draft import Slot
from sagsgang.readers.people import people_and_rest
from sagsgang.readers.roles import MEETING_WORDS, Role, table

_KIND = re.compile(
    r"\b(?P<agenda>(?:tillægs)?dagsorden(?:en)?|(?P<minutes>(?:tillægs|beslutnings)?referat(?:et)?|"
    r"beslutningsprotokol|beslutninger fra mødet))\b",
    re.IGNORECASE,
)
_OPEN_PAPER = re.compile(r"\båben? ?t? (?:beslutningsprotokol|referat|dagsorden)", re.IGNORECASE)
# Also as scanned ("RE FERAT", "R E F E R A T"), with what kind of minutes they are, or with a colon.
_TITLE = re.compile(
    r"(?:(?:ekstraordinært?|ordinært?|åbent?|endeligt?|godkendt) )?"
    r"(?P<word>R ?E ?F ?E ?R ?A ?T|D ?A ?G ?S ?O ?R ?D ?E ?N|\w{5,17}):?\s{1,3}(?P<body>.{3,90}?)"
    r",?\s{1,3}(?:d\.|den)?\s{0,3}(?P<date>\d[\d. /a-z-]{5,20})$",
    re.IGNORECASE,
)
_AROUND_BODY = re.compile(
    r"^(?:(?:fra|for|af|i|til|mødet?)\s+){1,4}|\s+(?:fra )?mødet? (?:den|d\.).*$|\s*[–-]\s*$|^\s*[–-]\s*",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(r"(?:\b(?:d\.|den|fra mødet den)|[–,-])?\s*$", re.IGNORECASE)
_PLACE_AFTER = re.compile(
    r"(?:kl\.? ?[\d:.]{1,5}(?: ?[-–] ?[\d:.]{1,5})?,?) (?P<word>i|på|hos) (?P<place>.{3,80}?)\.?$"
)
# "Referat af bestyrelsesmøde"
_OF_MEETING = re.compile(
    r"(?:(?:ekstra)?ordinært )?(?P<body>[^\W\d_][\w -]{2,60}?)s?mødet?(?: nr\.? ?\d{1,3}(?:/\d{2,4})?)?$",
    re.IGNORECASE,
)
# "UNGERÅDET I SOLBJERG"
_IN_PLACE = re.compile(r" (?:i|I) (?=[A-ZÆØÅ])")
# "Referat af udvalgsmøde" is of any of them.
_ANY_BODY = frozenset({"udvalg", "råd"})
_NO_BODIES = frozenset(WEEKDAYS) | {"nr"}
_VALUED = frozenset({Role.BODY, Role.DATE, Role.START, Role.END, Role.PLACE})
_LABELS = frozenset(table(MEETING_WORDS)) - frozenset({"møde", "udvalg", "lokale", "mødelokale"})
# The next label, where a table's cells were read as one line.
_PLACE_LABEL = "Mødested"
_TIME_ALONE = re.compile(r"(?:kl\.?|klokken)? ?\d{1,2} ?[:.] ?\d{2}(?: ?[-–] ?\d{1,2}[:.]\d{2})?$", re.IGNORECASE)
_ABSENT = re.compile(r"(?:^|[.;\n]) {0,2}(?:Afbud(?: fra)?|Fraværende)(?::| fra) {0,2}(?P<names>[^.:\n]{3,200})")
_AUTHORITY = re.compile(
    r"(?P<authority>(?:[A-ZÆØÅ][\w.-]{1,30} ){1,3}Kommune)[\s,:|–-]{1,9}(?P<rest>[A-ZÆØÅ].{2,90})$"
)
ENDED = re.compile(
    r"[Mm]ødet (?:sluttede|slut|hævet|blev hævet)(?: kl\.?)? ?:?(?: ?kl\.?)? ?(?P<time>\d{1,2}[.:]\d{2})"
)


@dataclass(slots=True)
class Meeting:
    """What the header says; fields keep None where it says nothing."""

    kind: PaperKind | None = None
    authority: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    start: datetime.time | None = None
    end: datetime.time | None = None
    place: str | None = None
    members: tuple[str, ...] = ()
    absences: tuple[str, ...] = ()
    remarks: str | None = None
    all_open: bool = False
    # Lines under a list of people that name nobody: what follows the list, where its heading is not known.
    unplaced: tuple[str, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)


def is_title_line(text: str) -> bool:
    """Whether `text` is a paper's title: "REFERAT Direktionen d. 28-11-2016", also a letter off."""
    return len(text) < 130 and text[-1:].isdigit() and _titled(text) is not None


def _titled(text: str) -> re.Match[str] | None:
    match = _TITLE.match(text)
    if match is None or _kind_word(match["word"].replace(" ", "")) is None:
        return None
    # "Referat mandag den 3. juni 2019 kl. 15.00", "Referat nr. 2/2019" name no body: the day begins at once.
    words = [word.strip(",.").casefold() for word in match["body"].split()]
    ends_in_time = "kl" in match["date"] or words[-1] == "kl"
    return None if words[0] in _NO_BODIES or (ends_in_time and parse_moment(match["date"]) is None) else match


def title_body(text: str) -> str | None:
    """The body that a title line names."""
    match = _TITLE.match(text)
    return definite(_AROUND_BODY.sub("", match["body"])) if match else None


def parse_header(slots: Iterable[Slot]) -> Meeting:
    """What the lines before the first item say, and the labelled lines after the last."""
    meeting = Meeting()
    for slot in slots:
        if slot.role is Role.PREAMBLE:
            _free_lines(meeting, slot)
        else:
            _labelled(meeting, slot)
    if meeting.remarks:
        _take_remarks(meeting, meeting.remarks)
    return meeting


def _take_remarks(meeting: Meeting, remarks: str) -> None:
    """Who was absent and when the meeting ended, where only a remark says it: "Afbud: Anne Alm. Mødet sluttede"."""
    if meeting.end is None and (ended := ENDED.search(remarks)):
        meeting.end = parse_time(ended["time"])
    if not meeting.absences and (absent := _ABSENT.search(remarks)):
        people, rest = people_and_rest([absent["names"]])
        meeting.absences = () if rest else people


@lru_cache(maxsize=512)
def _kind_word(word: str) -> PaperKind | None:
    word = word.casefold()
    if distance_within(word, "dagsorden", 2) or word.endswith("dagsorden"):
        return PaperKind.AGENDA
    if distance_within(word, "referat", 2) or word.endswith("referat") or word == "beslutningsprotokol":
        return PaperKind.MINUTES
    return None


def _free_lines(meeting: Meeting, slot: Slot) -> None:
    seen = 0
    for text in slot.lines:
        if text and seen < 14:
            seen += 1
            _free_line(meeting, text, slot.line + seen)


def _free_line(meeting: Meeting, text: str, line: int) -> None:
    if is_title_line(text):
        match = _TITLE.match(text)
        assert match is not None  # noqa: S101 - it is a title line
        meeting.kind = meeting.kind or _kind_word(match["word"].replace(" ", ""))
        meeting.all_open = meeting.all_open or bool(_OPEN_PAPER.match(text))
        named = definite(_AROUND_BODY.sub("", match["body"]))
        meeting.body = named if is_body(named) else meeting.body or named
        _take_moment(meeting, parse_moment(match["date"]), line)
        return
    rest = _take_kind(meeting, text)
    rest = _AROUND_BODY.sub("", _take_dated(meeting, rest, line))
    if not rest:
        return
    if rest.endswith(" Kommune") or rest.startswith("Region "):
        meeting.authority = meeting.authority or rest
    elif parts := _AUTHORITY.match(rest):
        meeting.authority = meeting.authority or parts["authority"]
        _free_line(meeting, parts["rest"], line)
    elif meeting.body is None and (body := _body_in(rest)):
        meeting.body = body
    elif meeting.place is None and meeting.body and meeting.date and len(rest) < 80 and not is_body(rest):
        meeting.place = rest


def _body_in(text: str) -> str | None:
    """The body that a line of the header names: alone, before its place, or within the word for its meeting."""
    for name in (text, text.partition(",")[0], _IN_PLACE.split(text)[0]):
        if is_body(name):
            return definite(name)
    meeting = _OF_MEETING.match(text)
    name = meeting["body"][:1].upper() + meeting["body"][1:] if meeting else ""
    return definite(name) if " " not in name and is_body(name) and name.casefold() not in _ANY_BODY else None


def _take_kind(meeting: Meeting, text: str) -> str:
    kind = _KIND.search(text) if len(text) < 130 else None
    if kind is None:
        return text
    meeting.all_open = meeting.all_open or bool(_OPEN_PAPER.search(text))
    if meeting.kind is None:
        meeting.kind = PaperKind.MINUTES if kind["minutes"] else PaperKind.AGENDA
    return f"{text[: kind.start()].removesuffix('Åbent ').removesuffix('Åben ')} {text[kind.end() :]}".strip(" –-:,")


def _take_dated(meeting: Meeting, text: str, line: int) -> str:
    """The text without its date and time, which are taken."""
    found = next(iter(find_dates(text)), None) if text else None
    if found is None:
        return text.strip()
    place = _PLACE_AFTER.search(text)
    if place and meeting.place is None:
        meeting.place = place["place"].strip()
    told = text[found.start : place.start("word") if place else None].strip(" ,")
    _take_moment(meeting, parse_moment(told.partition(" i ")[0]) or Moment(found.date), line)
    if found.weekday_agrees is False:
        meeting.doubts.append(doubt("weekday", line=line))
    head = _DATE_TAIL.sub("", text[: found.start])
    head = re.sub(r"\b\w+dag,?\s*$", "", head, flags=re.IGNORECASE)
    return _AROUND_BODY.sub("", head).strip(" –-:,")


def _take_moment(meeting: Meeting, moment: Moment | None, line: int) -> None:
    if moment is None:
        return
    if meeting.date is not None and meeting.date != moment.date:
        meeting.doubts.append(doubt("date_mismatch", line=line))
    meeting.date = meeting.date or moment.date
    meeting.start = meeting.start or moment.start
    meeting.end = meeting.end or moment.end
    if moment.weekday_agrees is False:
        meeting.doubts.append(doubt("weekday", line=line))


def _labelled(meeting: Meeting, slot: Slot) -> None:
    value = "\n".join(slot.lines).strip("\n")
    if slot.role in _VALUED and _is_label(value.partition("\n")[0]):
        return
    first, *rest = _whole_values(meeting, slot) or [""]
    taken = 1
    match slot.role:
        case Role.KIND:
            _free_line(meeting, f"{slot.heading} {first}".strip(), slot.line)
        case Role.BODY:
            # What a label says counts for more than a line of its own, which may be the page's head.
            meeting.body = definite(first) if is_body(first) else meeting.body or (definite(first) if first else None)
        case Role.DATE:
            _take_stated_date(meeting, first, slot.line)
        case Role.START:
            _take_start(meeting, first, slot.line)
        case Role.END:
            meeting.end = meeting.end or _clock(first)
        case Role.PLACE:
            meeting.place = meeting.place or _named_place(slot.heading, first)
        case _:
            taken = 0
            _people(meeting, slot, value)
    if taken:
        _free_lines(meeting, Slot(Role.PREAMBLE, line=slot.line, lines=rest))


def _named_place(label: str, value: str) -> str | None:
    """The place; a number alone is one of its label's: "Mødelokale 2"."""
    if not value:
        return None
    return value if any(map(str.isalpha, value)) else f"{label} {value}"


def _is_label(text: str) -> bool:
    """Whether a value is the next label, the value itself being empty: "Mødested", and below it "Mødedato"."""
    return text.strip(" :").casefold() in _LABELS


def _whole_values(meeting: Meeting, slot: Slot) -> list[str]:
    """The filled lines under a label: a value that was wrapped is whole again, another label's is taken."""
    lines = [line.strip() for line in slot.lines if line.strip()]
    if slot.role is Role.DATE and lines:
        lines[0], _, place = lines[0].partition(_PLACE_LABEL)
        meeting.place = meeting.place or place.lstrip(": \t") or None
        if len(lines) > 1 and _TIME_ALONE.match(lines[1]):
            lines[:2] = [f"{lines[0]} {lines[1]}"]
    elif slot.role is Role.PLACE and len(lines) > 1:
        while len(lines) > 1 and lines[0].endswith(","):
            lines[:2] = [f"{lines[0]} {lines[1]}"]
        if len(lines) > 1 and parse_moment(lines[0]):
            _take_stated_date(meeting, lines.pop(0), slot.line)
    return lines


def _people(meeting: Meeting, slot: Slot, value: str) -> None:
    if slot.role is Role.REMARKS:
        meeting.remarks = value.strip() or None
    elif slot.role in (Role.MEMBERS, Role.ABSENT):
        people, rest = people_and_rest(slot.lines)
        meeting.unplaced += rest
        if slot.role is Role.MEMBERS:
            meeting.members += people
        else:
            meeting.absences += people


def _take_stated_date(meeting: Meeting, text: str, line: int) -> None:
    """The labelled date counts for more than the title's."""
    moment = parse_moment(text) or _moment_in(text)
    if moment is None:
        return
    if meeting.date is not None and meeting.date != moment.date:
        meeting.doubts.append(doubt("date_mismatch", line=line))
        meeting.date = None
    _take_moment(meeting, moment, line)


def _moment_in(text: str) -> Moment | None:
    found = next(iter(find_dates(text)), None)
    if found is None:
        return None
    start, end = parse_times(text[found.end :].strip(" ,-–"))
    return Moment(found.date, start, end, found.weekday_agrees)


def _take_start(meeting: Meeting, text: str, line: int) -> None:
    moment = parse_moment(text)
    if moment:
        _take_moment(meeting, moment, line)
        return
    start, end = parse_times(text)
    meeting.start = meeting.start or start
    meeting.end = meeting.end or end


def _clock(text: str) -> datetime.time | None:
    moment = parse_moment(text)
    return moment.start if moment and moment.start else parse_time(text)
