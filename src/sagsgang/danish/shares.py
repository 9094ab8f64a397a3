"""Shares that shall make a hundred per cent, and amounts with and without VAT (moms) beside each other."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise

from sagsgang.danish.figures import sentence_at
from sagsgang.danish.mismatch import Mismatch
from sagsgang.danish.money import Amount, find_amounts, parse_decimal, write, write_decimal

_SHARED = re.compile(
    r"\b(?:[Ff]ordel(?:es|t|er sig)(?: således)?(?: med| på|:)|[Ff]ordelings?(?:en|nøglen) (?:er|bliver)"
    r"|(?P<paid>[Ff]inansier(?:es|et)(?: således)?(?: med| af|:)))"
)
_SHARE = re.compile(r"(?<![0-9.,–-])(?P<share>[0-9]{1,2}(?:,[0-9]{1,2})?) ?(?:%|pct\b\.?|procent\b)")
# Several answers, other wholes, a growth, or a part only.
_NO_WHOLE = re.compile(
    r"\b(?:heraf|hvoraf|resten|restbeløbet|øvrige|bl\.a|blandt andet|herunder|primært|især|hver|hhv|henholdsvis|svar"
    r"|stig|fald|steg|øg|vokse|over|under|mod|mindst|højst|op til|ud af|moms|mens|20[0-9]{2})",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:og|samt)\b")
_MOST = 20

_VAT = Decimal("0.25")
_WITHOUT = r" ?(?:ekskl\.?|eksklusive?|ex\.?|excl\.?|uden) moms"
_WITH = r" ?(?:inkl\.?|inklusive?|incl\.?|med) moms"
# What says that both amounts are the same one.
_SAME = r"[,;]? ?(?:\(|/|=|–|-|svarende til|dvs\.|hvilket (?:er|giver|svarer til)|eller|i alt)? ?(?:ca\. )?"
_FIRST_WITHOUT = re.compile(rf"{_WITHOUT}{_SAME}$")
_FIRST_WITH = re.compile(rf"{_WITH}{_SAME}$")
_IS_WITH, _IS_WITHOUT = re.compile(_WITH), re.compile(_WITHOUT)
# "Moms 25 %: 20.000 kr." below or behind the price that it is reckoned of.
_VAT_LINE = re.compile(
    r"[\s.,;+|]{0,6}(?:plus |\+ )?(?:25 ?(?:%|pct\.?) moms|[Mm]oms,? \(?(?:på |á |à |af )?25 ?(?:%|pct\.?)\)?)"
    r"[\s:=]{0,4}(?:udgør |er |på )?$"
)
_FURTHEST = 60


def share_mismatches(text: str) -> Iterator[Mismatch]:
    """ "Udgiften fordeles med 60 % til A og 30 % til B": the parts of one whole that are not 100 per cent."""
    for line in text.split("\n") if _is_shared(text) else ():
        if _is_shared(line):
            yield from _shares_in(line)


def _shares_in(line: str) -> Iterator[Mismatch]:
    for verb in _SHARED.finditer(line):
        sentence = sentence_at(line, *verb.span())
        found = list(islice(_SHARE.finditer(sentence), _MOST + 1))
        if not 1 < len(found) <= _MOST or _NO_WHOLE.search(sentence):
            continue
        made = sum((parse_decimal(match["share"]) for match in found), Decimal(0))
        # Who else pays may go without saying; what is shared out is told to the end.
        told_out = not verb["paid"] and _AND.search(sentence, found[-2].end(), found[-1].start())
        places = max(len(match["share"].partition(",")[2]) for match in found)
        off = abs(made - 100) > Decimal(len(found) + 1).scaleb(-places) / 2
        if off and (made > 100 or told_out):
            yield Mismatch("shares_differ", "100 %", f"{write_decimal(made, places)} %", (sentence,))


def _is_shared(text: str) -> bool:
    return ("ordel" in text or "inansier" in text) and ("%" in text or "pct" in text or "procent" in text)


def vat_mismatches(text: str) -> Iterator[Mismatch]:
    """ "100.000 kr. ekskl. moms, 120.000 kr. inkl. moms": VAT that is not a quarter of the price (momsloven § 33)."""
    amounts = find_amounts(text) if " moms" in text or "Moms" in text else ()
    for one, other in pairwise(amounts):
        between = text[one.end : other.start] if other.start - one.end <= _FURTHEST else ""
        if _FIRST_WITHOUT.fullmatch(between) and _IS_WITH.match(text, other.end):
            yield from _priced(text, one, other)
        elif _FIRST_WITH.fullmatch(between) and _IS_WITHOUT.match(text, other.end):
            yield from _priced(text, other, one)
        elif _VAT_LINE.fullmatch(between):
            yield from _against(text, one, other, _times(one, _VAT))


def _priced(text: str, without: Amount, with_vat: Amount) -> Iterator[Mismatch]:
    yield from _against(text, without, with_vat, _times(without, 1 + _VAT))


def _against(text: str, one: Amount, stated: Amount, computed: Amount) -> Iterator[Mismatch]:
    if abs(computed.low - stated.low) > computed.step + stated.step:
        first, last = sorted((one, stated), key=lambda amount: amount.start)
        yield Mismatch("vat_differs", write(stated), write(computed), (sentence_at(text, first.start, last.end),))


def _times(amount: Amount, factor: Decimal) -> Amount:
    return Amount(amount.low * factor, amount.high * factor, amount.step)
