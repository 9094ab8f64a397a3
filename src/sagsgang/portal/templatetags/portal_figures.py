"""The words of figures: months, spans of time, days."""

from django import template
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()


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
        "92": _("1-3 måneder"),
        "183": _("3-6 måneder"),
        "366": _("6-12 måneder"),
    }
    return names.get(most) or _("Over et år")
