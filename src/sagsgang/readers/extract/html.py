"""HTML to lines: what a reader of the page sees, without its navigation and machinery."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sagsgang.danish.digits import whole_number
from sagsgang.readers.clean import UNDERLINE
from sagsgang.readers.extract import flow, html_limits, text
from sagsgang.readers.extract.extracted import Extracted, numbered

_META = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "nav",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "audio",
        "video",
        "canvas",
        "button",
        "select",
        "textarea",
        "input",
        "datalist",
        "title",
        "meta",
        "link",
        "map",
        "area",
    ]
)
_SAME = {"th": "td", "menu": "ul", "dir": "ul"}
_MARKS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "br", "pre"])
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "main",
        "section",
        "summary",
        "tbody",
        "thead",
        "tfoot",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# The class of a heading in our own pages that is a section's, whatever it says.
SECTION = "afsnit"
_INSIDE = frozenset(("main", "article"))


def extract(data: bytes) -> Extracted:
    """The lines of a page, of which the bytes say the encoding, or else a `charset` in it, or else what fits."""
    return numbered(lines(_decoded(data)))


def lines(source: str, *, keep_tabs: bool = False) -> list[str]:
    """HTML text as lines, by the rules of `flow`; `keep_tabs` where a tab is a sign, as in what Word wrote."""
    html_limits.check(source)
    root = LexborHTMLParser(source.replace("\x00", "")).root
    if root is None:
        return []
    return flow.lines([each if keep_tabs else _untabbed(each) for each in _flow(root)])


def _untabbed(each: flow.Start | flow.End | str) -> flow.Start | flow.End | str:
    return each.replace("\t", " ") if isinstance(each, str) else each


def _decoded(data: bytes) -> str:
    named = _META.search(data[:4096])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = named.group(1).decode("ascii").lower()
        # Pages that say Latin-1 are Windows-1252, as browsers have it; UTF-8 that is not is found out by `text`.
        if encoding not in ("utf-8", "utf8", "iso-8859-1", "latin1", "utf-16", "unicode"):
            try:
                return data.decode(encoding, "replace")
            except (LookupError, UnicodeError, ValueError):
                pass
    return text.decoded(data)


def _flow(root: LexborNode) -> Iterator[flow.Start | flow.End | str]:
    """The page's flow, without recursion: nesting may be as deep as a file is long."""
    node: LexborNode | None = root
    depth = inside = 0
    while node is not None:
        shown = _is_seen(node, inside)
        if shown:
            yield from _opening(node)
        if shown and node.child is not None:
            inside += node.tag in _INSIDE
            node, depth = node.child, depth + 1
            continue
        if shown:
            yield from _closing(node)
        while node is not None and node.next is None and depth:
            node, depth = node.parent, depth - 1
            if node is not None:
                inside -= node.tag in _INSIDE
                yield from _closing(node)
        node = node.next if node is not None and depth else None


def _is_seen(node: LexborNode, inside: int) -> bool:
    tag = node.tag or ""
    if tag == "-text":
        return True
    if tag in _UNSEEN or tag.startswith(("-", "!")) or (tag == "footer" and not inside):
        return tag == "-document"
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDDEN.search(attributes.get("style") or "")


def _opening(node: LexborNode) -> Iterator[flow.Start | str]:
    tag = _SAME.get(node.tag or "", node.tag or "")
    if tag == "-text":
        yield node.text_content or ""
    elif tag in _MARKS:
        yield flow.Start(tag, _number(node), tag == "ol" and node.attributes.get("type") in ("a", "A"))
    elif tag in _BLOCKS:
        yield flow.Start("p")


def _closing(node: LexborNode) -> Iterator[flow.Start | flow.End | str]:
    tag = _SAME.get(node.tag or "", node.tag or "")
    if tag == "h3" and node.attributes.get("class") == SECTION:
        yield from (flow.Start("br"), UNDERLINE)
    if tag in _MARKS and tag != "br":
        yield flow.End(tag)
    elif tag in _BLOCKS:
        yield flow.End("p")


def _number(node: LexborNode) -> int | None:
    if node.tag not in ("ol", "li"):
        return None
    stated = node.attributes.get("start" if node.tag == "ol" else "value") or ""
    return whole_number(stated, 5)
