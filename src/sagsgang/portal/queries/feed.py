"""What has come and gone, for those who follow a body, a case or a search: the newest first, at most 50 of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from sagsgang.archive import gone
from sagsgang.archive.models import Body, Edition, Entry
from sagsgang.archive.search import Order, Query, search
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.gone import NEWS, Tombstone, news_of_body
from sagsgang.portal.queries.lines import EntryLine, entries, entry_line
from sagsgang.portal.queries.search import query

_MOST = 50


@dataclass(frozen=True, slots=True)
class PaperNews:
    """An edition that was published: an agenda, minutes, or either of them changed (`version` above 1).

    Or one that is shown no longer: `gone` is the reason, which may be "", and `at` since when.
    """

    body: str
    body_slug: str
    meeting_slug: str
    day: date
    kind: str
    version: int
    at: datetime
    gone: str | None = None


@dataclass(frozen=True, slots=True)
class ItemNews:
    """A case at a meeting; `published` is when the edition that tells of it was."""

    entry: EntryLine
    case_number: str
    published: datetime


@dataclass(frozen=True, slots=True)
class GoneNews:
    """That a meeting shows a case no longer, since `at` and for the `reason`, which may be "".

    `where`: the address of the item that is gone with the whole paper, "" where the meeting shows one without it.
    """

    body: str
    body_slug: str
    meeting_slug: str
    day: date
    where: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: whose it is (`name`), what has come and gone, and that the body `left`, the last that is told."""

    name: str
    papers: tuple[PaperNews, ...] = ()
    items: tuple[ItemNews, ...] = ()
    gone: tuple[GoneNews, ...] = ()
    left: Tombstone | None = None


def newest() -> Feed:
    """Every paper that was published, and that was taken down lately. Four queries at most, O(50)."""
    return Feed("", papers=(*_gone(), *_papers(Edition.objects.all())))


def of_body(slug: str) -> Feed | None:
    """The papers of one body, or that it was taken off lately; None when it has none on the street."""
    body = Body.objects.filter(slug=slug).first()
    if body is None:
        return None
    papers = _papers(Edition.objects.filter(meeting__body=body))
    left = None if papers else news_of_body(slug)
    if left:
        return Feed(left.body, left=left)
    told = (*_gone(body), *papers)
    return Feed(body.name, papers=told) if told else None


def of_case(key: str) -> Feed | None:
    """The treatments of one case, and those that are gone lately; None when there are none."""
    rows = list(_with_time(entries().filter(case_key=key)).order_by("-date", "-id")[:_MOST])
    missing = tuple(map(_gone_news, gone.treatments(key, audience(), timezone.now() - NEWS, _MOST)))
    return Feed(rows[0].title if rows else key, items=_items(rows), gone=missing) if rows or missing else None


def of_search(text: str, filters: Mapping[str, Sequence[str]]) -> Feed:
    """What answers the words and the filters, which are named as on the search page, and what may have done."""
    asked = query(text, filters, Order.DATE, 1)
    return Feed(text, papers=tuple(_gone_from(asked)), items=_answers(asked))


def of_subject(group: str) -> Feed:
    """What lies under a KLE main group ("85") or group ("85.11"), and what may have done."""
    return of_search("", {"emne": (group,)})


def _papers(rows: QuerySet[Edition]) -> tuple[PaperNews, ...]:
    """The published editions of the street; one that was erased with everything after it tells nothing more."""
    shown = rows.filter(
        meeting__audience=audience(), meeting__edition__isnull=False, seal__content__isnull=False, withdrawal=None
    )
    found = shown.select_related("meeting__body", "seal").order_by("-pk")[:_MOST]
    return tuple(_news(row, row.seal.sealed_at) for row in found)


def _gone(body: Body | None = None) -> Iterator[PaperNews]:
    for row, found in gone.lately(audience(), timezone.now() - NEWS, _MOST, body):
        yield _news(row, found.at, found.reason)


def _gone_from(asked: Query) -> Iterator[PaperNews]:
    """The papers that are gone and lie within the bodies and days of the search.

    Their words are not searched: whoever asks for one word after the other would read what was taken away.
    """
    for row, found in gone.lately(audience(), timezone.now() - NEWS, _MOST):
        meeting = row.meeting
        if (
            (not asked.bodies or meeting.body_id in asked.bodies)
            and (not asked.years or meeting.date.year in asked.years)
            and (asked.first or meeting.date) <= meeting.date <= (asked.last or meeting.date)
        ):
            yield _news(row, found.at, found.reason)


def _gone_news(one: gone.GoneTreatment) -> GoneNews:
    meeting, body = one.meeting, one.meeting.body
    where = one.number if meeting.edition_id is None else ""
    return GoneNews(body.name, body.slug, meeting.slug, meeting.date, where, one.at, one.reason)


def _news(row: Edition, at: datetime, why: str | None = None) -> PaperNews:
    meeting, body = row.meeting, row.meeting.body
    return PaperNews(body.name, body.slug, meeting.slug, meeting.date, row.kind, row.version, at, why)


def _answers(asked: Query) -> tuple[ItemNews, ...]:
    found = [hit.entry_id for hit in search(replace(asked, size=_MOST)).hits]
    rows = {row.pk: row for row in _with_time(entries().filter(pk__in=found))}
    return _items(rows[pk] for pk in found if pk in rows)


def _with_time(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    return rows.select_related("body", "meeting__edition__seal").defer("data")


def _items(rows: Iterable[Entry]) -> tuple[ItemNews, ...]:
    return tuple(
        ItemNews(entry_line(row), row.case_number, row.meeting.edition.seal.sealed_at)
        for row in rows
        if row.meeting.edition
    )
