"""The standing items of a body, and which planned meetings have them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.forms import Form
from django.http import Http404
from django.utils import timezone

from sagsgang.core.commands.year_end import rolling
from sagsgang.core.models import Body, Item, Series
from sagsgang.core.models.series import Rule
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms.series import EndForm
from sagsgang.desk.queries.reach import leads


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned meeting with the item that stands on it."""

    meeting: int
    item: int
    date: date


@dataclass(frozen=True, slots=True)
class Line:
    """A standing item; `ended`: its last day has passed. `lacking`: planned meetings that have it not.

    `rolls`: it runs over the new year, so it can go on under a new case.
    """

    id: int
    title: str
    item_type: str
    first: bool
    access: str
    basis: str
    case: int
    case_number: str
    since: date
    until: date | None
    ended: bool
    rolls: bool
    planned: tuple[Planned, ...]
    lacking: int
    end_form: Form


@dataclass(frozen=True, slots=True)
class Standing:
    """`over_new_year`: how many would be rolled in the year of the form."""

    id: int
    name: str
    lines: tuple[Line, ...]
    over: tuple[Line, ...]
    form: Form
    roll_form: Form
    over_new_year: int


def led_body(viewer: Viewer, body: int) -> Body:
    """The body, when the viewer is a secretary of it; raises Http404."""
    found = Body.objects.filter(pk=body).first() if leads(viewer, body) else None
    if found is None:
        raise Http404
    return found


def series_of(body: Body, wanted: int) -> Series:
    """A standing item of the body; raises Http404."""
    found = body.series.select_related("case", "body").filter(pk=wanted).first()
    if found is None:
        raise Http404
    return found


def standing(viewer: Viewer, body: Body, form: Form, roll_form: Form, wrong_end: tuple[int, Form] | None) -> Standing:
    """Four queries. `wrong_end`: a form that could not be used, shown again at its series."""
    today = timezone.localdate()
    meetings = dict(
        body.meetings.visible_to(viewer).filter(state=MeetingState.PLANNED).order_by("date").values_list("id", "date")
    )
    on_them = _on(viewer, body, meetings)
    rows = body.series.select_related("case").order_by("rule", "position", "since", "id")
    lines = [_line(one, meetings, on_them[one.id], today, wrong_end) for one in rows]
    return Standing(
        id=body.id,
        name=body.name,
        lines=tuple(line for line in lines if not line.ended),
        over=tuple(line for line in lines if line.ended),
        form=form,
        roll_form=roll_form,
        over_new_year=len(rolling(body, next_year(today))),
    )


def next_year(today: date) -> int:
    """The year that is rolled to: the coming one."""
    return today.year + 1


def _on(viewer: Viewer, body: Body, meetings: dict[int, date]) -> dict[int, list[Planned]]:
    found: dict[int, list[Planned]] = defaultdict(list)
    rows = Item.objects.visible_to(viewer).filter(body=body, meeting__in=list(meetings), state=ItemState.SCHEDULED)
    on_series = rows.exclude(series=None).values_list("series_id", "meeting_id", "id")
    for series, meeting, item in on_series:
        if series and meeting:
            found[series].append(Planned(meeting, item, meetings[meeting]))
    return found


def _line(
    one: Series, meetings: dict[int, date], planned: list[Planned], today: date, wrong: tuple[int, Form] | None
) -> Line:
    wanted = sum(one.since <= day and (one.until is None or day <= one.until) for day in meetings.values())
    inside = sum(one.since <= row.date and (one.until is None or row.date <= one.until) for row in planned)
    return Line(
        id=one.id,
        title=one.title,
        item_type=one.item_type,
        first=one.rule == Rule.FIRST,
        access=one.access,
        basis=one.basis,
        case=one.case_id,
        case_number=one.case.number,
        since=one.since,
        until=one.until,
        ended=one.until is not None and one.until < today,
        rolls=one.until is None and one.since.year < next_year(today),
        planned=tuple(sorted(planned, key=lambda row: row.date)),
        lacking=wanted - inside,
        end_form=wrong[1] if wrong and wrong[0] == one.id else EndForm(prefix=f"s{one.id}"),
    )
