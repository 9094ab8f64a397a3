"""What a letter tells: from the sealed papers, which hold nothing that is closed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator

from sagsgang.alerts.matching import changed, paper
from sagsgang.alerts.models import Letter, News
from sagsgang.archive.entries import own_decisions
from sagsgang.archive.models import Audience, Edition, RecordKind, Seal
from sagsgang.paper.model import Access, Item, Paper

_LONGEST_DECISION = 600
_NOTHING_NOTED = "-"


@dataclass(frozen=True, slots=True)
class ItemReport:
    """An item of a paper; `decision` is what this meeting decided, "" for nothing, `link` its page."""

    number: str
    title: str
    closed: bool
    decision: str
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


def reports(letter: Letter) -> tuple[Report, ...]:
    """The papers that the letter is about, in the order in which they were published, each once."""
    wanted: dict[int, set[int] | None] = {}
    rows = list(News.objects.filter(letter=letter).order_by("seal_id"))
    for row in rows:
        before = wanted.get(row.seal_id, set())
        places = {int(place) for place in row.places.split(",")} if row.places else None
        wanted[row.seal_id] = None if before is None or places is None else before | places
    seals = Seal.objects.filter(pk__in=wanted).select_related("edition__meeting__body").order_by("pk")
    return tuple(report for seal in seals if (report := _report(seal, wanted[seal.pk])))


def _report(seal: Seal, places: set[int] | None) -> Report | None:
    """None when the paper's content is gone meanwhile: its withdrawal is told by itself."""
    if seal.audience != Audience.STREET:
        return None
    if seal.kind in {RecordKind.ERASURE, RecordKind.WITHDRAWAL}:
        return _gone(seal)
    sealed = None if hasattr(seal.edition, "withdrawal") else paper(seal.edition)
    return _of_paper(seal.edition, sealed, places) if sealed else None


def _gone(erasure: Seal) -> Report | None:
    """Where and when, and nothing that it said."""
    rows = Edition.objects.filter(seal__body=erasure.body_id, seal__number=erasure.concerns or 0)
    edition = rows.select_related("meeting__body").first()
    return _withdrawn(edition) if edition else None


def _withdrawn(edition: Edition) -> Report:
    meeting = edition.meeting
    return Report(
        kind="withdrawn",
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


def _of_paper(edition: Edition, paper: Paper, places: set[int] | None) -> Report:
    meeting = edition.meeting
    wanted = changed(edition) if places is None and edition.version > 1 else places
    shown = [(place, item) for place, item in enumerate(paper.items, 1) if wanted is None or place in wanted]
    return Report(
        kind=edition.kind,
        changed=edition.version > 1,
        body=meeting.body.name,
        day=meeting.date,
        start=paper.start,
        place=paper.place or "",
        whole=places is None,
        items=tuple(_items(edition, paper, shown)),
        count=len(paper.items),
        link=_link("portal:meeting", meeting.body.slug, meeting.slug),
    )


def _items(edition: Edition, paper: Paper, shown: Sequence[tuple[int, Item]]) -> Iterator[ItemReport]:
    meeting = edition.meeting
    for place, item in shown:
        yield ItemReport(
            number=item.number,
            title=item.title,
            closed=item.access is not Access.OPEN,
            decision=_decision(paper, item),
            link=_link("portal:item", meeting.body.slug, meeting.slug, item.number or f"-{place}"),
        )


def _decision(paper: Paper, item: Item) -> str:
    said: Iterable[str] = (decision.text.strip() for decision in own_decisions(paper, item))
    text = "\n\n".join(part for part in (*said, item.extract.strip()) if part and part != _NOTHING_NOTED)
    return Truncator(text).chars(_LONGEST_DECISION)


def _link(page: str, *parts: str) -> str:
    return settings.ADDRESS + reverse(page, args=parts)
