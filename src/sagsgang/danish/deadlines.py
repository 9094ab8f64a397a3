"""When something was promised for: Danish relative deadlines as intervals or events."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sagsgang.danish.dates import MONTHS
from sagsgang.danish.durations import find_day, find_duration, find_weekday, working_days_after
from sagsgang.danish.feasts import find_feast
from sagsgang.danish.periods import NamedPeriod, Span, find_periods
from sagsgang.danish.sentences import flatten


class DueKind(StrEnum):
    """What a promise is bound to."""

    INTERVAL = "interval"
    NEXT_MEETING = "next_meeting"
    COMING_MEETING = "coming_meeting"
    EVENT = "event"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as the text says it; `start` and `end` are set for intervals only, both inclusive."""

    kind: DueKind
    start: date | None = None
    end: date | None = None
    phrase: str = ""


NO_DUE = Due(DueKind.NONE)
_LONGEST = 4_000
# A date far outside is a slip of the pen; nothing is told from it.
_YEARS = range(1800, 2500)
# "Hurtigst muligt" is read as the next two weeks of working days.
_SOON_WORKING_DAYS = 10
_MEETING = r"(?:[a-zæøå0-9]{1,30}[- ]?)?(?:mødet?|møder|konference[nr]?|seminar(?:et)?)\b"
_FORUM = r"niveau ?[0-9]|ledermøde|chefmøde|lederkonference|med borgmester|generalforsamling"

_DIGIT = re.compile("[0-9]")
_SOON = re.compile(r"\b(?:hurtigst muligt|snarest(?: muligt)?|straks|omgående|inden for rimelig tid)\b")
_NEXT = re.compile(
    r"\b(?:til |på |ved )?(?:det |den |[a-zæøå-]{4,40}(?:et|en)s )?"
    r"(?:næste|førstkommende|næstkommende)(?: ordinære)? (?:gang\b|"
    r"(?P<forum>(?:[\w.-]{1,30} ){0,2}?[\w-]{0,30})(?<!efter)mødet?\b(?P<of> (?:for|med|i|mellem) \S{2,40})?)"
)
_AGAIN = re.compile(
    r"\b(?:på|op) igen\b|\bvende[r]? tilbage\b|\bfor(?:e)?lægges (?:igen|på ny)\b|\bgen(?:optages|fremlægges)\b"
)
_PARKED = re.compile(r"\b(?:på|til) et senere tidspunkt\b")
_COMING = re.compile(
    rf"\b(?:kommende|senere|efterfølgende|følgende) (?:\S{{1,30}} ){{0,2}}?{_MEETING}(?: for \S{{2,30}} \S{{2,30}})?"
    rf"|\b(?:til|på) et {_MEETING}|\bet af de næste {_MEETING}"
    rf"|\bi forlængelse af (?:\S{{1,30}} ){{0,3}}?{_MEETING}"
    rf"|\b(?:på|til|ved|i|dagsordenen for) (?:det |den |de |næste )?(?:\S{{1,20}} )?(?:{_FORUM})\w*(?: \w*mødet?\b)?"
    r"|\bmed borgmester\w*|\bmed niveau ?[0-9]\b"
)
_EVENT = re.compile(
    r"\b(?:når [^,.;)]{3,60}|så snart [^,.;)]{3,60}|indtil (?!videre)[^,.;)]{3,60}"
    r"|afvent\w*,?(?: at)? [^,.;)]{3,60}|i forbindelse med [^,.;)]{3,50}"
    r"|ifm\.? [^,.;)]{3,50}|forud for [^,.;)]{3,50}|(?:efter|inden|før) (?:\S{1,30} ){0,2}?\S{0,30}"
    r"(?:mødet?|behandling(?:en)?|ferien|påske|pinse|indflytning|konferencen?"
    r"|høring(?:en|sperioden|sfristen)?|valget|udgivelse)\b(?: i [a-z]+)?"
    r"|(?:inden|før) (?!for )(?:\S{1,30} ){0,2}?\S{2,30}(?:elsen?|ning(?:en)?|start(?:en)?)\b"
    r"|til næste (?:status|opfølgning|redegørelse|rapport)\w*(?: på \S+)?"
    r"|(?:[12]\. behandling|budget(?:forhandling|lægning|seminar|behandling|vedtagelse)\w*)"
    r"|hver(?:t)? (?:år|måned|kvartal|halvår|anden \w+)|månedligt|årligt|kvartalsvist)"
)
# A period that only tells which meeting or event is meant, or when something else was ("oplægget fra mødet i maj").
_BOUND = re.compile(
    r"\b(?:(?:(?P<meeting>i forlængelse af|niveau ?[0-9])|(?P<event>i forbindelse med|ifm\.?|forud for|når"
    r"|afventer|hvert år|årligt|efter(?= (?:\S{1,30} )?\S{0,40}(?:møde|behandling|ferie|valg|konference))))[^.;()]*"
    r"|(?P<past>fra (?:\S{1,30} ){0,2}?\S{0,30}(?:møde|konference)\w*(?: (?:i|på|den|d\.))? ?"
    r"|(?:blev|drøftede|behandlede|besluttede|vedtog|udsatte|godkendte) (?:(?!at )[^ ,]{1,30} ){0,4}?på"
    r" (?:\S{1,20} )?\S{0,20}(?:mødet?|møderne) ))$"
)
# A figure's date, and none of a promise: but "afrapporterer i oktober" is one.
_DELIVERS = re.compile(r"\b(?:aflever|fremlæg|forelæg|udarbejd|fremsend|indsend|udsend|præsenter|forvent|modtag)")
_REPORTED = re.compile(r"(?:rapport(?!er(?:er|es|e)\b)\w*|opgjort|regnskab\w*|forbrug\w*|likviditet\w*) (?:pr\.? )?$")
_LIMITS = ("senest", "inden", "før", "frem til", "til og med")
_PERIOD_CUES = (*MONTHS, "primo", "medio", "ultimo", "kvartal", "kvt", "halvår", "forår", "sommer", "efterår",
    "vinter", " uge", " år", "måned", "jan.", "feb", "sept.", "okt.", "nov.", "dec.", " 20")  # fmt: skip
