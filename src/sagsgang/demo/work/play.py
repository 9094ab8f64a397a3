"""What has happened lately in the demo and what waits: a meeting over, one announced, some planned, drafts."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db import transaction
from django.utils import timezone

from sagsgang.core.commands import (
    agenda,
    approval,
    cases,
    closing,
    decisions,
    documents,
    followups,
    items,
    meetings,
    minutes,
    notes,
    sections,
    sending,
    series,
    sitting,
)
from sagsgang.core.models import Item, Meeting, Section
from sagsgang.core.models.series import Openness, Rule
from sagsgang.danish.deadlines import DueKind
from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.danish.working_days import add_working_days
from sagsgang.demo.work.attached import enclosures
from sagsgang.demo.work.texts import Draft, drafts
from sagsgang.demo.work.town import Town, settle
from sagsgang.paper.model import ItemType, SectionKind

_WHY = "the demo writes as the author of the item"
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Decided:
    """How an item of the meeting that is over was decided."""

    text: str
    outcome: OutcomeKind


_HELD = {
    "budgetopfoelgning": Decided("Anbefales.", OutcomeKind.RECOMMENDED),
    "telefontider": Decided(
        "Godkendt. Borgerservice fremlægger en evaluering på et direktionsmøde inden sommerferien.",
        OutcomeKind.APPROVED,
    ),
    "moedeplan": Decided("Taget til efterretning.", OutcomeKind.NOTED),
    "jordpulje": Decided("Godkendt.", OutcomeKind.APPROVED),
}
# Chefgruppen's, for the municipality's employees only.
_AMONG_LEADERS = {
    "hjemmearbejde": Decided("Godkendt.", OutcomeKind.APPROVED),
    "sommerlukning": Decided("Taget til efterretning.", OutcomeKind.NOTED),
}


def play(today: date) -> Town:
    """Set the house up and let it work, in one piece: all of it or nothing."""
    with transaction.atomic():
        # The year before as well: in January a meeting two weeks ago was held in it.
        town = settle(date(today.year - 1, 1, 9))
        _standing(town, today)
        _held(town, today)
        _held_among_leaders(town, today)
        _announced(town, today)
        _planned(town, today)
        _on_the_way(town)
    return town


def _standing(town: Town, today: date) -> None:
    lis, board = town["Lis"], town.bodies["Direktionen"]
    case = cases.open_case(lis, board, kle_number="00.22.02")
    telling = (
        "Sekretariatschefen indstiller, at direktionen vælger, hvad der skal fortælles om mødet, til hvem og hvornår."
    )
    for title, kind, asked in (("Formidling", ItemType.DECISION, telling), ("Eventuelt", ItemType.DISCUSSION, "")):
        series.add_series(
            lis,
            board,
            case,
            title=title,
            item_type=kind,
            access=Openness.BODY,
            rule=Rule.LAST,
            since=today - _YEAR,
            recommendation=asked,
        )


def _held(town: Town, today: date) -> None:
    """A meeting two weeks ago, whose minutes are out."""
    lis = town["Lis"]
    meeting = meetings.plan_meeting(lis, town.bodies["Direktionen"], add_working_days(today, -10))
    for name in _HELD:
        agenda.schedule(lis, _ready(town, name), meeting)
    _sit(town, meeting, time(10, 40), ("Mads", "Grethe", "Tue", "Anne-Lise"))


def _held_among_leaders(town: Town, today: date) -> None:
    """One of the heads of department, whose secretary approves what goes on the agenda."""
    lis = town["Lis"]
    meeting = meetings.plan_meeting(lis, town.bodies["Chefgruppen"], add_working_days(today, -6))
    for name in _AMONG_LEADERS:
        item = _written(town, name)
        approval.submit(town["Karen"], item)
        approval.approve(lis, item)
        agenda.schedule(lis, item, meeting)
    _sit(town, meeting, time(13, 50), ("Mads", "Bo", "Grethe"))


def _sit(town: Town, meeting: Meeting, end: time, members: tuple[str, ...]) -> None:
    """The agenda goes out, the meeting is held, and its minutes are signed and published."""
    lis = town["Lis"]
    sending.announce(lis, meeting)
    sitting.begin_meeting(lis, meeting)
    for item in _agenda(meeting):
        _decide(town, item)
    decisions.close_meeting(lis, meeting, end)
    for name in members:
        minutes.sign_on_paper(lis, meeting, town.people[name])
    minutes.approve_minutes(lis, meeting)
    minutes.publish_minutes(lis, meeting)


def _decide(town: Town, item: Item) -> None:
    lis = town["Lis"]
    named = {drafts()[name].title: (drafts()[name], how) for name, how in (_HELD | _AMONG_LEADERS).items()}
    draft, how = named.get(item.public_title, (None, Decided("Ingen.", OutcomeKind.NONE)))
    decisions.write_decision(lis, item, how.text, 0)
    decisions.decide(lis, item, how.outcome)
    for one in followups.proposals(item):
        dated = one.due.kind is not DueKind.NONE
        followups.promise(
            lis, item, one.text, town.people["Karen"], due=one.due if dated else None, undated=not dated
        )
    if draft and draft.extract:
        minutes.set_extract(lis, item, draft.extract)


def _announced(town: Town, today: date) -> None:
    """The next meeting: the agenda is out, and the members prepare."""
    lis, mads = town["Lis"], town["Mads"]
    meeting = meetings.plan_meeting(lis, town.bodies["Direktionen"], add_working_days(today, 3))
    ready = [_ready(town, name) for name in ("havnebad", "trivsel")]
    for item in ready:
        agenda.schedule(lis, item, meeting)
    sending.announce(lis, meeting)
    notes.note(mads, ready[0], "Spørg, om rampen også kan bruges om vinteren.")


def _planned(town: Town, today: date) -> None:
    """Meetings further ahead, one of which takes the items that are ready."""
    lis = town["Lis"]
    meetings.plan_meeting(lis, town.bodies["Direktionen"], add_working_days(today, 18))
    meetings.plan_meeting(lis, town.bodies["Økonomiudvalget"], add_working_days(today, 12))
    meetings.plan_meeting(lis, town.bodies["Kommunalbestyrelsen"], add_working_days(today, 17))
    # One more of each: what the first cannot reach has a day when it is expected to be decided.
    meetings.plan_meeting(lis, town.bodies["Økonomiudvalget"], add_working_days(today, 34))
    meetings.plan_meeting(lis, town.bodies["Kommunalbestyrelsen"], add_working_days(today, 39))
    _ready(town, "kunstgraes")


def _on_the_way(town: Town) -> None:
    """One that waits for Bo, and one that came back to Karen."""
    waiting = _written(town, "cykelsti")
    approval.submit(town["Karen"], waiting)
    case = cases.open_case(town["Karen"], town.bodies["Direktionen"], kle_number="00.13.00")
    returned = items.draft_item(town["Karen"], case, town.bodies["Direktionen"], ItemType.DECISION)
    items.set_title(town["Karen"], returned, "Fælles regler for kameraer på kommunens biler", returned.version)
    items.set_points(town["Karen"], returned, ["at reglerne godkendes"], "Chefen for Borger og Digital")
    approval.submit(town["Karen"], returned)
    approval.give_back(
        town["Bo"], returned, "Beskriv, hvor længe optagelser gemmes, og hør databeskyttelsesrådgiveren."
    )


def _ready(town: Town, name: str) -> Item:
    """An item that Karen has written and Bo has approved."""
    item = _written(town, name)
    approval.submit(town["Karen"], item)
    approval.approve(town["Bo"], item)
    return item


def _written(town: Town, name: str) -> Item:
    karen, draft = town["Karen"], drafts()[name]
    body = town.bodies[draft.route[0]]
    case = cases.open_case(karen, body, kle_number=draft.kle)
    item = items.draft_item(karen, case, body, draft.type)
    items.set_title(karen, item, draft.title, item.version)
    items.set_points(karen, item, draft.points, draft.recommender)
    items.set_route(karen, item, [town.bodies[stop] for stop in draft.route])
    for section in Section.objects.unguarded(_WHY).filter(item=item):
        if text := _text(draft, section.kind):
            sections.write_section(karen, section, text, section.version)
    for one in enclosures().get(name, ()):
        documents.attach(karen, item, one.name, one.data())
    if draft.closed:
        review = timezone.localdate() + _YEAR
        closing.close_item(karen, item, basis=draft.closed, review_on=review, secret_title=draft.secret)
    return item


def _text(draft: Draft, kind: str) -> str:
    texts = {
        SectionKind.SUMMARY: draft.summary,
        SectionKind.PRESENTATION: draft.presentation,
        SectionKind.FINANCES: draft.finances or "Ingen.",
    }
    return texts.get(SectionKind(kind), "")


def _agenda(meeting: Meeting) -> list[Item]:
    found = Item.objects.unguarded(_WHY).filter(meeting=meeting, number__isnull=False)
    return list(found.select_related("body", "case", "meeting").order_by("number"))
