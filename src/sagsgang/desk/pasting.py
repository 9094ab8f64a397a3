"""What was copied from Word or a page becomes our plain text: headings, lists and tables stay, the rest goes."""

import re

from sagsgang.paper.blocks import parse, render
from sagsgang.readers.extract import html
from sagsgang.readers.extract.refused import Refused

# Word writes a list as paragraphs whose style tells the level; a sign for private use carries it through the reader.
_PARAGRAPH = re.compile(r"<p\b[^<>]*>", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list:\s?\w{1,20}\s+level([2-9])\b", re.IGNORECASE)
_DEEPER = "\ue000"


class Unreadable(Exception):  # noqa: N818 - it is what the text is
    """The text cannot be read as HTML; the reason is Danish."""


def pasted(source: str) -> str:
    """The text of copied HTML by the convention of `paper.blocks`; raises Unreadable."""
    try:
        lines = html.lines(_PARAGRAPH.sub(_levelled, source.replace(_DEEPER, "")))
    except Refused as refusal:
        raise Unreadable(refusal.reason) from refusal
    return render(parse("\n".join(lines).replace(_DEEPER, "  ")))


def _levelled(tag: re.Match[str]) -> str:
    level = _LEVEL.search(tag[0])
    return tag[0] + _DEEPER * (int(level[1]) - 1 if level else 0)
