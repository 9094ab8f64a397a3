"""What the templates can do: dates and classes in words, texts as HTML, addresses of our own files."""

from collections.abc import Callable, Container, Hashable
from datetime import date, time
from functools import lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeVar

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils import dateformat
from django.utils.functional import Promise as Lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from sagsgang.danish.numbers import key as case_key
from sagsgang.paper.blocks import parse
from sagsgang.paper.model import SectionKind
from sagsgang.portal import promise_state, words
from sagsgang.portal.case_state import Standing
from sagsgang.portal.queries.promises import PromiseLine
from sagsgang.writers.html import blocks_html

Value = TypeVar("Value", bound=Hashable)
Shown = TypeVar("Shown", bound=str)

register = template.Library()


class OfBody(Protocol):
    """A line that tells of a body; `authority` is "" where the name alone tells which."""

    @property
    def body(self) -> str: ...

    @property
    def authority(self) -> str: ...


def in_each_language(show: Callable[[Value], Shown]) -> Callable[[Value], Shown]:
    """`show`, remembering what few values it is asked for again and again, apart for each language."""

    @lru_cache(maxsize=4096)
    def remembered(_language: str | None, value: Value) -> Shown:
        return show(value)

    return wraps(show)(lambda value: remembered(get_language(), value))


_ITEM = "- "
_versions: dict[str, str] = {}


@register.filter
def of_body(line: OfBody) -> SafeString:
    """The body's name, with its authority where the line has one; it is Danish on every page."""
    return format_html('<span lang="da">{}</span>', f"{line.body}, {line.authority}" if line.authority else line.body)


@register.filter
def danish(name: str) -> SafeString:
    """A name that is Danish on every page, in the middle of a sentence; nothing for none."""
    return format_html('<span lang="da">{}</span>', name) if name else SafeString("")


@register.filter
@in_each_language
def day(value: date) -> SafeString:
    """ "12. maj 2025", for machines too."""
    return _time(value, dateformat.format(value, pgettext("dato", "j. F Y")))


@register.filter
@in_each_language
def weekday(value: date) -> SafeString:
    """ "mandag den 12. maj 2025", for machines too."""
    return _time(value, dateformat.format(value, pgettext("dato med ugedag", r"l \d\e\n j. F Y")))


@register.filter
@in_each_language
def short_month(value: date) -> str:
    """ "maj 2025", the month in three letters."""
    return dateformat.format(value, pgettext("måned med tre bogstaver", "b Y"))


@register.filter
@in_each_language
def month(value: date) -> str:
    """ "maj 2025"."""
    return dateformat.format(value, "F Y")


@register.filter
@in_each_language
def clock(value: time) -> str:
    """ "kl. 12.30", which is not broken over two lines."""
    return dateformat.time_format(value, pgettext("klokkeslæt", r"\k\l. H.i")).replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
@in_each_language
def meeting_count(number: int) -> str:
    """ "2 møder"."""
    return ngettext("%(n)s møde", "%(n)s møder", number) % {"n": number}


@register.filter
@in_each_language
def item_count(number: int) -> str:
    """ "2 punkter"."""
    return ngettext("%(n)s punkt", "%(n)s punkter", number) % {"n": number}


@register.filter
@in_each_language
def attachment_count(number: int) -> str:
    """ "2 bilag"."""
    return ngettext("%(n)s bilag", "%(n)s bilag", number) % {"n": number}


@register.filter
@in_each_language
def outcome(value: str) -> SafeString:
    """The outcome as a tag, with its name in words; nothing for none."""
    return _tag(words.OUTCOMES.get(value), words.TONES.get(value, "calm"))


@register.filter
def promise_tag(line: PromiseLine) -> SafeString:
    """The state of a promise as a tag."""
    return _tag(promise_state.NAMES[line.state], promise_state.TONES[line.state])


@register.filter
def promise_tone(value: promise_state.PromiseState) -> str:
    """The tone of a promise's state, as a class name."""
    return promise_state.TONES[value]


@register.filter
def promise_name(value: promise_state.PromiseState) -> str:
    """The state of a promise in words."""
    return str(promise_state.NAMES[value])


