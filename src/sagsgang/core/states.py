"""What may become what, by whom, and when not. This table is the only place that says so; `act` reads it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

Guard = Callable[["Standing"], str]
# The one refusal that the same form can answer: with the reason.
LATE = "Fristen for udsendelse er overskredet. Skriv hvorfor: begrundelsen står på dagsordenen."
_TWICE = gettext_noop(
    "Der skal være 6 dage mellem de to behandlinger (styrelsesloven § 2). Vælg et møde fra den %(day)s."
)
_TWICE_BUDGET = gettext_noop(
    "Der skal være tre uger mellem årsbudgettets to behandlinger (styrelsesloven § 38). Vælg et møde fra den %(day)s."
)
_BROUGHT = "Beslutningen er indbragt for kommunalbestyrelsen. Send sagen videre dertil."
_LED_ON = "Sagen er allerede ført videre. Fortsæt fra den seneste behandling."


class Thing(StrEnum):
    """What has a state."""

    ITEM = "item"
    MEETING = "meeting"
    FOLLOWUP = "followup"


class Who(StrEnum):
    """Who may do a move: the role that is asked for on the body of the thing."""

    AUTHOR = "author"
    APPROVER = "approver"
    SECRETARY = "secretary"
    MEMBER = "member"
    OWNER = "owner"
    KEEPER = "keeper"


class ItemState(StrEnum):
    """How far the treatment of a case at one meeting has come."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    RUNNING = "running"
    HELD = "held"
    MINUTED = "minuted"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class FollowupState(StrEnum):
    """Whether what was promised is done."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the guards must know of a thing, read from the database once, in `core.standing`.

    For an item its own facts and its meeting's; for a meeting its own, `undecided` and `hurried` naming its items,
    `touched` that something was done at it since it began. `brought`: the decision goes to the council (§ 23).
    `second_from`: when the meeting is too early for the council's second reading, the day from which it is not;
    `hurried` has it behind each name.
    """

    recommended: bool = True
    titled: bool = True
    basis_missing: bool = False
    last_step: bool = True
    approved_once: bool = False
    meeting: str = ""
    has_meeting: bool = False
    second_from: date | None = None
    annual_budget: bool = False
    numbered: bool = False
    decided: bool = False
    told: bool = True
    goes_on: bool = False
    next_body: str = ""
    forwarded: bool = False
    unfinished: bool = False
    stopped: bool = False
    brought: bool = False
    held_back: str = ""
    items: int = 0
    touched: bool = False
    answers_to_council: bool = False
    hurried: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    open_findings: int = 0
    late: bool = False
    late_reason: bool = False
    approvals_missing: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """One row: a `thing` in state `origin` may by `verb` become `target`, by `who`, unless the guard says why not."""

    thing: Thing
    origin: str
    verb: str
    target: str
    who: Who
    guard: Guard | None = None


def _ready_to_submit(item: Standing) -> str:
    if not item.titled:
        return "Punktet har ingen titel."
    if item.basis_missing:
        return "Et lukket punkt skal have en hjemmel og en dato for, hvornår lukningen ses efter."
    return "" if item.recommended else "Punktet har ingen indstilling. Skriv, hvad der indstilles, og gem det."


def _last_in_chain(item: Standing) -> str:
    return "" if item.last_step else "Punktet skal godkendes af flere, før det er klar."


def _not_approved(item: Standing) -> str:
    return "Nogen har godkendt punktet. Bed om at få det sendt tilbage." if item.approved_once else ""


def _meeting_takes_items(item: Standing) -> str:
    if not item.has_meeting:
        return "Vælg et møde."
    if item.meeting not in {MeetingState.PLANNED, MeetingState.ANNOUNCED, MeetingState.RUNNING}:
        return "Mødet er holdt. Vælg et møde, der ikke er holdt endnu."
    if item.second_from:
        said = _TWICE_BUDGET if item.annual_budget else _TWICE
        return _(said) % {"day": f"{item.second_from:%d-%m-%Y}"}
    return ""


