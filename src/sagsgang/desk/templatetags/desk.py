"""What the desk's templates can do: the menu, dates and states in words, addresses of our own files."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.forms import BoundField
from django.templatetags.static import static
from django.utils import dateformat, timezone
from django.utils.formats import localize
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext, pgettext

from sagsgang.core.headings import ITEM_TYPES
from sagsgang.danish.sizes import in_units
from sagsgang.desk import menu, words
from sagsgang.desk.marking import marked
from sagsgang.desk.queries.reading import Text
from sagsgang.desk.remembered import in_each_language
from sagsgang.paper.blocks import parse
from sagsgang.paper.model import ItemType
from sagsgang.writers.html import blocks_html

register = template.Library()
register.simple_tag(menu.entries, name="menu")
register.simple_tag(menu.address_of, name="address")
_NUMBERED = re.compile(r"\d+(?:-\d+)+")
_DATA = frozenset({"body", "basis", "parent", "unit"})  # fields whose choices are data, in Danish


@register.simple_tag
@cache
def asset(path: str) -> str:
    """The address of a file of ours, with its content's hash, so that it may be kept for ever."""
    found = finders.find(path)
    version = sha256(Path(found).read_bytes()).hexdigest()[:12] if found else ""
    return f"{static(path)}?v={version}"


@register.simple_tag
def tomorrow() -> str:
    """The first day to come, as a field asks for it."""
    return (timezone.localdate() + timedelta(days=1)).isoformat()


@register.filter
def danish(value: object) -> str:
    """What is Danish whatever the page's language, such as titles and reasons; said so on a page that is not."""
    if not value or not _foreign():
        return str(value or "")
    return format_html('<span lang="da">{}</span>', value)


@register.simple_tag
def danish_here() -> SafeString:
    """The same for a field or a choice, which can hold no element: an attribute of its own."""
    return mark_safe(' lang="da"') if _foreign() else SafeString("")


@register.filter
@in_each_language
def day(value: date | None) -> SafeString:
    """ "12. maj 2025", for machines too; nothing for None."""
    return _time(value, pgettext("dato", "j. F Y"))


@register.filter
@in_each_language
def day_of_year(value: date | None) -> SafeString:
    """ "12. maj", of a day that is near."""
    return _time(value, pgettext("dato uden år", "j. F"))


@register.filter
def number(value: str) -> SafeString:
    """A case or document number, which no line breaks in two."""
    return format_html('<span class="number">{}</span>', value)


@register.filter
def unbroken(text: str) -> SafeString:
    """A text in which no line breaks a case or document number in two."""
    return mark_safe(_NUMBERED.sub(lambda found: number(found[0]), escape(text)))  # noqa: S308 - escaped here


@register.filter
def spoken(field: BoundField) -> SafeString:
    """The field; on a page that is not Danish it says so where Danish is written in it or its choices are data."""
    typed = getattr(field.field.widget, "input_type", "text") == "text"
    is_danish = _foreign() and (typed or field.name in _DATA)
    return field.as_widget(attrs={"lang": "da"} if is_danish else None)


@register.filter
@in_each_language
def weekday(value: date | None) -> SafeString:
    """ "mandag den 12. maj 2025", for machines too."""
    return _time(value, pgettext("dato med ugedag", r"l \d\e\n j. F Y"))


@register.filter
@in_each_language
def clock(value: time | None) -> str:
    """ "kl. 12.30"."""
    return dateformat.time_format(value, pgettext("klokkeslæt", r"\k\l. H.i")) if value else ""


@register.filter
@in_each_language
def day_aside(value: date) -> SafeString:
    """ "Man 12 maj" beside a row, which says the day in full."""
    name, number, month = (dateformat.format(value, shape) for shape in "DjM")
    return format_html("{} <b>{}</b> {}", name, number, month.lower())


@register.filter
@in_each_language
def count_of_items(number: int) -> str:
    """ "7 punkter"."""
    return ngettext("%(n)s punkt", "%(n)s punkter", number) % {"n": number}


@register.filter
def moment(value: datetime) -> SafeString:
    """ "12. maj 2025 kl. 12.30", in the municipality's time."""
    local = timezone.localtime(value)
    return format_html("{} {}", day(local.date()), clock(local.time()))


@register.filter
@in_each_language
def item_state(value: str) -> SafeString:
    """How far an item has come, as a tag."""
    return _tag(words.ITEM_STATES, value)


@register.filter
@in_each_language
def meeting_state(value: str) -> SafeString:
    """How far a meeting has come, as a tag."""
    return _tag(words.MEETING_STATES, value)


@register.filter
@in_each_language
def access_tag(value: str) -> SafeString:
    """Open or closed, as a tag."""
    return _tag(words.ACCESSES, value)


@register.filter
def role_name(value: str) -> str:
    """The role in words."""
    return str(words.ROLES.get(value, value))


@register.filter
def item_type(value: str) -> str:
    """The item's type in words."""
    return gettext(ITEM_TYPES[ItemType(value)])


@register.filter
def blocks(text: str, level: int) -> SafeString:
    """The text of a paper as HTML, its sub-headings at `level`; escaped by the writer."""
    return _said(blocks_html(parse(text), level))


@register.filter
def marked_blocks(text: Text, level: int) -> SafeString:
    """The text of a section as HTML, with what the reader marked in it."""
    return _said(marked(blocks_html(parse(text.text), level), text.spans))


@register.filter
def file_size(size: int) -> str:
    """The size of a file as the portal says it: "340 kB"."""
    number, unit = in_units(size)
    return f"{localize(number)} {unit}"


def _said(written: str) -> SafeString:
    return mark_safe(f'<div lang="da">{written}</div>' if written and _foreign() else written)  # noqa: S308 - the writer's


def _foreign() -> bool:
    return get_language() != "da"


def _time(value: date | None, shape: str) -> SafeString:
    if value is None:
        return SafeString("")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), dateformat.format(value, shape))


def _tag(named: words.Named, value: str) -> SafeString:
    name, tone = named.get(value, (value, "calm"))
    return format_html('<span class="tag tag-{}">{}</span>', tone, name) if name else SafeString("")
