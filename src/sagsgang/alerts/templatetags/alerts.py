"""How a letter and our pages say things."""

from datetime import date, time

from django import template
from django.utils import dateformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from sagsgang.alerts.meetings import MeetingReport, When
from sagsgang.alerts.models import ChangeKind, Frequency
from sagsgang.alerts.reports import WITHDRAWN, ItemReport, Report

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
    if report.kind == WITHDRAWN:
        return _("Papiret vises ikke længere. Siden siger hvorfor.")
    new = {"agenda": _("Ny dagsorden"), "minutes": _("Nyt referat")}
    changed = {"agenda": _("Dagsordenen er ændret"), "minutes": _("Referatet er ændret")}
    said = (changed if report.changed else new)[report.kind]
    if report.whole and report.changed:
        return f"{said}. {_('Nyt eller ændret:')}" if report.items else f"{said}."
    if report.whole:
        return f"{said} ({ngettext('%(n)s punkt', '%(n)s punkter', report.count) % {'n': report.count}})"
    return f"{said}. {_('Det, du følger, står her:')}"


@register.filter
def way_on(report: Report) -> str:
    """What stands on the page that the mail leads to."""
    words = {"agenda": _("Læs hele dagsordenen"), "minutes": _("Læs hele referatet")}
    return words.get(report.kind, _("Se mødets side"))


@register.filter
def called(item: ItemReport) -> str:
    """Its number, that it is closed, and its title."""
    title = f"{_('Lukket')}: {item.title}" if item.closed else item.title
    return f"{item.number}. {title}" if item.number else title


@register.filter
def happened(report: MeetingReport) -> str:
    """What became of a meeting, in a sentence."""
    now = _when(report.now)
    if report.before:
        return _("Mødet %(before)s er flyttet til %(now)s.") % {"before": _moment(report.before), "now": now}
    return {
        ChangeKind.NEW.value: _("Nyt møde: %(now)s."),
        ChangeKind.CANCELLED.value: _("Mødet %(now)s er aflyst."),
        ChangeKind.RESTORED.value: _("Mødet %(now)s holdes alligevel."),
    }[report.kind] % {"now": _moment(report.now) if report.kind == ChangeKind.CANCELLED else now}


def _moment(when: When) -> str:
    return f"{on_day(when.day)} {at_clock(when.start)}" if when.start else on_day(when.day)


def _when(when: When) -> str:
    return f"{_moment(when)}, {when.place}" if when.place else _moment(when)


@register.filter
def more(count: int) -> str:
    """How many papers the mail has no room for."""
    text = ngettext(
        "Der er %(n)s papir til. Du finder det på siderne herunder.",
        "Der er %(n)s papirer til. Du finder dem på siderne herunder.",
        count,
    )
    return text % {"n": count}


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
