"""The minutes of the last meeting, approved at the next one: put first on its agenda, and decided in one click."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import dateformat, timezone

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.agenda import arrange
from sagsgang.core.commands.cases import open_case
from sagsgang.core.commands.decisions import decide, write_decision
from sagsgang.core.commands.minutes import approve_minutes, set_extract
from sagsgang.core.commands.numbers import document_number
from sagsgang.core.commands.routing import WayOn
from sagsgang.core.headings import heading_of
from sagsgang.core.models import Case, Decision, Item, Meeting, Point, RouteStep, Section
from sagsgang.core.rules import last_minutes
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, ItemType, SectionKind

WHY = "the secretary puts the approval of the last minutes on the agenda"
SAID = "Godkendt."
_HELD = (MeetingState.HELD, MeetingState.MINUTED, MeetingState.PUBLISHED)


def to_approve(meeting: Meeting) -> Meeting | None:
    """The body's last meeting before this one, when its minutes are on no agenda to be approved. One query."""
    earlier = Q(date__lt=meeting.date) | Q(date=meeting.date, start__lt=meeting.start)
    taken_up = Item.objects.unguarded(WHY).filter(minutes_of=OuterRef("pk")).exclude(state=ItemState.WITHDRAWN)
    held = Meeting.objects.unguarded(WHY).filter(earlier, body=meeting.body_id, state__in=_HELD)
    last = held.annotate(taken_up=Exists(taken_up)).order_by("-date", "-start").first()
    return None if last is None or getattr(last, "taken_up", False) else last


def put_first(by: Viewer, meeting: Meeting) -> Item:
    """Put the approval of the last meeting's minutes first on an agenda that is being made.

    Its case is the one that the body's minutes had before in the year, or a new one. It is as open as the body lets
    new items be. Raises Refused when there are no minutes to approve, or the agenda is out.
    """
    if meeting.state != MeetingState.PLANNED:
        raise Refused("Dagsordenen er udsendt.")
    with transaction.atomic():
        with act(by, "arrange", meeting):
            before = to_approve(meeting)
            if before is None:
                raise Refused("Der er intet referat, der skal på dagsordenen til godkendelse.")
            made = _made(by, meeting, before)
        arrange(by, meeting, [made.id])
    return made


def approve_last(by: Viewer, item: Item) -> WayOn | None:
    """Decide that the minutes are approved, in one go.

    Where no law asks for each member's signature, minutes that wait for approval are closed by that, and their cases
    go on. Raises Refused when something else was written, or it is another kind of item.
    """
    if item.minutes_of_id is None:
        raise Refused("Punktet godkender intet referat.")
    with transaction.atomic():
        found = Decision.objects.unguarded(WHY).filter(item=item).first()
        if found and found.text not in {"", SAID}:
            raise Refused("Der står en anden beslutning. Bekræft den, eller ret den først.")
        write_decision(by, item, SAID, found.version if found else 0)
        decide(by, item, OutcomeKind.APPROVED)
        if item.access == Access.CLOSED and not (item.public_extract or item.silence_reason):
            set_extract(by, item, f"{item.public_title}: godkendt.")
        before = _waiting(item)
        return approve_minutes(by, before) if before else None


def _waiting(item: Item) -> Meeting | None:
    """The meeting whose minutes the item approves, where they wait for it and the body may say so."""
    if item.body.statutory:
        return None
    held = Meeting.objects.unguarded(WHY).filter(pk=item.minutes_of_id or 0, state=MeetingState.HELD)
    return held.select_related("body").first()


def _made(by: Viewer, meeting: Meeting, before: Meeting) -> Item:
    day = dateformat.format(before.date, "j. F Y")
    made = Item.objects.create(
        case=_case(by, meeting),
        body=meeting.body,
        meeting=meeting,
        author_id=by.person,
        state=ItemState.SCHEDULED,
        item_type=ItemType.DECISION,
        public_title=last_minutes.title(day),
        document_number=document_number(timezone.localdate().year),
        access=meeting.body.new_items,
        minutes_of=before,
    )
    RouteStep.objects.create(item=made, position=0, body=meeting.body)
    kind = SectionKind.PRESENTATION
    text, access = last_minutes.presented(day), made.access
    Section.objects.create(item=made, kind=kind, heading=heading_of(kind), text=text, access=access, position=1)
    Point.objects.create(item=made, position=1, text=last_minutes.asked(day))
    return made


def _case(by: Viewer, meeting: Meeting) -> Case:
    year = timezone.localdate().year
    earlier = Item.objects.unguarded(WHY).filter(body=meeting.body, minutes_of__isnull=False, created_at__year=year)
    last = earlier.select_related("case").order_by("-id").first()
    return last.case if last else open_case(by, meeting.body)
