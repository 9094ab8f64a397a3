"""What goes out with an agenda: the files of its open attachments, and not a trace of the closed ones."""

from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from sagsgang.archive.attached import open_file
from sagsgang.archive.models import AttachedFile, Audience, Content, Edition, Entry, Holding
from sagsgang.archive.verify import verify
from sagsgang.core import files
from sagsgang.core.act import Refused
from sagsgang.core.commands import documents, meetings
from sagsgang.core.commands.renditions import Made, Source, keep
from sagsgang.core.compose import compose
from sagsgang.core.models import Attachment, Item, Meeting, SealedPaper
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, PaperKind
from tests.core.world import CANARY, WHY, World, item, meeting

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PLAN, SECRET = b"%PDF-1.7 kort over badet", f"%PDF-1.7 {CANARY}".encode()
BASIS = "Forvaltningsloven § 27, stk. 4: det offentliges økonomiske interesser"


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, settings: Settings) -> None:
    settings.DOCUMENTS = tmp_path / "documents"
    settings.FILES = tmp_path / "files"
    settings.INTAKE = tmp_path / "intake"


@pytest.fixture
def at(there: World) -> Meeting:
    return meeting(there.committee)


@pytest.fixture
def bath(there: World, at: Meeting) -> Item:
    return item(there, there.committee, ItemState.SCHEDULED, on=at, title="Havnebad")


def attach(to: Item, data: bytes = PLAN, title: str = "Kort", access: Access = Access.OPEN) -> Attachment:
    return Attachment.objects.create(
        item=to,
        title=title,
        document_number="999-2027-77",
        file_name=f"{title}.pdf",
        media_type="application/pdf",
        checksum=files.put(data),
        size=len(data),
        pages=2,
        access=access,
        basis="" if access is Access.OPEN else BASIS,
        position=1,
        added_at=timezone.now(),
    )


def on_the_street(data: bytes, folder: Path) -> bool:
    return any(data in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_the_file_of_an_open_attachment_goes_out_with_the_agenda(there: World, at: Meeting, bath: Item) -> None:
    laid = attach(bath)
    meetings.announce(there.lis, at)
    found = open_file(Audience.STREET, laid.checksum, "Kort.pdf")
    assert found is not None
    assert (found.row.entry.number, found.row.title, found.row.pages) == ("1", "Kort", 2)
    assert found.path.read_bytes() == PLAN
    assert list(verify()) == []


def test_nothing_of_a_closed_attachment_reaches_the_archive(
    there: World, at: Meeting, bath: Item, settings: Settings
) -> None:
    closed = attach(bath, SECRET, CANARY, Access.CLOSED)
    shut = item(there, there.committee, ItemState.SCHEDULED, on=at, title="Lukket", access=Access.CLOSED)
    attach(shut, SECRET + b"2", CANARY)
    attach(bath)
    meetings.announce(there.lis, at)
    said = [*AttachedFile.objects.values_list("title", "name", "sha256"), *Entry.objects.values_list("data")]
    sealed = b"".join(bytes(data) for data in Content.objects.values_list("data", flat=True))
    assert CANARY not in str(said)
    assert CANARY.encode() not in sealed
    assert closed.checksum not in str(said) + sealed.decode()
    assert Holding.objects.count() == 1
    assert not on_the_street(CANARY.encode(), Path(settings.FILES))


def test_the_complete_paper_in_the_house_says_which_files_its_closed_attachments_are(
    there: World, at: Meeting, bath: Item
) -> None:
    closed = attach(bath, SECRET, CANARY, Access.CLOSED)
    meetings.announce(there.lis, at)
    kept = SealedPaper.objects.unguarded(WHY).get(meeting=at)
    assert closed.checksum in bytes(kept.data).decode()


def test_an_attachment_that_was_sent_is_closed_by_no_command(there: World, at: Meeting, bath: Item) -> None:
    laid = attach(bath)
    meetings.announce(there.lis, at)
    with pytest.raises(Refused, match="Punktet er sendt ud"):
        documents.set_access(there.lis, laid, Access.CLOSED, BASIS)
    assert open_file(Audience.STREET, laid.checksum) is not None


def test_a_file_that_the_next_edition_lacks_goes_off_the_street(there: World, at: Meeting, bath: Item) -> None:
    laid, kept = attach(bath), attach(bath, PLAN + b"2", "Tegning")
    meetings.announce(there.lis, at)
    Attachment.objects.unguarded(WHY).filter(pk=laid.pk).update(access=Access.CLOSED)
    late = item(there, there.committee, ItemState.SCHEDULED, on=at, title="Sent punkt")
    meetings.supplement(there.lis, at, late_reason="Sagen er først klar nu.")
    assert late.state == ItemState.SCHEDULED
    assert open_file(Audience.STREET, laid.checksum) is None
    assert open_file(Audience.STREET, kept.checksum) is not None


def test_a_file_that_is_gone_stops_the_agenda_and_says_where(there: World, at: Meeting, bath: Item) -> None:
    laid = attach(bath)
    files._place(laid.checksum).unlink()
    with pytest.raises(Refused, match="filen til bilag 1 i punkt 1 mangler"):
        meetings.announce(there.lis, at)
    assert not Edition.objects.exists()
    at.refresh_from_db()
    assert at.state == MeetingState.PLANNED


def test_sending_again_reads_no_file_that_is_out_already(
    there: World, at: Meeting, bath: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(bath)
    meetings.announce(there.lis, at)
    monkeypatch.delattr(files, "get")
    item(there, there.committee, ItemState.SCHEDULED, on=at, title="Sent punkt")
    meetings.supplement(there.lis, at, late_reason="Sagen er først klar nu.")
    assert Edition.objects.count() == 2


def test_a_paper_names_the_file_that_the_street_gets(at: Meeting, bath: Item) -> None:
    laid = attach(bath)
    (paper_item,) = compose(at, PaperKind.AGENDA, draft=True).items
    assert paper_item.attachments[0].file == files.public_file(laid)


def test_the_street_gets_the_pdf_that_was_made_of_a_file(there: World, at: Meeting, bath: Item) -> None:
    laid = attach(bath, b"et dokument", "Notat")
    made = Made(data=PLAN, pages=3, text="kort over badet")
    Attachment.objects.unguarded(WHY).filter(pk=laid.pk).update(file_name="Notat.docx", rendition="")
    keep(Source(laid.checksum, ".docx"), made)
    meetings.announce(there.lis, at)
    found = open_file(Audience.STREET, files.put(PLAN), "Notat.pdf")
    assert found is not None
    assert (found.row.media_type, found.row.size, found.row.pages) == ("application/pdf", len(PLAN), 3)
    assert open_file(Audience.STREET, laid.checksum) is None
