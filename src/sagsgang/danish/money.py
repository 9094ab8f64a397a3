"""Amounts of money as Danish texts write them, single or as a range, and written back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

_SCALES = {"t": Decimal(1_000), "mi": Decimal(1_000_000), "ma": Decimal(1_000_000_000)}
_MILLION = _SCALES["mi"]
_BILLION = _SCALES["ma"]

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3}){1,5}(?![0-9])|[0-9]{1,15}(?![0-9]|\.[0-9]))(?:,[0-9]{1,6}(?![0-9]))?"
_GAP = r"[^\S\n]{0,3}"
_TO = rf"{_GAP}(?:-|–|til){_GAP}"
_SPAN = rf"(?P<low>{_NUMBER})(?:{_TO}(?P<high>{_NUMBER}))?(?:,(?:-|–|00(?![0-9])))?"
_SIGN = r"(?P<sign>[-–−÷])?"
_KR = r"(?:[Kk]r(?:oner)?(?![a-zæøå])\.?|KR\.?|DKK)"
_SCALE = r"(?P<scale>t(?=\.? ?kr)|(?:mio|mill(?:ion(?:er)?)?|mia|milliard(?:er)?)(?![a-zæøå]))\.?"
# "38,9 mio. kr.", "531.435 kr.", "250 tkr.", "500,-": the digit first, so that the engine may leap to it.
_AFTER = re.compile(
    rf"(?P<low>[0-9](?<![0-9][0-9])(?<![0-9][.,/-][0-9])(?:[0-9]{{0,2}}(?:\.[0-9]{{3}}){{1,5}}(?![0-9])"
    rf"|[0-9]{{0,2}}(?:[ \u00a0][0-9]{{3}}){{2,5}}(?![0-9])|[0-9]{{0,14}}(?![0-9]|\.[0-9]))"
    rf"(?:,[0-9]{{1,6}}(?![0-9]))?)(?:{_TO}(?P<high>{_NUMBER}))?"
    rf"(?:,[-–]|(?:,[-–])?{_GAP}(?:{_SCALE}{_GAP}(?P<kr>{_KR})?|{_KR}))"
)
# "kr. 13.500", "kr. 20.000 - 25.000", "DKK 3,7 mio."
_BEFORE = re.compile(rf"(?:[Kk]r\.?|KR\.?|DKK){_GAP}{_SIGN}{_SPAN}(?:{_GAP}{_SCALE}(?P<kr>{_GAP}{_KR})?)?")
# "mellem 20.000 og 25.000 kr."
_BETWEEN = re.compile(rf"\bmellem (?P<low>{_NUMBER})(?: kr\.)? og $")
_LONGEST_BETWEEN = 40
_BARE = re.compile(_SPAN)
_MINUS = re.compile(r"(?:[-–−÷]|minus\s)(?=[0-9])")
_NEGATIVE = re.compile(r"(?:(?<=[\s(])|^)(?:[-–−÷]|minus\s)$")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in kroner from `low` to `high`, equal but for ranges; `step` is the last place that is stated.

    "38,9 mio. kr." is 38,900,000 in steps of 100,000. `start` and `end` are its place in the text.
    """

    low: Decimal
    high: Decimal
    step: Decimal
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def is_range(self) -> bool:
        """Whether the text gives two ends."""
        return self.low != self.high


def find_amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of money in running text, in order; numbers without "kr.", "mio." or ",-" are not money."""
    if "kr" not in text and "mio" not in text and ",-" not in text and "mia" not in text and "DKK" not in text:
        return ()
    matches = sorted((*_AFTER.finditer(text), *_BEFORE.finditer(text)), key=lambda match: match.start())
    amounts: list[Amount] = []
    for match in matches:
        if not amounts or match.start() >= amounts[-1].end:
            amounts.append(_amount(text, match))
    return tuple(amounts)


def parse_amount(text: str) -> Amount | None:
    """The amount that `text` is, with or without "kr."; a bare number is kroner. None when it is none."""
    bare = text.strip()
    minus = _MINUS.match(bare)
    for pattern in (_AFTER, _BEFORE, _BARE):
        match = pattern.match(bare, minus.end() if minus else 0)
        if match and not bare[match.end() :].strip(" .:;"):
            return _amount(bare, match)
    return None


def parse_decimal(text: str) -> Decimal:
    """A Danish number: "1.234,5" is 1234.5. Raises `decimal.InvalidOperation` for anything else."""
    return Decimal(text.replace(".", "").replace(" ", "").replace("\u00a0", "").replace(",", "."))


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum, as a range where a part is one, as exact as the coarsest part. Of nothing: 0 kroner."""
    low, high, step = Decimal(0), Decimal(0), Decimal(0)
    for amount in amounts:
        low, high, step = low + amount.low, high + amount.high, max(step, amount.step)
    return Amount(low, high, step or Decimal(1))


def write_decimal(value: Decimal, places: int = 0) -> str:
    """A number in Danish writing with `places` decimals: "1.234,5"."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def kroner(value: Decimal) -> str:
    """An amount to the krone, or to the øre where it has some: "154.400 kr."."""
    return f"{write_decimal(value, 0 if value == value.to_integral_value() else 2)} kr."


def write(amount: Amount) -> str:
    """The amount in its own precision: "38,9 mio. kr.", "32.500 - 48.000 kr."."""
    exponent = amount.step.normalize().adjusted()
    scale, word, places = Decimal(1), "", max(0, -exponent)
    if exponent > 6:
        scale, word, places = _BILLION, "mia. ", max(0, 9 - exponent)
    elif exponent > 0:
        scale, word, places = _MILLION, "mio. ", 6 - exponent
    ends = (amount.low, amount.high) if amount.is_range else (amount.low,)
    return f"{' - '.join(write_decimal(end / scale, places) for end in ends)} {word}kr."


def _amount(text: str, match: re.Match[str]) -> Amount:
    groups = match.groupdict()
    scale = _scale(groups.get("scale"))
    between = _BETWEEN.search(text, max(0, match.start() - _LONGEST_BETWEEN), match.start())
    low = parse_decimal((between or match)["low"]) * scale
    high = parse_decimal(match["high"] or match["low"]) * scale
    if low > high:  # "800.000 - 1,2 mio. kr.", or two numbers that are no range at all
        low = min(low / scale, high)
    stated = match["high"] or match["low"]
    step = scale.scaleb(-len(stated.partition(",")[2]))
    minus = _NEGATIVE.search(text, max(0, match.start() - 7), match.start())
    if minus or groups.get("sign"):
        low, high = -low, high if match["high"] else -low
    return Amount(low, high, step, (minus or between or match).start(), match.end())


def _scale(word: str | None) -> Decimal:
    if word is None:
        return Decimal(1)
    return _SCALES["ma" if word.startswith(("mia", "milliard")) else word[:2] if word != "t" else "t"]
