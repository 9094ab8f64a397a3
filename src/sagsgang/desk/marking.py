"""Marked passages in the HTML of a text."""

import re
from collections.abc import Iterable

from sagsgang.core.passages import Span

# A tag, an escaped sign, white space, or a sign.
_PIECE = re.compile(r"<[^>]*>|&[^;]*;|\s+|[^<&\s]")


def marked(html: str, spans: Iterable[Span]) -> str:
    """The HTML with `<mark>` around the signs of the spans; elements are never crossed, and no sign is changed."""
    chosen = {place for span in spans for place in range(span.start, span.end)}
    out: list[str] = []
    place, inside, gap = 0, False, ""
    for piece in _PIECE.findall(html) if chosen else (html,):
        if piece.isspace():
            gap = piece
            continue
        is_tag = piece.startswith("<")
        here = not is_tag and place in chosen
        out.append(f"{'</mark>' if inside and not here else ''}{gap}{'<mark>' if here and not inside else ''}{piece}")
        inside, gap = here, ""
        place += not is_tag
    return "".join((*out, "</mark>" if inside else "", gap))
