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
class Feed:
    """A feed: whose it is (`name`), what has come and gone, and that the body `left`, the last that is told."""

    name: str
    papers: tuple[PaperNews, ...] = ()
    items: tuple[ItemNews, ...] = ()
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
    """The treatments of one case; None when it is not on the street."""
    rows = list(_with_time(entries().filter(case_key=key)).order_by("-date", "-id")[:_MOST])
    return Feed(rows[0].title, items=_items(rows)) if rows else None


def of_search(text: str, filters: Mapping[str, Sequence[str]]) -> Feed:
    """What answers the words and the filters, which are named as on the search page."""
    return Feed(text, items=_answers(query(text, filters, Order.DATE, 1)))


def of_subject(group: str) -> Feed:
    """What lies under a KLE main group ("85") or group ("85.11")."""
    return Feed(group, items=_answers(query("", {"emne": (group,)}, Order.DATE, 1)))


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
