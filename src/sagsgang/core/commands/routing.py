"""The way on: to the next body, past it, no further, or back to the table once more."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import dateformat, timezone

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.carrying import carry
from sagsgang.core.commands.reasons import look_at
from sagsgang.core.headings import heading_of
from sagsgang.core.models import Body, Decision, Item, Meeting, Presence, Reason, RouteStep, Section, StepState
from sagsgang.core.rules import routes, wording
from sagsgang.core.rules.suffix import plain_title, resumed_title
from sagsgang.core.standing import standing
from sagsgang.core.states import TO_COME, ItemState, MeetingState, Thing, find
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import classify
from sagsgang.paper.model import Access, SectionKind

WHY = "the verb was allowed: the secretary leads the case on"
BROUGHT = "Indbragt for kommunalbestyrelsen"


def forward(by: Viewer, item: Item) -> Item:
    """Draft the item of the next body, with its texts, open attachments and what was decided so far.

    It waits for that body's chain of approvers, or is ready where there is none.
    """
    with act(by, "forward", item):
        step = _next_step(item)
        state = ItemState.IN_REVIEW if step.body.steps.exists() else ItemState.APPROVED
        made = carry(item, step.body, state, title=plain_title(item.public_title), step=step.position)
        _tell_who_brought(item, made)
        return made


def _tell_who_brought(item: Item, made: Item) -> None:
    """The council reads which member had the decision brought before it."""
    found = Decision.objects.unguarded(WHY).filter(item=item).select_related("brought_by").first()
    if item.meeting and found and found.brought_by:
        day = dateformat.format(item.meeting.date, "j. F Y")
        Section.objects.create(
            item=made,
            kind=SectionKind.OTHER,
            heading=BROUGHT,
            text=f"{found.brought_by.name} har indbragt {item.body.name}s beslutning af {day} (styrelsesloven § 23).",
            access=made.access,
            basis=made.basis,
            position=made.sections.unguarded(WHY).count(),
        )


def stop(by: Viewer, item: Item, reason: str, *, looked: bool = False) -> None:
    """End the route here: the bodies that were planned after this one do not get the case.

    Where this one has not finished with it, it will not: the case is not taken up again.
    """
    said = _given(reason)
    with act(by, "stop", item, **_facts(item, said)):
        _look_at(item, said, looked=looked)
        undone = RouteStep.objects.filter(item=item, position__gte=item.step, state=StepState.PLANNED)
        undone.update(state=StepState.STOPPED, reason=_for_all(item, said))
        _keep(by, "stop", item, said)


def skip(by: Viewer, item: Item, reason: str, *, looked: bool = False) -> None:
    """Pass over the next body of the route."""
    said = _given(reason)
    with act(by, "skip", item, **_facts(item, said)):
        _look_at(item, said, looked=looked)
        step = RouteStep.objects.filter(pk=_next_step(item).pk)
        step.update(state=StepState.SKIPPED, reason=_for_all(item, said))
        _keep(by, "skip", item, said)


def resume(by: Viewer, item: Item, reason: str, *, body: Body | None = None, looked: bool = False) -> Item:
    """Take the case up again at the same body, or at an earlier one of its route; its author works it over.

    The title says which treatment it goes on from; what was taken off an agenda was not treated there. Raises Refused
    when the body is not on the route so far.
    """
    said = _given(reason)
    with act(by, "resume", item, body=body.id if body else None, **_facts(item, said)):
        _look_at(item, said, looked=looked)
        _keep(by, "resume", item, said)
        meeting = item.meeting
        if meeting is None:
            raise Refused("Punktet har ikke været på et møde.")
        gone = item.state == ItemState.WITHDRAWN
        title = item.public_title if gone else resumed_title(item.public_title, meeting.date, timezone.localdate())
        return carry(item, body or item.body, ItemState.DRAFT, title=title, step=_place(item, body))


def _place(item: Item, body: Body | None) -> int:
    """The place on the route that the case goes back to."""
    if body is None or body == item.body:
        return item.step
    earlier = RouteStep.objects.filter(item=item, body=body, position__lt=item.step).order_by("-position").first()
    if earlier is None:
        raise Refused(f"{body.name} har ikke behandlet sagen før. Vælg et udvalg, som har.")
    return earlier.position


def remark(by: Viewer, item: Item, text: str) -> Section:
    """Add an administrative remark, dated today, between the meeting that decided and the next that treats the case.

    It is never changed afterwards. It stands in the next treatment, there already or to come, and is as open as that.
    """
    with act(by, "remark", item):
        if not text.strip():
            raise Refused("Skriv bemærkningen.")
        today = timezone.localdate()
        if item.meeting and today < item.meeting.date:
            raise Refused("Bemærkningen skrives, når mødet har været holdt.")
        treated = _following(item) or item
        gone = treated.state == ItemState.WITHDRAWN
        if treated.meeting and treated != item and not gone and treated.meeting.state not in TO_COME:
            raise Refused("Det næste møde er begyndt. Skriv i stedet en beslutning eller en rettelse.")
        return Section.objects.create(
            item=treated,
            kind=SectionKind.REMARK,
            heading=f"{heading_of(SectionKind.REMARK)} den {today:%d-%m-%Y}",
            text=wording.text(text).strip(),
            access=treated.access,
            basis=treated.basis,
            position=treated.sections.unguarded(WHY).count(),
            remarked_on=today,
            unsent=treated.number is not None and treated != item and not gone,
        )


@dataclass(frozen=True, slots=True)
class WayOn:
    """What became of a meeting's cases: the next bodies' items, why one could not go on (Danish), how many ended.

    `waiting`: how many another secretary is to lead on, as this one is disqualified in them.
    """

    made: tuple[Item, ...]
    refusals: tuple[str, ...]
    ended: int = 0
    waiting: int = 0


def carry_on(by: Viewer, meeting: Meeting, *, brought: bool = False) -> WayOn:
    """Lead every case of a meeting on in one go: to its next body, or stop it where the decision says so.

    What is put off, sent back, led on already or at its end stays, and where a conflict of interest keeps the
    secretary from the case: another one leads it on. Each case is a deed of its own in the Journal and a
    savepoint: one that is refused leaves nothing half done and keeps no other back. `brought`: only those that were
    brought before the council.
    """
    made: list[Item] = []
    refusals: list[str] = []
    ended = waiting = 0
    decided = meeting.items.unguarded(WHY).filter(state=ItemState.DECIDED).select_related("body", "case", "meeting")
    asked = decided.filter(decision__brought_by__isnull=False) if brought else decided
    not_theirs = set(Presence.objects.filter(person=by.person, conflict=True).values_list("item", flat=True))
    for item in asked.order_by("number"):
        try:
            if item.pk in not_theirs:
                waiting += _ends_here(item) or _may(item, "forward")
            elif _ends_here(item):
                stop(by, item, f"Stopper i {item.body.name}", looked=True)
                ended += 1
            elif _may(item, "forward"):
                made.append(forward(by, item))
        except Refused as refusal:
            refusals.append(str(refusal))
    return WayOn(tuple(made), tuple(refusals), ended, waiting)


def _may(item: Item, verb: str) -> bool:
    move = find(Thing.ITEM, item.state, verb)
    return bool(move and move.guard and not move.guard(standing(item)))


def _ends_here(item: Item) -> bool:
    found = Decision.objects.unguarded(WHY).filter(item=item).first()
    said = found and not found.brought_by_id and routes.stops(found.outcome, classify(found.text).secondary)
    return bool(said) and _may(item, "stop")


def _look_at(item: Item, said: str, *, looked: bool) -> None:
    """That of an open item is read by all who see where the case is."""
    if item.access == Access.OPEN:
        look_at(item.meeting, said, looked=looked)


def _given(reason: str) -> str:
    if not reason.strip():
        raise Refused("Skriv en grund.")
    return wording.line(reason)[:300]


def _for_all(item: Item, reason: str) -> str:
    """What stands where all see it who see that the item is there: nothing of why something closed was stopped."""
    return reason if item.access == Access.OPEN else ""


def _facts(item: Item, reason: str) -> dict[str, str]:
    return {"reason": reason} if _for_all(item, reason) else {}


def _keep(by: Viewer, verb: str, item: Item, reason: str) -> None:
    """The reason of a deed with a closed item, for those who may read its texts."""
    if not _for_all(item, reason):
        Reason.objects.create(item=item, verb=verb, by_id=by.person, at=timezone.now(), text=reason)


def _remaining(item: Item) -> QuerySet[RouteStep]:
    return RouteStep.objects.filter(item=item, position__gt=item.step, state=StepState.PLANNED)


def _next_step(item: Item) -> RouteStep:
    return _remaining(item).select_related("body").order_by("position")[0]


def _following(item: Item) -> Item | None:
    """The next treatment. Past one that was taken off its agenda the one after, or that one: it is what goes on."""
    after = Item.objects.unguarded(WHY).filter(previous=item).exclude(state=ItemState.WITHDRAWN, meeting=None)
    found = after.select_related("meeting").first()
    return _following(found) or found if found and found.state == ItemState.WITHDRAWN else found


def forecast(item: Item) -> date | None:
    """The day of the final decision by the meetings that are planned; None when a body has none in time.

    A treated item counts from its meeting, one on an agenda from that meeting, any other from today.
    """
    today = timezone.localdate()
    if item.meeting:
        return routes.forecast(max(item.meeting.date, today) if _treated(item) else item.meeting.date, _legs(item))
    own = routes.Leg(_coming(item.body), item.body.notice_days)
    return routes.forecast(today, (own, *_legs(item)))


def _treated(item: Item) -> bool:
    return item.state == ItemState.DECIDED and _remaining(item).exists()


def _legs(item: Item) -> list[routes.Leg]:
    steps = _remaining(item).select_related("body").order_by("position")
    return [routes.Leg(_coming(step.body), step.body.notice_days) for step in steps]


def _coming(body: Body) -> tuple[date, ...]:
    coming = Meeting.objects.unguarded(WHY).filter(body=body, state=MeetingState.PLANNED)
    return tuple(coming.filter(date__gte=timezone.localdate()).values_list("date", flat=True))
