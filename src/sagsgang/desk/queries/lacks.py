"""What is missing before an item can be submitted, and what somebody had better look at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from sagsgang.core.models import Item
from sagsgang.paper.model import Access, SectionKind

# A clause with "at" in its first words: "at ...", "enten at ...", "1. at ...".
_THAT = re.compile(r"^\W*(?:\w+\W+){0,3}?at\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lack:
    """`must`: it cannot be submitted like this. `place`: where on the page it is mended."""

    text: str
    place: str
    must: bool


class Written(Protocol):
    """A text with its heading."""

    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def heading(self) -> str: ...
    @property
    def text(self) -> str: ...


class Filed(Protocol):
    """An attachment with its warnings."""

    @property
    def id(self) -> int: ...
    @property
    def place(self) -> int: ...
    @property
    def warnings(self) -> tuple[str, ...]: ...


def lacks(item: Item, texts: Sequence[Written], points: Sequence[str], files: Iterable[Filed]) -> tuple[Lack, ...]:
    """What must be mended first, then what may be."""
    found = (*_item(item), *_recommendation(texts, points), *_texts(texts), *_files(files))
    return tuple(sorted(found, key=lambda lack: not lack.must))


def _item(item: Item) -> Iterator[Lack]:
    if not item.public_title.strip():
        yield Lack(_("Skriv en titel."), "titel", must=True)
    if item.access == Access.CLOSED and not (item.basis and item.review_on):
        yield Lack(_("Vælg hjemmel, og hvornår lukningen ses efter."), "adgang", must=True)
    if not item.case.kle_number:
        yield Lack(_("Sagen har intet emne (KLE)."), "sag", must=False)


def _recommendation(texts: Iterable[Written], points: Sequence[str]) -> Iterator[Lack]:
    written = any(one.kind == SectionKind.RECOMMENDATION and one.text.strip() for one in texts)
    if not points and not written:
        yield Lack(_("Skriv, hvad der indstilles."), "indstilling", must=True)
    for place, point in enumerate(points, 1):
        if not _THAT.search(point):
            said = _("Punkt %(place)d i indstillingen læses efter »indstiller,«. Begynd det med »at«.")
            yield Lack(said % {"place": place}, "indstilling", must=False)


def _texts(texts: Iterable[Written]) -> Iterator[Lack]:
    for one in texts:
        if one.text.strip() or one.kind == SectionKind.RECOMMENDATION:
            continue
        if one.kind == SectionKind.FINANCES:
            yield Lack(_("Skriv om økonomien, eller vælg »Ingen.«"), f"afsnit-{one.id}", must=False)
        else:
            yield Lack(_("»%(heading)s« er tomt.") % {"heading": one.heading}, f"afsnit-{one.id}", must=False)


def _files(files: Iterable[Filed]) -> Iterator[Lack]:
    for file in files:
        if file.warnings:
            yield Lack(_("Se efter i bilag %(place)d.") % {"place": file.place}, f"bilag-{file.id}", must=False)
