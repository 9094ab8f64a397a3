"""OpenDocument text to lines: without comments, deletions, heads and feet."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sagsgang.danish.digits import whole_number
from sagsgang.readers.extract import flow, zipped
from sagsgang.readers.extract.extracted import Extracted, numbered
from sagsgang.readers.extract.refused import Refused
from sagsgang.readers.extract.sniff import ENCRYPTED

XML_LIMIT = 60_000_000  # bytes
BROKEN = "OpenDocument-filen er beskåret eller ødelagt og kan ikke læses."
_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE = (_NAMESPACE % name for name in ("text", "table", "office"))
_UNSEEN = frozenset(
    (
        f"{_TEXT}tracked-changes",
        f"{_TEXT}note-citation",
        f"{_OFFICE}annotation",
        f"{_OFFICE}annotation-end",
        f"{_TEXT}sequence-decls",
        f"{_OFFICE}forms",
        f"{_TEXT}index-title-template",
    )
)
_MARKS = {
    f"{_TEXT}p": "p",
    f"{_TEXT}h": "h2",
    f"{_TEXT}list-item": "li",
    f"{_TEXT}list-header": "p",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
    f"{_TABLE}covered-table-cell": "td",
}
_SPACES_LIMIT = 100


def extract(data: bytes) -> Extracted:
    """The lines of an OpenDocument text. Raises `Refused` when it is broken, encrypted or unpacks to too much."""
    with zipped.opened(data) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Refused(ENCRYPTED)
        content = zipped.part(archive, "content.xml", XML_LIMIT)
        styles = zipped.part(archive, "styles.xml", XML_LIMIT) if "styles.xml" in names else b""
    root = _parsed(content)
    ordered = _ordered(root) | (_ordered(_parsed(styles)) if styles else frozenset())
    body = root.find(f"{_OFFICE}body")
    return numbered(flow.lines(list(_flow(body, ordered))) if body is not None else ())


def _parsed(source: bytes) -> Element:
    try:
        return fromstring(source)
    except DefusedXmlException as error:
        raise Refused(zipped.HOSTILE) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(BROKEN) from error


def _ordered(root: Element) -> frozenset[str]:
    """The list styles whose first level is numbered."""
    return frozenset(
        style.get(f"{_NAMESPACE % 'style'}name", "")
        for style in root.iter(f"{_TEXT}list-style")
        if next((level.tag for level in style), "") == f"{_TEXT}list-level-style-number"
    )


def _flow(body: Element, ordered: frozenset[str]) -> Iterator[flow.Start | flow.End | str]:
    """The document's flow, without recursion: nesting may be as deep as a file is long."""
    open_lists: list[str] = []
    todo: list[tuple[Element, Iterator[Element]]] = []
    yield from _opening(body, open_lists, ordered)
    todo.append((body, iter(body)))
    while todo:
        element, children = todo[-1]
        child = next(children, None)
        if child is None:
            todo.pop()
            yield from _closing(element, open_lists)
            if todo:
                yield element.tail or ""
        elif child.tag in _UNSEEN:
            yield child.tail or ""
        else:
            yield from _opening(child, open_lists, ordered)
            todo.append((child, iter(child)))


def _opening(element: Element, open_lists: list[str], ordered: frozenset[str]) -> Iterator[flow.Start | str]:
    tag = element.tag
    if tag == f"{_TEXT}list":
        # An inner list without a style of its own is of the outer one's.
        style = element.get(f"{_TEXT}style-name") or (open_lists[-1].removeprefix("ol ") if open_lists else "")
        open_lists.append(f"ol {style}" if style in ordered else style)
        yield flow.Start("ol" if style in ordered else "ul")
    elif tag in _MARKS:
        yield flow.Start(_MARKS[tag])
    elif tag == f"{_TEXT}line-break":
        yield flow.Start("br")
    elif tag == f"{_TEXT}tab":
        yield "\t"
    elif tag == f"{_TEXT}s":
        yield " " * _spaces(element.get(f"{_TEXT}c", ""))
    yield (element.text or "") if _holds_words(tag) else ""


def _spaces(stated: str) -> int:
    """How many spaces an element stands for; what is no number that a document can mean is one."""
    number = whole_number(stated, 5)
    return min(1 if number is None else number, _SPACES_LIMIT)


def _holds_words(tag: str) -> bool:
    """White space between blocks is the file's, not the text's."""
    return tag.startswith(_TEXT) and tag not in (f"{_TEXT}list", f"{_TEXT}list-item", f"{_TEXT}section")


def _closing(element: Element, open_lists: list[str]) -> Iterator[flow.End]:
    tag = element.tag
    if tag == f"{_TEXT}list":
        yield flow.End("ol" if open_lists.pop().startswith("ol ") else "ul")
    elif tag in _MARKS:
        yield flow.End(_MARKS[tag])
