"""Minutes: told, signed, published, and only added to."""

from collections.abc import Callable

import pytest

from sagsgang.archive.models import Edition
from sagsgang.archive.sealed import paper_of
from sagsgang.core.act import NotYours, Refused, Stale
from sagsgang.core.commands import minutes, sealing
from sagsgang.core.commands.carrying import carry
from sagsgang.core.models import Item, Journal, Meeting, Person, SealedPaper, Seat, Signature
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, Paper, PaperKind, SectionKind
from tests.core.test_meetings import everything, singing
from tests.core.world import CANARY, WHY, World, decision, item, meeting, person, present, seat, section, see

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def at(there: World) -> Meeting:
    """A meeting that was held, with an open and a closed decision, where Mads was."""
    held = meeting(there.committee, MeetingState.HELD)
    decision(item(there, there.committee, ItemState.DECIDED, on=held, number=1))
    secret = item(there, there.committee, ItemState.DECIDED, on=held, number=2, title="Lejemål", access=Access.CLOSED)
    section(secret, SectionKind.OTHER, f"{CANARY} har opsagt.", Access.CLOSED)
    decision(secret, f"Godkendt, {CANARY} flytter.", Access.CLOSED)
    present(held, there.mads)
    return held


def secret_of(at: Meeting) -> Item:
    return at.items.unguarded(WHY).select_related("body", "meeting__body").get(number=2)


def shown() -> Paper:
    paper = paper_of(Edition.objects.select_related("seal__content").latest("id"))
    assert paper is not None
    return paper


def publish(there: World, at: Meeting) -> None:
    minutes.set_extract(there.lis, secret_of(at), "Lejemålet er opsagt.")
    minutes.sign(there.mads, at)
    minutes.approve_minutes(there.lis, at)
    minutes.publish_minutes(there.lis, at)


def test_minutes_wait_for_every_member_who_was_there(there: World, at: Meeting) -> None:
    with pytest.raises(Refused, match="1 medlem har"):
        minutes.approve_minutes(there.lis, at)
    with pytest.raises(NotYours):
        minutes.sign(there.ida, at)
    minutes.sign(there.mads, at)
    minutes.sign(there.mads, at)
    assert Signature.objects.count() == 1
    minutes.approve_minutes(there.lis, at)
    assert at.state == MeetingState.MINUTED


def test_a_list_signed_on_paper_counts(there: World, at: Meeting) -> None:
    mads = Person.objects.get(pk=there.mads.person)
    with pytest.raises(NotYours):
        minutes.sign_on_paper(there.mads, at, mads)
    minutes.sign_on_paper(there.lis, at, mads)
    assert Signature.objects.get().on_paper
    minutes.approve_minutes(there.lis, at)


def recommended(there: World, at: Meeting, number: int) -> Item:
    route = (there.committee, there.council)
    made = item(there, there.committee, ItemState.DECIDED, on=at, number=number, route=route)
    decision(made, "Anbefales.")
    return made


def test_the_cases_go_on_by_themselves_when_the_minutes_are_approved(there: World, at: Meeting) -> None:
    first, second = recommended(there, at, 3), recommended(there, at, 4)
    minutes.sign(there.mads, at)
    led = minutes.approve_minutes(there.lis, at)
    assert [(made.previous, made.body) for made in led.made] == [(first, there.council), (second, there.council)]
    kinds = list(Journal.objects.unguarded(WHY).order_by("id").values_list("kind", flat=True))
    assert kinds[-3:] == ["meeting.approve_minutes", "item.forward", "item.forward"]


