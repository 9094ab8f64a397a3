"""The world of the tests is as it says."""

import pytest

from sagsgang.core.viewer import Role
from tests.core.world import item, meeting, world

pytestmark = pytest.mark.django_db


def test_everybody_has_the_roles_and_seats_that_they_are_known_for() -> None:
    there = world()
    assert there.bo.approves == {(there.board.id, 0)}
    assert there.lis.bodies(Role.SECRETARY) == {there.board.id, there.committee.id, there.council.id}
    assert {seat.body for seat in there.mads.seats} == {there.board.id, there.committee.id}
    assert {seat.body for seat in there.ida.seats} == {there.council.id}
    assert there.rut.administers
    assert not there.rut.roles


def test_items_of_the_world_have_numbers_of_their_own() -> None:
    there = world()
    first = item(there, there.board, on=meeting(there.board))
    assert first.document_number != item(there, there.board, of=first.case).document_number
