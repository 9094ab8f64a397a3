"""The words of figures and of changes: months, spans of time, days, the parts of a paper."""

import re
from datetime import date

from django import template
from django.utils import dateformat
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from sagsgang.portal import words

register = template.Library()
# Characters of an unchanged stretch that are shown, and of either end of a longer one.
_LONG, _KEPT = 400, 160
_DECIDED = re.compile(r"(.+), ([0-9]{2}-[0-9]{2}-[0-9]{4})")


@register.filter
def month_name(number: str) -> str:
    """ "marts" for "3"."""
    return str(MONTHS[int(number)])


@register.filter
def day_count(days: int) -> str:
    """ "45 dage"."""
    return ngettext("%(n)s dag", "%(n)s dage", days) % {"n": days}


@register.filter
def span_name(most: str) -> str:
    """A span of `body_year.SPANS` in words: the most days, "None" for what is longer than all."""
    names = {
        "0": _("Samme dag"),
        "31": _("Op til 1 måned"),
        "92": _("1–3 måneder"),
        "183": _("3–6 måneder"),
        "366": _("6–12 måneder"),
    }
    return names.get(most) or _("Over et år")


@register.filter
def changed_part(name: str) -> str:
    """A part of `paper.changes` in words; a section's own heading as it is.

    A decision is named by body and day, as the minutes write them: "Direktionen, 13-05-2024".
    """
    if (decided := _DECIDED.fullmatch(name)) and (said_on := _in_words(decided[2])):
        return f"{_('Beslutning')}: {decided[1]}, {said_on}"
    return str(words.CHANGED.get(name, name))


def _in_words(day: str) -> str:
    """ "13. maj 2024" for "13-05-2024"; "" for what is no day, as a heading may look like one."""
    try:
        return dateformat.format(date.fromisoformat("-".join(reversed(day.split("-")))), pgettext("dato", "j. F Y"))
    except ValueError:
        return ""


@register.filter
def in_short(text: str) -> str:
    """A stretch that did not change: its two ends where it is long."""
    if len(text) <= _LONG:
        return text
    return f"{text[:_KEPT].rsplit(None, 1)[0]} […] {text[-_KEPT:].split(None, 1)[-1]}"