def _not_announced(item: Standing) -> str:
    free = not item.numbered or item.meeting in {MeetingState.PLANNED, MeetingState.CANCELLED}
    return "" if free else "Dagsordenen er udsendt. Træk punktet af dagsordenen i stedet."


def _announced(item: Standing) -> str:
    return (
        ""
        if item.meeting != MeetingState.PLANNED
        else "Dagsordenen er ikke udsendt. Tag punktet af dagsordenen i stedet."
    )


def _not_sent(item: Standing) -> str:
    """What was sent out stays as it was read: a paper never changes in silence."""
    if item.numbered and item.meeting != MeetingState.PLANNED:
        return "Punktet er sendt ud. Træk det af dagsordenen, hvis det skal ændres, og tag det med i et tillæg."
    return ""


def _was_sent(item: Standing) -> str:
    """Before it is out, what must not be read is closed in the item itself."""
    out = item.numbered and item.meeting not in {"", MeetingState.PLANNED}
    return "" if out else "Punktet er ikke sendt ud. Luk det i selve punktet."


def _meeting_runs(item: Standing) -> str:
    return "" if item.meeting == MeetingState.RUNNING else "Mødet er ikke i gang."


def _has_decision(item: Standing) -> str:
    if item.meeting != MeetingState.RUNNING:
        return "Mødet er ikke i gang."
    return "" if item.decided else "Skriv beslutningen først."


def _minutes_not_approved(item: Standing) -> str:
    open_states = {MeetingState.RUNNING, MeetingState.HELD}
    return "" if item.meeting in open_states else "Referatet er godkendt. En rettelse sker ved en tilføjelse."


def _may_be_brought(item: Standing) -> str:
    if item.meeting != MeetingState.RUNNING:
        return "En beslutning indbringes for kommunalbestyrelsen, før mødet er hævet (styrelsesloven § 23)."
    if item.unfinished:
        return "Udvalget har ikke afgjort sagen, så der er ingen beslutning at indbringe."
    return "" if item.answers_to_council else "Kun et udvalgs beslutning kan indbringes for kommunalbestyrelsen."


def _treated(item: Standing) -> str:
    """A case goes from here once, and when the meeting is over."""
    if item.forwarded:
        return _LED_ON
    over = {MeetingState.HELD, MeetingState.MINUTED, MeetingState.PUBLISHED}
    return "" if item.meeting in over else "Mødet er ikke slut."


def _taken_off(item: Standing) -> str:
    """It was taken off an agenda, and nobody has gone on from there."""
    if not item.has_meeting:
        return "Kladden er kasseret. Begynd en ny behandling fra sagen."
    return _LED_ON if item.forwarded else ""


def _may_be_dropped(item: Standing) -> str:
    return _taken_off(item) or ("Sagen er stoppet." if item.stopped else "")


def _minutes_not_published(item: Standing) -> str:
    if item.meeting == MeetingState.PUBLISHED:
        return "Referatet er offentliggjort. En rettelse sker ved en tilføjelse."
    return ""


def _route_goes_on(item: Standing) -> str:
    if reason := _treated(item):
        return reason
    return "" if item.goes_on else "Sagens vej slutter her."


def _may_be_passed(item: Standing) -> str:
    return _route_goes_on(item) or _not_brought(item)


def _may_end(item: Standing) -> str:
    """There is a body after this one, or this one has not finished with the case."""
    waits = item.unfinished and not item.stopped
    return (_treated(item) if waits else _route_goes_on(item)) or _not_brought(item)


def _may_be_resumed(item: Standing) -> str:
    return _treated(item) or _not_brought(item)


def _not_brought(item: Standing) -> str:
    """What a member brought before the council gets there (§ 23): nobody ends it, nor decides it anew, on the way."""
    return _BROUGHT if item.brought and not item.unfinished else ""


