"""Standing items: what is on every agenda of a body, and how a planned meeting is filled with it."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from sagsgang.core.act import Refused, begin
from sagsgang.core.commands.numbers import document_number
from sagsgang.core.headings import heading_of
from sagsgang.core.models import Body, Case, Item, Meeting, RouteStep, Section, Series
from sagsgang.core.models.series import Rule
from sagsgang.core.rules import wording
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.paper.model import ItemType, SectionKind


def add_series(
    by: Viewer,
    body: Body,
    case: Case,
    *,
    title: str,
    item_type: ItemType,
    rule: Rule,
    since: date,
    until: date | None = None,
    text: str = "",
    recommendation: str = "",
) -> Series:
    """Put an item on every agenda of the body from a day on, for the meetings that are planned hereafter."""
    with begin(by, "series.add", Role.SECRETARY, body) as row:
        _check(title, since, until)
        series = Series.objects.create(
            body=body,
            case=case,
            title=wording.line(title),
            item_type=ItemType(item_type),
            rule=Rule(rule),
            position=body.series.filter(rule=rule).count() + 1,
            since=since,
            until=until,
            text=wording.text(text),
            recommendation=wording.text(recommendation),
        )
        row.case, row.subject = case, series.id
    return series


def end_series(by: Viewer, series: Series, until: date) -> None:
    """Let the series end on that day; meetings that have been filled keep their items."""
    with begin(by, "series.end", Role.SECRETARY, series.body, until=until.isoformat()) as row:
        _check(series.title, series.since, until)
        series.until = until
        series.save(update_fields=["until"])
        row.case, row.subject = series.case, series.id


def fill(by: Viewer, meeting: Meeting) -> list[Item]:
    """The standing items of the meeting's body on its day, those that stand first before those that stand last."""
    valid = Q(until=None) | Q(until__gte=meeting.date)
    running = meeting.body.series.filter(valid, since__lte=meeting.date).select_related("case")
    return [_item(by, meeting, series, place) for place, series in enumerate(running, 1)]


def _check(title: str, since: date, until: date | None) -> None:
    if not wording.line(title):
        raise Refused("Skriv, hvad det faste punkt hedder.")
    if len(wording.line(title)) > wording.TITLE_LENGTH:
        raise Refused(f"Titlen er for lang. Den må højst have {wording.TITLE_LENGTH} tegn.")
    if until and until < since:
        raise Refused("Slutdatoen ligger før startdatoen.")


def _item(by: Viewer, meeting: Meeting, series: Series, place: int) -> Item:
    item = Item.objects.create(
        case=series.case,
        body=meeting.body,
        meeting=meeting,
        author_id=by.person,
        state=ItemState.SCHEDULED,
        item_type=series.item_type,
        public_title=series.title,
        document_number=document_number(timezone.localdate().year),
        access=meeting.body.new_items,
        position=place,
        series=series,
    )
    RouteStep.objects.create(item=item, position=0, body=meeting.body)
    written = ((SectionKind.RECOMMENDATION, series.recommendation), (SectionKind.PRESENTATION, series.text))
    Section.objects.bulk_create(
        Section(item=item, kind=kind, heading=heading_of(kind), text=text, access=item.access, position=at)
        for at, (kind, text) in enumerate(written, 1)
        if text.strip()
    )
    return item
