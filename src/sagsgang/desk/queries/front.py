"""My table: what waits for me now, by role, and what happened lately."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from sagsgang.core import access
from sagsgang.core.models import Attendance, Followup, Item, Journal, Meeting, Signature
from sagsgang.core.rules.deadlines import last_day_to_send
from sagsgang.core.states import FollowupState, ItemState, MeetingState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.queries.happened import Happened, happened, newest

_SHOWN, _MOST = 12, 200
_OF_ITEM = ("public_title", "document_number", "state", "body__name", "author__name", "meeting__date")
_OF_MEETING = ("date", "start", "state", "body__name", "body__notice_days")
_BACK = timedelta(days=120)
_AHEAD = timedelta(days=60)
# Deeds of every keystroke, and of reading: not news.
_QUIET = ("item.write", "item.minute", "item.open_closed", "meeting.arrange")
_OVER = (MeetingState.PUBLISHED, MeetingState.CANCELLED)
_UNWRITTEN = (MeetingState.RUNNING, MeetingState.HELD, MeetingState.MINUTED)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item that waits. `day` is its meeting's, None when it has none."""

    id: int
    title: str
    body: str
    author: str
    day: date | None
    returned: bool


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting. `send_by` is the last day to send its agenda, None without a deadline or when it is sent."""

    id: int
    body: str
    day: date
    start: time
    state: str
    send_by: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """Something I promised."""

    item: int
    text: str
    due: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class Front:
    """The whole page. `nothing`: no list holds anything."""

    name: str
    drafts: tuple[ItemLine, ...]
    to_approve: tuple[ItemLine, ...]
    ready: tuple[ItemLine, ...]
    agendas: tuple[MeetingLine, ...]
    after: tuple[MeetingLine, ...]
    to_sign: tuple[MeetingLine, ...]
    my_meetings: tuple[MeetingLine, ...]
    promises: tuple[PromiseLine, ...]
    lately: tuple[Happened, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing waits."""
        waiting = (self.drafts, self.to_approve, self.ready, self.agendas, self.after, self.to_sign)
        return not any((*waiting, self.my_meetings, self.promises))


def front(viewer: Viewer) -> Front:
    """Five queries."""
    items = list(_items(viewer))
    meetings = list(_meetings(viewer))
    mine = viewer.bodies(Role.SECRETARY)
    kept = [one for one in meetings if one.body_id in mine]
    sat = [one for one in meetings if viewer.sits(one.body_id, one.date)]
    received = [one for one in meetings if viewer.receives(one.body_id, one.date)]
    return Front(
        name=viewer.name,
        drafts=_lines(one for one in items if one.state == ItemState.DRAFT),
        to_approve=_lines(one for one in items if one.state == ItemState.IN_REVIEW),
        ready=_lines(one for one in items if one.state == ItemState.APPROVED),
        agendas=_calls(one for one in kept if one.state in {MeetingState.PLANNED, MeetingState.ANNOUNCED}),
        after=_calls(one for one in kept if one.state in _UNWRITTEN),
        to_sign=_calls(one for one in sat if one.state == MeetingState.HELD and getattr(one, "unsigned", False)),
        my_meetings=_calls(one for one in received if one.state in {MeetingState.ANNOUNCED, MeetingState.RUNNING}),
        promises=tuple(_promise(one) for one in _promised(viewer)),
        lately=happened(_lately(viewer), viewer),
    )


def _items(viewer: Viewer) -> Iterable[Item]:
    """My drafts, what waits for my approval, what is ready for an agenda of mine."""
    turn = access.NOBODY
    for body, step in viewer.approves:
        turn |= Q(body=body, review_step=step)
    secretary = viewer.bodies(Role.SECRETARY)
    turn |= Q(body__in=secretary, body__steps=None)
    wanted = (
        Q(author=viewer.person, state=ItemState.DRAFT)
        | (Q(state=ItemState.IN_REVIEW) & turn & ~Q(author=viewer.person))
        | Q(state=ItemState.APPROVED, body__in=secretary)
    )
    sent_back = Journal.objects.unguarded("whether, not what").filter(item=OuterRef("pk"), kind="item.return")
    rows = Item.objects.visible_to(viewer).filter(wanted).annotate(returned=Exists(sent_back))
    shown = rows.select_related("body", "author", "meeting").only(*_OF_ITEM)
    return shown.order_by("id").distinct()[:_MOST]


def _meetings(viewer: Viewer) -> Iterable[Meeting]:
    """The meetings that I keep or sit in, soon or not finished."""
    today = timezone.localdate()
    near = Q(date__gte=today - _BACK, date__lte=today + _AHEAD)
    mine = Q(body__in=viewer.bodies(Role.SECRETARY)) | access.seated(viewer, "")
    rows = Meeting.objects.visible_to(viewer).filter(near, mine).exclude(state__in=_OVER)
    shown = rows.select_related("body").only(*_OF_MEETING).order_by("date", "start")
    return shown.annotate(unsigned=_unsigned(viewer)) if viewer.seats else shown


def _unsigned(viewer: Viewer) -> Q:
    """Whether the viewer was at the meeting and has not approved its minutes."""
    here = Attendance.objects.filter(meeting=OuterRef("pk"), person=viewer.person, present=True)
    signed = Signature.objects.filter(meeting=OuterRef("pk"), person=viewer.person)
    return Exists(here) & ~Exists(signed)


def _promised(viewer: Viewer) -> Iterable[Followup]:
    mine = Followup.objects.visible_to(viewer).filter(owner=viewer.person, state=FollowupState.OPEN)
    return mine.only("item", "text", "due_to").order_by("due_to", "id")[:_SHOWN]


def _lately(viewer: Viewer) -> Iterable[Journal]:
    return newest(Journal.objects.visible_to(viewer).exclude(kind__in=_QUIET))[:_SHOWN]


def _lines(items: Iterable[Item]) -> tuple[ItemLine, ...]:
    return tuple(
        ItemLine(
            id=item.id,
            title=item.public_title or item.document_number,
            body=item.body.name,
            author=item.author.name,
            day=item.meeting.date if item.meeting else None,
            returned=bool(getattr(item, "returned", False)) and item.state == ItemState.DRAFT,
        )
        for item in items
    )


def _calls(meetings: Iterable[Meeting]) -> tuple[MeetingLine, ...]:
    today = timezone.localdate()
    lines = []
    for one in meetings:
        days = one.body.notice_days if one.state == MeetingState.PLANNED else None
        send_by = last_day_to_send(one.date, days) if days is not None else None
        late = send_by is not None and send_by < today
        lines.append(MeetingLine(one.id, one.body.name, one.date, one.start, one.state, send_by, late))
    return tuple(lines)


def _promise(one: Followup) -> PromiseLine:
    late = one.due_to is not None and one.due_to < timezone.localdate()
    return PromiseLine(one.item_id, one.text, one.due_to, late)
