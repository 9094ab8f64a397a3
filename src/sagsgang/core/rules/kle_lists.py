"""The two forms in which the list of subjects comes: OS2KLE's text, and KL's XML (KLE-Emneplan 1.1 and 2.0)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

_NUMBER = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}")
_WORD = re.compile(r"[a-zæøåéü]{3,40}")
_STEM = 5
_NUMBER_MARK, _TITLE_MARK, _KEYWORDS_MARK = "KLENummer='", "':KLETitel='", "':Keywords[Weight]"
_NAMED = ("EmneNr", "EmneTitel")
_LEFT_ON = ("UdgaaetDato", "FlyttetDato")


class NotAList(ValueError):  # noqa: N818 - it is what the file is
    """The file is in neither form."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of the list. `words`: what it is found by, besides its title."""

    number: str
    title: str
    words: str = ""
    retired_on: date | None = None


def read(data: bytes) -> tuple[Subject, ...]:
    """The subjects in the file, each number once. Raises NotAList when there are none."""
    found = _of_xml(data) if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else _of_text(_decoded(data))
    subjects = {one.number: one for one in found if _NUMBER.fullmatch(one.number) and one.title}
    if not subjects:
        raise NotAList
    return tuple(subjects[number] for number in sorted(subjects))


def stems(words: str) -> frozenset[str]:
    """Words by their first letters: "budget", "budgettet" and "budgetter" are one."""
    return frozenset(word[:_STEM] for word in _WORD.findall(words.lower()))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _of_text(text: str) -> Iterator[Subject]:
    """A line for each subject: KLENummer='..':KLETitel='..':Keywords[Weight]:word[5];word[5];"""
    for line in text.splitlines():
        number, _, rest = line.strip().removeprefix(_NUMBER_MARK).partition(_TITLE_MARK)
        title, _, words = rest.partition(_KEYWORDS_MARK)
        yield Subject(number, " ".join(title.rstrip("'").split()), words.lstrip(":="))


def _of_xml(data: bytes) -> Iterator[Subject]:
    try:
        root: Element = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise NotAList from error
    for element in root.iter():
        if _local(element) == "Emne":
            yield _subject(element)


def _subject(element: Element) -> Subject:
    parts = {_local(part): part for part in element}
    number, title = (" ".join("".join(parts[name].itertext()).split()) if name in parts else "" for name in _NAMED)
    about = parts.get("EmneAdministrativInfo")
    left = [_day(part.text or "") for part in about.iter() if _local(part) in _LEFT_ON] if about is not None else []
    return Subject(number, title, retired_on=next((day for day in left if day), None))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
