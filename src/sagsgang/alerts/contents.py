"""What of a sealed paper a letter can tell, kept from one letter to the next: many people follow one body.

A sealed paper never changes, so what was read of it stays true; whether it may still be told is asked each time.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from django.utils.text import Truncator

from sagsgang.alerts.matching import new_places
from sagsgang.archive.entries import own_decisions
from sagsgang.archive.models import Content, Edition, Seal
from sagsgang.archive.sealed import paper_in, raw
from sagsgang.danish.outcomes import notes_nothing
from sagsgang.paper.model import Access, Item, Paper
from sagsgang.paper.withdrawn import withdrawal

_LONGEST_DECISION = 600
_NAMED = ("meeting_id", "kind", "version", "seal_id")
# Papers of ten items of 1 kB: 5 MB.
_MOST = 500


@dataclass(frozen=True, slots=True)
class ItemTold:
    """An item of a paper; `decision` is what this meeting decided, "" for nothing, `new`: not in the last edition.

    `withdrawn`: what it says of having been taken off the agenda, "" when it was not.
    """

    place: int
    number: str
    title: str
    closed: bool
    decision: str
    new: bool
    withdrawn: str


@dataclass(frozen=True, slots=True)
class PaperTold:
    """When and where the meeting is, and its items."""

    start: time | None
    place: str
    items: tuple[ItemTold, ...]


class Shelf:
    """The papers that were read last, each by the hash that names its content."""

    def __init__(self) -> None:
        self._read: OrderedDict[str, PaperTold | None] = OrderedDict()

    def papers(self, seals: Sequence[Seal]) -> Mapping[int, PaperTold]:
        """What the papers say, by the ids of their seals; those that cannot be read are left out.

        Of those not on the shelf the contents are read in two queries, whatever their number.
        """
        missing = [seal for seal in seals if seal.record_hash not in self._read]
        self._read |= _read(missing) if missing else {}
        found = {seal.pk: told for seal in seals if (told := self._read[seal.record_hash])}
        for seal in seals:
            self._read.move_to_end(seal.record_hash)
        while len(self._read) > _MOST:
            self._read.popitem(last=False)
        return found


def _read(seals: Sequence[Seal]) -> dict[str, PaperTold | None]:
    """Each paper beside the edition that it took the place of."""
    earlier = _earlier(seals)
    contents = Content.objects.filter(seal__in={seal.pk for seal in seals} | set(earlier.values()))
    data = dict(contents.values_list("seal_id", "data"))
    found: dict[str, PaperTold | None] = {}
    for seal in seals:
        paper, before = (_paper(data.get(pk)) for pk in (seal.pk, earlier.get(seal.pk, 0)))
        found[seal.record_hash] = _told(paper, before) if paper else None
    return found


def _earlier(seals: Sequence[Seal]) -> dict[int, int]:
    """The seal of the edition before, by that of each later edition."""
    later = [seal for seal in seals if seal.version > 1]
    if not later:
        return {}
    rows = Edition.objects.filter(meeting__in={seal.edition.meeting_id for seal in later})
    known = {(meeting, kind, version): pk for meeting, kind, version, pk in rows.values_list(*_NAMED)}
    keys = {seal.pk: (seal.edition.meeting_id, seal.kind, seal.version - 1) for seal in later}
    return {pk: known[key] for pk, key in keys.items() if key in known}


def _paper(data: bytes | memoryview | None) -> Paper | None:
    """What was sealed; None when it was erased, or somebody wrote over it (`sagsgang verify` tells)."""
    try:
        return None if data is None else paper_in(raw(data))
    except ValueError:
        return None


def _told(paper: Paper, before: Paper | None) -> PaperTold:
    new = new_places(paper, before) if before else set(range(1, len(paper.items) + 1))
    items = (_item(paper, place, item, place in new) for place, item in enumerate(paper.items, start=1))
    return PaperTold(paper.start, paper.place or "", tuple(items))


def _item(paper: Paper, place: int, item: Item, new: bool) -> ItemTold:
    said = (decision.text.strip() for decision in own_decisions(paper, item))
    off = withdrawal(item)
    extract = "" if off else item.extract.strip()
    text = "\n\n".join(part for part in (*said, extract) if not notes_nothing(part))
    return ItemTold(
        place=place,
        number=item.number,
        title=item.title,
        closed=item.access is not Access.OPEN,
        decision=Truncator(text).chars(_LONGEST_DECISION),
        new=new,
        withdrawn=Truncator(off).chars(_LONGEST_DECISION),
    )