_UNIT_CUES = ("uge", "måned", "dag", "år", "mdr", "døgn")


def deadlines(text: str, said_on: date) -> Due:
    """The deadline that a sentence said on `said_on` sets; the most specific one when it has several.

    Intervals keep the whole period named, so that one in course on `said_on` begins before it. As-of dates, past
    dates and past durations are no deadlines; "fra februar 2018" says no end, and is kind none with its phrase.
    """
    if said_on.year not in _YEARS:
        return NO_DUE
    flat = flatten(text[:_LONGEST])
    low = flat.lower()
    for rule in _RULES:
        if (due := rule(low, said_on)) is not None:
            return _with_own_words(due, flat, low)
    return NO_DUE


def _with_own_words(due: Due, flat: str, low: str) -> Due:
    """The phrase with its capitals, where lower case kept the letters in place."""
    at = low.find(due.phrase)
    phrase = flat[at : at + len(due.phrase)] if at >= 0 and len(flat) == len(low) else due.phrase
    return Due(due.kind, due.start, due.end, phrase.strip(" (-–:,."))


def _interval(span: Span, phrase: str) -> Due:
    return Due(DueKind.INTERVAL, span.start, span.end, phrase)


def _day(low: str, said_on: date) -> Due | None:
    if not _DIGIT.search(low):
        return None
    found = find_day(low, said_on)
    due = _placed(found, low) if found else None
    # A date is a date, whatever meeting is held that day.
    if found and found.span and due and due.kind is DueKind.COMING_MEETING:
        return _interval(found.span, low[found.start : found.end])
    return due


