"""A budget follow-up's total deviation against the areas that it goes through one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from sagsgang.danish.figures import sentence_at
from sagsgang.danish.mismatch import Mismatch
from sagsgang.danish.money import Amount, find_amounts, total, write

_WHOSE = r"[^.;:,()0-9\n]{0,60}?(?: (?:for|i) 20[0-9]{2})?[^.;:,()0-9\n]{0,60}?"
_SAID = rf"(?P<word>[Mm]er|[Mm]indre)forbrug(?:et)?{_WHOSE} (?:på|at udgøre|udgør) (?:ca\. )?(?=[0-9])"
_TOTAL = re.compile(rf"\b[Ss]amle(?:t|de) (?:forventet |forventede )?{_SAID}")
_PART = re.compile(rf"(?<![a-zæøå/-]){_SAID}")
_EARLIER = re.compile(r"[^.;:\n(]{0,60}\.? ?\((?:[Ss]idste|[Ff]orrige) (?:måned|kvartal)[^0-9()\n]{0,60}(?=[0-9])")
_OVERALL = re.compile(r"\b[Ss]amle(?:t|de)\b[^.;:,()\n]{0,30}$")
_AMOUNT_LENGTH = 40
_FEWEST, _MOST = 2, 100


@dataclass(frozen=True, slots=True)
class _Deviation:
    """An amount over (negative) or under the budget, the one of last month beside it, and the words of both."""

    amount: Amount
    earlier: Amount | None
    quote: str


def rest_mismatches(text: str) -> Iterator[Mismatch]:
    """A total under- or overspending that the areas under headings of their own do not come to.

    Such a text often goes through the largest deviations only: what is left is told, not called wrong.
    """
    if "forbrug" not in text or "amle" not in text or ":\n" not in text:
        return
    stated = [found for match in _TOTAL.finditer(text) if (found := _deviation(text, match))]
    if len({found.amount for found in stated}) != 1:
        return
    parts = list(_parts(text))
    if len(parts) < _FEWEST:
        return
    quotes = tuple(dict.fromkeys((stated[0].quote, *(part.quote for part in parts))))
    yield from _against(stated[0].amount, [part.amount for part in parts], quotes)
    before = [part.earlier for part in parts if part.earlier]
    if stated[0].earlier and len(before) == len(parts):
        yield from _against(stated[0].earlier, before, quotes)


def _against(whole: Amount, parts: list[Amount], quotes: tuple[str, ...]) -> Iterator[Mismatch]:
    computed = total(parts)
    slack = max(whole.step, computed.step) * (len(parts) + 1) / 2
    if abs(computed.low - whole.low) > slack:
        yield Mismatch("rest_not_itemised", _told(whole), _told(computed), quotes)


def _parts(text: str) -> Iterator[_Deviation]:
    """What each area deviates: the first such amount under a heading that ends with a colon."""
    blocks = [(match.start(), match[0]) for match in re.finditer(r"[^\n]+", text)]
    for (_, head), (start, block) in islice(pairwise(blocks), 20 * _MOST):
        if not head.rstrip().endswith(":") or len(head) > _MOST:
            continue
        for match in _PART.finditer(block):
            if not _OVERALL.search(block, 0, match.start()) and "(" not in block[: match.start()]:
                if found := _deviation(text, match, start):
                    yield found
                break


def _deviation(text: str, match: re.Match[str], offset: int = 0) -> _Deviation | None:
    end = offset + match.end()
    amounts = find_amounts(text[end : end + _AMOUNT_LENGTH])
    if not amounts or amounts[0].start or amounts[0].is_range:
        return None
    sign = -1 if match["word"].lower() == "mer" else 1
    end += amounts[0].end
    earlier = _EARLIER.match(text, end)
    before = find_amounts(text[earlier.end() : earlier.end() + _AMOUNT_LENGTH]) if earlier else ()
    quote = sentence_at(text, offset + match.start(), end)
    return _Deviation(_signed(amounts[0], sign), _signed(before[0], sign) if before else None, quote)


def _signed(amount: Amount, sign: int) -> Amount:
    return Amount(sign * amount.low, sign * amount.high, amount.step)


def _told(amount: Amount) -> str:
    word = "merforbrug" if amount.low < 0 else "mindreforbrug"
    return f"{word} {write(Amount(abs(amount.low), abs(amount.high), amount.step))}"
