"""Figures in running text against each other: differences, parts of a whole, one month with two values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from sagsgang.danish.dates import MONTHS, FoundDate, find_dates, long_date
from sagsgang.danish.mismatch import Mismatch
from sagsgang.danish.money import parse_decimal, write_decimal

_N = r"[0-9]{1,3}(?:\.[0-9]{3}){0,4}(?:,[0-9]{1,3})?|[0-9]{4,12}(?:,[0-9]{1,3})?"
_UNIT = r"(?:mio\.? ?kr\.?|mia\.? ?kr\.?|t\.?kr\.?|kr\.|pct\.?|procent(?:point)?|%)"
_WORDS = r"[^.;:0-9\n]"


def _quantity(name: str) -> str:
    """A number and perhaps its unit, as groups `name` and `name`u."""
    return rf"(?<![0-9.,])(?P<{name}>{_N})(?![0-9]| ?[.-][0-9]) ?(?P<{name}u>{_UNIT})?"


# "5,1%, hvilket er 1,0 procentpoint lavere end 6,1%"
_COMPARED = re.compile(
    rf"{_quantity('a')},? ?(?:hvilket|som|og det|det) (?:er|svarer til) (?:ca\. )?{_quantity('b')} "
    rf"(?P<word>højere|lavere|mere|mindre|større|færre|flere|under|over) (?:end )?{_WORDS}{{0,60}}?{_quantity('c')}"
)
# "steget med 0,5 mio. kr. fra 4,0 mio. kr. til 4,5 mio. kr."
_MOVED = re.compile(
    rf"(?P<word>steg|øg|vokse|forøg|fald|faldet|reducer|sænk|ned)[a-zæøå]{{0,14}} med (?:ca\. )?{_quantity('b')} "
    rf"{_WORDS}{{0,20}}?fra {_quantity('a')} {_WORDS}{{0,20}}?til {_quantity('c')}"
)
# "steget fra 4,0 mio. kr. til 4,5 mio. kr., svarende til en stigning på 0,5 mio. kr."
_MOVED_BY = re.compile(
    rf"fra {_quantity('a')} {_WORDS}{{0,20}}?til {_quantity('c')},? (?:svarende til |hvilket er |dvs\. )?e[nt] "
    rf"(?P<word>stigning|reduktion|nedgang|fald) på (?:ca\. )?{_quantity('b')}"
)
# "stiger fra 200 kr. til 250 kr., altså med 50 kr."
_MOVED_WITH = re.compile(
    rf"(?P<word>stig|steg|øg|hæv|vokse|forøg|fald|reducer|sænk|ned)[a-zæøå]{{0,14}} "
    rf"fra {_quantity('a')} {_WORDS}{{0,20}}?til {_quantity('c')},? "
    rf"(?:altså |dvs\. |det vil sige |svarende til |i alt )?med (?:ca\. )?{_quantity('b')}"
)
_CHANGES = ("stigning på ", "fald på ", "reduktion på ", "nedgang på ")
# Spares most texts that say "fra" the search above.
_FROM = re.compile(r" fra [0-9]")
_BY = re.compile(r" med (?:ca\. )?[0-9]")
# "4,2 mio. kr., hvoraf ca. 0,3 mio. kr. ... Kravet er således ... 3,9 mio. kr."
_PART = re.compile(
    rf"{_quantity('a')}[.,]? (?:[Hh]voraf|[Hh]eraf) (?:de |er |udgør )?(?:ca\. |godt |knap )?{_quantity('b')}"
    rf"(?P<between>{_WORDS}{{0,120}}(?:{_quantity('year')})?{_WORDS}{{0,40}})"
)
# "Bevillingen er på 5,0 mio. kr. Der er brugt 3,4 mio. kr."
_SPENT = re.compile(
    rf"(?<=på ){_quantity('a')}[.,;]? [^.;:0-9\n]{{0,40}}\b(?:brugt|forbrugt|anvendt|disponeret|realiseret|udmøntet) "
    rf"(?:ca\. |godt |knap )?{_quantity('b')}(?P<between>)"
)
_REST = re.compile(
    rf"[.;,]\s(?:[^.;\n]{{0,60}}\b)?(?:således|dermed|derfor|tilbage|resterende|resterer|restbeløb\w{{0,4}}|mangler|udestår|rest)\b"
    rf"[^.;:0-9\n]{{0,120}}?{_quantity('c')}"
)
_REACH = 600
_MOST_READINGS = 50
_PERCENT = re.compile(r"pct\.?|procent(?:point)?")
_SENTENCE_BREAK = re.compile(r"(?<=[\w%)][.!?]) (?=[A-ZÆØÅ])")
_DOWN = ("lavere", "mindre", "færre", "under", "fald", "faldet", "reducer", "sænk", "ned", "reduktion", "nedgang")

_MONTH = f"(?:{'|'.join(MONTHS)})"
_INDICATOR = re.compile(
    rf" i (?P<month>{_MONTH})(?: måned)?(?: (?P<year>[0-9]{{4}}))? "
    rf"(?:ligger|lå|er|var|udgør|udgjorde|blev)(?: på)? (?:ca\. )?(?P<value>{_N}) ?(?P<unit>%|pct|procent|mio\. kr)"
)
# "I marts 2019 var sygefraværet 5,2 %"
_INDICATOR_LAST = re.compile(
    rf"I (?P<month>{_MONTH})(?: (?P<year>[0-9]{{4}}))? (?:ligger|lå|er|var|udgør|udgjorde|blev) "
    rf"(?P<what>[a-zæøå]{{6,40}}) (?:på )?(?:ca\. )?(?P<value>{_N}) ?(?P<unit>%|pct|procent|mio\. kr)"
)
_LAST_WORD = re.compile(r"[A-ZÆØÅa-zæøå]{6,40}$")

_AS_OF = re.compile(r" pr\.? (?=[0-9])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OF_A_HUNDRED = frozenset({"%", "pct", "pct.", "procent"})
_REPORT = re.compile(r"(opfølgning|rapport|rapportering|regnskab|opgørelse|[Ss]tatus)(?:en|et)?$")
_COMPARES = re.compile(
    r"\b(?:sidste|seneste|forrige|tidligere|næste|kommende|forhold|siden|sammenlign|fra|mod|end)\w{0,6}\b"
)
_PAST = re.compile(r",? (?:viste|blev|var|udviste)\b")
_INCLUDING = re.compile(
    r"inkl(?:\.|usive) (?:genbevilgede )?overførs[^().]{0,60}"
    r"\((?P<then>[Ss]idste|[Ff]orrige) (?P<period>måned|kvartal|gang|år)[^()]{0,60}?"
    r"\b(?:før|ekskl(?:\.|usive)) overførs"
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text says that an indicator was in a month."""

    what: str
    month: int
    year: int | None
    value: Decimal
    unit: str
    quote: str


