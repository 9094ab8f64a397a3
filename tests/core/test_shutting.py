"""What is out is closed after all: the street loses it, also in older editions, and is told."""

from datetime import date
from pathlib import Path

import pytest

from sagsgang.archive import attached
from sagsgang.archive.models import AttachedFile, Edition, RecordKind, Seal
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.verify import verify
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import decisions, documents, meetings, minutes, sending, shutting
from sagsgang.core.headings import LEGAL_BASES, SHUT
from sagsgang.core.models import Attachment, Decision, Item, Journal, Meeting, SealedPaper, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, ItemType, Paper, SectionKind
from tests.core.world import CANARY, WHY, World, decision, item, meeting, section

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BASIS = LEGAL_BASES[1]


def sent(there: World) -> Item:
    """An item on an agenda that is out, with a file and a text that should never have been open."""
    at = meeting(there.committee)
    made = item(there, there.committee, ItemState.SCHEDULED, on=at)
    section(made, SectionKind.OTHER, f"{CANARY} bor her.")
    documents.attach(there.lis, made, "brev.txt", f"Brevet {CANARY}".encode())
    meetings.announce(there.lis, at)
    return again(made)


def again(made: Item) -> Item:
    return Item.objects.unguarded(WHY).select_related("body", "case", "meeting__body").get(pk=made.pk)


def laid(made: Item) -> Attachment:
    return Attachment.objects.unguarded(WHY).select_related("item__body", "item__case", "item__meeting__body").get()


def written(made: Item) -> Section:
    rows = Section.objects.unguarded(WHY).select_related("item__body", "item__case", "item__meeting__body")
    return rows.get(item=made, text__contains=CANARY)


def editions() -> list[Paper | None]:
    return [paper_of(one) for one in Edition.objects.order_by("pk")]


def test_a_file_that_is_out_is_closed_and_leaves_the_street(there: World) -> None:
    made = sent(there)
    file = attached.place(AttachedFile.objects.get().sha256)
    assert file.exists()
    shutting.shut_attachment(there.lis, laid(made), basis=BASIS, reason="Brevet er privat.")
    before, now = editions()
    assert before is None, "what the street had is erased, not only put aside"
    assert now is not None
    (told,) = (one.text for one in now.items[0].sections if one.heading == SHUT)
    assert told.endswith(f"({BASIS}): Brevet er privat.")
    assert laid(made).document_number in told
    assert now.items[0].attachments == ()
    assert not AttachedFile.objects.exists()
    assert not file.exists()
    assert laid(made).access == Access.CLOSED
    assert SealedPaper.objects.unguarded(WHY).count() == 2, "the house keeps what was sent"
    assert Seal.objects.filter(kind=RecordKind.ERASURE).count() == 1
    assert not [one for one in verify() if one.wrong], "the chain holds"
    assert Journal.objects.unguarded(WHY).get(kind="item.shut").facts["basis"] == BASIS


def test_a_text_is_closed_in_the_minutes_and_in_the_agenda_before_them(there: World) -> None:
    made = sent(there)
    decision(made)
    Item.objects.unguarded(WHY).update(state=ItemState.DECIDED)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.MINUTED)
    Decision.objects.unguarded(WHY).update(outcome="approved", confirmed_by=there.lis.person)
    minutes.publish_minutes(there.lis, Meeting.objects.unguarded(WHY).select_related("body").get())
    shutting.shut_section(there.lis, written(again(made)), basis=BASIS, reason="Teksten nævner en adresse.")
    agenda, first, now = editions()
    assert (agenda, first) == (None, None)
    assert now is not None
    assert [one.text for one in now.items[0].decisions] == ["Godkendt."]
    assert CANARY not in str(now.items[0].sections)


def test_what_went_along_to_a_treatment_that_nobody_has_got_is_closed_there_too(there: World) -> None:
    made = sent(there)
    onward = item(there, there.council, ItemState.DRAFT, of=made.case)
    copy, other = (section(onward, SectionKind.OTHER, text) for text in (f"{CANARY} bor her.", "Noget andet."))
    two_tabs = written(made)
    assert not shutting.shut_section(there.lis, written(made), basis=BASIS, reason="Teksten nævner en adresse.")
    for one in (copy, other):
        one.refresh_from_db()
    assert (copy.access, copy.basis, other.access) == (Access.CLOSED, BASIS, Access.OPEN)
    with pytest.raises(Refused, match="i forvejen"):
        shutting.shut_section(there.lis, two_tabs, basis=BASIS, reason="Teksten nævner en adresse.")
    assert len(editions()) == 2, "it is sent anew once"


def test_what_came_up_at_the_table_stays_out_of_an_agenda_that_is_sent_anew(there: World) -> None:
    made = sent(there)
    running = made.meeting
    assert running
    decisions.begin_meeting(there.lis, running)
    decisions.add_item(there.lis, running, made.case, "Kom op ved bordet", ItemType.DECISION)
    shutting.shut_attachment(there.lis, laid(made), basis=BASIS, reason="Brevet er privat.")
    now = editions()[-1]
    assert now is not None
    assert [one.title for one in now.items] == [made.public_title], "the minutes tell of it"


def test_only_a_secretary_closes_what_is_out_and_only_what_is(there: World) -> None:
    made = sent(there)
    for who in (there.karen, there.mads, there.rut):
        with pytest.raises(NotYours):
            shutting.shut_attachment(who, laid(made), basis=BASIS, reason="Brevet er privat.")
    for reason in (" ", "Det er 010190-1234."):
        with pytest.raises(Refused):
            shutting.shut_attachment(there.lis, laid(made), basis=BASIS, reason=reason)
    with pytest.raises(Refused, match="hjemmel"):
        shutting.shut_attachment(there.lis, laid(made), basis="Fordi", reason="Brevet er privat.")
    with pytest.raises(Refused, match="finder en bestemt person"):
        shutting.shut_attachment(there.lis, laid(made), basis=BASIS, reason="Ring på 20 30 40 50.")
    shutting.shut_attachment(there.lis, laid(made), basis=BASIS, reason="Ring på 20 30 40 50.", looked=True)
    with pytest.raises(Refused, match="i forvejen"):
        shutting.shut_attachment(there.lis, laid(made), basis=BASIS, reason="Brevet er privat.")
    waits = item(there, there.committee, ItemState.SCHEDULED, on=meeting(there.committee, day=date(2027, 4, 5)))
    with pytest.raises(Refused, match="ikke sendt ud"):
        shutting.shut_section(there.lis, section(waits, SectionKind.OTHER, "x"), basis=BASIS, reason="Fejl.")


def test_a_closing_that_breaks_off_has_removed_nothing(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made = sent(there)
    file = attached.place(AttachedFile.objects.get().sha256)

    def fall(*_: object) -> list[Path]:
        raise RuntimeError("power cut")

    monkeypatch.setattr(shutting, "take_away", fall)
    with pytest.raises(RuntimeError):
        shutting.shut_attachment(there.lis, laid(made), basis=BASIS, reason="Brevet er privat.")
    assert file.exists()
    assert [paper is None for paper in editions()] == [False]
    assert laid(made).access == Access.OPEN


def test_a_file_of_a_withdrawn_item_is_closed_in_the_editions_that_had_it(there: World) -> None:
    made = sent(there)
    sending.withdraw(there.lis, made, "Sagen udgår.")
    shutting.shut_attachment(there.lis, laid(made), basis=BASIS, reason="Brevet er privat.")
    first, _tombstone, now = editions()
    assert first is None
    assert now is not None
    assert [one.heading for one in now.items[0].sections] == ["Udgået", SHUT]
