"""What stands in the line of subjects, from which one sees whether the mail is worth opening."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sagsgang.alerts.meetings import Calendar, MeetingReport
from sagsgang.alerts.models import ChangeKind, Kind, Letter, LetterKind
from sagsgang.alerts.reports import WITHDRAWN, Report
from sagsgang.alerts.street import authority
from sagsgang.alerts.templatetags.alerts import on_day
from sagsgang.alerts.things import Thing


class Told(NamedTuple):
    """What the letter tells, and what it is sent for; `more` papers are only counted."""

    letter: Letter
    reports: Sequence[Report]
    more: int
    calendars: Sequence[Calendar]
    things: Sequence[Thing]


def subject(told: Told) -> str:
    """The line, in the language of the moment."""
    match told.letter.kind:
        case LetterKind.CONFIRM:
            return _("Bekræft, at du vil følge %(what)s") % {"what": _called(told.things)}
        case LetterKind.LINK:
            return _("Det, du følger hos %(authority)s") % {"authority": authority()}
        case LetterKind.LEFT:
            body = {"body": told.letter.seal.body.name if told.letter.seal else ""}
            if told.things:
                return _("Papirer fra %(body)s vises ikke længere") % body
            return _("Du kan ikke længere følge %(body)s") % body
    return _of_news(told)


def _of_news(told: Told) -> str:
    """The one thing that it tells; otherwise how many papers and meetings."""
    meetings = [(one.body, meeting) for one in told.calendars for meeting in one.meetings]
    papers = len(told.reports) + told.more
    if papers == 1 and not meetings:
        return _of_one(told.reports[0], told.things)
    if len(meetings) == 1 and not papers:
        return _of_meeting(*meetings[0])
    day = on_day(timezone.localdate(told.letter.created_at))
    if not papers and not meetings:
        return _("Ældre papirer lagt ind, %(day)s") % {"day": day}
    counted = [*_counted(told), *([_dates(len(meetings))] if meetings else [])]
    bodies = {one.body for one in told.calendars} | {one.body for one in told.reports}
    whose = f"{bodies.pop()}: " if len(bodies) == 1 and not told.more else ""
    return whose + ", ".join([*counted, day])


def _counted(told: Told) -> Iterator[str]:
    """How many papers came, were changed and were taken down; of more than it has room for only how many."""
    gone = sum(one.kind == WITHDRAWN for one in told.reports)
    changed = sum(one.changed for one in told.reports)
    new = len(told.reports) - gone - changed
    if told.more:
        every = len(told.reports) + told.more
        yield ngettext("%(n)s papir", "%(n)s papirer", every) % {"n": every}
        return
    if new:
        yield ngettext("%(n)s nyt papir", "%(n)s nye papirer", new) % {"n": new}
    if changed:
        yield ngettext("%(n)s ændret papir", "%(n)s ændrede papirer", changed) % {"n": changed}
    if gone:
        yield ngettext("%(n)s papir taget ned", "%(n)s papirer taget ned", gone) % {"n": gone}


def _dates(meetings: int) -> str:
    return ngettext("%(n)s mødedato", "%(n)s mødedatoer", meetings) % {"n": meetings}


def _of_one(told: Report, things: Sequence[Thing]) -> str:
    """The body and the date; first the case or what else is followed, when it is not the body."""
    where = f"{told.body} {on_day(told.day)}: {_what(told)}"
    return where if told.whole or len(things) != 1 else f"{_called(things)}: {where}"


def _of_meeting(body: str, told: MeetingReport) -> str:
    day = on_day((told.before or told.now).day)
    said = {
        ChangeKind.NEW.value: _("nyt møde"),
        ChangeKind.CANCELLED.value: _("mødet er aflyst"),
        ChangeKind.RESTORED.value: _("mødet holdes alligevel"),
        ChangeKind.MOVED.value: _("mødet er flyttet"),
    }[told.kind]
    return f"{body} {day}: {said}"


def _what(told: Report) -> str:
    return {
        ("agenda", False): _("dagsorden"),
        ("agenda", True): _("ændret dagsorden"),
        ("minutes", False): _("referat"),
        ("minutes", True): _("ændret referat"),
    }.get((told.kind, told.changed), _("vises ikke længere"))


def _called(things: Sequence[Thing]) -> str:
    """A body by its name, everything else with what it is."""
    return ", ".join(thing.name if thing.kind == Kind.BODY else f"{thing.what} {thing.name}" for thing in things)