def difference_mismatches(text: str) -> Iterator[Mismatch]:
    """Two figures and their difference that do not fit, and parts larger than the whole."""
    if " end " in text:
        for match in _around(_COMPARED, text, ("hvilket er ", "hvilket svarer til ", "og det er ", "som er ")):
            yield from _change(text, match, "c", "a", _signed(match))
    if " fra " in text and _BY.search(text):
        for match in _around(_MOVED, text, (" med ",)):
            yield from _change(text, match, "a", "c", _signed(match))
    if "fra " in text and " til " in text and any(change in text for change in _CHANGES):
        for match in _around(_MOVED_BY, text, ("fra ",)):
            yield from _change(text, match, "a", "c", _signed(match))
    if _FROM.search(text) and _BY.search(text):
        for match in _around(_MOVED_WITH, text, (" fra ",)):
            yield from _change(text, match, "a", "c", _signed(match))
    yield from _part_mismatches(text)


def _part_mismatches(text: str) -> Iterator[Mismatch]:
    if "rester" in text or "tilbage" in text:
        for match in _around(_SPENT, text, ("brugt ", "anvendt ", "disponeret ", "realiseret ", "udmøntet ")):
            yield from _part(text, match)
    if "raf " in text:
        for match in _around(_PART, text, ("voraf ", "eraf ")):
            yield from _part(text, match)


