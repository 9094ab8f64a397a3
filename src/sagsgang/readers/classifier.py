"""What one line is, by the words and forms of a profile: a lookup first, a pattern only where it may help."""

import datetime
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sagsgang.danish.spelling import distance_within
from sagsgang.readers.bodies import route
from sagsgang.readers.case_numbers import begins_numbers, is_case_number
from sagsgang.readers.decision_headings import decision_heading
from sagsgang.readers.header import ENDED
from sagsgang.readers.marks import mark_of
from sagsgang.readers.profile import ItemForm, Profile
from sagsgang.readers.profiles import PUNKT, PUNKT_BARE
from sagsgang.readers.roles import OPENERS, Role
from sagsgang.readers.titles import item_type
from sagsgang.readers.weak_headings import weak_decision, weak_finances

_REMARK_WORDS = ("administrativ bemærkning", "administrative bemærkninger", "administrationens bemærkning")
_BULLETS = "-–·•*"
_RANGE = re.compile(r"Sager \d{1,4} ?[-–] ?\d{1,4}$")
# What a line of numbers begins with: "Sagsnr.", "J.nr.", "Dok.nr.", "Acadre sagsnr.", "Initialer", "Åbent", "Lukket".
_NUMBER_FIRSTS = frozenset("Ss5JjDdAaIiÅåLl")
_NUMBER_WORDS = re.compile(r"[Nn][Rr]\b|[Ss]ag|nitial|nummer")
# What a long line without a colon must hold to be a heading over a decision.
_NUMBERS_OPEN = ("Sags", "SAGS", "J.", "Dok")
_COUNT = re.compile(r" ?\(\d{1,2}(?: stk\.?)?\)$")
# What may be followed by a full stop, or by how many there are.
_DOTTED = frozenset(
    {
        Role.CONTENTS,
        Role.TYPE,
        Role.ROUTE,
        Role.SUMMARY,
        Role.RECOMMENDATION,
        Role.PRESENTATION,
        Role.FINANCES,
        Role.ATTACHMENTS,
    }
)
# "Beslutning i Økonomiudvalget den", "REGIONSRÅDETS BESLUTNING"
_DECISION_WORD = re.compile(r"^Beslutning|(?: beslutning(?:er)?| BESLUTNING(?:ER)?):?$")
_DATED = re.compile(r" (?:den|d\.) |, \d")
# What a scan makes of one blank; the cells of a table stand further apart, or all do.
_DOUBLED = re.compile(r"(?<=\S)  (?=\S)")
_DIGIT = re.compile(r"\d")
_HEADING = 60
_FEW_LINES = 20
_FEWEST_CLOSE = 4
# From here on a line of text may be wrapped.
_FULL = 45
_CLOSED_MARK = " (lukket)"
# The last word of headings that no list can hold: "Klimamæssige konsekvenser", "Lovgrundlag".
_OTHER_ENDS = ("konsekvenser", "grundlag")
# Letters that a scanner makes of digits.
_DIGITS = str.maketrans("lIOZ", "1102")
_LABELLED_MARK = re.compile(r": ?(?:åbe|lukk|fortro|offentl|ikke|person)", re.IGNORECASE)
_MARKS = frozenset({Role.OPEN, Role.CLOSED})
_ROWS = frozenset({Role.TYPE, Role.ROUTE, Role.DECIDER})
_ROOMS = frozenset({"lokale", "mødelokale"})
_PEOPLE = frozenset({"Medlemmer", "Deltagere", "Mødedeltagere", "Afbud", "Fraværende"})
_BARE_LABELS = frozenset({Role.DATE, Role.PLACE, Role.START, Role.END})


class Token(NamedTuple):
    """A line that is more than text. `value` is what stands on the same line after a heading or label."""

    role: Role
    heading: str = ""
    value: str = ""
    body: str | None = None
    date: datetime.date | None = None
    closed: bool = False
    unread: bool = False
    number: str = ""
    form: ItemForm | None = None


