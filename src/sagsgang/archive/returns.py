"""Whether a case came back after something was promised: each promise's next treatment of the same case.

A standing item ("Eventuelt") is back at the next meeting whatever was promised, so its return says nothing. It is
told from the archive itself: the body treated the case under the same title at three meetings in a row before the
promise, or, where the archive does not go back so far, at five in a row after it.

On its ordinary route a case goes on to the next body, which keeps no promise of the one before. So another body's
meeting is a return only when it lies within what was promised for later: from the first day of the promise's time
on, where that day is not the day of the promise itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from sagsgang.archive.models import Entry, Meeting, Promise

_BEFORE, _AFTER = 3, 5
_AT_ONCE = 200


class _Told(NamedTuple):
    """The entry that a case came back with and its day, if it did, and whether the case stands by itself."""

    came_back_id: int | None
    came_back_on: date | None
    standing: bool


_STANDS = _Told(None, None, standing=True)


def link_returns(cases: Iterable[tuple[str, str]], meetings: Iterable[Meeting]) -> None:
    """Bring the promises up to date with the cases (audience and case key) and `meetings` that changed."""
    keys = defaultdict(set)
    for audience, key in cases:
        keys[audience].add(key)
    for audience, wanted in keys.items():
        ordered = sorted(wanted)
        for start in range(0, len(ordered), _AT_ONCE):
            _link(Promise.objects.filter(audience=audience, case_key__in=ordered[start : start + _AT_ONCE]))
    for promises in _around(meetings):
        _link(promises)


def wrongly_linked(promises: QuerySet[Promise]) -> Iterator[Promise]:
    """Those of the promises that do not point where `link_returns` would point them; read, not changed."""
    return (promise for promise, _ in _wrong(promises))


def _link(promises: QuerySet[Promise]) -> None:
    wrong = []
    for promise, told in _wrong(promises):
        promise.came_back_id, promise.came_back_on, promise.standing = told
        wrong.append(promise)
    Promise.objects.bulk_update(wrong, ("came_back", "came_back_on", "standing"), batch_size=_AT_ONCE)


def _wrong(promises: QuerySet[Promise]) -> Iterator[tuple[Promise, _Told]]:
    """The promises that say otherwise than the archive does, each with what it does."""
    for promise, told in _told(promises):
        if told != (promise.came_back_id, promise.came_back_on, promise.standing):
            yield promise, told


def _told(promises: QuerySet[Promise]) -> Iterator[tuple[Promise, _Told]]:
    """Each promise of a case with what the archive tells of it."""
    elsewhere_from = Case(When(due_from__gt=F("said_on"), then=F("due_from")))
    found = promises.exclude(case_key="").annotate(elsewhere_from=elsewhere_from)
    found = found.annotate(
        returned=_first_return("pk"),
        returned_on=_first_return("date"),
        before=_in_a_row(_BEFORE),
        after=_in_a_row(-_AFTER),
    )
    for promise in found.iterator(chunk_size=1000):
        standing = promise.before == _BEFORE or promise.after == _AFTER
        yield promise, _STANDS if standing else _Told(promise.returned, promise.returned_on, standing=False)


def _first_return(field: str) -> Subquery:
    later = Entry.objects.filter(
        audience=OuterRef("audience"), case_key=OuterRef("case_key"), date__gt=OuterRef("said_on")
    ).filter(Q(body=OuterRef("body")) | Q(date__gte=OuterRef("elsewhere_from")))
    return Subquery(later.order_by("date", "pk").values(field)[:1])


def _in_a_row(number: int) -> Coalesce:
    """At how many of the body's last so many meetings before the promise (after it: below 0) its case stood so."""
    promise = OuterRef(OuterRef("said_on"))
    side = {"date__lt": promise} if number > 0 else {"date__gt": promise}
    order = ("-date", "-pk") if number > 0 else ("date", "pk")
    meetings = Meeting.objects.filter(
        body=OuterRef(OuterRef("body")), audience=OuterRef(OuterRef("audience")), edition__isnull=False, **side
    ).order_by(*order)
    same = Entry.objects.filter(
        audience=OuterRef("audience"),
        case_key=OuterRef("case_key"),
        title=OuterRef("entry__title"),
        meeting__in=meetings.values("pk")[: abs(number)],
    )
    count = same.order_by().values("case_key").annotate(n=Count("meeting", distinct=True)).values("n")
    return Coalesce(Subquery(count), Value(0), output_field=IntegerField())


def _around(meetings: Iterable[Meeting]) -> Iterator[QuerySet[Promise]]:
    """The promises for which `meetings` count as ones before or after, by body.

    Not where they are the body's last: that one does not treat a case makes no row of meetings longer.
    """
    days: dict[tuple[int, str], list[date]] = defaultdict(list)
    for meeting in meetings:
        days[meeting.body_id, meeting.audience].append(meeting.date)
    for (body, audience), changed in days.items():
        shown = Meeting.objects.filter(body=body, audience=audience, edition__isnull=False)
        later = list(shown.filter(date__gt=max(changed)).order_by("date").values_list("date", flat=True)[:_BEFORE])
        if later:
            earlier = shown.filter(date__lt=min(changed)).order_by("-date").values_list("date", flat=True)[:_AFTER]
            first = min(earlier, default=min(changed))
            yield Promise.objects.filter(body=body, audience=audience, said_on__range=(first, later[-1]))