def indicator_mismatches(text: str, said_on: date | None = None) -> Iterator[Mismatch]:
    """One indicator with two values for one month; a month without a year is the last one before `said_on`."""
    if "%" not in text and "procent" not in text and "mio" not in text and "pct" not in text:
        return
    found = (
        *islice(_INDICATOR.finditer(text), _MOST_READINGS),
        *islice(_INDICATOR_LAST.finditer(text), _MOST_READINGS),
    )
    matches = sorted(found, key=lambda match: match.start())
    readings = [reading for match in matches if (reading := _reading(text, match, said_on))]
    for at, one in enumerate(readings):
        for other in readings[at + 1 :]:
            if _is_same(one, other) and one.value != other.value:
                yield Mismatch("two_values", _value(one), _value(other), (one.quote, other.quote))


def as_of_mismatches(title: str, text: str) -> Iterator[Mismatch]:
    """A report that the title dates "pr. 31. marts 2017" and the text dates otherwise, save in a comparison."""
    if " pr" not in title or " pr" not in text:
        return
    stated = {what: (when, quote) for what, when, quote in _reports(title)}
    for what, when, quote in _reports(text) if stated else ():
        named = stated.get(what)
        if named and named[0].date != when.date:
            yield Mismatch("as_of_dates_differ", long_date(named[0].date), long_date(when.date), (named[1], quote))


def basis_mismatches(text: str) -> Iterator[Mismatch]:
    """This month's figure including transfers beside last month's before them."""
    if "overførs" not in text or "inkl" not in text:
        return
    for match in _around(_INCLUDING, text, ("inkl. overførs", "inklusive overførs", "inkl. genbevilgede overførs")):
        then = f"{match['then'].lower()} {match['period']} før overførsler"
        yield Mismatch("bases_differ", "inkl. overførsler", then, (sentence_at(text, *match.span()),))


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentences of one line in which a stretch of text stands, without the line's bullet."""
    near, far = max(0, start - _REACH), min(len(text), end + _REACH)
    head = text.rfind("\n", near, start)
    head = near if head < 0 else head + 1
    tail = text.find("\n", end, far)
    tail = far if tail < 0 else tail
    breaks = [match.end() for match in _SENTENCE_BREAK.finditer(text, head, tail)]
    first = max((at for at in breaks if at <= start), default=head)
    last = min((at for at in breaks if at >= end), default=tail)
    return text[first:last].strip(" \n-·•")


