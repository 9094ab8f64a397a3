"""Random deeds of random people: each picks what it needs and calls one command. Closed texts hold the canary."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils import timezone

from sagsgang.archive.intake.aside import Aside, every, keep
from sagsgang.core.act import Refused
from sagsgang.core.commands import (
    cases,
    conflicts,
    decisions,
    documents,
    followups,
    intake,
    items,
    last_minutes,
    meetings,
    minutes,
    notes,
    routing,
    series,
    substitutes,
)
from sagsgang.core.gate import findings
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import (
    Attendance,
    Body,
    Decision,
    Followup,
    Item,
    Meeting,
    Person,
    Presence,
    Seat,
    Section,
    Series,
    Vote,
)
from sagsgang.core.models.series import Openness, Rule
from sagsgang.core.states import FollowupState as F
from sagsgang.core.states import ItemState as I
from sagsgang.core.states import MeetingState as M
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper import model
from sagsgang.paper.model import Access, ItemType, SectionKind
from tests.core.world import CANARY, DAY, SEATED_SINCE, WHY, World, item, section, see

Row = TypeVar("Row", bound=Model)
CAST = ("karen", "per", "bo", "lis", "mads", "ida", "rut")
WORDS = (
    "Anbefales.",
    "Godkendt.",
    "Godkendt. Stopper i Direktionen.",
    "Udsat.",
    "Der udarbejdes en plan til næste møde.",
)
MOST_CASES, MOST_MEETINGS, MOST_SERIES, DOUBTFUL = 24, 6, 2, 2


class Nothing(Refused):
    """There is nothing that the deed could be done to: no step was taken."""


@dataclass(slots=True)
class Walk:
    """The world, the dice, and rows that pages loaded some steps ago."""

    there: World
    dice: Random
    old: list[Item] = field(default_factory=list)

    def item(self, *states: str) -> Item:
        """An item in one of the states, now and then one in any, or as a page saw it a while ago."""
        if self.old and self.dice.random() < 0.05:
            return self.dice.choice(self.old)
        rows = Item.objects.unguarded(WHY).select_related("body", "meeting__body", "case")
        found = self.one(rows.filter(state__in=states) if self.dice.random() < 0.95 else rows)
        self.old = [*self.old[-9:], found]
        return found

    def at_table(self) -> Item:
        """An item of a meeting that is held or was, mostly one that still has to be decided."""
        rows = Item.objects.unguarded(WHY).select_related("body", "meeting__body", "case")
        running = rows.filter(meeting__state=M.RUNNING, state=I.SCHEDULED)
        if self.dice.random() < 0.75:
            return self.one(running)
        return self.item(I.SCHEDULED, I.DECIDED)

    def meeting(self, *states: str) -> Meeting:
        """A meeting in one of the states, now and then in any."""
        rows = Meeting.objects.unguarded(WHY).select_related("body")
        filled = rows.filter(items__isnull=False).distinct()
        return self.one(filled.filter(state__in=states) if self.dice.random() < 0.95 else rows)

    def followup(self, *states: str) -> Followup:
        """A promise in one of the states."""
        rows = Followup.objects.unguarded(WHY).select_related("item__body", "item__case", "item__meeting")
        return self.one(rows.filter(state__in=states))

    def one(self, rows: QuerySet[Row]) -> Row:
        """One of the rows; the deed is off when there is none."""
        found = list(rows.order_by("id"))
        if not found:
            raise Nothing
        return self.dice.choice(found)

    def said(self, item: Item, text: str) -> str:
        """The text, with the canary in it where the item is closed."""
        closed = Item.objects.unguarded(WHY).get(pk=item.pk).access == Access.CLOSED
        return f"{text} {CANARY} {self.dice.randrange(99)}." if closed else f"{text} {self.dice.randrange(99)}."

    def body(self) -> Body:
        """One of the three."""
        return self.dice.choice((self.there.board, self.there.committee, self.there.council))

    def member(self, meeting: Meeting | None) -> Person:
        """Somebody who sits on the body, mostly."""
        rows = Person.objects.all()
        return self.one(rows.filter(seats__body=meeting.body) if meeting and self.dice.random() < 0.9 else rows)


def _draft(walk: Walk, by: Viewer) -> None:
    if Item.objects.unguarded(WHY).count() >= MOST_CASES:
        raise Nothing
    body, there = walk.body(), walk.there
    route = {there.board: (there.board, there.committee, there.council)}.get(body, (body,))
    case = cases.open_case(by, body)
    items.draft_item(by, case, body, ItemType.DECISION, title="Ny svømmehal", route=route)


def _write(walk: Walk, by: Viewer) -> None:
    item = walk.item(I.DRAFT, I.IN_REVIEW, I.APPROVED, I.SCHEDULED)
    section = walk.one(Section.objects.unguarded(WHY).filter(item=item))
    items.write_section(by, section, walk.said(item, "Sagen skal afgøres"), section.version)


def _points(walk: Walk, by: Viewer) -> None:
    item = walk.item(I.DRAFT)
    items.set_points(by, item, [walk.said(item, "at det godkendes")], "Direktøren")


def _close_item(walk: Walk, by: Viewer) -> None:
    item = walk.item(I.DRAFT, I.IN_REVIEW)
    secret = CANARY if item.access == Access.CLOSED else ""
    items.close_item(by, item, basis=LEGAL_BASES[0], review_on=date(2030, 1, 1), secret_title=secret)


def _attach(walk: Walk, by: Viewer) -> None:
    item = walk.item(I.DRAFT, I.SCHEDULED)
    text = walk.said(item, "Notat")
    documents.attach(by, item, "notat.txt", text.encode(), title=text)


def _plan(walk: Walk, by: Viewer) -> None:
    if Meeting.objects.unguarded(WHY).count() >= MOST_MEETINGS:
        raise Nothing
    day = DAY + timedelta(days=walk.dice.randrange(0, 60))
    meetings.plan_meeting(by, walk.body(), day, start=time(walk.dice.randrange(8, 20)), place="Mødelokale 1")


def _schedule(walk: Walk, by: Viewer) -> None:
    item = walk.item(I.APPROVED)
    rows = Meeting.objects.unguarded(WHY).filter(body=item.body, state__in=(M.PLANNED, M.ANNOUNCED, M.RUNNING))
    meetings.schedule(by, item, walk.one(rows.select_related("body")))


def _look_through(walk: Walk, by: Viewer) -> None:
    meeting = walk.meeting(M.PLANNED, M.MINUTED)
    for found in findings(meeting):
        meetings.dismiss(by, meeting, found.key, "Set efter")


def _minute(walk: Walk, by: Viewer) -> None:
    item = walk.at_table()
    found = Decision.objects.unguarded(WHY).filter(item=item).first()
    version = found.version if found and walk.dice.random() < 0.9 else 0
    decisions.write_decision(by, item, walk.said(item, walk.dice.choice(WORDS)), version)


def _decide(walk: Walk, by: Viewer) -> None:
    item = walk.at_table()
    outcome = walk.dice.choice(tuple(OutcomeKind))
    (decisions.redecide if item.state == I.DECIDED else decisions.decide)(by, item, outcome)


def _vote(walk: Walk, by: Viewer) -> None:
    item = walk.at_table()
    person = walk.member(item.meeting)
    decisions.vote(by, item, {person.id: walk.dice.choice(Vote.Choice.values)} if walk.dice.random() < 0.6 else {})


def _dissent(walk: Walk, by: Viewer) -> None:
    item = walk.at_table()
    decisions.dissent(by, item, walk.member(item.meeting), walk.said(item, "Jeg er imod"))


def _bring(walk: Walk, by: Viewer) -> None:
    item = walk.item(I.DECIDED)
    decisions.bring(by, item, walk.member(item.meeting) if walk.dice.random() < 0.8 else None)


def _presence(walk: Walk, by: Viewer) -> None:
    item = walk.at_table()
    away, conflict = walk.dice.choice(((True, False), (False, True), (False, False)))
    decisions.set_presence(by, item, walk.member(item.meeting), away=away, conflict=conflict)


def _record(walk: Walk, by: Viewer) -> None:
    meeting = walk.meeting(M.RUNNING, M.HELD)
    decisions.record(by, meeting, walk.member(meeting), present=walk.dice.random() < 0.8)


def _add_item(walk: Walk, by: Viewer) -> None:
    if Item.objects.unguarded(WHY).count() >= MOST_CASES:
        raise Nothing
    item = walk.item(I.DRAFT, I.DECIDED)
    decisions.add_item(by, walk.meeting(M.RUNNING), item.case, "Hasteopgave", ItemType.DISCUSSION)


def _promise(walk: Walk, by: Viewer) -> None:
    item = walk.item(I.SCHEDULED, I.DECIDED)
    owner = Person.objects.get(pk=walk.there.karen.person)
    followups.promise(by, item, walk.said(item, "Der laves en plan"), owner, undated=True)


def _tell(walk: Walk, by: Viewer) -> None:
    minutes.set_extract(by, walk.item(I.SCHEDULED, I.DECIDED), "Sagen blev behandlet.")


def _series(walk: Walk, by: Viewer) -> None:
    """A standing item begins, is put on what is planned, or ends."""
    running = list(Series.objects.filter(until=None).select_related("body", "case").order_by("id"))
    if len(running) < MOST_SERIES:
        body, case = walk.body(), walk.item(*I).case
        words = {"title": "Eventuelt", "item_type": ItemType.INFORMATION, "rule": Rule.LAST, "access": Openness.BODY}
        series.add_series(by, body, case, since=DAY, **words)  # type: ignore[arg-type]
        return
    one = walk.dice.choice(running)
    if walk.dice.random() < 0.5 and Item.objects.unguarded(WHY).count() < MOST_CASES:
        series.fill_planned(by, one)
    else:
        series.end_series(by, one, DAY + timedelta(days=30))


def _judge(walk: Walk, by: Viewer) -> None:
    """A paper that was read with doubts is taken in or turned down."""
    waiting = list(every())
    if not waiting:
        raise Nothing
    one = walk.dice.choice(waiting)
    if walk.dice.random() < 0.5:
        intake.accept(by, one)
    else:
        intake.reject(by, one, "Ulæselig")


def _call_in(walk: Walk, by: Viewer) -> None:
    meeting = walk.meeting(M.PLANNED, M.ANNOUNCED)
    called = Attendance.objects.filter(meeting=meeting, instead_of__isnull=False).select_related("person").first()
    if called:
        substitutes.call_off(by, meeting, called.person)
    else:
        substitutes.call_in(by, meeting, walk.member(meeting), walk.member(meeting))


def _conflict(walk: Walk, by: Viewer) -> None:
    """Somebody of the cast, mostly not the one secretary, has a conflict of interest, or has none after all."""
    item = walk.item(*I)
    name = walk.dice.choice(CAST if walk.dice.random() < 0.05 else ("karen", "per", "bo", "mads"))
    person = Person.objects.get(pk=getattr(walk.there, name).person)
    held = Presence.objects.filter(item=item, conflict=True).select_related("person").first()
    if held and walk.dice.random() < 0.8:
        conflicts.requalify(by, item, held.person)
    else:
        conflicts.disqualify(by, item, person)


def _note(walk: Walk, by: Viewer) -> None:
    notes.note(by, walk.item(I.SCHEDULED), f"{CANARY} husk at spørge")


def _highlight(walk: Walk, by: Viewer) -> None:
    held = walk.item(I.SCHEDULED)
    text = Section.objects.unguarded(WHY).filter(item=held).exclude(text="").first()
    notes.highlight(by, held, text.text if text else CANARY)


def _remark(walk: Walk, by: Viewer) -> None:
    item = walk.item(I.DECIDED)
    routing.remark(by, item, walk.said(item, "Nye tal"))


def _supplement(walk: Walk, by: Viewer) -> None:
    meetings.supplement(by, walk.meeting(M.ANNOUNCED), late_reason="Sagen haster")


def _hour(walk: Walk, by: Viewer) -> None:
    """An hour is chosen for an agenda, or taken back."""
    meeting = walk.meeting(M.PLANNED)
    if meeting.send_at:
        meetings.keep_back(by, meeting)
    else:
        at = timezone.make_aware(datetime.combine(DAY - timedelta(days=1), time(8)))
        meetings.announce_at(by, meeting, at, late_reason="Sagen haster")


def _last_minutes(walk: Walk, by: Viewer) -> None:
    """The last minutes are put on an agenda, or approved at the meeting."""
    waiting = Item.objects.unguarded(WHY).filter(minutes_of__isnull=False, meeting__state=M.RUNNING)
    if found := waiting.select_related("body", "meeting__body", "case").first():
        last_minutes.approve_last(by, found)
    else:
        last_minutes.put_first(by, walk.meeting(M.PLANNED))


def _doubtful(there: World, place: int) -> Aside:
    """A paper of the board that was read in, with a closed item."""
    secret = model.Item(
        number="1",
        title="Lejemål",
        access=Access.CLOSED,
        sections=(model.Section(kind=SectionKind.PRESENTATION, heading="", text=CANARY, access=Access.CLOSED),),
    )
    day = DAY - timedelta(days=7 * (place + 1))
    paper = model.Paper(
        kind=model.PaperKind.MINUTES, authority="Solbjerg Kommune", body=there.board.name, date=day, items=(secret,)
    )
    name = f"{place}" * 12
    return Aside(id=name, audience="employees", source="x.txt", digest=name, paper=paper, doubts=())


def begun(there: World, dice: Random) -> Walk:
    """A house with some cases under way: closed ones in the executive board, open ones in the committee."""
    Seat.objects.create(person_id=there.per.person, body=there.board, since=SEATED_SINCE, substitute=True)
    there = replace(there, per=see(Person.objects.get(pk=there.per.person)))
    for place in range(DOUBTFUL):
        keep(_doubtful(there, place))
    walk = Walk(there, dice)
    for place, body in enumerate((there.board, there.committee, there.board, there.council, there.board)):
        access = Access.CLOSED if body == there.board else Access.OPEN
        state = I.APPROVED if place < 4 else I.IN_REVIEW
        route = (there.board, there.committee, there.council) if body == there.board else (body,)
        made = item(there, body, state, access=access, route=route)
        section(made, SectionKind.SUMMARY, walk.said(made, "Sagen kort"), access)
        meetings.plan_meeting(there.lis, body, DAY + timedelta(days=place), start=time(9))
    return walk


Deed = Callable[[Walk, Viewer], Any]
# What is done, whose hand it is in, and how often it is tried.
DEEDS: tuple[tuple[Deed, str, int], ...] = (
    (_draft, "karen", 12),
    (_write, "karen", 12),
    (_points, "karen", 15),
    (_close_item, "karen", 15),
    (_attach, "karen", 6),
    (lambda w, by: items.submit(by, w.item(I.DRAFT)), "karen", 21),
    (lambda w, by: items.give_back(by, w.item(I.IN_REVIEW, I.APPROVED), "Ret tallene"), "bo", 3),
    (lambda w, by: items.approve(by, w.item(I.IN_REVIEW)), "bo", 15),
    (lambda w, by: items.approve(by, w.item(I.IN_REVIEW)), "lis", 15),
    (lambda w, by: items.recall(by, w.item(I.IN_REVIEW)), "karen", 1),
    (lambda w, by: items.discard(by, w.item(I.DRAFT)), "karen", 2),
    (_plan, "lis", 3),
    (_schedule, "lis", 21),
    (lambda w, by: meetings.unschedule(by, w.item(I.SCHEDULED)), "lis", 1),
    (lambda w, by: meetings.withdraw(by, w.item(I.SCHEDULED), "Taget af"), "lis", 3),
    (lambda w, by: meetings.cancel(by, w.meeting(M.PLANNED, M.ANNOUNCED), "Aflyst"), "lis", 1),
    (_look_through, "lis", 15),
    (lambda w, by: meetings.announce(by, w.meeting(M.PLANNED), late_reason="Sagen haster"), "lis", 18),
    (_supplement, "lis", 3),
    (lambda w, by: decisions.begin_meeting(by, w.meeting(M.ANNOUNCED)), "lis", 12),
    (lambda w, by: decisions.undo_begin(by, w.meeting(M.RUNNING)), "lis", 1),
    (_record, "lis", 6),
    (_presence, "lis", 9),
    (_minute, "lis", 27),
    (_decide, "lis", 24),
    (_vote, "lis", 9),
    (_dissent, "lis", 6),
    (_add_item, "lis", 3),
    (lambda w, by: decisions.move_item(by, w.item(I.SCHEDULED), w.dice.randrange(5)), "lis", 3),
    (_bring, "lis", 3),
    (_promise, "lis", 9),
    (lambda w, by: followups.complete(by, w.followup(F.OPEN), f"{CANARY} gjort"), "karen", 3),
    (lambda w, by: followups.drop(by, w.followup(F.OPEN), "Overhalet"), "lis", 3),
    (lambda w, by: followups.reopen(by, w.followup(F.DONE)), "lis", 3),
    (lambda w, by: decisions.close_meeting(by, w.meeting(M.RUNNING), time(20)), "lis", 24),
    (lambda w, by: minutes.sign(by, w.meeting(M.HELD)), "mads", 12),
    (lambda w, by: minutes.sign(by, w.meeting(M.HELD)), "ida", 9),
    (_tell, "lis", 15),
    (lambda w, by: minutes.approve_minutes(by, w.meeting(M.HELD)), "lis", 12),
    (lambda w, by: minutes.publish_minutes(by, w.meeting(M.MINUTED)), "lis", 24),
    (lambda w, by: minutes.add_correction(by, w.meeting(M.PUBLISHED), "Rettet et tal"), "lis", 3),
    (lambda w, by: routing.forward(by, w.item(I.DECIDED)), "lis", 12),
    (lambda w, by: routing.stop(by, w.item(I.DECIDED), "Stopper her"), "lis", 3),
    (lambda w, by: routing.skip(by, w.item(I.DECIDED), "Efter aftale"), "lis", 3),
    (lambda w, by: routing.resume(by, w.item(I.DECIDED), "Skal på igen"), "lis", 6),
    (lambda w, by: routing.resume(by, w.item(I.WITHDRAWN), "Klar igen"), "lis", 3),
    (lambda w, by: routing.stop(by, w.item(I.WITHDRAWN), "Opgivet"), "lis", 1),
    (_remark, "lis", 6),
    (_hour, "lis", 3),
    (_last_minutes, "lis", 3),
    (_note, "mads", 3),
    (_highlight, "mads", 3),
    (_series, "lis", 3),
    (_judge, "lis", 1),
    (_call_in, "lis", 3),
    (_conflict, "rut", 3),
)
