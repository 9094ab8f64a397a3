"""What a letter tells: from the sealed papers, which hold nothing that is closed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from sagsgang.alerts.contents import ItemTold, PaperTold, Shelf
from sagsgang.alerts.models import Letter, News
from sagsgang.archive.models import Audience, Content, Edition, RecordKind, Seal

# A letter tells of so many papers; of those that are left it says how many, and where they are.
MOST = 20
# The kind of a report of a paper that is gone.
WITHDRAWN = "withdrawn"
_GONE = frozenset({RecordKind.ERASURE, RecordKind.WITHDRAWAL})
Wanted = Mapping[int, set[int] | None]


@dataclass(frozen=True, slots=True)
class ItemReport:
    """An item of a paper, as `ItemTold`; `link` is its page."""

    number: str
    title: str
    closed: bool
    decision: str
    withdrawn: str
    link: str


@dataclass(frozen=True, slots=True)
class Report:
    """A paper. `kind` is "agenda", "minutes" or "withdrawn", `changed`: it is not the first of its kind.

    `whole`: the body is followed, so all of its items stand here (of a changed paper those that changed).
    """

    kind: str
    changed: bool
    body: str
    day: date
    start: time | None
    place: str
    whole: bool
    items: tuple[ItemReport, ...]
    count: int
    link: str


def reports(letter: Letter, shelf: Shelf) -> tuple[tuple[Report, ...], int]:
    """The letter's first papers in the order in which they were published, each once, and how many more there are.

    Five queries at most, however many papers they are; two when they all are on the shelf.
    """
    wanted = _wanted(letter)
    seals = list(_tellable(wanted).order_by("pk"))
    first = seals[:MOST]
    papers = shelf.papers([seal for seal in first if seal.kind not in _GONE])
    gone = _concerned([seal for seal in first if seal.kind in _GONE])
    told = [_report(seal, papers.get(seal.pk), gone.get(seal.pk), wanted[seal.pk]) for seal in first]
    return tuple(one for one in told if one), len(seals) - len(first)


def _wanted(letter: Letter) -> Wanted:
    """The records, each with the places in the paper that somebody follows; None for all of them."""
    wanted: dict[int, set[int] | None] = {}
    rows = News.objects.filter(letter=letter, seal__isnull=False).values_list("seal_id", "places")
    for seal, named in rows:
        before = wanted.get(seal, set())
        places = {int(place) for place in named.split(",")} if named else None
        wanted[seal] = None if before is None or places is None else before | places
    return wanted


def _tellable(wanted: Wanted) -> QuerySet[Seal]:
    """Without the papers that are gone meanwhile: a withdrawal is told by itself."""
    kept = Exists(Content.objects.filter(seal=OuterRef("pk")))
    rows = Seal.objects.filter(pk__in=wanted, audience=Audience.STREET).select_related("edition__meeting__body")
    return rows.filter(Q(kind__in=_GONE) | Q(kept, edition__isnull=False, edition__withdrawal=None))


def _concerned(seals: Sequence[Seal]) -> dict[int, Edition]:
    """What each erasure or withdrawal took away."""
    either = Q(pk__in=())
    for seal in seals:
        either |= Q(seal__body=seal.body_id, seal__number=seal.concerns)
    rows = Edition.objects.filter(either).select_related("meeting__body", "seal") if seals else ()
    found = {(row.seal.body_id, row.seal.number): row for row in rows}
    return {seal.pk: row for seal in seals if (row := found.get((seal.body_id, seal.concerns or 0)))}


def _report(seal: Seal, told: PaperTold | None, gone: Edition | None, places: set[int] | None) -> Report | None:
    if seal.kind in _GONE:
        return _withdrawn(gone) if gone else None
    return _of_paper(seal.edition, told, places) if told else None


def _withdrawn(edition: Edition) -> Report:
    """Where and when, and nothing that it said."""
    meeting = edition.meeting
    return Report(
        kind=WITHDRAWN,
        changed=False,
        body=meeting.body.name,
        day=meeting.date,
        start=None,
        place="",
        whole=True,
        items=(),
        count=0,
        link=_link("portal:editions", meeting.body.slug, meeting.slug),
    )


def _of_paper(edition: Edition, told: PaperTold, places: set[int] | None) -> Report:
    meeting = edition.meeting
    shown = [item for item in told.items if (item.new if places is None else item.place in places)]
    return Report(
        kind=edition.kind,
        changed=edition.version > 1,
        body=meeting.body.name,
        day=meeting.date,
        start=told.start,
        place=told.place,
        whole=places is None,
        items=tuple(_items(edition, shown)),
        count=len(told.items),
        link=_link("portal:meeting", meeting.body.slug, meeting.slug),
    )


def _items(edition: Edition, shown: Iterable[ItemTold]) -> Iterator[ItemReport]:
    meeting = edition.meeting
    for item in shown:
        yield ItemReport(
            number=item.number,
            title=item.title,
            closed=item.closed,
            decision=item.decision,
            withdrawn=item.withdrawn,
            link=_link("portal:item", meeting.body.slug, meeting.slug, item.number or f"-{item.place}"),
        )


def _link(page: str, *parts: str) -> str:
    return settings.ADDRESS + reverse(page, args=parts)
