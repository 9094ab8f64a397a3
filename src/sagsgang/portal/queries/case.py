"""A case's whole way: every treatment on one time line, over years and bodies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sagsgang.archive.models import Entry
from sagsgang.archive.paging import Pager, Place, cut
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Decision, PaperKind
from sagsgang.portal.case_state import CaseState, Station, Step, case_state, stations
from sagsgang.portal.drawing import Drawing, draw
from sagsgang.portal.queries import texts
from sagsgang.portal.queries.lines import EntryLine, entries, entry_line
from sagsgang.portal.queries.promises import PromiseLine, promises_of

_SIZE = 25


@dataclass(frozen=True, slots=True)
class CaseTreatment:
    """The case at one meeting."""

    entry: EntryLine
    kind: str
    item_type: str
    decisions: tuple[Decision, ...]
    promises: tuple[PromiseLine, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """The case with its latest title and state, and its treatments, newest first.

    `state`, `stations` and `drawing` are of the newest page only: an older one cannot know how the case stands.
    """

    key: str
    number: str
    kle_number: str
    title: str
    treatments: tuple[CaseTreatment, ...]
    state: CaseState | None
    stations: tuple[Station, ...]
    drawing: Drawing | None
    pager: Pager


def case(key: str, today: date, start: Place | None) -> CasePage | None:
    """The case thread; None when no treatment of it is on the street."""
    rows, pager = cut(entries().select_related("body", "meeting__edition").filter(case_key=key), start, _SIZE)
    if not rows:
        return None
    promised = promises_of([row.pk for row in rows], today)
    told = [_told(row, promised.get(row.pk, ())) for row in rows]
    treatments = tuple(treatment for treatment, _ in told)
    steps = [step for _, step in reversed(told)]
    newest = not pager.newer
    return CasePage(
        key=key,
        number=rows[0].case_number,
        kle_number=rows[0].kle_number,
        title=rows[0].title,
        treatments=treatments,
        state=case_state(steps) if newest else None,
        stations=stations(steps) if newest else (),
        drawing=draw([treatment.entry for treatment in reversed(treatments)]) if newest else None,
        pager=pager,
    )


def _told(row: Entry, promised: tuple[PromiseLine, ...]) -> tuple[CaseTreatment, Step]:
    item = texts.item(row.data)
    own = tuple(decision for decision in item.decisions if decision.date == row.date)
    kind = row.meeting.edition.kind if row.meeting.edition else ""
    off = row.outcome == OutcomeKind.WITHDRAWN and not own
    outcomes = _outcomes(own, row.outcome)
    step = Step(row.body.name, row.date, outcomes, item.route, minuted=kind == PaperKind.MINUTES, withdrawn=off)
    return CaseTreatment(entry_line(row), kind, row.item_type, own, promised), step


def _outcomes(decisions: Sequence[Decision], primary: str) -> tuple[str, ...]:
    secondary = [kind.value for decision in decisions for kind in decision.outcome.secondary]
    return (primary, *secondary) if primary else tuple(secondary)
