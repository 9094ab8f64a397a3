"""One item while the meeting runs: what is decided on, who takes part, what was decided and promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Exists, OuterRef, Subquery
from django.http import Http404

from sagsgang.core.act import holds
from sagsgang.core.beside import beside, listed
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Attachment, Decision, Followup, Item, Meeting, Point, RouteStep, Section
from sagsgang.core.rules.promises import promised, resolve
from sagsgang.core.rules.routes import held_back
from sagsgang.core.states import ItemState, MeetingState, Thing, from_here
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import classify
from sagsgang.desk.decision_words import CHOICES, outcome_choices
from sagsgang.desk.keeping import key_of
from sagsgang.desk.phrases import phrases
from sagsgang.desk.queries import following
from sagsgang.desk.queries.attendance import Attender, Named, people_at
from sagsgang.desk.queries.head import Head, head
from sagsgang.desk.queries.reach import leads
from sagsgang.desk.queries.way_on import led_on
from sagsgang.paper.model import Access

_TO_COME = (MeetingState.PLANNED, MeetingState.ANNOUNCED)
_UNAPPROVED = (MeetingState.RUNNING, MeetingState.HELD)
_ON_AGENDA = (ItemState.SCHEDULED, ItemState.DECIDED, ItemState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Stop:
    """An item in the list at the side."""

    id: int
    number: int | None
    title: str
    closed: bool
    state: str
    here: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A section to read."""

    heading: str
    text: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Voted:
    """A point of the recommendation, who recommends it, and the outcome that it got."""

    position: int
    recommender: str
    text: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised at the item, as it was confirmed."""

    id: int
    text: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """A promise that was found in the decision and that nobody has confirmed.

    `who`: as named there; `owner`: the one person here who is called that, None where nobody or several are.
    """

    text: str
    who: str
    owner: int | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Added:
    """What somebody typed to take up at the table. `unknown`: no case has the number."""

    title: str
    number: str
    item_type: str
    basis: str
    unknown: bool


@dataclass(frozen=True, slots=True)
class Live:
    """`verbs`: what the table lets the viewer do with the item now, guards apart. `decision` None: nothing yet.

    `promised`: at earlier treatments of the case, and not done. `unsaved`: what somebody typed that was not kept, as
    another had written first; `added`: as it could not be taken up.
    """

    head: Head
    item: Item
    inner_title: str
    case_number: str
    decision: Decision | None
    stops: tuple[Stop, ...]
    before: Stop | None
    after: Stop | None
    texts: tuple[Text, ...]
    points: tuple[Voted, ...]
    attachments: tuple[Attachment, ...]
    attenders: tuple[Attender, ...]
    promises: tuple[Promise, ...]
    promised: tuple[following.Promise, ...]
    found: tuple[Found, ...]
    people: Named
    deputies: Named
    phrases: tuple[str, ...]
    verbs: frozenset[str]
    keep_key: str
    together: str = ""
    unsaved: str = ""
    added: Added | None = None

    @property
    def writes(self) -> bool:
        """Whether the decision may be written now: until the minutes are approved."""
        return bool(self.verbs & {"minute", "redecide"}) and self.head.state in _UNAPPROVED

    @property
    def leads(self) -> bool:
        """Whether the case is led on from here: its meeting is over, or it was taken off the agenda."""
        return "resume" in self.verbs and (self.head.over or self.item.state == ItemState.WITHDRAWN)

    @property
    def kept_here(self) -> str:
        """Why the decision keeps the case from its next body (Danish); "" when it goes on."""
        if self.decision is None:
            return ""
        secondary = classify(self.decision.text).secondary
        return held_back(self.decision.outcome, secondary, brought=self.decision.brought_by_id is not None)

    @property
    def attends(self) -> bool:
        """Whether one may write who is away from the item."""
        return "attend" in self.verbs and self.head.state in _UNAPPROVED

    @property
    def may_bring(self) -> bool:
        """Whether a member may have the decision brought before the council now (styrelsesloven § 23)."""
        return "bring" in self.verbs and self.head.running and self.item.body.answers_to_council

    @property
    def brought_by(self) -> str:
        """Who has it brought there; "" for nobody."""
        by = self.decision.brought_by_id if self.decision else None
        return next((one.name for one in self.attenders if one.person == by), "")

    @property
    def outcomes(self) -> tuple[tuple[str, str], ...]:
        """The outcomes to choose from."""
        return outcome_choices()

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """How one can vote."""
        return tuple((str(value), str(name)) for value, (name, _tone) in CHOICES.items())

    @property
    def bases(self) -> tuple[str, ...]:
        """By which law the doors may be closed for what is taken up."""
        return LEGAL_BASES

    @property
    def undecided(self) -> int:
        """How many items still want a decision."""
        return sum(stop.state == ItemState.SCHEDULED for stop in self.stops)

    @property
    def voted(self) -> bool:
        """Whether anybody's vote was entered."""
        return any(one.choice for one in self.attenders)


