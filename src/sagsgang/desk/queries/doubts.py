"""Papers kept aside when they were read in. Shown is the doubt, and what would be published; nothing closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.http import Http404

from sagsgang.archive.guard import unpublishable
from sagsgang.archive.intake.aside import Aside
from sagsgang.archive.intake.doubts import Supplement, edition_of, in_doubt, may_open, waiting
from sagsgang.archive.intake.rivals import published_rival, waiting_rivals
from sagsgang.core.act import NotYours
from sagsgang.core.models import Body
from sagsgang.core.viewer import Role, Viewer
from sagsgang.paper.model import Paper
from sagsgang.readers.base import Doubt
from sagsgang.writers.wording import title


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A paper in the list. `source` is the file's name, without its folder."""

    id: str
    title: str
    source: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """A doubt, and where in the paper: "" and 0 where it is not said."""

    message: str
    item: str
    line: int


@dataclass(frozen=True, slots=True)
class AsidePage:
    """One paper. `missing`: why it cannot be published yet, "" when it can. `superseded`: what it would replace."""

    id: str
    title: str
    source: str
    doubts: tuple[DoubtLine, ...]
    missing: str
    rivals: tuple[AsideLine, ...]
    superseded: str
    edition: Paper
    body: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Uncertain:
    """An item that a doubt may be about, as it would be published now."""

    place: int
    number: str
    title: str
    may_open: bool


@dataclass(frozen=True, slots=True)
class Doubts:
    """All papers that the viewer decides on."""

    papers: tuple[AsideLine, ...]


def mine(viewer: Viewer) -> list[Aside]:
    """Those of bodies whose secretary the viewer is, and of bodies that nobody knows."""
    secretary = viewer.bodies(Role.SECRETARY)
    if not secretary:
        raise NotYours("Det har du ikke rettighed til.")
    foreign = {name.lower() for name in Body.objects.exclude(pk__in=secretary).values_list("name", flat=True)}
    return [aside for aside in waiting() if (aside.paper.body or "").lower() not in foreign]


def listed(viewer: Viewer) -> Doubts:
    """The list."""
    return Doubts(tuple(_line(aside) for aside in mine(viewer)))


def found(viewer: Viewer, name: str) -> Aside:
    """The paper of that id, or 404."""
    for aside in mine(viewer):
        if aside.id == name:
            return aside
    raise Http404


def uncertain(aside: Aside) -> tuple[Uncertain, ...]:
    """What may be corrected of the items. A title that is withheld is not told here either."""
    shown = edition_of(aside, Supplement()).items
    return tuple(
        Uncertain(place, shown[place].number, shown[place].title, may_open(aside, aside.paper.items[place]))
        for place in in_doubt(aside)
    )


def page(aside: Aside, viewer: Viewer, supplement: Supplement) -> AsidePage:
    """The paper as it would be published with what the secretary adds."""
    edition = edition_of(aside, supplement)
    rivals = {one.id for one in waiting_rivals(aside)}
    published = published_rival(edition, aside.audience)
    return AsidePage(
        id=aside.id,
        title=title(edition),
        source=PurePath(aside.source).name,
        doubts=tuple(DoubtLine(one.message, one.item or "", one.line or 0) for one in aside.doubts),
        missing=unpublishable(edition),
        rivals=tuple(_lines(one for one in mine(viewer) if one.id in rivals)),
        superseded=published.address if published else "",
        edition=edition,
        body=supplement.body or "",
        day=supplement.day,
    )


def _lines(papers: Iterable[Aside]) -> Iterable[AsideLine]:
    return (_line(one) for one in papers)


def _line(aside: Aside) -> AsideLine:
    messages = tuple(dict.fromkeys(_message(one) for one in aside.doubts))
    return AsideLine(aside.id, title(edition_of(aside, Supplement())), PurePath(aside.source).name, messages)


def _message(doubt: Doubt) -> str:
    return doubt.message