def test_a_case_that_cannot_go_on_keeps_neither_the_minutes_nor_the_others_back(
    there: World, at: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = recommended(there, at, 3), recommended(there, at, 4)

    def halfway(previous: Item, *given: object, **named: object) -> Item:
        made = carry(previous, *given, **named)  # type: ignore[arg-type]
        if previous == first:
            raise Refused("Der er noget i vejen.")
        return made

    monkeypatch.setattr("sagsgang.core.commands.routing.carry", halfway)
    minutes.sign(there.mads, at)
    led = minutes.approve_minutes(there.lis, at)
    assert led.refusals == ("Der er noget i vejen.",)
    assert Meeting.objects.unguarded(WHY).get().state == MeetingState.MINUTED
    assert [made.previous_id for made in Item.objects.unguarded(WHY).exclude(previous=None)] == [second.pk]


def test_a_member_who_was_not_there_signs_nothing(there: World, at: Meeting) -> None:
    absent = person("Eva")
    seat(absent, there.committee)
    with pytest.raises(Refused, match="til stede"):
        minutes.sign(see(absent), at)
    assert Seat.objects.filter(person=absent).exists()


def test_closed_items_are_told_of_or_kept_silent_for_a_reason(there: World, at: Meeting) -> None:
    minutes.sign(there.mads, at)
    minutes.approve_minutes(there.lis, at)
    with pytest.raises(Refused, match="punkt 2"):
        minutes.publish_minutes(there.lis, at)
    with pytest.raises(Refused, match="ikke begge"):
        minutes.set_extract(there.lis, secret_of(at), "Opsagt.", "Forhandling.")
    minutes.set_extract(there.lis, secret_of(at), "", "Forhandlingen er i gang.")
    minutes.publish_minutes(there.lis, at)
    assert shown().items[1].extract == "Beslutningen offentliggøres ikke: Forhandlingen er i gang."
    with pytest.raises(Refused, match="offentliggjort"):
        minutes.set_extract(there.lis, secret_of(at), "Opsagt.")


def test_an_open_item_needs_no_extract(there: World, at: Meeting) -> None:
    with pytest.raises(Refused, match="åbent"):
        minutes.set_extract(there.lis, at.items.unguarded(WHY).select_related("meeting").get(number=1), "Godkendt.")


def test_published_minutes_have_the_decisions_and_the_extract_and_no_closed_word(there: World, at: Meeting) -> None:
    publish(there, at)
    paper = shown()
    assert paper.kind is PaperKind.MINUTES
    assert paper.members == ("Mads",)
    assert paper.items[0].decisions[-1].text == "Godkendt."
    assert (paper.items[1].extract, paper.items[1].decisions) == ("Lejemålet er opsagt.", ())
    assert not singing()
    assert CANARY in bytes(SealedPaper.objects.unguarded(WHY).get().data).decode()


def test_the_complete_paper_is_for_the_bodys_secretary_only(there: World, at: Meeting) -> None:
    publish(there, at)
    assert SealedPaper.objects.visible_to(there.lis).count() == 1
    for other in (there.karen, there.bo, there.mads, there.ida, there.rut):
        assert not SealedPaper.objects.visible_to(other).exists()


def test_a_correction_is_a_dated_addition_in_a_new_edition(there: World, at: Meeting) -> None:
    publish(there, at)
    with pytest.raises(Refused):
        minutes.add_correction(there.lis, at, "  ")
    minutes.add_correction(there.lis, at, "Punkt 1: bevillingen gælder 2027.")
    assert "Punkt 1: bevillingen gælder 2027." in (shown().remarks or "")
    assert Edition.objects.filter(kind="minutes").count() == 2
    assert Journal.objects.unguarded(WHY).get(kind="meeting.add_correction").facts == {}


def test_a_personal_number_in_a_correction_is_refused_and_nothing_is_kept(there: World, at: Meeting) -> None:
    publish(there, at)
    before = everything()
    with pytest.raises(Refused, match="personnummer"):
        minutes.add_correction(there.lis, at, "Ansøgeren er 010190-1234.")
    assert everything() == before
    assert not at.corrections.exists()


@pytest.mark.parametrize("words", ["Sælger er Anders Lund Holm.", "Ring til ham på 20 30 40 50."])
def test_a_correction_that_tells_something_closed_is_looked_at_first(there: World, at: Meeting, words: str) -> None:
    section(secret_of(at), SectionKind.OTHER, "Grunden sælges af Anders Lund Holm.", Access.CLOSED)
    publish(there, at)
    with pytest.raises(Refused, match="står i en lukket tekst") as refusal:
        minutes.add_correction(there.lis, at, words)
    assert "Lund" not in str(refusal.value)
    minutes.add_correction(there.lis, at, words, looked=True)
    assert words in (shown().remarks or "")
    assert Journal.objects.unguarded(WHY).get(kind="meeting.add_correction").facts == {"looked": True}


@pytest.mark.parametrize("deed", ["publish_minutes", "add_correction"])
def test_what_breaks_off_in_between_leaves_nothing_half_done(
    there: World, at: Meeting, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(there, at)
    if deed == "publish_minutes":
        at = again(there)
    before = everything()

    def fall(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(sealing, "publish", fall)
    doing: dict[str, Callable[[], object]] = {
        "publish_minutes": lambda: minutes.publish_minutes(there.lis, at),
        "add_correction": lambda: minutes.add_correction(there.lis, at, "Tilføjet."),
    }
    with pytest.raises(RuntimeError):
        doing[deed]()
    assert everything() == before


def again(there: World) -> Meeting:
    """Another meeting whose minutes are approved."""
    found = meeting(there.council, MeetingState.MINUTED)
    decision(item(there, there.council, ItemState.DECIDED, on=found, number=1))
    return found


def test_minutes_are_published_once(there: World, at: Meeting) -> None:
    publish(there, at)
    other = Meeting.objects.unguarded(WHY).get(pk=at.pk)
    other.state = MeetingState.MINUTED
    with pytest.raises(Stale):
        minutes.publish_minutes(there.lis, other)