def _weekday(low: str, said_on: date) -> Due | None:
    found = find_weekday(low, said_on) if "dag" in low else None
    return _interval(found.span, low[found.start : found.end]) if found and found.span else None


def _duration(low: str, said_on: date) -> Due | None:
    if not any(cue in low for cue in _UNIT_CUES):
        return None
    found = find_duration(low, said_on)
    return _placed(found, low) if found else None


def _feast(low: str, said_on: date) -> Due | None:
    found = find_feast(low, said_on)
    return _interval(found.span, low[found.start : found.end]) if found and found.span else None


def _period(low: str, said_on: date) -> Due | None:
    padded = " " + low
    if not any(cue in padded for cue in _PERIOD_CUES):
        return None
    return _first_placed(find_periods(low, said_on), low)


def _first_placed(found: list[NamedPeriod], low: str) -> Due | None:
    """The first period shorter than a year; a year only where no meeting is named."""
    dues = [due for period in found if period.span and (due := _placed(period, low))]
    short = [due for due in dues if not _is_year(due)]
    if short:
        return short[0]
    if dues and not _NEXT.search(low) and not _COMING.search(low):
        return dues[0]
    return None


def _is_year(due: Due) -> bool:
    return bool(due.start and due.end and (due.end - due.start).days > 360)


def _placed(found: NamedPeriod, low: str) -> Due | None:
    """The period as a deadline, as the event that it belongs to, or None when it is no time ahead."""
    if found.span is None:
        return None
    begin = max(0, found.start - 70)
    before = low[begin : found.start]
    if _REPORTED.search(before) and not (_DELIVERS.search(before) or low.startswith(_LIMITS, found.start)):
        return None
    bound = _BOUND.search(before)
    if bound is None:
        return _interval(found.span, low[found.start : found.end])
    if bound["past"]:
        return None
    kind = DueKind.COMING_MEETING if bound["meeting"] else DueKind.EVENT
    return Due(kind, phrase=low[begin + bound.start() : found.end])


def _next(low: str, said_on: date) -> Due | None:
    del said_on
    match = _NEXT.search(low) if "næst" in low or "førstkommende" in low else None
    if match is None:
        return None
    other = match["of"] and match["of"].startswith((" for", " med", " mellem"))
    named = match["forum"] and re.search(_FORUM, match["forum"] + "møde")
    return Due(DueKind.COMING_MEETING if other or named else DueKind.NEXT_MEETING, phrase=match[0])


def _matching(pattern: re.Pattern[str], kind: DueKind) -> Callable[[str, date], Due | None]:
    def rule(low: str, said_on: date) -> Due | None:
        del said_on
        match = pattern.search(low)
        return Due(kind, phrase=match[0]) if match else None

    return rule


def _soon(low: str, said_on: date) -> Due | None:
    match = _SOON.search(low)
    if match is None:
        return None
    return _interval(Span(working_days_after(said_on, 1), working_days_after(said_on, _SOON_WORKING_DAYS)), match[0])


def _again(low: str, said_on: date) -> Due | None:
    """Back before the body, without saying when; "på et senere tidspunkt" leaves even that open."""
    del said_on
    match = _AGAIN.search(low)
    return Due(DueKind.COMING_MEETING, phrase=match[0]) if match and not _PARKED.search(low) else None


def _open_start(low: str, said_on: date) -> Due | None:
    """ "fra februar 2018" has no end: the words are kept, without an interval."""
    if "fra " not in low and "med start" not in low and "tidligst" not in low:
        return None
    for period in find_periods(low, said_on):
        if period.span is None and low.startswith(("fra", "med start", "tidligst"), period.start):
            return Due(DueKind.NONE, phrase=low[period.start : period.end])
    return None


_RULES: tuple[Callable[[str, date], Due | None], ...] = (
    _day,
    _weekday,
    _duration,
    _feast,
    _period,
    _next,
    _matching(_COMING, DueKind.COMING_MEETING),
    _soon,
    _matching(_EVENT, DueKind.EVENT),
    _again,
    _open_start,
)
