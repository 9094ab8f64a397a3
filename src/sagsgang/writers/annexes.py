"""A paper with the files of its open attachments as one PDF: contents over everything, a sheet before each file.

What can be told apart: the paper is tagged, and so is each file that came tagged. One that did not makes the whole no
PDF/UA any more: the file then does not say that it is, its sheet and the description of the whole say that it is not.
Its text is not marked as decoration, which would please every validator and keep it from those who listen.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from sagsgang.paper.model import Access, Attachment, Paper
from sagsgang.writers import wording
from sagsgang.writers.annex_files import Opened, opened
from sagsgang.writers.annex_stamps import stamp
from sagsgang.writers.annex_tags import Tags
from sagsgang.writers.pdf import STANDARD, rendered, sound
from sagsgang.writers.print_data import Data, line_data, print_data, rows_data

_MOST_PAGES = 6_000
_UNTAGGED = (
    "Filen til dette bilag er ikke mærket op til skærmlæsere. Papiret og forsiderne til bilagene er det. Kan du ikke"
    " læse bilaget, så bed om det i en anden form."
)
_IN_PART = "Ikke PDF/UA som helhed: disse bilags filer siger ikke, at de er det: {}. Papiret for sig er PDF/UA."
_TOO_LONG = "Filen blev for lang til at rumme dette bilag. Hent bilaget for sig."


@dataclass(frozen=True, slots=True)
class Annex:
    """A file of an attachment: "Bilag 2 til punkt 3", its PDF or why there is none, and how many pages it takes."""

    label: str
    attachment: Attachment
    found: Opened | str
    pages: int

    @property
    def note(self) -> str:
        """What whoever meets its sheet must know, "" when nothing is wrong."""
        if isinstance(self.found, str):
            return self.found
        return "" if self.found.is_tagged else _UNTAGGED


def write_with_annexes(paper: Paper, files: Mapping[str, Path]) -> bytes:
    """`paper` with its open attachments' files, where `files` says, by SHA-256, that their bytes lie.

    The same files give the same bytes with the same versions. Raises CannotRender.
    """
    annexes = list(_annexes(paper, files))
    printed = print_data(paper, STANDARD) | {"annexes": [_sheet(annex) for annex in annexes]}
    try:
        with pikepdf.open(BytesIO(rendered(printed, paper))) as main:
            _insert(main, annexes)
            return _saved(main)
    finally:
        for annex in annexes:
            if isinstance(annex.found, Opened):
                annex.found.file.close()


def _annexes(paper: Paper, files: Mapping[str, Path]) -> Iterator[Annex]:
    room = _MOST_PAGES
    for item in paper.items:
        for place, attachment in enumerate(item.attachments, 1):
            if attachment.file is None or attachment.access is not Access.OPEN:
                continue
            found = opened(files.get(attachment.file.sha256), attachment.file)
            if isinstance(found, Opened) and len(found.file.pages) > room:
                found.file.close()
                found = _TOO_LONG
            pages = len(found.file.pages) if isinstance(found, Opened) else 0
            room -= pages
            yield Annex(f"Bilag {place} til punkt {item.number}", attachment, found, pages)


def _sheet(annex: Annex) -> Data:
    """What the sheet before the file says."""
    file = annex.attachment.file
    rows = (
        (wording.DOCUMENT_NUMBER, annex.attachment.document_number),
        ("Fil", file.name if file else None),
        ("Sider", str(annex.pages) if annex.pages else None),
    )
    return {
        "label": annex.label,
        "title": line_data(annex.attachment.title),
        "facts": rows_data((label, value) for label, value in rows if value),
        "note": annex.note,
        "pages": annex.pages,
    }


def _insert(main: pikepdf.Pdf, annexes: Sequence[Annex]) -> None:
    """Put each file behind its sheet; the sheets are the last pages, and the last bookmarks, of the print."""
    if not any(annex.pages for annex in annexes):
        return
    places = _sheet_places(main, len(annexes))
    total = len(main.pages) + sum(annex.pages for annex in annexes)
    ends = (*places[1:], len(main.pages))
    tags, before = Tags(main), 0
    for annex, place, end in zip(annexes, places, ends, strict=True):
        if isinstance(annex.found, Opened):
            numbers = range(end + before, end + before + annex.pages)
            for number, page in zip(numbers, annex.found.file.pages, strict=True):
                main.pages.insert(number, page)
            pages = [main.pages[number] for number in numbers]
            tags.take_over(annex.found.file, pages, main.pages[place + before], annex.attachment.title)
            stamp(main, pages, [f"{annex.label} · Side {number + 1} af {total}" for number in numbers])
            before += annex.pages
    tags.close()
    _claim_no_more(main, annexes)


def _sheet_places(main: pikepdf.Pdf, count: int) -> list[int]:
    """On which pages, from 0, the last `count` bookmarks of the first level lead."""
    numbers = {page.obj.objgen: number for number, page in enumerate(main.pages)}
    mark: Any = main.Root.Outlines.Last
    places: list[int] = []
    while len(places) < count:
        places.append(numbers[_destination(main, mark)[0].objgen])
        mark = mark.get("/Prev")
    return places[::-1]


def _destination(main: pikepdf.Pdf, mark: Any) -> Any:
    place = mark.Dest if "/Dest" in mark else mark.A.D
    if isinstance(place, pikepdf.Array):
        return place
    named = pikepdf.NameTree(main.Root.Names.Dests)[str(place)]
    return named.D if isinstance(named, pikepdf.Dictionary) else named


def _claim_no_more(main: pikepdf.Pdf, annexes: Sequence[Annex]) -> None:
    """The whole is what all of its parts are."""
    lacking = [one.label for one in annexes if isinstance(one.found, Opened) and not one.found.is_accessible]
    with main.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if lacking:
            metadata.pop("pdfuaid:part", None)
            metadata["dc:description"] = _IN_PART.format(", ".join(lacking))
        for name in ("pdfaid:part", "pdfaid:conformance"):
            metadata.pop(name, None)


def _saved(main: pikepdf.Pdf) -> bytes:
    written = BytesIO()
    main.save(
        written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
    )
    return sound(written.getvalue())
