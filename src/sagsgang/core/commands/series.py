"""Standing items: what is on every agenda of a body, and how a planned meeting is filled with it."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from sagsgang.core.act import Refused, begin
from sagsgang.core.commands.agenda import put
from sagsgang.core.commands.closing import LOOKED_AT_AFTER, known_basis
from sagsgang.core.commands.numbers import document_number
from sagsgang.core.headings import heading_of
from sagsgang.core.models import Body, Case, Item, Meeting, RouteStep, Section, Series
from sagsgang.core.models.series import Openness, Rule
from sagsgang.core.rules import wording
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.paper.model import Access, ItemType, SectionKind

WHY = "the secretary fills the agendas with what stands on each of them"


def add_series(
    by: Viewer,
    body: Body,
    case: Case,
    *,
    title: str,
    item_type: ItemType,
    rule: Rule,
    access: Openness,
    since: date,
    basis: str = "",
    until: date | None = None,
    text: str = "",
    recommendation: str = "",
) -> Series:
    """Put an item on every agenda of the body from a day on, for the meetings that are planned hereafter.

    `access` is chosen on purpose; a closed one says by which `basis` in law.
    """
    with begin(by, "series.add", Role.SECRETARY, body) as row:
        _check(title, since, until)
        if access is Openness.CLOSED:
            known_basis(basis)
        series = Series.objects.create(
            body=body,
            case=case,
            title=wording.line(title),
            item_type=ItemType(item_type),
            access=Openness(access),
            basis=basis if access is Openness.CLOSED else "",
            rule=Rule(rule),
            position=last_position(body, rule) + 1,
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


def place_series(by: Viewer, series: Series, rule: Rule, step: int = 0) -> None:
    """Let it stand first or last on the agendas that are planned hereafter, and `step` places further down there."""
    with begin(by, "series.place", Role.SECRETARY, series.body) as row:
        Body.objects.select_for_update().get(pk=series.body_id)
        series.refresh_from_db(fields=["rule", "position", "until"])
        if series.rule != rule:
            series.rule, series.position = Rule(rule), last_position(series.body, rule) + 1
        others = list(_running(series.body, timezone.localdate()).filter(rule=rule).exclude(pk=series.pk))
        at = sum(other.position < series.position for other in others) + step
        others.insert(min(max(at, 0), len(others)), series)
        for position, one in enumerate(others, 1):
            Series.objects.filter(pk=one.pk).update(rule=rule, position=position)
        row.case, row.subject = series.case, series.id
    series.refresh_from_db(fields=["rule", "position"])


def fill_planned(by: Viewer, series: Series) -> list[Item]:
    """Put the standing item on the agendas that are planned already and have it not; those that are out stay so."""
    with begin(by, "series.fill", Role.SECRETARY, series.body) as row:
        Body.objects.select_for_update().get(pk=series.body_id)
        waiting = Meeting.objects.unguarded(WHY).filter(
            body=series.body, state=MeetingState.PLANNED, date__gte=series.since
        )
        if series.until:
            waiting = waiting.filter(date__lte=series.until)
        has = Item.objects.unguarded(WHY).filter(series=series, meeting__in=waiting).values_list("meeting", flat=True)
        made = []
        for meeting in waiting.exclude(pk__in=list(has)).select_related("body").select_for_update(of=("self",)):
            made.append(_item(by, meeting, series, 0))
            put(made[-1], meeting)
        row.case, row.subject, row.facts = series.case, series.id, {"meetings": len(made)}
    return made


def fill(by: Viewer, meeting: Meeting) -> list[Item]:
    """The standing items of the meeting's body on its day, those that stand first before those that stand last."""
    running = _running(meeting.body, meeting.date).filter(since__lte=meeting.date).select_related("case")
    return [_item(by, meeting, series, place) for place, series in enumerate(running, 1)]


def last_position(body: Body, rule: Rule) -> int:
    """The place of the last standing item there, 0 when there is none."""
    found = body.series.filter(rule=rule).order_by("-position").values_list("position", flat=True).first()
    return found or 0


def _running(body: Body, day: date) -> QuerySet[Series]:
    """The series that have not ended before the day, also those that begin later."""
    return body.series.filter(Q(until=None) | Q(until__gte=day)).order_by("rule", "position", "id")


def _check(title: str, since: date, until: date | None) -> None:
    if not wording.line(title):
        raise Refused("Skriv, hvad det faste punkt hedder.")
    if len(wording.line(title)) > wording.TITLE_LENGTH:
        raise Refused(f"Titlen er for lang. Den må højst have {wording.TITLE_LENGTH} tegn.")
    if until and until < since:
        raise Refused("Slutdatoen ligger før startdatoen.")


def _access(series: Series, body: Body) -> Access:
    return Access(body.new_items if series.access == Openness.BODY else series.access)


def _item(by: Viewer, meeting: Meeting, series: Series, place: int) -> Item:
    item = Item.objects.create(
        case=series.case,
        body=meeting.body,
        meeting=meeting,
        author_id=by.person,
        state=ItemState.SCHEDULED,
        item_type=series.item_type,
        public_title=series.title,
        # The year it is reserved in, as records systems count: next year's standing items carry this year.
        document_number=document_number(timezone.localdate().year),
        access=_access(series, meeting.body),
        basis=series.basis,
        review_on=meeting.date + LOOKED_AT_AFTER if series.basis else None,
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
