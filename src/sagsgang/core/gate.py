"""What must be looked at before a paper is sent out: personal data, leftovers, closed words in open texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from sagsgang.core.compose import items_of, printed
from sagsgang.core.models import Attachment, BodyKind, Dismissal, Item, Meeting, Section
from sagsgang.core.renditions import is_waiting
from sagsgang.core.rules import last_minutes
from sagsgang.core.rules.contacts import contact
from sagsgang.core.rules.leftovers import empty_heading, leftover
from sagsgang.core.rules.quoted import Closed
from sagsgang.core.rules.readings import budget_by
from sagsgang.core.states import TO_COME, ItemState, MeetingState
from sagsgang.danish.dates import MONTHS
from sagsgang.danish.personal_data import HitKind, find_personal, may_identify
from sagsgang.paper import findings as arithmetic
from sagsgang.paper import model, withdrawn
from sagsgang.paper.model import Access, ItemType, Paper, PaperKind, SectionKind
from sagsgang.paper.redact import redact

_MAY_BE_EMPTY = (SectionKind.RECOMMENDATION, Section.TITLE)
REMARKS = "Mødets bemærkninger"
_QUOTES = {"words": "closed_words", "name": "closed_name", "amount": "closed_amount"}
MESSAGES = {
    "personal_number": "Her står et personnummer, og teksten er åben. Slet nummeret, eller luk teksten.",
    "personal_number_closed": "Her står et personnummer i en lukket tekst, som medlemmerne læser. Skal det stå der?",
    "account_number": "Her står noget, der ligner et kontonummer. Se efter, om det må stå her.",
    "contact": "Her står »{}«. Må alle se, hvordan man finder en bestemt person?",
    "leftover": "»{}« ligner en rest af en skabelon eller en kladde. Slet det, hvis det ikke skal med.",
    "empty_heading": "Der står ingen tekst under overskriften »{}«. Skriv noget, eller slet overskriften.",
    "unwritten": "Afsnittet »{}« er tomt, så det kommer ikke med. Skal der stå noget?",
    "closed_words": "»{}« står også i en lukket tekst. Må alle læse det her?",
    "closed_name": "Navnet »{}« står også i en lukket tekst. Må alle læse det her?",
    "closed_amount": "Beløbet »{}« står også i en lukket tekst. Må alle læse det her?",
    "no_recommendation": "Punktet har ingen indstilling. Skal der besluttes noget, så skriv, hvad der indstilles.",
    "unrendered": "{} bilag er ikke lavet til PDF endnu. Vent lidt, og hent siden igen.",
    "no_rendition": "Bilaget kan ikke laves om til PDF, så filen bliver sendt ud, som den er.",
    "budget_late": "Årsbudgettet skulle behandles her senest den {}, så det kan være vedtaget den 15. oktober "
    "(styrelsesloven §§ 37 og 38). Har ministeren flyttet fristen?",
    "no_basis": "Punktet er lukket, men loven, der lukker det, er ikke nævnt. Vælg en hjemmel, eller åbn punktet.",
    "no_extract": "Skriv, hvad alle må vide om beslutningen i det lukkede punkt, eller hvorfor intet kan siges.",
}


class Severity(StrEnum):
    """Whether a person may let the finding pass, with a reason, or must mend it."""

    STOP = "stop"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class GateFinding:
    """Something to look at. `item` is the item's id, `where` says in Danish where it stands.

    `key` is a fingerprint of the finding and the text that it stands in: when the text changes, the finding is new.
    The message may quote a closed text: it is for the body's secretary, and for no log.
    """

    key: str
    code: str
    where: str
    message: str
    item: int | None
    severity: Severity


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of the paper, with the number of its item and where it stands."""

    number: str
    where: str
    text: str
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class _File:
    """An attachment's text, with the codes and sentences of what was found in the file."""

    part: _Part
    checksum: str
    warnings: tuple[tuple[str, str], ...]
    waits: bool


def findings(meeting: Meeting, looked_at: Sequence[Item] | None = None) -> tuple[GateFinding, ...]:
    """What to look at in the paper that would be sent now, in its order, dismissed or not. Queries as `compose`.

    `looked_at`: its items, where they have been read already.
    """
    kind = PaperKind.AGENDA if meeting.state in TO_COME else PaperKind.MINUTES
    items = items_of(meeting, draft=True) if looked_at is None else looked_at
    ids = {str(item.number): item.id for item in items}
    files = tuple(_files(one for one in items if one.state != ItemState.WITHDRAWN))
    full = printed(meeting, kind, items)
    quoted = _quoted(full, ids, [file.part for file in files if file.part.is_open], _titles(items))
    rows = (*_unwritten(items, ids), *_late_budgets(items, ids, meeting), *_unfounded(items, ids, meeting))
    found = (*_of_paper(full, ids), *quoted, *rows, *_of_files(files, ids), *_waiting(files))
    places = {item.id: place for place, item in enumerate(items)}
    different = {one.key: one for one in found}.values()
    return tuple(sorted(different, key=lambda one: places.get(one.item or 0, -1)))


