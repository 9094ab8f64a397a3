"""What was promised in the decisions, and whether it came back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db.models import Count, Q, QuerySet

from sagsgang.archive.models import Promise
from sagsgang.archive.paging import Pager, Place, cut
from sagsgang.portal.promise_state import PromiseState, promise_state, stated
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.lines import BodyLine, EntryLine, bodies, entry_line

_SIZE = 15
_COUNTED = 10_000
# Counting costs more than the rest of the page, so a count is made once a minute and not once a page.
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise in its own words, where it was given, until when, and where the case came back."""

    text: str
    who: str
    state: PromiseState
    due_kind: str
    due_from: date | None
    due_to: date | None
    said: EntryLine
    case_key: str
    back: EntryLine | None


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many promises are in a state."""

    state: PromiseState
    count: int


@dataclass(frozen=True, slots=True)
class PromisesPage:
    """A page of promises, newest first; `bounded`: the counts cover the newest 10,000 only."""

    promises: tuple[PromiseLine, ...]
    counts: tuple[StateCount, ...]
    total: int
    bounded: bool
    bodies: tuple[BodyLine, ...]
    body: str
    state: PromiseState | None
    pager: Pager


def promises(today: date, body: str, state: PromiseState | None, start: Place | None) -> PromisesPage:
    """The promises given by `body` (a slug, all where none has it) in `state` (None for all) on the day `today`."""
    givers = bodies()
    body = body if any(giver.slug == body for giver in givers) else ""
    rows = Promise.objects.filter(audience=audience())
    if body:
        rows = rows.filter(body__slug=body)
    counts = _kept_counts(rows, today, body)
    total = sum(count.count for count in counts)
    if state is not None:
        rows = rows.annotate(state=stated(today)).filter(state=state)
    page, pager = cut(_whole(rows), start, _SIZE, day="said_on")
    lines = promise_lines(page, today)
    return PromisesPage(lines, counts, min(total, _COUNTED), total > _COUNTED, givers, body, state, pager)


def promises_of(entry_ids: Iterable[int], today: date) -> dict[int, tuple[PromiseLine, ...]]:
    """The promises given in each of the entries. Sorted here: a database would walk all promises in that order."""
    found_rows = _whole(Promise.objects.filter(entry__in=list(entry_ids)))
    rows = sorted((row for row in found_rows if row.audience == audience()), key=lambda row: row.pk)
    found: dict[int, tuple[PromiseLine, ...]] = {}
    for row, line in zip(rows, promise_lines(rows, today), strict=True):
        found[row.entry_id] = (*found.get(row.entry_id, ()), line)
    return found


def promise_lines(rows: Iterable[Promise], today: date) -> tuple[PromiseLine, ...]:
    """The rows as lines."""
    return tuple(_line(row, today) for row in rows)


def _whole(rows: QuerySet[Promise]) -> QuerySet[Promise]:
    related = rows.select_related("entry__body", "entry__meeting", "came_back__body", "came_back__meeting")
    return related.defer("entry__data", "came_back__data")


def _line(row: Promise, today: date) -> PromiseLine:
    return PromiseLine(
        text=row.text,
        who=row.who,
        state=promise_state(row, today),
        due_kind=row.due_kind,
        due_from=row.due_from,
        due_to=row.due_to,
        said=entry_line(row.entry),
        case_key=row.case_key,
        back=entry_line(row.came_back) if row.came_back else None,
    )


def _kept_counts(rows: QuerySet[Promise], today: date, body: str) -> tuple[StateCount, ...]:
    key = f"portal.promises.{today}.{body}"
    tally = cache.get(key)
    if tally is None:
        tally = _counts(rows, today)
        cache.set(key, tally, _SECONDS)
    return tuple(StateCount(state, tally[state.name]) for state in PromiseState)


def _counts(rows: QuerySet[Promise], today: date) -> dict[str, int]:
    newest = rows.annotate(state=stated(today)).order_by("-said_on", "-id")[: _COUNTED + 1]
    return newest.aggregate(**{state.name: Count("pk", filter=Q(state=state)) for state in PromiseState})