def live(viewer: Viewer, meeting: int, wanted: int) -> Live:
    """The item of a meeting that the viewer leads; raises Http404. Seven queries, whatever the number of items."""
    items = list(_agenda(viewer, meeting))
    item = next((one for one in items if one.id == wanted), None)
    if item is None or item.meeting is None or not leads(viewer, item.body_id):
        raise Http404
    stops = [_stop(one, item) for one in items]
    at = items.index(item)
    sections = list(Section.objects.visible_to(viewer).filter(item=item))
    promises = tuple(_promises(viewer, item))
    people = people_at(item.meeting, item)
    page = Live(
        head=head(item.meeting),
        item=item,
        inner_title=next((one.text for one in sections if one.kind == Section.TITLE), ""),
        case_number=item.case.number,
        decision=getattr(item, "decision", None),
        stops=tuple(stops),
        before=_first_left(reversed(stops[:at])),
        after=_first_left(stops[at + 1 :]),
        texts=tuple(_texts(sections)),
        points=tuple(_points(viewer, item)),
        attachments=tuple(Attachment.objects.visible_to(viewer).filter(item=item)),
        attenders=people.listed,
        promises=promises,
        promised=following.promised_before(viewer, item),
        found=tuple(_found(item, {promise.text for promise in promises}, people.employed)),
        people=people.employed,
        deputies=people.deputies,
        phrases=phrases(item.item_type, item.body.name, goes_on=getattr(item, "goes_on", False)),
        verbs=verbs(viewer, item),
        keep_key=key_of(viewer),
        together=listed(beside(items).get(item.id, ())),
    )
    return _hidden(page) if item.id in viewer.conflicts else page


def _first_left(stops: Iterable[Stop]) -> Stop | None:
    """The first that was not taken off the agenda."""
    return next((stop for stop in stops if stop.state != ItemState.WITHDRAWN), None)


def _hidden(page: Live) -> Live:
    """What is left for a secretary with a conflict of interest: that the item is there, and nothing of it."""
    return replace(
        page,
        decision=None,
        attenders=(),
        promised=(),
        found=(),
        people=(),
        deputies=(),
        phrases=(),
        verbs=frozenset(),
    )


def sitting_at(viewer: Viewer, meeting: Meeting) -> int | None:
    """The first item without a decision, else the last one; None when there is no item."""
    found = Item.objects.visible_to(viewer).filter(meeting=meeting, state__in=_ON_AGENDA)
    rows = list(found.order_by("position", "number", "id").values_list("id", "state"))
    waiting = [item for item, state in rows if state == ItemState.SCHEDULED]
    return next(iter(waiting), rows[-1][0] if rows else None)


def verbs(viewer: Viewer, item: Item) -> frozenset[str]:
    """What the table gives the viewer in the item's state, without asking the guards."""
    return frozenset(move.verb for move in from_here(Thing.ITEM, item.state) if holds(viewer, move.who, item))


def _agenda(viewer: Viewer, meeting: int) -> Iterable[Item]:
    """The items in order, each with whether its route goes on, where it was led, and when its body meets next."""
    further = RouteStep.objects.filter(item=OuterRef("pk"), position__gt=OuterRef("step"))
    later = Meeting.objects.unguarded("a date of a meeting is no secret").filter(
        body=OuterRef("body"), date__gt=OuterRef("meeting__date"), state__in=_TO_COME
    )
    shown = Item.objects.visible_to(viewer).filter(meeting=meeting, state__in=_ON_AGENDA)
    with_rows = shown.select_related("case", "body", "decision", "meeting__body")
    marked = with_rows.annotate(
        goes_on=Exists(further),
        next_date=Subquery(later.order_by("date").values("date")[:1]),
        led_to=Subquery(led_on().values("body__name")[:1]),
    )
    return marked.order_by("position", "number", "id")


def _stop(item: Item, here: Item) -> Stop:
    closed = item.access == Access.CLOSED
    return Stop(item.id, item.number, item.public_title, closed, item.state, item.id == here.id)


def _texts(sections: Sequence[Section]) -> Iterable[Text]:
    for section in sections:
        if section.kind != Section.TITLE and section.text.strip():
            yield Text(section.heading, section.text, section.access == Access.CLOSED)


def _points(viewer: Viewer, item: Item) -> Iterable[Voted]:
    for point in Point.objects.visible_to(viewer).filter(item=item):
        yield Voted(point.position, point.recommender, point.text, point.outcome)


def _promises(viewer: Viewer, item: Item) -> Iterable[Promise]:
    found = Followup.objects.visible_to(viewer).filter(item=item).select_related("owner").order_by("id")
    for one in found:
        yield Promise(one.id, one.text, one.owner.name, one.due_to)


def _found(item: Item, kept: set[str], people: Named) -> Iterable[Found]:
    """The promises in the words of the decision, those apart that are confirmed already."""
    decision = getattr(item, "decision", None)
    if decision is None or item.meeting is None:
        return
    planned = [day] if (day := getattr(item, "next_date", None)) else []
    said_on = item.meeting.date
    for one in promised(decision.text, said_on, item.body.name):
        if one.text not in kept:
            yield Found(one.text, one.who or "", _called(one.who, people), resolve(one.due, said_on, planned).end)


def _called(who: str | None, people: Named) -> int | None:
    """The one person of that name, or of that first name."""
    wanted = (who or "").casefold()
    named = [person for person, name in people if name.casefold() == wanted]
    named = named or [person for person, name in people if name.casefold().partition(" ")[0] == wanted]
    return named[0] if len(named) == 1 else None
