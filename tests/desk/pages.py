"""Every page of the desk: its address, and who gets to see it. All others get 404, and nobody who is logged out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sagsgang.core.models import Followup, Item, Meeting, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import CANARY, WHY, World, item, meeting, section

CAST = ("karen", "per", "bo", "lis", "mads", "ida", "rut")
ALL = frozenset(CAST)
STAFF = frozenset({"karen", "per", "bo", "lis"})
ITS_PEOPLE = frozenset({"karen", "lis"})
KEEPERS = frozenset({"lis", "rut"})
WRITERS = frozenset({"karen", "per", "lis"})


@dataclass(frozen=True, slots=True)
class Page:
    """`name` of the address; `address` in a world; `seen_by` names of the cast."""

    name: str
    address: Callable[[World], str]
    seen_by: frozenset[str]


def fixed(address: str) -> Callable[[World], str]:
    """An address that holds no number."""
    return lambda _there: address


HOUSE: tuple[Page, ...] = (
    Page("front", fixed("/arbejde/"), ALL),
    Page("search", fixed("/arbejde/soeg/"), STAFF | {"mads", "ida"}),
    Page("bodies", fixed("/arbejde/udvalg/"), frozenset({"rut"})),
    Page("numbers", fixed("/arbejde/udvalg/numre/"), frozenset({"rut"})),
    Page("subjects", fixed("/arbejde/udvalg/kle/"), frozenset({"rut"})),
    Page("body", lambda there: f"/arbejde/udvalg/{there.board.id}/", frozenset({"rut"})),
    Page("channel", lambda there: f"/arbejde/udvalg/{there.board.id}/kanal/", frozenset({"rut"})),
    Page("people", fixed("/arbejde/personer/"), frozenset({"rut"})),
    Page("roster", fixed("/arbejde/personer/fil/"), frozenset({"rut"})),
    Page("person", lambda there: f"/arbejde/personer/{there.bo.person}/", frozenset({"rut"})),
    Page("journal", fixed("/arbejde/journal/"), STAFF | {"rut"}),
    Page("import-doubts", fixed("/arbejde/indlaesning/"), frozenset({"lis"})),
    Page("doubt", fixed("/arbejde/indlaesning/findes-ikke/"), frozenset()),
)

WRITING: tuple[Page, ...] = (
    Page("cases", fixed("/arbejde/sager/"), STAFF),
    Page("new-case", fixed("/arbejde/sager/ny/"), WRITERS),
    Page("case", lambda there: f"/arbejde/sager/{_draft(there).case_id}/", STAFF),
    Page("queue", fixed("/arbejde/til-godkendelse/"), STAFF),
    Page("new-item", lambda there: f"/arbejde/sager/{_draft(there).case_id}/punkt/", WRITERS),
    Page("item", lambda there: f"/arbejde/punkter/{_draft(there).id}/", ITS_PEOPLE),
    Page("item-conflicts", lambda there: f"/arbejde/punkter/{_draft(there).id}/inhabilitet/", KEEPERS),
    Page("item-route", lambda there: f"/arbejde/punkter/{_draft(there).id}/rute/", ITS_PEOPLE),
    Page(
        "section-history", lambda there: f"/arbejde/afsnit/{_text(there).id}/historik/", frozenset({"karen", "lis"})
    ),
    Page("token", fixed("/arbejde/maerke/"), ALL),
)
MEETINGS: tuple[Page, ...] = (
    Page("plan-year", fixed("/arbejde/moeder/planlaeg-aar/"), frozenset({"lis"})),
    Page("series", lambda there: f"/arbejde/moeder/faste-punkter/{there.board.id}/", frozenset({"lis"})),
    Page("meetings", fixed("/arbejde/moeder/"), frozenset({"lis"})),
    Page("meeting", lambda there: f"/arbejde/moeder/{_sent(there).id}/", frozenset({"lis"})),
    Page("gate", lambda there: f"/arbejde/moeder/{_sent(there).id}/eftersyn/", frozenset({"lis"})),
    Page("live", lambda there: f"/arbejde/moeder/{_sent(there).id}/punkt/{_item(there).id}/", frozenset({"lis"})),
    Page("preview", lambda there: f"/arbejde/moeder/{_sent(there).id}/forhaandsvisning/", frozenset({"lis"})),
    Page("minutes", lambda there: f"/arbejde/moeder/{_sent(there).id}/referat/", frozenset({"lis"})),
    Page("read", lambda there: f"/arbejde/mine-moeder/{_sent(there).id}/", frozenset({"mads"})),
    Page("follow", lambda there: f"/arbejde/mine-moeder/{_sent(there).id}/nu/", frozenset({"mads"})),
    Page("my-meetings", fixed("/arbejde/mine-moeder/"), frozenset({"mads", "ida"})),
    Page("taken", fixed("/arbejde/mine-moeder/beslutninger/"), frozenset({"mads", "ida"})),
    Page("calendar", fixed("/arbejde/kalender/"), frozenset({"lis", "mads", "ida"})),
    Page("followups", fixed("/arbejde/opfoelgning/"), ALL),
    Page("followup", lambda there: f"/arbejde/opfoelgning/{_promised(there).id}/", frozenset({"lis"})),
    Page("pipeline", fixed("/arbejde/hvor-er-sagen/"), STAFF),
)
PAGES: tuple[Page, ...] = (*HOUSE, *WRITING, *MEETINGS)
# A file, and what leads on to a page: shown to those who may see the item.
FOUND = ("attachment", "attachment-pdf", "bundle", "sitting", "street")
# What is opened by a key in its address, without a login.
KEYED = ("calendar-file",)
# Addresses that only take what is sent to them.
POSTED = (
    *("case-verb", "item-points", "attach", "item-verb", "section", "section-access", "attachment-verb"),
    *("look", "paste", "plan-meeting", "live-verb", "add-item", "meeting-verb", "followup-verb", "sign"),
    *("note", "highlight", "highlight-off"),
    *("records", "kle"),
)


def _draft(there: World) -> Item:
    """Karen's closed draft."""
    return item(there, there.board, access=Access.CLOSED, title=f"{CANARY} kladde")


def _text(there: World) -> Section:
    """A text of Karen's draft."""
    return section(_draft(there), SectionKind.SUMMARY, f"{CANARY} resume", Access.CLOSED)


def _sent(there: World) -> Meeting:
    """A meeting of the board with a closed item, its agenda sent."""
    held = Meeting.objects.unguarded(WHY).filter(body=there.board).first()
    if held is None:
        held = meeting(there.board, MeetingState.ANNOUNCED)
        item(there, there.board, ItemState.SCHEDULED, on=held, access=Access.CLOSED, number=1)
    return held


def _item(there: World) -> Item:
    """The item of that meeting."""
    return Item.objects.unguarded(WHY).get(meeting=_sent(there))


def _promised(there: World) -> Followup:
    """What Karen promised at a closed item of the board."""
    treated = item(there, there.board, ItemState.DECIDED, on=_sent(there), access=Access.CLOSED, number=7)
    return Followup.objects.create(item=treated, text=f"{CANARY} vender tilbage", owner_id=there.karen.person)


def cast(there: World) -> Iterator[tuple[str, Viewer]]:
    """Everybody, by name."""
    for name in CAST:
        yield name, getattr(there, name)
