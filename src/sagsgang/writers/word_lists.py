"""Lists in Word: each its own count, so that the second list of a paper begins at 1 again."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

_LEVELS = 9
_STEP, _HANG = 360, 360  # twentieths of a point


class Numbering:
    """The count of one list at one depth; bullets are a count without numbers."""

    def __init__(self, document: Document, *, ordered: bool, lettered: bool, level: int) -> None:
        self.lettered = lettered
        self._level = min(level, _LEVELS - 1)
        form = "lowerLetter" if lettered else "decimal" if ordered else "bullet"
        self._number = _new_count(document, form)

    def put(self, paragraph: Paragraph) -> None:
        """Make `paragraph` the list's next item."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no lists
        properties.get_or_add_ilvl().val = self._level
        properties.get_or_add_numId().val = self._number


def _new_count(document: Document, form: str) -> int:
    root = document.part.numbering_part.element
    taken = [int(each.get(qn("w:abstractNumId"))) for each in root.findall(qn("w:abstractNum"))]
    kind = _element("w:abstractNum", abstractNumId=str(max(taken, default=-1) + 1))
    kind.append(_element("w:multiLevelType", val="hybridMultilevel"))
    for level in range(_LEVELS):
        kind.append(_level_of(form, level))
    # The kinds stand before the counts (ISO/IEC 29500-1, 17.9.17).
    first = root.find(qn("w:num"))
    root.append(kind) if first is None else first.addprevious(kind)
    return int(root.add_num(int(kind.get(qn("w:abstractNumId")))).numId)


def _level_of(form: str, level: int) -> BaseOxmlElement:
    made = _element("w:lvl", ilvl=str(level))
    text = "–" if form == "bullet" else f"%{level + 1}."
    made.extend([_element("w:start", val="1"), _element("w:numFmt", val=form), _element("w:lvlText", val=text)])
    made.append(_element("w:lvlJc", val="left"))
    indents = _element("w:pPr")
    indents.append(_element("w:ind", left=str(_HANG + _STEP * level), hanging=str(_HANG)))
    made.append(indents)
    return made


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
