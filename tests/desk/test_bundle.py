"""All papers of a meeting in one file: what the viewer may read of them, and nothing else."""

import zipfile
from io import BytesIO

import pytest
from django.urls import reverse

from sagsgang.core import files
from sagsgang.core.commands import documents
from sagsgang.core.models import Attachment, Attendance, Item, Journal, Meeting, Presence, Seat
from sagsgang.core.states import MeetingState
from sagsgang.desk.views import bundle as view
from sagsgang.paper.model import Access
from sagsgang.paper.store import dumps
from tests.core.world import CANARY, WHY, World, item, present
from tests.core.world import meeting as world_meeting
from tests.desk.meeting_world import browser, filled
from tests.desk.pages import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _plainly_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper as its own words instead of a PDF, in which nobody finds them."""
    monkeypatch.setattr(view, "printed", dumps)


def _sent(there: World) -> Meeting:
    """A sent agenda: an open item with an open and a closed file, and a closed item with one."""
    made, (first, second) = filled(there, MeetingState.PLANNED, 2)
    lay(there, first, "Tegning", b"Tegningen", Access.OPEN)
    lay(there, first, "Tilbud", f"{CANARY} tilbud".encode(), Access.CLOSED)
    lay(there, second, "../../Kontrakt: <1>", f"{CANARY} kontrakt".encode(), Access.CLOSED)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.ANNOUNCED)
    return made


def lay(there: World, on: Item, title: str, data: bytes, access: Access) -> Attachment:
    """A file that lies with the item."""
    made = documents.attach(there.lis, Item.objects.unguarded(WHY).get(pk=on.pk), f"{title[-5:]}.txt", data)
    Attachment.objects.unguarded(WHY).filter(pk=made.pk).update(title=title, access=access)
    return made


def _fetched(viewer: object, made: Meeting) -> tuple[int, dict[str, bytes]]:
    answer = browser(viewer).get(reverse("desk:bundle", args=[made.id]))  # type: ignore[arg-type]
    if answer.status_code != 200:
        return answer.status_code, {}
    assert CANARY not in str(answer.headers)
    with zipfile.ZipFile(BytesIO(answer.getvalue())) as whole:
        assert whole.testzip() is None
        return 200, {name: whole.read(name) for name in whole.namelist()}


def test_a_member_gets_the_paper_and_every_file_in_the_folder_of_its_item(there: World) -> None:
    status, found = _fetched(there.mads, _sent(there))
    assert status == 200
    assert set(found) == {
        "Dagsorden.pdf",
        "Punkt 01 Punktet 1/Bilag 1 Tegning.txt",
        "Punkt 01 Punktet 1/Bilag 2 Tilbud.txt",
        "Punkt 02 Punktet 2/Bilag 1 .. .. Kontrakt 1.txt",
    }
    assert found["Punkt 01 Punktet 1/Bilag 1 Tegning.txt"] == b"Tegningen"
    rows = Journal.objects.unguarded(WHY).filter(kind="item.open_closed", by=there.mads.person)
    assert rows.count() == 2  # a closed item, and an open one with a closed file


def test_nobody_else_gets_anything_of_it(there: World) -> None:
    made = _sent(there)
    Item.objects.unguarded(WHY).filter(meeting=made).update(author=there.rut.person)
    got = {name: _fetched(viewer, made) for name, viewer in cast(there)}
    assert {name for name, (status, _) in got.items() if status == 200} == {"lis", "mads"}
    assert not any(
        CANARY.encode() in data for name in ("karen", "bo", "ida", "rut") for data in got[name][1].values()
    )


def test_who_has_a_conflict_of_interest_gets_neither_the_item_nor_its_files(there: World) -> None:
    made = _sent(there)
    for closed in Item.objects.unguarded(WHY).filter(meeting=made):
        Presence.objects.create(item=closed, person_id=there.mads.person, conflict=True)
    _, found = _fetched(there.mads, made)
    assert set(found) == {"Dagsorden.pdf"}
    assert CANARY.encode() not in found["Dagsorden.pdf"]
    assert "40 år gammel".encode() not in found["Dagsorden.pdf"]


def test_before_it_is_sent_an_agenda_is_its_secretarys_alone(there: World) -> None:
    made = _sent(there)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.PLANNED)
    assert _fetched(there.mads, made)[0] == 404
    assert "Dagsorden.pdf" in _fetched(there.lis, made)[1]


def test_an_author_gets_the_files_of_the_own_items_only(there: World) -> None:
    made = _sent(there)
    Item.objects.unguarded(WHY).filter(meeting=made, number=2).update(author=there.per.person)
    _, found = _fetched(there.karen, made)
    assert {name.partition("/")[0] for name in found} == {"Punkt 01 Punktet 1"}


def test_a_substitute_who_is_not_called_in_gets_no_paper_as_its_author(there: World) -> None:
    made = _sent(there)
    Item.objects.unguarded(WHY).filter(meeting=made, number=2).update(author=there.per.person)
    Seat.objects.create(person_id=there.karen.person, body=there.committee, since=made.date, substitute=True)
    assert "Dagsorden.pdf" not in _fetched(there.karen, made)[1]
    present(made, there.karen)
    Attendance.objects.filter(person=there.karen.person).update(instead_of=there.mads.person)
    assert "Dagsorden.pdf" in _fetched(there.karen, made)[1]


def test_the_minutes_take_the_agendas_place_and_a_file_that_is_gone_is_named(there: World) -> None:
    made = _sent(there)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.HELD)
    gone = Attachment.objects.unguarded(WHY).filter(title="Tegning").get()
    files._place(gone.checksum).unlink()
    _, found = _fetched(there.mads, made)
    assert "Referat.pdf" in found
    assert found["Filer, der ikke er her længere.txt"].decode() == "Punkt 01 Punktet 1/Bilag 1 Tegning.txt"


def test_a_meeting_without_papers_has_no_bundle(there: World) -> None:
    made = world_meeting(there.committee, MeetingState.ANNOUNCED)
    item(there, there.committee)
    assert _fetched(there.lis, made)[0] == 404
