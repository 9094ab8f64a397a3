"""A new year: what stands on every agenda goes on under a new case, and the old case can be closed."""

from datetime import date

from django.db.models import Q

from sagsgang.core.act import Refused, begin
from sagsgang.core.commands.cases import open_case
from sagsgang.core.models import Body, Case, Item, Series
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role, Viewer

WHY = "the secretary moves what no agenda has told yet"


def roll(by: Viewer, series: Series, year: int, *, number: str = "") -> Series:
    """Let the standing item go on from 1 January of `year` under a new case; the old series ends the day before.

    `number`: the new case's number in the records system, "" for the next of our own. Raises Refused when the
    series does not run over that new year.
    """
    with begin(by, "series.roll", Role.SECRETARY, series.body, year=year) as row:
        Body.objects.select_for_update().get(pk=series.body_id)
        series.refresh_from_db(fields=["since", "until"])
        _refuse(series, year)
        case = open_case(by, series.body, number=number, kle_number=series.case.kle_number)
        made = _onward(series, year, case)
        row.case, row.subject = case, made.id
    return made


def roll_all(by: Viewer, body: Body, year: int) -> list[Series]:
    """Roll every standing item of the body that runs over the new year; those of one case stay together in one."""
    with begin(by, "series.roll_all", Role.SECRETARY, body, year=year) as row:
        Body.objects.select_for_update().get(pk=body.pk)
        cases: dict[int, Case] = {}
        made = []
        for series in rolling(body, year):
            if series.case_id not in cases:
                kle = series.case.kle_number
                cases[series.case_id] = open_case(by, body, kle_number=kle)
            made.append(_onward(series, year, cases[series.case_id]))
        if not made:
            raise Refused(f"Ingen faste punkter løber hen over nytår til {year}.")
        row.facts["series"] = len(made)
    return made


def rolling(body: Body, year: int) -> list[Series]:
    """The body's series that run over the new year."""
    valid = Q(until=None) | Q(until__gte=date(year, 1, 1))
    found = body.series.filter(valid, since__lt=date(year, 1, 1)).select_related("case", "body")
    return list(found.order_by("rule", "position", "id"))


def _refuse(series: Series, year: int) -> None:
    first = date(year, 1, 1)
    if series.since >= first:
        raise Refused(f"Det faste punkt begynder først i {series.since.year}.")
    if series.until and series.until < first:
        raise Refused(f"Det faste punkt slutter, før {year} begynder.")


def _onward(series: Series, year: int, case: Case) -> Series:
    """The new year's series, with the items that planned meetings of that year have had from the old one."""
    first = date(year, 1, 1)
    made = Series.objects.create(
        body=series.body,
        case=case,
        title=series.title,
        item_type=series.item_type,
        text=series.text,
        recommendation=series.recommendation,
        access=series.access,
        basis=series.basis,
        rule=series.rule,
        position=series.position,
        since=first,
        until=series.until,
    )
    Series.objects.filter(pk=series.pk).update(until=date(year - 1, 12, 31))
    waiting = Item.objects.unguarded(WHY).filter(series=series, state=ItemState.SCHEDULED, previous=None)
    waiting.filter(meeting__state=MeetingState.PLANNED, meeting__date__gte=first).update(series=made, case=case)
    return made
