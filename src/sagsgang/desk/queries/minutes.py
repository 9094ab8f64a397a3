"""The minutes after the meeting: what is missing, who has approved, what the public will be told of closed items."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import OuterRef, Subquery

from sagsgang.core.models import Attendance, Correction, Item, Meeting, Section, Signature
from sagsgang.core.offers import Offer, offers
from sagsgang.core.standing import approved_later
from sagsgang.core.states import ItemState, MeetingState, Standing
from sagsgang.core.viewer import Viewer
from sagsgang.desk.decision_words import Settled
from sagsgang.desk.queries.head import Head, head
from sagsgang.desk.queries.way_on import NOWHERE, Way, way, with_way
from sagsgang.paper.model import Access

_STEPS = ("approve_minutes", "publish_minutes")


@dataclass(frozen=True, slots=True)
class Row(Settled):
    """An item of the minutes: its decision, or that it wants one; for closed ones what the public is told.

    `kept`: what was decided is kept from the public.
    """

    id: int
    number: int | None
    title: str
    inner_title: str
    closed: bool
    decided: bool
    gone: bool
    text: str
    outcome: str
    kept: bool
    extract: str
    silence_reason: str
    way: Way

    @property
    def untold(self) -> bool:
        """Whether a closed item has neither an extract nor a reason for silence."""
        return self.closed and not self.gone and not (self.extract.strip() or self.silence_reason.strip())


@dataclass(frozen=True, slots=True)
class Signer:
    """A member who was there; `at` None: has not approved the minutes yet."""

    person: int
    name: str
    at: datetime | None
    on_paper: bool


@dataclass(frozen=True, slots=True)
class Added:
    """A correction that was added after publication."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """`offers` by their verbs."""

    head: Head
    rows: tuple[Row, ...]
    signers: tuple[Signer, ...]
    corrections: tuple[Added, ...]
    offers: dict[str, Offer]

    @property
    def steps(self) -> tuple[Offer, ...]:
        """What takes the minutes further: closing them, then publishing."""
        return tuple(self.offers[verb] for verb in _STEPS if verb in self.offers)

    @property
    def extracts(self) -> bool:
        """Whether the public extracts may still be written."""
        return self.head.state in {MeetingState.RUNNING, MeetingState.HELD, MeetingState.MINUTED}

    @property
    def closed(self) -> tuple[Row, ...]:
        """The closed items, which need an extract each."""
        return tuple(row for row in self.rows if row.closed and not row.gone)

    @property
    def leaving(self) -> int:
        """How many cases are to be sent on, or end."""
        return sum(row.way.ready for row in self.rows)

    @property
    def unsigned(self) -> int:
        """How many have not approved yet."""
        return sum(signer.at is None for signer in self.signers)


def minutes(viewer: Viewer, meeting: Meeting) -> Minutes:
    """The minutes of a meeting that the viewer leads. About seven queries."""
    items = list(_items(viewer, meeting))
    titles = Section.objects.visible_to(viewer).filter(item__meeting=meeting, kind=Section.TITLE)
    named = dict(titles.values_list("item_id", "text"))
    added = Correction.objects.filter(meeting=meeting).order_by("added_on", "id")
    rows = tuple(_row(item, named.get(item.id, ""), meeting.state) for item in items)
    signers = tuple(_signers(meeting))
    return Minutes(
        head=head(meeting),
        rows=tuple(_hidden(row) if row.id in viewer.conflicts else row for row in rows),
        signers=signers,
        corrections=tuple(Added(one.added_on, one.text) for one in added),
        offers={offer.verb: offer for offer in offers(viewer, meeting, _known(meeting, rows, signers))},
    )


def _known(meeting: Meeting, rows: Iterable[Row], signers: Iterable[Signer]) -> Standing:
    """What the guards ask of minutes, the gate's findings apart: its own page has those."""
    untold = tuple(f"punkt {row.number}" for row in rows if row.untold)
    unsigned = sum(signer.at is None for signer in signers)
    missing = 0 if unsigned and approved_later(meeting) else unsigned
    return Standing(untold=untold, approvals_missing=missing)


def _items(viewer: Viewer, meeting: Meeting) -> Iterable[Item]:
    shown = (ItemState.SCHEDULED, ItemState.DECIDED, ItemState.WITHDRAWN)
    found = Item.objects.visible_to(viewer).filter(meeting=meeting, state__in=shown)
    return with_way(found).select_related("decision").order_by("position", "number", "id")


def _row(item: Item, inner_title: str, meeting: str) -> Row:
    decision = getattr(item, "decision", None)
    return Row(
        id=item.id,
        number=item.number,
        title=item.public_title,
        inner_title=inner_title,
        closed=item.access == Access.CLOSED,
        decided=item.state == ItemState.DECIDED,
        gone=item.state == ItemState.WITHDRAWN,
        text=decision.text if decision else "",
        outcome=decision.outcome if decision else "",
        kept={item.access, decision.access if decision else Access.OPEN} != {Access.OPEN},
        extract=item.public_extract,
        silence_reason=item.silence_reason,
        way=way(item, meeting),
    )


def _hidden(row: Row) -> Row:
    """What is left of an item in which the viewer has a conflict of interest."""
    return replace(row, closed=False, text="", outcome="", extract="", silence_reason="", way=NOWHERE)


def _signers(meeting: Meeting) -> Iterable[Signer]:
    signed = Signature.objects.filter(meeting=meeting, person=OuterRef("person"))
    there = Attendance.objects.filter(meeting=meeting, present=True).select_related("person").order_by("id")
    for one in there.annotate(
        signed_at=Subquery(signed.values("at")[:1]), paper=Subquery(signed.values("on_paper")[:1])
    ):
        at: datetime | None = getattr(one, "signed_at", None)
        yield Signer(one.person_id, one.person.name, at, on_paper=bool(getattr(one, "paper", False)))
