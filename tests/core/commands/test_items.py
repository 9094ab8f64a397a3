"""Items: drafted, titled, recommended and sent on their way."""

import pytest
from django.db.models import ProtectedError

from sagsgang.core.act import NotYours, Refused, Stale
from sagsgang.core.commands import items, meetings
from sagsgang.core.models import Item, Point, Section, SectionVersion
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, ItemType, SectionKind
from tests.core.journal import all_facts, deeds, last_facts
from tests.core.world import CANARY, WHY, case, item, meeting, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def of(row: Item) -> Item:
    """The row as another person has it on the screen."""
    return Item.objects.unguarded(WHY).get(pk=row.pk)


def points(row: Item) -> list[tuple[int, str, str]]:
    return list(Point.objects.unguarded(WHY).filter(item=row).values_list("position", "text", "recommender"))


def test_a_draft_has_what_its_type_asks_for_and_a_number_of_its_own() -> None:
    there = world()
    sag = case(there)
    made = items.draft_item(there.karen, sag, there.committee, ItemType.DECISION, title="  Ny\n svømmehal ")
    kinds = Section.objects.unguarded(WHY).filter(item=made).values_list("kind", flat=True)
    assert list(kinds) == [
        SectionKind.SUMMARY,
        SectionKind.RECOMMENDATION,
        SectionKind.PRESENTATION,
        SectionKind.FINANCES,
    ]
    assert made.public_title == "Ny svømmehal"
    assert made.document_number.startswith("999-")
    assert list(made.route.values_list("body__name", flat=True)) == ["Økonomiudvalget"]
    assert last_facts("item.draft", there.karen) == {}


def test_a_new_item_is_as_open_as_its_body_says() -> None:
    there = world()
    sag = case(there)
    for body in (there.board, there.committee):
        made = items.draft_item(there.karen, sag, body, ItemType.INFORMATION)
        assert made.access == body.new_items
        sections = Section.objects.unguarded(WHY).filter(item=made).values_list("access", flat=True)
        assert set(sections) == {body.new_items}


def test_only_who_writes_to_the_body_drafts_for_it() -> None:
    there = world()
    sag = case(there)
    for wrong in (there.bo, there.mads, there.ida, there.rut):
        with pytest.raises(NotYours):
            items.draft_item(wrong, sag, there.board, ItemType.DECISION)
    assert deeds() == []


def test_a_route_begins_where_the_item_is_and_never_stands_still() -> None:
    there = world()
    sag = case(there)
    with pytest.raises(Refused, match="begynde i Direktionen"):
        items.draft_item(there.karen, sag, there.board, ItemType.DECISION, route=(there.council,))
    with pytest.raises(Refused, match="to gange"):
        items.draft_item(there.karen, sag, there.board, ItemType.DECISION, route=(there.board, there.board))
    assert not Item.objects.unguarded(WHY).exists()


def test_the_title_is_changed_and_the_second_of_two_is_told_what_the_first_wrote() -> None:
    there = world()
    made = item(there, there.board)
    items.set_title(there.karen, made, "Ny hal", 0)
    with pytest.raises(items.Conflict) as refused:
        items.set_title(there.karen, of(made), "En tredje hal", 0)
    assert refused.value.theirs == "Ny hal"
    assert isinstance(refused.value, Stale)
    assert of(made).public_title == "Ny hal"
    assert last_facts("item.write", there.karen) == {"what": "title", "version": 1}


def test_a_title_that_is_too_long_is_refused_and_not_cut() -> None:
    there = world()
    with pytest.raises(Refused, match="højst have 300 tegn"):
        items.set_title(there.karen, item(there, there.board), "x" * 301, 0)


def test_the_points_are_written_anew_and_blank_ones_left_out() -> None:
    there = world()
    made = item(there, there.board)
    items.set_points(there.karen, made, ["at der bygges,", " ", "at udgiften holdes\r\ninde."], "Direktøren")
    assert points(made) == [(1, "at der bygges,", "Direktøren"), (2, "at udgiften holdes\ninde.", "Direktøren")]
    assert last_facts("item.write", there.karen) == {"what": "points", "count": 2}


def test_points_that_were_written_over_are_kept_as_a_version() -> None:
    there = world()
    made = item(there, there.board)
    items.set_points(there.karen, made, ["at der bygges,", "at der spares."], "Direktøren", version=0)
    items.set_points(there.karen, made, ["at der bygges."], "Direktøren", version=1)
    kept = SectionVersion.objects.unguarded(WHY).order_by("version").values_list("text", flat=True)
    assert list(kept) == [
        "Direktøren\n\n1. at der bygges en ny svømmehal.",
        "Direktøren\n\n1. at der bygges,\n2. at der spares.",
    ]


