"""How a letter and our pages say things."""

from datetime import date, time

from django import template
from django.utils import dateformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from sagsgang.alerts.models import Frequency
from sagsgang.alerts.reports import Report

register = template.Library()


@register.filter
def on_day(value: date) -> str:
    """The day of a meeting."""
    return dateformat.format(value, pgettext("dato", "j. F Y"))


@register.filter
def at_clock(value: time) -> str:
    """When it begins."""
    return dateformat.time_format(value, pgettext("klokkeslæt", r"\k\l. H.i"))


@register.filter
def headline(report: Report) -> str:
    """What came, in a sentence."""
    if report.kind == "withdrawn":
        return _("Papiret er trukket tilbage. Siden siger, hvilke udgaver der var.")
    new = {"agenda": _("Ny dagsorden"), "minutes": _("Nyt referat")}
    changed = {"agenda": _("Dagsordenen er ændret"), "minutes": _("Referatet er ændret")}
    said = (changed if report.changed else new)[report.kind]
    if report.whole:
        return f"{said} ({ngettext('%(n)s punkt', '%(n)s punkter', report.count) % {'n': report.count}})"
    return f"{said}. {_('Det, du følger, står her:')}"


@register.filter
def older(count: int) -> str:
    """How many papers of meetings long ago were laid in."""
    text = ngettext(
        "%(n)s ældre papir er lagt ind i det, du følger.", "%(n)s ældre papirer er lagt ind i det, du følger.", count
    )
    return text % {"n": count}


@register.filter
def frequency(value: str) -> str:
    """How often, in words."""
    words = {
        Frequency.AT_ONCE.value: _("Med det samme"),
        Frequency.DAILY.value: _("Samlet hver morgen"),
        Frequency.WEEKLY.value: _("Samlet hver mandag"),
    }
    return words.get(value, value)
