"""The demo's house with a bird in everything closed: each place has its own, and says who may hear it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from sagsgang.core.commands import (
    agenda,
    approval,
    ballots,
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
    sitting,
)
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Highlight, Item, Meeting, Section
from sagsgang.core.viewer import Viewer
from sagsgang.danish.working_days import add_working_days
from sagsgang.demo.work.play import play
from sagsgang.demo.work.town import Town
from sagsgang.paper.model import Access, ItemType, SectionKind

BIRD = "KANARIEFUGL"
WHY = "a test looks behind the curtain"
PEOPLE = ("Karen", "Bo", "Lis", "Mads", "Grethe", "Ida", "Holger", "Rut")
STAFF = frozenset({"Karen", "Lis"})
BOARD = STAFF | {"Bo"}
# What of an item is written before it is decided, and what is afterwards.
TEXTS = ("titel", "tekst", "punkt", "bilag", "indhold")
SAYINGS = ("beslutning", "mindretal")


@dataclass(frozen=True, slots=True)
class Nest:
    """A closed item, or with `parts` the closed parts of an open one; who may read its texts, and its decision."""

    name: str
    texts: frozenset[str]
    decision: frozenset[str] = frozenset()
    parts: bool = False


DRAFT = Nest("kladde", STAFF)
RETURNED = Nest("retur", STAFF)
REVIEWED = Nest("godkendes", BOARD)
PLANNED = Nest("planlagt", STAFF)
SENT = Nest("udsendt", BOARD | {"Mads", "Grethe"})
SENT_PARTS = Nest("udsendtdel", BOARD | {"Mads", "Grethe"}, parts=True)
# Holger has a conflict of interest in what the committee treats now.
RUNNING = Nest("nu", STAFF | {"Ida"}, frozenset({"Lis", "Ida"}))
HELD = Nest("holdt", STAFF | {"Ida", "Holger"}, frozenset({"Lis", "Ida", "Holger"}))
OUT = Nest("ude", BOARD | {"Mads", "Grethe"}, STAFF | {"Mads", "Grethe"})
OUT_PARTS = Nest("udedel", BOARD | {"Mads", "Grethe"}, STAFF | {"Mads", "Grethe"}, parts=True)
NESTS = (DRAFT, RETURNED, REVIEWED, PLANNED, SENT, SENT_PARTS, RUNNING, HELD, OUT, OUT_PARTS)
# Of an open item's parts the title and the points are open.
CLOSED_PARTS = ("tekst", "bilag", "indhold")


def bird(nest: Nest, place: str) -> str:
    """The bird of one place."""
    return f"{BIRD}-{nest.name}-{place}"


def ears() -> dict[str, frozenset[str]]:
    """Who may hear each bird."""
    found = {bird(nest, place): nest.texts for nest in NESTS for place in (CLOSED_PARTS if nest.parts else TEXTS)}
    found |= {bird(nest, place): nest.decision for nest in NESTS if nest.decision for place in SAYINGS}
    found |= {bird(nest, "aftale"): nest.decision | {"Karen"} for nest in (HELD, OUT)}
    return found | {
        bird(RETURNED, "besked"): STAFF,
        bird(SENT, "note"): frozenset({"Mads"}),
        bird(HELD, "note"): frozenset({"Ida"}),
        bird(SENT, "markeret"): frozenset({"Mads"}),
        bird(HELD, "markeret"): frozenset({"Ida"}),
        bird(OUT, "udgave"): BOARD,
    }


def fill(today: date) -> Town:
    """Play the demo, and let the house work on with birds in all that is closed."""
    town = play(today)
    _written(town, DRAFT)
    returned = _submitted(town, RETURNED)
    approval.give_back(town["Bo"], returned, bird(RETURNED, "besked"))
    _submitted(town, REVIEWED)
    agenda.schedule(town["Lis"], _ready(town, PLANNED), _meeting(town, PLANNED, 15))
    _announced(town, SENT, SENT_PARTS, days=6)
    notes.note(town["Mads"], _of(SENT), bird(SENT, "note"))
    _mark(town["Mads"], SENT)
    _running(town)
    _over(town, _announced(town, HELD, days=-2))
    notes.note(town["Ida"], _of(HELD), bird(HELD, "note"))
    _mark(town["Ida"], HELD)
    out = _announced(town, OUT, OUT_PARTS, days=-4)
    _over(town, out)
    _published(town, out)
    return town


def _mark(by: Viewer, nest: Nest) -> None:
    """What stood in the text when a member marked it, and nobody but the member has any more."""
    sections = Section.objects.visible_to(by).filter(item=_of(nest), kind=SectionKind.PRESENTATION)
    made = notes.highlight(by, _of(nest), sections.get().text)
    Highlight.objects.visible_to(by).filter(pk=made.pk).update(quote=bird(nest, "markeret"))


def _body(nest: Nest) -> str:
    return "Direktionen" if "Bo" in nest.texts or nest in {DRAFT, RETURNED} else "Økonomiudvalget"


def _of(nest: Nest) -> Item:
    found = Item.objects.unguarded(WHY).select_related("body", "case", "meeting__body")
    return found.get(public_title=f"Sag {nest.name}", previous=None)


def _written(town: Town, nest: Nest) -> Item:
    karen, body = town["Karen"], town.bodies[_body(nest)]
    item = items.draft_item(
        karen, cases.open_case(karen, body), body, ItemType.DECISION, title=f"Sag {nest.name}", route=[body]
    )
    asked = "at sagen besluttes" if nest.parts else f"at {bird(nest, 'punkt')} besluttes"
    items.set_points(karen, item, [asked], "Direktøren")
    for section in Section.objects.unguarded(WHY).filter(item=item):
        if section.kind != SectionKind.RECOMMENDATION:
            _say(town, nest, section)
    _lay(town, nest, item)
    if not nest.parts:
        review = timezone.localdate() + timedelta(days=90)
        closing.close_item(karen, item, basis=LEGAL_BASES[0], review_on=review, secret_title=bird(nest, "titel"))
    return item


def _say(town: Town, nest: Nest, section: Section) -> None:
    """A bird under the presentation; an earlier version of it had another one."""
    karen = town["Karen"]
    if section.kind != SectionKind.PRESENTATION:
        sections.write_section(karen, section, "Ingen.", section.version)
        return
    if nest.parts:
        closing.close_section(karen, section, LEGAL_BASES[0])
    if nest is OUT:
        section = sections.write_section(karen, section, bird(nest, "udgave"), section.version)
    sections.write_section(karen, section, bird(nest, "tekst"), section.version)


def _lay(town: Town, nest: Nest, item: Item) -> None:
    laid = documents.attach(
        town["Karen"],
        item,
        f"{bird(nest, 'bilag')}.txt",
        bird(nest, "indhold").encode(),
        title=bird(nest, "bilag"),
    )
    documents.set_access(town["Karen"], laid, Access.CLOSED, LEGAL_BASES[0])


def _submitted(town: Town, nest: Nest) -> Item:
    item = _written(town, nest)
    approval.submit(town["Karen"], item)
    return item


def _ready(town: Town, nest: Nest) -> Item:
    item = _submitted(town, nest)
    approval.approve(town["Bo" if _body(nest) == "Direktionen" else "Lis"], item)
    return item


def _meeting(town: Town, nest: Nest, days: int) -> Meeting:
    return meetings.plan_meeting(
        town["Lis"], town.bodies[_body(nest)], add_working_days(timezone.localdate(), days), start=time(13)
    )


def _announced(town: Town, *nests: Nest, days: int) -> Meeting:
    meeting = _meeting(town, nests[0], days)
    for nest in nests:
        agenda.schedule(town["Lis"], _ready(town, nest), meeting)
    sending.announce(town["Lis"], meeting, late_reason="Sagen hastede.")
    return meeting


def _running(town: Town) -> None:
    """Now: Holger went out, a decision is being typed, and somebody dissents."""
    meeting = _announced(town, RUNNING, days=0)
    sitting.begin_meeting(town["Lis"], meeting)
    sitting.set_presence(town["Lis"], _of(RUNNING), town.people["Holger"], conflict=True)
    _said(town, RUNNING)


def _over(town: Town, meeting: Meeting) -> None:
    sitting.begin_meeting(town["Lis"], meeting)
    for item in list(_on(meeting)):
        nest = next((one for one in NESTS if item.public_title == f"Sag {one.name}"), None)
        if nest:
            _said(town, nest)
        else:
            decisions.write_decision(town["Lis"], item, "Ingen.", 0)
        decisions.decide(town["Lis"], item, "none")
    decisions.close_meeting(town["Lis"], meeting, time(14))


def _said(town: Town, nest: Nest) -> None:
    """The decision, closed like what it is about, who dissented, and what was promised."""
    lis, item = town["Lis"], _of(nest)
    decisions.write_decision(lis, item, f"Godkendt {bird(nest, 'beslutning')}.", 0, access=Access.CLOSED)
    member = town.people["Ida" if "Ida" in nest.texts else "Mads"]
    ballots.dissent(lis, item, member, bird(nest, "mindretal"))
    if bird(nest, "aftale") in ears():
        followups.promise(lis, item, bird(nest, "aftale"), town.people["Karen"], undated=True)


def _published(town: Town, meeting: Meeting) -> None:
    lis = town["Lis"]
    minutes.set_extract(lis, _of(OUT), "Sagen blev behandlet.")
    for name in ("Mads", "Grethe", "Tue", "Anne-Lise"):
        minutes.sign_on_paper(lis, meeting, town.people[name])
    minutes.approve_minutes(lis, meeting)
    minutes.publish_minutes(lis, meeting)


def _on(meeting: Meeting) -> Iterator[Item]:
    found = Item.objects.unguarded(WHY).filter(meeting=meeting, number__isnull=False)
    yield from found.select_related("body", "case", "meeting__body").order_by("number")


@pytest.fixture(scope="module")
def town(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Town]:
    """The house of the demo with a bird in every cage, made once: each test starts from it."""
    home = tmp_path_factory.mktemp("house")
    places = {name: home / name.lower() for name in ("DOCUMENTS", "FILES", "INTAKE")}
    with django_db_blocker.unblock(), override_settings(**places), transaction.atomic():
        yield fill(timezone.localdate())
        transaction.set_rollback(True)