def _around(pattern: re.Pattern[str], text: str, anchors: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """The matches that hold an anchor: looking there only is many times faster than trying every number."""
    for anchor in anchors:
        at = text.find(anchor)
        while at >= 0:
            match = pattern.search(text, max(0, at - 30), at + 320)
            if match and match.start() <= at < match.end():
                yield match
            at = text.find(anchor, at + len(anchor))


def _signed(match: re.Match[str]) -> Decimal:
    value = parse_decimal(match["b"])
    return -value if match["word"] in _DOWN else value


def _change(text: str, match: re.Match[str], before: str, after: str, change: Decimal) -> Iterator[Mismatch]:
    """Whether the number named `before` and the change make the one named `after`."""
    if not _same_unit(match) or _is_no_difference(match):
        return
    actual = parse_decimal(match[after]) - parse_decimal(match[before])
    places = max(_places(match[name]) for name in "abc")
    if abs(change - actual) <= _slack(places):
        return
    unit = match["bu"] or match["au"] or ""
    yield Mismatch(
        "difference_differs",
        f"{match['b']} {unit}".strip(),
        f"{write_decimal(abs(actual), places)} {unit}".strip(),
        (sentence_at(text, *match.span()),),
    )


def _part(text: str, match: re.Match[str]) -> Iterator[Mismatch]:
    """A whole and its part, and the rest where the text goes on to state it."""
    whole, part, unit = parse_decimal(match["a"]), parse_decimal(match["b"]), match["au"]
    if not unit or match["bu"] not in (None, unit):
        return
    quote = sentence_at(text, *match.span())
    if part > whole:
        yield Mismatch("part_exceeds_whole", f"{match['b']} {unit}", f"{match['a']} {unit}", (quote,))
        return
    rest = _REST.search(text, match.end("b"), match.end("b") + 400)
    # With other amounts in between, the rest may be the rest of something else.
    if rest is None or rest["cu"] != unit or "kr." in text[match.end() : rest.start("c")]:
        return
    stated = parse_decimal(rest["c"])
    places = max(_places(number) for number in (match["a"], match["b"], rest["c"]))
    if min(abs(stated - value) for value in (whole - part, whole, part)) > _slack(places):
        yield Mismatch(
            "difference_differs",
            f"{rest['c']} {unit}",
            f"{write_decimal(whole - part, places)} {unit}",
            (quote, sentence_at(text, rest.start("c"), rest.end("c"))),
        )


def _is_no_difference(match: re.Match[str]) -> bool:
    """Whether the change is from year to year, or in per cent of numbers that are none themselves."""
    if _YEAR.fullmatch(match["a"]) and _YEAR.fullmatch(match["c"]) and match["bu"]:
        return True
    return (match["bu"] or "").strip() in _OF_A_HUNDRED and not (match["au"] or match["cu"])


def _same_unit(match: re.Match[str]) -> bool:
    units = {match[f"{name}u"] or "" for name in "abc"} - {""}
    return len({_PERCENT.sub("%", unit) for unit in units}) <= 1


def _slack(places: int) -> Decimal:
    """What rounding of three numbers may hide."""
    return Decimal("1.5").scaleb(-places)


def _places(number: str) -> int:
    return len(number.partition(",")[2])


def _reading(text: str, match: re.Match[str], said_on: date | None) -> _Reading | None:
    named = match.groupdict().get("what")
    before = None if named else _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    what = named or (before[0] if before else None)
    if what is None:
        return None
    month = MONTHS.index(match["month"]) + 1
    year = int(match["year"]) if match["year"] else None
    if year is None and said_on is not None:
        year = said_on.year if month <= said_on.month else said_on.year - 1
    quote = sentence_at(text, *match.span())
    return _Reading(what.lower(), month, year, parse_decimal(match["value"]), match["unit"], quote)


def _is_same(one: _Reading, other: _Reading) -> bool:
    names = one.what.endswith(other.what) or other.what.endswith(one.what)
    return names and one.year is not None and (one.month, one.year, one.unit) == (other.month, other.year, other.unit)


def _value(reading: _Reading) -> str:
    return f"{write_decimal(reading.value, max(0, -int(reading.value.as_tuple().exponent)))} {reading.unit}"


def _reports(text: str) -> Iterator[tuple[str, FoundDate, str]]:
    for match in _AS_OF.finditer(text):
        what = _REPORT.search(text, max(0, match.start() - 18), match.start())
        when = next(iter(find_dates(text[match.end() : match.end() + 24])), None) if what else None
        if what is None or when is None or when.start > 0 or _PAST.match(text, match.end() + when.end):
            continue
        sentence = sentence_at(text, what.start(), match.end() + when.end)
        if not _COMPARES.search(sentence[: sentence.find(match[0])]):
            yield what[1].lower().removesuffix("ering"), when, sentence
