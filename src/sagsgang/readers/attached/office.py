"""What hides in a zipped Office document: tracked changes, comments, hidden parts, names, other files."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sagsgang.danish.digits import whole_number
from sagsgang.readers.extract import zipped
from sagsgang.readers.extract.refused import Refused

XML_LIMIT, ALL_XML_LIMIT = 30_000_000, 60_000_000  # bytes of one part, and of all together
BROKEN = "Filen er beskåret eller ødelagt og kan ikke læses."
# By the elements' local names: Word, Excel, PowerPoint and OpenDocument share few, and none with another meaning.
_TRACKED = frozenset({"ins", "del", "moveFrom", "tracked-changes"})
_COMMENTS = frozenset({"comment", "threadedComment", "cm", "annotation"})
_AUTHORS = frozenset({"creator", "lastModifiedBy", "Manager", "initial-creator"})
_INNER = ("/embeddings/", "/pivotCache/pivotCacheRecords")
_NO = frozenset({"0", "false", "off", "none"})
_NO_TEXTS = frozenset({"f", "instrText"})
_LOOKS = ("styles.xml", "settings.xml", "numbering.xml", "fontTable.xml", "webSettings.xml")
_FRAMES = ("/theme/", "/slideMasters/", "/slideLayouts/", "/notesMasters/")
_BREAKS = frozenset({"p", "row", "h", "table-row", "si"})
_GAPS = frozenset({"tab", "br", "c", "tc", "table-cell", "s"})


@dataclass(slots=True)
class Hidden:
    """The codes of what was found, the document's whole text with comments, heads and feet, and Word's own pages."""

    codes: set[str] = field(default_factory=set)
    text: list[str] = field(default_factory=list)
    pages: int | None = None


def look(data: bytes) -> Hidden:
    """Look through every part of the document. Raises Refused when it is broken, encrypted or unpacks to too much."""
    found = Hidden()
    with zipped.opened(data) as archive:
        names = archive.namelist()
        if any(mark in f"/{name}" for name in names for mark in _INNER):
            found.codes.add("inner_files")
        if any(name.startswith("ppt/notesSlides/") for name in names):
            found.codes.add("hidden_slides")
        parts = [name for name in sorted(set(names)) if _is_looked_at(name)]
        if sum(archive.getinfo(name).file_size for name in parts) > ALL_XML_LIMIT:
            raise Refused(zipped.TOO_BIG)
        for name in parts:
            _look_at(name, _parsed(archive, name), found)
    return found


def _is_looked_at(name: str) -> bool:
    return name.endswith(".xml") and not name.startswith(("customXml/", "META-INF/"))


def _parsed(archive: zipfile.ZipFile, name: str) -> Element:
    try:
        root: Element = fromstring(zipped.part(archive, name, XML_LIMIT))
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Refused(BROKEN) from error
    return root


def _look_at(name: str, root: Element, found: Hidden) -> None:
    for element in root.iter():
        local = _local(element)
        if local in _TRACKED and _is_content(name):
            found.codes.add("tracked_changes")
        elif local in _COMMENTS:
            found.codes.add("comments")
        elif local in _AUTHORS and (element.text or "").strip():
            found.codes.add("author")
        elif local == "Pages" and (stated := whole_number(element.text or "")) is not None:
            found.pages = stated
        elif code := _hides(local, element):
            found.codes.add(code)
    if _is_content(name):
        found.text.append("".join(_words(root)))


def _is_content(name: str) -> bool:
    """Not the parts that only say how the others look or hang together."""
    about = name.startswith(("docProps/", "[Content_Types]"))
    return not (about or name.endswith(_LOOKS) or any(frame in name for frame in _FRAMES))


def _hides(local: str, element: Element) -> str:
    if local == "r" and _is_hidden_run(element):
        return "hidden_text"
    if local == "hidden-text" or _attribute(element, "display") == "none":
        return "hidden_text"
    if local == "sheet" and _attribute(element, "state") in {"hidden", "veryHidden"}:
        return "hidden_cells"
    if local in {"row", "col"} and _attribute(element, "hidden") in {"1", "true"}:
        return "hidden_cells"
    if local in {"table-row", "table-column"} and _attribute(element, "visibility") in {"collapse", "filter"}:
        return "hidden_cells"
    return "hidden_slides" if local == "sld" and _attribute(element, "show") in _NO else ""


def _is_hidden_run(run: Element) -> bool:
    """A run of Word's with words that is marked as hidden (`w:vanish`)."""
    marks = [mark for part in run if _local(part) == "rPr" for mark in part if _local(mark) == "vanish"]
    written = any(_local(part) == "t" and (part.text or "").strip() for part in run)
    return written and any(_attribute(mark, "val") not in _NO for mark in marks)


def _words(root: Element) -> Iterator[str]:
    """The text in the order of the part: a line for each paragraph or row, a tab between cells."""
    elsewhere = False
    for element in root.iter():
        local = _local(element)
        if local in _BREAKS:
            yield "\n"
        elif local in _GAPS:
            yield "\t"
        if local == "c":
            # The cell of a spreadsheet holds the number of its text, which stands in another part.
            elsewhere = _attribute(element, "t") == "s"
        elif element.text and local not in _NO_TEXTS and not (local == "v" and elsewhere):
            yield element.text
        if element.tail and element.tail.strip():
            yield element.tail


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, local: str) -> str:
    return next((value for name, value in element.attrib.items() if name.rpartition("}")[2] == local), "")