def open_findings(meeting: Meeting) -> int:
    """How many of them nobody has dismissed."""
    found = findings(meeting)
    dismissed = set(Dismissal.objects.filter(meeting=meeting).values_list("finding", flat=True)) if found else set()
    return sum(one.severity is Severity.STOP or one.key not in dismissed for one in found)


def tells(meeting: Meeting, text: str) -> bool:
    """Whether a text that is added to a paper by itself says what is closed in it, or how to find somebody."""
    items = items_of(meeting, draft=True)
    full = printed(meeting, PaperKind.MINUTES, items)
    closed = _closed(full, _open_and_hidden(full)[1], _titles(items))
    return bool(contact(text)) or any(closed.quoted_in(text))


def _of_paper(full: Paper, ids: Mapping[str, int]) -> Iterator[GateFinding]:
    opened, hidden = _open_and_hidden(full)
    for part in (*opened, *hidden):
        yield from _of_text(part, ids)
    for item in full.items:
        yield from _of_item(item, ids, asks=full.kind is PaperKind.AGENDA)
    yield from _sums(full, ids)


def _open_and_hidden(full: Paper) -> tuple[list[_Part], list[_Part]]:
    opened = list(_parts(redact(full), is_open=True))
    shown = {(part.number, part.where, part.text) for part in opened}
    hidden = [part for part in _parts(full, is_open=False) if (part.number, part.where, part.text) not in shown]
    return opened, hidden


def _titles(items: Iterable[Item]) -> list[str]:
    """The secret titles of closed items."""
    return [section.text for item in items for section in item.sections.all() if section.kind == Section.TITLE]


def _of_text(part: _Part, ids: Mapping[str, int]) -> Iterator[GateFinding]:
    kinds = {hit.kind for hit in find_personal(part.text)} if may_identify(part.text) else set()
    if kinds - {HitKind.ACCOUNT}:
        yield _finding("personal_number" if part.is_open else "personal_number_closed", part, ids)
    if HitKind.ACCOUNT in kinds:
        yield _finding("account_number", part, ids)
    if part.is_open and (words := contact(part.text)):
        yield _finding("contact", part, ids, words)
    if words := leftover(part.text):
        yield _finding("leftover", part, ids, words)
    if words := empty_heading(part.text):
        yield _finding("empty_heading", part, ids, words)


def _quoted(
    full: Paper, ids: Mapping[str, int], files: Iterable[_Part], titles: Iterable[str]
) -> Iterator[GateFinding]:
    """Closed words in open texts, those of open files among them."""
    opened, hidden = _open_and_hidden(full)
    closed = _closed(full, hidden, titles)
    if not closed:
        return
    for part in (*opened, *files):
        # The extract of a closed decision says again what is to be told of it.
        if part.where == _where(part.number, "offentligt uddrag"):
            continue
        for quote in closed.quoted_in(part.text):
            yield _finding(_QUOTES[quote.kind], part, ids, quote.text)


def _closed(full: Paper, hidden: Iterable[_Part], titles: Iterable[str]) -> Closed:
    """The closed texts of the paper; its body, its members and its public titles are no secret in them.

    Nor is what the product itself wrote there.
    """
    known = (full.authority or "", full.body or "", *full.members, *(item.title for item in full.items))
    return Closed((part.text for part in hidden if not last_minutes.are_ours(part.text)), known, titles)


def _of_item(item: model.Item, ids: Mapping[str, int], *, asks: bool) -> Iterator[GateFinding]:
    """`asks`: the item is still to be decided, so that somebody may yet write what is recommended."""
    part = _Part(item.number, _where(item.number), item.title)
    recommends = any(section.kind is SectionKind.RECOMMENDATION for section in item.sections)
    gone = withdrawn.withdrawal(item)
    if asks and item.item_type is ItemType.DECISION and not (recommends or item.points or gone):
        yield _finding("no_recommendation", part, ids)
    if not asks and item.access is Access.CLOSED and item.decisions and not item.extract:
        yield _finding("no_extract", part, ids)


def _sums(full: Paper, ids: Mapping[str, int]) -> Iterator[GateFinding]:
    for one in arithmetic.findings(full):
        said = f"{one.message} Der står {one.stated}, beregnet er {one.computed}."
        number = one.item or ""
        key = _key(one.code, ids.get(number), one.stated, one.computed, *one.quotes)
        yield GateFinding(key, one.code, _where(number), said, ids.get(number), Severity.LOOK)


def _unwritten(items: Iterable[Item], ids: Mapping[str, int]) -> Iterator[GateFinding]:
    """Headings that nobody wrote under; no paper prints them."""
    for item in items:
        for section in item.sections.all() if item.state != ItemState.WITHDRAWN else ():
            if not section.text and section.kind not in _MAY_BE_EMPTY:
                part = _Part(str(item.number), _where(str(item.number), section.heading), "")
                yield _finding("unwritten", part, ids, section.heading)