class Classifier:
    """Classifies the lines of one source; keeps the lines to see what stands around."""

    def __init__(self, profile: Profile, texts: Sequence[str]) -> None:
        self._profile = profile
        self._texts = texts
        self._words = profile.words
        self._longest = profile.longest
        self._headings: dict[str, Token] = {}
        self._nearest: dict[str, Role | None] = {}
        self.forms = profile.forms
        self.in_header = True
        # Told once the running heads of the source are known.
        self.is_noise: Callable[[int], bool] = lambda _: False
        # A source without blank lines cannot show what stands alone.
        self.is_crowded = len(texts) > _FEW_LINES and (texts.count("") * 10 < len(texts) or self._is_headed_close())

    def known(self, text: str) -> Role | None:
        """The role of a line that is a known heading, exactly but for case and a colon."""
        return self._words.get(text.casefold().rstrip(" :")) if len(text) <= self._longest else None

    def _is_headed_close(self) -> bool:
        """Whether headings stand right under other text, whatever blank lines there are elsewhere."""
        known = self.known
        close = sum(known(text) in OPENERS for above, text in pairwise(self._texts) if above and text)
        return close >= _FEWEST_CLOSE and close * 2 >= sum(known(text) in OPENERS for text in self._texts if text)

    def token(self, at: int) -> Token | None:
        """What the line at that place is; None for mere text. Item forms are candidates: the engine decides."""
        text = self._texts[at]
        if "  " in text:
            text = _DOUBLED.sub(" ", text)
        if len(text) <= self._longest and (heading := self._heading(text)):
            is_last_word = (text[0].islower() or text[-1] == ".") and self._goes_on(at, text)
            return None if is_last_word and heading.role is not Role.CLOSED else heading
        return None if text[0] in _BULLETS else self._patterned(text, at)

    def _heading(self, text: str) -> Token | None:
        """A known heading with nothing else on its line; every item has the same ones."""
        heading = self._headings.get(text)
        if heading is None and (role := self._role_of(text)):
            heading = self._headings[text] = Token(role, text.rstrip(" :."))
        return heading

    def _role_of(self, text: str) -> Role | None:
        return self._words.get(text.casefold().rstrip(" :")) or _mark(text) or self._dotted(text)

    def _dotted(self, text: str) -> Role | None:
        """The role of "Indstillinger." and "Bilag (3)"."""
        if text[-1] not in ".)":
            return None
        role = self._words.get(_COUNT.sub("", text).casefold().rstrip("."))
        return role if role in _DOTTED else None

    def _goes_on(self, at: int, text: str) -> bool:
        """Whether a full line stands above and its sentence goes on: "... er beskrevet i vedlagte", "bilag."."""
        may_part = text[0].islower() and text[-1] == "."
        above = next(filter(None, reversed(self._texts[max(0, at - (3 if may_part else 1)) : at])), "")
        return len(above) >= _FULL and above[-1] not in ".:;!?" and not begins_numbers(above)

    def is_alone(self, at: int) -> bool:
        """Whether blank lines stand before and after, or the ends of the source."""
        texts = self._texts
        return (at == 0 or not texts[at - 1]) and (at + 1 >= len(texts) or not texts[at + 1])

    def candidate(self, text: str) -> Token | None:
        """`text` as an item's first line, should it be one."""
        if text[0] not in self._profile.firsts and ":" not in text[:12]:
            return None
        first = text[0].lower()
        first = "0" if first.isdigit() else first
        for form in self._profile.forms:
            if first not in form.chars and not (form is PUNKT and ":" in text[:12]):
                continue
            match = form.pattern.match(text)
            if match is None or (form in (PUNKT, PUNKT_BARE) and not _is_punkt(match["word"])):
                continue
            parts = match.groupdict()
            number = (parts.get("number") or "").translate(_DIGITS if form is PUNKT else {}).lstrip("0")
            return Token(Role.ITEM, value=parts.get("title") or parts.get("rest") or "", number=number, form=form)
        return None

    def _patterned(self, text: str, at: int) -> Token | None:
        item = self.candidate(text)
        if item:
            return item
        colon = text.find(":", 0, _HEADING)
        if self._is_row(text):
            return self._labelled(text, colon, at)
        if colon < 0 and len(text) > _HEADING and (len(text) > _HEADING * 3 or not _DATED.search(text)):
            return self._numbers(text) if text.startswith(_NUMBERS_OPEN) else self._long_row(text)
        return (
            self._numbers(text)
            or self._decision(text, at)
            or self._labelled(text, colon, at)
            or (self._scanned(text, at) if len(text) <= _HEADING else None)
        )

    def _is_row(self, text: str) -> bool:
        """Whether the line is a row of a table of facts, which may be as long as its value is."""
        label, tab, _ = text[: self._profile.longest].partition("\t")
        return bool(tab) and (self.in_header or self._words.get(label.casefold()) in _ROWS)

    def _numbers(self, text: str) -> Token | None:
        first = text[0]
        if first in _NUMBER_FIRSTS and _NUMBER_WORDS.search(text, 0, _HEADING) and begins_numbers(text):
            return Token(Role.NUMBERS, value=text)
        return Token(Role.NUMBERS, value=text) if first.isdigit() and is_case_number(text) else None

    def _decision(self, text: str, at: int) -> Token | None:
        closed = text.endswith(_CLOSED_MARK)
        if closed:
            text = text[: -len(_CLOSED_MARK)]
        if text[0] in "aA" and text.casefold().startswith(_REMARK_WORDS):
            return self._remark(text, closed)
        weak = self._profile.has_weak_headings and not self.in_header and len(text) < _HEADING * 2
        if not _DIGIT.search(text, 0, _HEADING * 2) and not weak and not _DECISION_WORD.search(text, 0, _HEADING):
            return None
        found = decision_heading(text, self._profile)
        if found is None and weak:
            found = weak_decision(at, self._texts, lambda other: decision_heading(other, self._profile), self.known)
        if found is None:
            return None
        return Token(Role.DECISION, text, found.rest, found.body, found.date, closed, found.unread)

    def _remark(self, text: str, closed: bool) -> Token | None:
        heading, colon, value = text.partition(":")
        if len(heading) > _HEADING or not (colon or heading[-1].isdigit()):
            return None
        return Token(Role.REMARK, heading.strip(), value.strip(), closed=closed)

    def _labelled(self, text: str, colon: int, at: int) -> Token | None:
        """A known word with its value on the same line: "Sagstype: Beslutning", "Mødedato Mandag d. 8. maj 2017"."""
        if 0 < colon <= self._profile.longest:
            label, value = text[:colon].strip(), text[colon + 1 :].strip()
            role = self._words.get(label.casefold())
            if role is None and self._stands_as_heading(at):
                role = self._near(label)
            if value and (role in _MARKS or (role is Role.ATTACHMENTS and _is_sentence(value))):
                return None
            if role:
                return Token(role, label, value)
        if "\t" in text:
            label, _, value = text.partition("\t")
            # With nothing but a page behind it, a heading's word is a title in the contents list.
            if not value.strip().isdigit() and (role := self._words.get(label.casefold())):
                return Token(role, label, value.strip())
        return self._unmarked(text) if self.in_header else self._fact(text, at)

    def _fact(self, text: str, at: int) -> Token | None:
        """A fact with nothing but a space before it ("Behandling Direktionen"), or a heading that may be text."""
        label, _, value = text.partition(" ")
        if label == "Mødet" and (ended := ENDED.fullmatch(text.rstrip(" ."))):
            return Token(Role.END, label, ended["time"])
        if self._profile.has_weak_headings and text == "Økonomi" and weak_finances(at, self._texts, self.known):
            return Token(Role.FINANCES, text)
        if not value[:1].isupper() or (role := self._words.get(label.casefold())) not in (Role.TYPE, Role.ROUTE):
            return None
        said = item_type(value) if role is Role.TYPE else route(value)
        return Token(role, label, value) if said and role else None

    def _unmarked(self, text: str) -> Token | None:
        """A label of the header with nothing but a space after it."""
        label, _, value = text.partition(" ")
        role = self._words.get(label.casefold()) or self._near(label)
        if role is Role.PLACE and value[:1].isdigit() and label.casefold() in _ROOMS:
            return Token(role, label, text)  # "Lokale 4, Bredgade 1"
        if value and (role in _BARE_LABELS or (label in _PEOPLE and value[0].isupper())):
            return Token(role, label, value) if role else None
        if text.startswith("Sager ") and _RANGE.match(text):
            return Token(Role.CONTENTS, text)
        return self._two_words(text)

    def _long_row(self, text: str) -> Token | None:
        """A label of the header before a value that is as long as a list of people, or a place with its floor."""
        label = text.partition(" ")[0]
        fits = self.in_header and len(text) <= _HEADING * 5 and self._words.get(label.casefold()) is not None
        return self._unmarked(text) if fits else None

    def _two_words(self, text: str) -> Token | None:
        words = text.split(maxsplit=2)
        if len(words) < 3:
            return None
        role = self._words.get(f"{words[0]} {words[1]}".casefold())
        return Token(role, f"{words[0]} {words[1]}", words[2]) if role in _BARE_LABELS else None

    def _scanned(self, text: str, at: int) -> Token | None:
        """A heading that a scanner spelled wrong, or one of a kind; only where it stands alone as headings do."""
        if text[-1] in ".,;?!" or not self._stands_as_heading(at) or (text[0].islower() and self._goes_on(at, text)):
            return None
        role = self._near(text)
        if role:
            return Token(role, text.rstrip(" :"))
        last = text.rstrip(" :").rpartition(" ")[2].casefold()
        if last.endswith(_OTHER_ENDS) and text[0].isupper() and self.is_alone(at):
            return Token(Role.OTHER, text.rstrip(" :"))
        return None

    def _stands_as_heading(self, at: int) -> bool:
        above = self._texts[at - 1] if at else ""
        return self.is_crowded or not above or self.known(above) is not None or self.is_noise(at - 1)

    def _near(self, text: str) -> Role | None:
        """The role of a heading that `text` is a letter or two off; every item has the same short lines."""
        if text not in self._nearest:
            found = self._profile.near.find(text.casefold().strip(" :"))
            self._nearest[text] = found[1] if found else None
        return self._nearest[text]


def _mark(text: str) -> Role | None:
    """A mark in brackets or behind a label: "(Lukket)", "Åbenhed: Lukket"."""
    return mark_of(text) if text[0] in "([" or (":" in text and _LABELLED_MARK.search(text)) else None


def _is_sentence(text: str) -> bool:
    """Whether a list's first row is none: "Bilag: Se også kortet i bilag 1."."""
    return text.endswith(".") and len(text.split()) > 2


def _is_punkt(word: str) -> bool:
    if word == "Punkt":
        return True
    word = word.replace(" ", "").casefold()
    return word == "pkt" or (len(word) > 3 and distance_within(word, "punkt", 1))
