"""The words of figures and of changes: months, spans of time, days, the parts of a paper."""

from django import template
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sagsgang.portal import words

register = template.Library()
# Characters of an unchanged stretch that are shown, and of either end of a longer one.
_LONG, _KEPT = 400, 160


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
    """A part of `paper.changes` in words; a section's own heading as it is."""
    return str(words.CHANGED.get(name, name))


@register.filter
def in_short(text: str) -> str:
    """A stretch that did not change: its two ends where it is long."""
    if len(text) <= _LONG:
        return text
    return f"{text[:_KEPT].rsplit(None, 1)[0]} […] {text[-_KEPT:].split(None, 1)[-1]}"