@register.filter
@in_each_language
def outcome_name(value: str) -> str:
    """The outcome in words."""
    return str(words.OUTCOMES.get(value, ""))


@register.filter
def promise_meaning(value: promise_state.PromiseState) -> str:
    """What the state of a promise says, in a sentence."""
    return str(promise_state.MEANINGS[value])


@register.filter
def tone(value: str) -> str:
    """The tone of an outcome, as a class name."""
    return words.TONES.get(value, "calm")


@register.filter
@in_each_language
def item_type(value: str) -> str:
    """The item type in words."""
    return str(words.ITEM_TYPES.get(value, ""))


@register.filter
def section_name(value: str) -> str:
    """What a section without a heading of its own is called."""
    return str(words.SECTIONS[SectionKind(value)])


@register.filter
@in_each_language
def kind(value: str) -> str:
    """ "Dagsorden" or "Referat"."""
    return str(words.KINDS.get(value, ""))


@register.filter
def blocks(text: str, level: int) -> SafeString:
    """The text of a paper as HTML, its sub-headings at `level`; escaped by the writer."""
    return mark_safe(blocks_html(parse(text), level))  # noqa: S308


@register.simple_tag
def linked_blocks(text: str, level: int, cases: Container[str] = ()) -> SafeString:
    """The same, with the numbers of the cases that the archive knows as links to them."""

    def link(number: str) -> str | None:
        key = case_key(number)
        return reverse("portal:case", args=[key]) if key in cases else None

    return mark_safe(blocks_html(parse(text), level, link if cases else None))  # noqa: S308


@register.filter
def due(line: PromiseLine) -> SafeString:
    """Until when something was promised, in words; time that runs from the promise itself has an end only."""
    if line.due_to and line.due_from and line.due_from <= line.said.day < line.due_to:
        return format_html(_("senest {}"), day(line.due_to))
    if line.due_to and line.due_from and line.due_from != line.due_to:
        return format_html("{} – {}", day(line.due_from), day(line.due_to))
    if line.due_to:
        return day(line.due_to)
    return format_html("{}", words.DUES.get(line.due_kind, ""))


@register.filter
def stated_name(code: str) -> str:
    """What the first value of a finding of that code is."""
    return str(words.SIDES.get(code, (words.STATED, words.COMPUTED))[0])


@register.filter
def computed_name(code: str) -> str:
    """What the second value of a finding of that code is."""
    return str(words.SIDES.get(code, (words.STATED, words.COMPUTED))[1])


@register.filter
def kle_name(number: str) -> str:
    """The KLE number with what it is about."""
    return words.kle_name(number)


@register.filter
def in_one_line(text: str) -> str:
    """The text without its lines; list items stand with a dot between them."""
    shown = ""
    for line in filter(None, (line.strip() for line in text.splitlines())):
        item = line.removeprefix(_ITEM)
        between = " · " if item != line and not shown.endswith(":") else " "
        shown = f"{shown}{between}{item}" if shown else item
    return shown


@register.filter
def facet_label(value: str, name: str) -> str:
    """A facet's value in words, where the data's own label is a code."""
    return str(words.FACETS.get(name, {}).get(value, value) if value else words.NOT_SAID)


@register.filter
def facet_name(name: str) -> str:
    """The facet in words."""
    return str(words.FACET_NAMES[name])


@register.filter
@in_each_language
def standing_tag(value: Standing) -> SafeString:
    """How far a case has come, as a tag."""
    return _tag(words.STANDINGS[value], words.STANDING_TONES[value])


@register.filter
def standing_tone(value: Standing) -> str:
    """The tone of a standing, as a class name."""
    return words.STANDING_TONES[value]


@register.simple_tag
def asset(path: str) -> str:
    """The address of a file of ours, with its content's hash, so that it may be kept for ever."""
    if path not in _versions:
        found = finders.find(path)
        _versions[path] = sha256(Path(found).read_bytes()).hexdigest()[:12] if found else ""
    return f"{static(path)}?v={_versions[path]}"


def _time(value: date, shown: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), shown)


def _tag(name: Lazy | None, tone_name: str) -> SafeString:
    return format_html('<span class="tag tag-{}">{}</span>', tone_name, name) if name else SafeString("")