def test_the_second_of_two_who_write_points_is_told_and_overwrites_nothing() -> None:
    there = world()
    made = item(there, there.board)
    items.set_points(there.karen, made, ["at der bygges."], "", version=0)
    with pytest.raises(items.Conflict) as refused:
        items.set_points(there.karen, made, ["at der spares."], "", version=0)
    assert refused.value.theirs == "1. at der bygges."
    assert points(made) == [(1, "at der bygges.", "")]


def test_the_same_points_sent_again_are_written_once() -> None:
    there = world()
    made = item(there, there.board)
    for _ in range(2):
        items.set_points(there.karen, made, ["at der bygges."], "", version=0)
    assert len(deeds()) == 1
    with pytest.raises(NotYours):
        items.set_points(there.per, made, ["at der bygges."], "")


def test_the_route_is_planned_anew_but_for_what_was_passed() -> None:
    there = world()
    made = item(there, there.committee, route=(there.board, there.committee))
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(step=1)
    made = of(made)
    items.set_route(there.karen, made, (there.board, there.committee, there.council))
    names = list(made.route.values_list("body__name", flat=True))
    assert names == ["Direktionen", "Økonomiudvalget", "Kommunalbestyrelsen"]
    for wrong in ((there.committee, there.council), (there.board, there.council), (there.board,)):
        with pytest.raises(Refused):
            items.set_route(there.karen, made, wrong)
    assert list(made.route.values_list("body__name", flat=True)) == names


@pytest.mark.parametrize(
    ("state", "who"),
    [
        (ItemState.DRAFT, "karen"),
        (ItemState.IN_REVIEW, "bo"),
        (ItemState.APPROVED, "lis"),
        (ItemState.SCHEDULED, "lis"),
    ],
)
def test_an_item_is_written_by_the_one_who_has_it_and_by_nobody_else(state: ItemState, who: str) -> None:
    there = world()
    made = item(there, there.board, state)
    for name in ("karen", "per", "bo", "lis", "mads", "ida", "rut"):
        if name == who:
            items.set_points(getattr(there, name), made, [CANARY], "")
        else:
            with pytest.raises(NotYours):
                items.set_points(getattr(there, name), made, ["x"], "")
    assert CANARY not in all_facts()


@pytest.mark.parametrize("state", [ItemState.DECIDED, ItemState.WITHDRAWN])
def test_what_is_decided_or_withdrawn_is_written_by_nobody(state: ItemState) -> None:
    there = world()
    made = item(there, there.board, state)
    for who in (there.karen, there.bo, there.lis):
        with pytest.raises(Stale):
            items.set_title(who, made, "x", 0)


def test_a_draft_that_is_given_up_keeps_its_number_and_texts() -> None:
    there = world()
    made = item(there, there.board)
    with pytest.raises(NotYours):
        items.discard(there.lis, made)
    items.discard(there.karen, made)
    assert of(made).state == ItemState.WITHDRAWN
    assert Section.objects.unguarded(WHY).filter(item=made).exists()
    assert last_facts("item.discard", there.karen) == {}
    with pytest.raises(Stale):
        items.discard(there.karen, made)


def test_an_item_that_leaves_an_agenda_takes_neither_its_case_nor_its_texts_along() -> None:
    there = world()
    planned = meeting(there.board)
    off, out = (item(there, there.board, ItemState.SCHEDULED, on=planned) for _ in range(2))
    meetings.unschedule(there.lis, off)
    planned.state = MeetingState.ANNOUNCED
    planned.save()
    meetings.withdraw(there.lis, of(out), "Sagen er trukket")
    for made in (off, out):
        assert of(made).case == made.case
        assert Section.objects.unguarded(WHY).filter(item=made).exists()
        with pytest.raises(ProtectedError):
            made.case.delete()


def test_access_of_a_draft_is_said_and_never_guessed() -> None:
    there = world()
    made = items.draft_item(there.karen, case(there), there.board, ItemType.DISCUSSION)
    assert made.access is Access.CLOSED


def test_the_records_systems_own_document_number_is_kept_and_used_once() -> None:
    there = world()
    made, other = item(there, there.board), item(there, there.board)
    ours = made.document_number
    items.set_document_number(there.karen, made, " 17474/09 ")
    assert of(made).document_number == "17474/09"
    assert last_facts("item.write", there.karen) == {"what": "document", "before": ours, "after": "17474/09"}
    for typed, sentence in (("17474/09", "er i brug"), ("--", "bogstaver eller tal")):
        with pytest.raises(Refused, match=sentence):
            items.set_document_number(there.karen, other, typed)
    with pytest.raises(NotYours):
        items.set_document_number(there.per, made, "1")


def test_what_was_sent_out_is_not_written_in_silence() -> None:
    there = world()
    sent = item(there, there.board, ItemState.SCHEDULED, on=meeting(there.board, MeetingState.ANNOUNCED), number=1)
    with pytest.raises(Refused, match="sendt ud"):
        items.set_title(there.lis, sent, "En anden titel", sent.version)
    late = item(there, there.board, ItemState.SCHEDULED, on=sent.meeting)
    items.set_title(there.lis, late, "Til tillægget", late.version)
