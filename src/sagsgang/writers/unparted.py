"""What print keeps on one line: a number and its unit, "kl. 12.30", "§ 8", "8. maj", "Børne- og"."""

import re

from sagsgang.danish.dates import MONTHS

_HARD = "\u00a0"
_UNITS = (
    r"mio|mia|mill|tkr|t\.kr|kr|pct|procent|promille|%|°|ha|m2|m3|m²|m³|km2|km²|km|cm|mm|m|kg|g|ton|t|l|kWh|MWh|GWh|MW|kW"
    r"|pkt|stk|årsværk|dage?|uger?|måned(?:er)?|år|timer?|minutter|sider?"
)
_MONTHS = "|".join((*MONTHS, *(rf"{month[:3]}\.?" for month in MONTHS)))
# The space is what matches; what stands before and after it is only looked at.
_PARTINGS = re.compile(
    rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"
    rf"|(?<=\d\.) (?=(?:{_MONTHS})(?!\w))"
    r"|(?<=\d) (?=\d{3}(?!\d))"
    r"|(?<=mio\.|mia\.) (?=kr(?!\w))|(?<=mill\.) (?=kr(?!\w))"
    r"|(?<=\b(?:kr|kl|nr|ca|pr)\.) (?=\d)|(?<=\b(?:pkt|stk)\.) (?=\d)|(?<=\b(?:kl|ca|kr|d\.)) (?=\d)"
    r"|(?<=§) (?=\d)|(?<=\b(?:bilag|punkt)) (?=\d)|(?<=\buge) (?=\d)"
    r"|(?<=\w-) (?=(?:og|eller)(?!\w))",
    re.IGNORECASE,
)


def unparted(text: str) -> str:
    """`text` with spaces that do not break where a line's end would tear a value."""
    return _PARTINGS.sub(_HARD, text)