def _unfounded(items: Iterable[Item], ids: Mapping[str, int], meeting: Meeting) -> Iterator[GateFinding]:
    """What is closed by no law, as standing items may be, where the law binds the body (styrelsesloven § 10).

    What has been sent is not asked for it: it can be changed no more.
    """
    for item in items if meeting.body.statutory and meeting.state in TO_COME else ():
        coming = item.state == ItemState.SCHEDULED and (item.supplement or meeting.state == MeetingState.PLANNED)
        if coming and item.access == Access.CLOSED and not item.basis:
            yield _finding("no_basis", _Part(str(item.number), _where(str(item.number)), ""), ids)


def _late_budgets(items: Iterable[Item], ids: Mapping[str, int], meeting: Meeting) -> Iterator[GateFinding]:
    """The annual budget at a meeting from which it cannot be adopted in time."""
    for item in items if meeting.state in TO_COME else ():
        if item.annual_budget and (day := _budget_day(item, meeting)) and meeting.date > day:
            part = _Part(str(item.number), _where(str(item.number)), "")
            yield _finding("budget_late", part, ids, f"{day.day}. {MONTHS[day.month - 1]}")


def _budget_day(item: Item, meeting: Meeting) -> date | None:
    """By when it is to be treated here; None for a committee that treats it between the council's readings."""
    past = [step.body.kind for step in item.route.all() if step.position <= item.step]
    readings = past.count(BodyKind.COUNCIL)
    between = readings and past[-1] != BodyKind.COUNCIL
    return None if between else budget_by(meeting.date.year, readings)


def _files(items: Iterable[Item]) -> Iterator[_File]:
    for item in items:
        for one in item.attachments.all():
            is_open = Access.CLOSED not in {one.access, item.access}
            part = _Part(str(item.number), _where(str(item.number), f"bilaget {one.title}"), one.text, is_open)
            yield _File(part, one.checksum, tuple(_said(one, is_open=is_open)), is_open and is_waiting(one))


def _said(one: Attachment, *, is_open: bool) -> Iterator[tuple[str, str]]:
    """What was found when the file was uploaded, and whether its PDF will be missing."""
    yield from ((said["code"], said["message"]) for said in one.warnings)
    if is_open and one.no_rendition:
        yield "no_rendition", MESSAGES["no_rendition"]


def _waiting(files: Iterable[_File]) -> Iterator[GateFinding]:
    """How many PDFs the worker has not made yet; it must not keep an agenda in that something is wrong with it."""
    waiting = sorted(file.checksum for file in files if file.waits)
    if waiting:
        message = gettext(MESSAGES["unrendered"]).format(len(waiting))
        yield GateFinding(_key("unrendered", None, *waiting), "unrendered", "Bilagene", message, None, Severity.LOOK)


def _of_files(files: Iterable[_File], ids: Mapping[str, int]) -> Iterator[GateFinding]:
    """What was found in each file, personal numbers among it, and what stands in its text."""
    for file in files:
        part, item = file.part, ids.get(file.part.number)
        if part.is_open and (words := contact(part.text)):
            yield _finding("contact", part, ids, words)
        if words := leftover(part.text):
            yield _finding("leftover", part, ids, words)
        for code, message in file.warnings:
            key = _key(f"file_{code}", item, _place(part), file.checksum)
            yield GateFinding(key, f"file_{code}", part.where, message, item, Severity.LOOK)


def _parts(paper: Paper, *, is_open: bool) -> Iterator[_Part]:
    yield _Part("", REMARKS, paper.remarks or "", is_open)
    for item in paper.items:
        for what, text in _texts(item):
            yield _Part(item.number, _where(item.number, what), text, is_open)


def _texts(item: model.Item) -> Iterator[tuple[str, str]]:
    yield "titlen", item.title
    yield from ((section.heading or "teksten", section.text) for section in item.sections)
    yield from ((f"indstillingens punkt {point.number}", point.text) for point in item.points)
    yield from (("bilagenes titler", attachment.title) for attachment in item.attachments)
    yield from (("bilagenes filnavne", one.file.name) for one in item.attachments if one.file)
    yield from (("beslutningen", decision.text) for decision in item.decisions)
    yield "offentligt uddrag", item.extract


def _where(number: str, what: str = "") -> str:
    return ", ".join(filter(None, (f"Punkt {number}" if number else "", what)))


def _finding(code: str, part: _Part, ids: Mapping[str, int], words: str = "") -> GateFinding:
    item = ids.get(part.number)
    stops = code in {"personal_number", "no_basis", "no_extract"}
    severity = Severity.STOP if stops else Severity.LOOK
    message = gettext(MESSAGES[code]).format(words)
    key = _key(code, item, _place(part), part.text, words)
    return GateFinding(key, code, part.where, message, item, severity)


def _place(part: _Part) -> str:
    """Where it stands without the number: an item that moves on the agenda is not another item."""
    return part.where.partition(", ")[2]


def _key(code: str, item: int | None, *words: str) -> str:
    """Keyed with the house's secret, so that nobody can guess a closed text from it."""
    return salted_hmac("sagsgang.gate", "\0".join((code, str(item), *words)), algorithm="sha256").hexdigest()