def _sent_onward(item: Standing) -> str:
    return _route_goes_on(item) or item.held_back


def _ready_to_announce(meeting: Standing) -> str:
    if not meeting.items:
        return "Dagsordenen er tom. Sæt punkter på den."
    if meeting.hurried:
        return _("Det er for tidligt til anden behandling (styrelsesloven §§ 2 og 38): %(items)s.") % {
            "items": ", ".join(meeting.hurried)
        }
    if meeting.open_findings:
        return ngettext(
            "Der er %(n)d ting at se efter, før dagsordenen kan sendes ud.",
            "Der er %(n)d ting at se efter, før dagsordenen kan sendes ud.",
            meeting.open_findings,
        ) % {"n": meeting.open_findings}
    if meeting.late and not meeting.late_reason:
        return LATE
    return ""


def _every_item_decided(meeting: Standing) -> str:
    if meeting.undecided:
        return _("Disse punkter mangler en beslutning: %(items)s.") % {"items": ", ".join(meeting.undecided)}
    return ""


def _nothing_done(meeting: Standing) -> str:
    """Begun by accident: only what nobody has written anything at yet was not begun after all."""
    return "Der er skrevet noget på mødet, siden det begyndte. Det kan ikke fortrydes." if meeting.touched else ""


def _nothing_treated(meeting: Standing) -> str:
    """A meeting that too few came to is cancelled as a whole, and its items go on the next agenda as they are."""
    return "Der er skrevet beslutninger. Udsæt de punkter, der mangler, og slut mødet." if meeting.decided else ""


def _ready_to_publish(meeting: Standing) -> str:
    if meeting.untold:
        return _("Lukkede punkter skal have et offentligt uddrag eller en grund til tavshed: %(items)s.") % {
            "items": ", ".join(meeting.untold)
        }
    if meeting.open_findings:
        return ngettext(
            "Der er %(n)d ting at se efter, før referatet kan offentliggøres.",
            "Der er %(n)d ting at se efter, før referatet kan offentliggøres.",
            meeting.open_findings,
        ) % {"n": meeting.open_findings}
    return ""


def _approved_by_members(meeting: Standing) -> str:
    if meeting.approvals_missing:
        return ngettext(
            "%(n)d medlem har ikke godkendt referatet endnu.",
            "%(n)d medlemmer har ikke godkendt referatet endnu.",
            meeting.approvals_missing,
        ) % {"n": meeting.approvals_missing}
    return ""


_I, _M, _F = ItemState, MeetingState, FollowupState
_ALIVE = (_I.DRAFT, _I.IN_REVIEW, _I.APPROVED, _I.SCHEDULED, _I.DECIDED)
_ON_PAPER = (_I.SCHEDULED, _I.DECIDED, _I.WITHDRAWN)
# Meetings that others wait for: they may still take an item, and who will be there is to come.
TO_COME = (_M.PLANNED, _M.ANNOUNCED)

