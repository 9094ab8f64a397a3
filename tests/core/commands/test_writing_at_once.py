"""Several people at once on PostgreSQL: one is first, the others are told, nobody falls."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from sagsgang.core.act import Refused, Stale
from sagsgang.core.commands import cases, documents, items
from sagsgang.core.models import Attachment, Case, Item, Section, SectionVersion, Step
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role
from tests.core.journal import deeds
from tests.core.world import WHY, grant, item, person, world

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.database,
    pytest.mark.postgresql,
    pytest.mark.slow,
]
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
PEOPLE = 8


def together(deed: Callable[[int], object]) -> list[str]:
    """What became of the deed for each of eight people who do it at once: "" or the kind of refusal."""

    def one(number: int) -> str:
        try:
            deed(number)
        except Refused as refused:
            return type(refused).__name__
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(PEOPLE) as people:
        return sorted(people.map(one, range(PEOPLE)))


def test_of_eight_who_write_a_section_one_wins_and_the_others_get_its_text() -> None:
    there = world()
    section = Section.objects.unguarded(WHY).get(item=item(there, there.board))
    became = together(lambda number: items.write_section(there.karen, section, f"Tekst {number}", 0))
    assert became == ["", *["Conflict"] * (PEOPLE - 1)]
    assert SectionVersion.objects.unguarded(WHY).count() == 1
    assert [kind for kind, _ in deeds()] == ["item.write"]


def test_of_eight_who_press_approve_one_does_and_no_step_is_passed() -> None:
    there = world()
    dorte = person("Dorte")
    grant(dorte, there.board, Role.APPROVER, Step.objects.create(body=there.board, position=1, title="Direktør"))
    made = item(there, there.board, ItemState.IN_REVIEW)
    rows = [Item.objects.unguarded(WHY).select_related("body").get(pk=made.pk) for _ in range(PEOPLE)]
    assert together(lambda number: items.approve(there.bo, rows[number])) == ["", *["Stale"] * (PEOPLE - 1)]
    made.refresh_from_db()
    assert (made.state, made.review_step) == (ItemState.IN_REVIEW, 1)
    assert [kind for kind, _ in deeds()] == ["item.pass_on"]


def test_eight_files_laid_at_once_have_a_place_and_a_number_each() -> None:
    there = world()
    made = item(there, there.committee)
    assert together(lambda _: documents.attach(there.karen, made, "a.png", PNG)) == [""] * PEOPLE
    rows = Attachment.objects.unguarded(WHY).filter(item=made)
    assert sorted(rows.values_list("position", flat=True)) == list(range(1, PEOPLE + 1))
    assert len(set(rows.values_list("document_number", flat=True))) == PEOPLE


def test_of_eight_who_enter_the_same_case_number_one_opens_the_case() -> None:
    there = world()
    became = together(lambda _: cases.open_case(there.karen, there.board, number="20/33839"))
    assert became == ["", *["Refused"] * (PEOPLE - 1)]
    assert Case.objects.unguarded(WHY).count() == 1


def test_of_a_submission_and_a_discarding_at_once_one_is_done() -> None:
    there = world()
    made = item(there, there.board)
    rows = [Item.objects.unguarded(WHY).select_related("body").get(pk=made.pk) for _ in range(PEOPLE)]
    deed = (items.submit, items.discard)
    became = together(lambda number: deed[number % 2](there.karen, rows[number]))
    assert became == ["", *[Stale.__name__] * (PEOPLE - 1)]
    assert len(deeds()) == 1
