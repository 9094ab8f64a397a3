"""An amount for a run of years that does not say whether it is paid every year or once for all of them."""

import re
from collections.abc import Iterator

from sagsgang.danish.figures import sentence_at
from sagsgang.danish.mismatch import Mismatch
from sagsgang.danish.money import Amount, find_amounts, write

_YEARS = re.compile(r"\s(?:for|i) (?P<first>20[0-9]{2}),? og (?:frem til|indtil|til og med) (?P<last>20[0-9]{2})\b")
_SAYS_WHICH = re.compile(
    r"\b(?:årlig|pr\. år|per år|hvert år|hvert af årene|i alt|samlet|samlede|over perioden|fordel|engangs)",
    re.IGNORECASE,
)
# Spares most texts the search above.
_CUES = re.compile(r"og (?:frem til|indtil|til og med) 20")
_BEFORE = 40


def period_mismatches(text: str) -> Iterator[Mismatch]:
    """ "531.435 kr. for 2016 og frem til 2020": what it comes to if it is meant every year, beside what is stated."""
    for match in _YEARS.finditer(text) if _CUES.search(text) else ():
        sentence = sentence_at(text, *match.span())
        amounts = find_amounts(text[max(0, match.start() - _BEFORE) : match.start()])
        years = int(match["last"]) - int(match["first"]) + 1
        if amounts and years > 1 and not _SAYS_WHICH.search(sentence):
            amount = amounts[-1]
            yearly = Amount(amount.low * years, amount.high * years, amount.step)
            yield Mismatch("period_unclear", f"{write(amount)}{match[0]}", write(yearly), (sentence,))