MOVES: tuple[Move, ...] = (
    Move(Thing.ITEM, _I.DRAFT, "write", _I.DRAFT, Who.AUTHOR),
    Move(Thing.ITEM, _I.DRAFT, "submit", _I.IN_REVIEW, Who.AUTHOR, _ready_to_submit),
    Move(Thing.ITEM, _I.DRAFT, "discard", _I.WITHDRAWN, Who.AUTHOR),
    Move(Thing.ITEM, _I.IN_REVIEW, "write", _I.IN_REVIEW, Who.APPROVER),
    Move(Thing.ITEM, _I.IN_REVIEW, "return", _I.DRAFT, Who.APPROVER),
    Move(Thing.ITEM, _I.IN_REVIEW, "pass_on", _I.IN_REVIEW, Who.APPROVER),
    Move(Thing.ITEM, _I.IN_REVIEW, "approve", _I.APPROVED, Who.APPROVER, _last_in_chain),
    Move(Thing.ITEM, _I.IN_REVIEW, "recall", _I.DRAFT, Who.AUTHOR, _not_approved),
    Move(Thing.ITEM, _I.APPROVED, "write", _I.APPROVED, Who.SECRETARY),
    Move(Thing.ITEM, _I.APPROVED, "return", _I.DRAFT, Who.SECRETARY),
    Move(Thing.ITEM, _I.APPROVED, "schedule", _I.SCHEDULED, Who.SECRETARY, _meeting_takes_items),
    Move(Thing.ITEM, _I.SCHEDULED, "write", _I.SCHEDULED, Who.SECRETARY, _not_sent),
    Move(Thing.ITEM, _I.SCHEDULED, "unschedule", _I.APPROVED, Who.SECRETARY, _not_announced),
    Move(Thing.ITEM, _I.SCHEDULED, "withdraw", _I.WITHDRAWN, Who.SECRETARY, _announced),
    Move(Thing.ITEM, _I.SCHEDULED, "attend", _I.SCHEDULED, Who.SECRETARY),
    Move(Thing.ITEM, _I.SCHEDULED, "minute", _I.SCHEDULED, Who.SECRETARY, _meeting_runs),
    Move(Thing.ITEM, _I.SCHEDULED, "decide", _I.DECIDED, Who.SECRETARY, _has_decision),
    Move(Thing.ITEM, _I.DECIDED, "attend", _I.DECIDED, Who.SECRETARY, _minutes_not_approved),
    Move(Thing.ITEM, _I.DECIDED, "redecide", _I.DECIDED, Who.SECRETARY, _minutes_not_approved),
    Move(Thing.ITEM, _I.SCHEDULED, "tell", _I.SCHEDULED, Who.SECRETARY),
    Move(Thing.ITEM, _I.DECIDED, "tell", _I.DECIDED, Who.SECRETARY, _minutes_not_published),
    Move(Thing.ITEM, _I.DECIDED, "remark", _I.DECIDED, Who.SECRETARY),
    Move(Thing.ITEM, _I.DECIDED, "forward", _I.DECIDED, Who.SECRETARY, _sent_onward),
    Move(Thing.ITEM, _I.DECIDED, "skip", _I.DECIDED, Who.SECRETARY, _may_be_passed),
    Move(Thing.ITEM, _I.DECIDED, "stop", _I.DECIDED, Who.SECRETARY, _may_end),
    Move(Thing.ITEM, _I.DECIDED, "resume", _I.DECIDED, Who.SECRETARY, _may_be_resumed),
    Move(Thing.ITEM, _I.DECIDED, "bring", _I.DECIDED, Who.SECRETARY, _may_be_brought),
    Move(Thing.ITEM, _I.WITHDRAWN, "resume", _I.WITHDRAWN, Who.SECRETARY, _taken_off),
    Move(Thing.ITEM, _I.WITHDRAWN, "stop", _I.WITHDRAWN, Who.SECRETARY, _may_be_dropped),
    *(Move(Thing.ITEM, state, "shut", state, Who.SECRETARY, _was_sent) for state in _ON_PAPER),
    *(Move(Thing.ITEM, state, "disqualify", state, Who.KEEPER) for state in _ALIVE),
    *(Move(Thing.ITEM, state, "requalify", state, Who.KEEPER) for state in _ALIVE),
    Move(Thing.MEETING, _M.PLANNED, "arrange", _M.PLANNED, Who.SECRETARY),
    *(Move(Thing.MEETING, state, "call_in", state, Who.SECRETARY) for state in TO_COME),
    *(Move(Thing.MEETING, state, "call_off", state, Who.SECRETARY) for state in TO_COME),
    Move(Thing.MEETING, _M.PLANNED, "move", _M.PLANNED, Who.SECRETARY),
    Move(Thing.MEETING, _M.PLANNED, "dismiss", _M.PLANNED, Who.SECRETARY),
    Move(Thing.MEETING, _M.PLANNED, "announce", _M.ANNOUNCED, Who.SECRETARY, _ready_to_announce),
    Move(Thing.MEETING, _M.PLANNED, "announce_at", _M.PLANNED, Who.SECRETARY, _ready_to_announce),
    Move(Thing.MEETING, _M.PLANNED, "keep_back", _M.PLANNED, Who.SECRETARY),
    Move(Thing.MEETING, _M.PLANNED, "cancel", _M.CANCELLED, Who.SECRETARY),
    Move(Thing.MEETING, _M.ANNOUNCED, "dismiss", _M.ANNOUNCED, Who.SECRETARY),
    Move(Thing.MEETING, _M.ANNOUNCED, "supplement", _M.ANNOUNCED, Who.SECRETARY, _ready_to_announce),
    Move(Thing.MEETING, _M.ANNOUNCED, "cancel", _M.CANCELLED, Who.SECRETARY),
    Move(Thing.MEETING, _M.ANNOUNCED, "begin", _M.RUNNING, Who.SECRETARY),
    Move(Thing.MEETING, _M.RUNNING, "arrange", _M.RUNNING, Who.SECRETARY),
    Move(Thing.MEETING, _M.RUNNING, "undo_begin", _M.ANNOUNCED, Who.SECRETARY, _nothing_done),
    Move(Thing.MEETING, _M.RUNNING, "add_item", _M.RUNNING, Who.SECRETARY),
    Move(Thing.MEETING, _M.RUNNING, "attend", _M.RUNNING, Who.SECRETARY),
    Move(Thing.MEETING, _M.RUNNING, "cancel", _M.CANCELLED, Who.SECRETARY, _nothing_treated),
    Move(Thing.MEETING, _M.RUNNING, "close", _M.HELD, Who.SECRETARY, _every_item_decided),
    Move(Thing.MEETING, _M.HELD, "attend", _M.HELD, Who.SECRETARY),
    Move(Thing.MEETING, _M.HELD, "sign", _M.HELD, Who.MEMBER),
    Move(Thing.MEETING, _M.HELD, "sign_on_paper", _M.HELD, Who.SECRETARY),
    Move(Thing.MEETING, _M.HELD, "dismiss", _M.HELD, Who.SECRETARY),
    Move(Thing.MEETING, _M.HELD, "approve_minutes", _M.MINUTED, Who.SECRETARY, _approved_by_members),
    Move(Thing.MEETING, _M.MINUTED, "dismiss", _M.MINUTED, Who.SECRETARY),
    Move(Thing.MEETING, _M.MINUTED, "publish_minutes", _M.PUBLISHED, Who.SECRETARY, _ready_to_publish),
    Move(Thing.MEETING, _M.PUBLISHED, "add_correction", _M.PUBLISHED, Who.SECRETARY),
    Move(Thing.FOLLOWUP, _F.OPEN, "adjust", _F.OPEN, Who.SECRETARY),
    Move(Thing.FOLLOWUP, _F.OPEN, "complete", _F.DONE, Who.OWNER),
    Move(Thing.FOLLOWUP, _F.OPEN, "drop", _F.DROPPED, Who.SECRETARY),
    Move(Thing.FOLLOWUP, _F.DONE, "reopen", _F.OPEN, Who.SECRETARY),
)

_BY_PLACE = {(move.thing, move.origin, move.verb): move for move in MOVES}


def find(thing: Thing, state: str, verb: str) -> Move | None:
    """The row for this verb in this state; None when there is none."""
    return _BY_PLACE.get((thing, state, verb))


def from_here(thing: Thing, state: str) -> tuple[Move, ...]:
    """Every row that begins in this state, in the order of the table."""
    return tuple(move for move in MOVES if move.thing is thing and move.origin == state)
