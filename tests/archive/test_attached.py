"""The files of open attachments: kept with their edition, shown with it, gone with it, and proven."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from pytest_django import Settings

from sagsgang.archive import attached
from sagsgang.archive.attached import keep, open_file, place, sweep
from sagsgang.archive.erase import erase
from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.intake import journal
from sagsgang.archive.models import AttachedFile, Audience, Edition, Holding
from sagsgang.archive.publish import Outcome, publish, restore
from sagsgang.archive.sameness import essence
from sagsgang.archive.verify import verify
from sagsgang.paper.model import Access, Attachment, Item, Paper, PaperFile
from tests.archive.papers import CLOSED_STUB, DAY, item, minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]
STREET = Audience.STREET
PLAN, MAP = b"%PDF-1.7 tegning af skolen", b"%PDF-1.7 kort over kanalen"


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, settings: Settings) -> None:
    settings.FILES = tmp_path / "files"
    settings.INTAKE = tmp_path / "intake"


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def by_digest(*files: bytes) -> dict[str, bytes]:
    return {digest(data): data for data in files}


def attachment(data: bytes, title: str = "Tegning", **of_file: object) -> Attachment:
    file = PaperFile(sha256=digest(data), name=f"{title}.pdf", media_type="application/pdf", size=len(data), pages=3)
    return Attachment(title=title, document_number=None, access=Access.OPEN, file=replace(file, **of_file))  # type: ignore[arg-type]


def paper(*attachments: Attachment) -> Paper:
    return minutes(DAY, item(attachments=attachments), CLOSED_STUB)


def wrong() -> list[str]:
    return [remark.message for remark in verify() if remark.wrong]


def kept() -> list[bytes]:
    return sorted(file.read_bytes() for file in place(digest(PLAN)).parents[1].glob("*/*"))


def test_the_file_of_an_attachment_is_kept_and_found_under_its_checksum() -> None:
    titled = Attachment(title="Kun en titel", document_number=None, access=Access.OPEN)
    published = publish(paper(titled, attachment(PLAN)), STREET, by_digest(PLAN))
    found = open_file(STREET, digest(PLAN))
    assert found is not None
    row = found.row
    assert (row.entry.number, row.position, row.title, row.name) == ("1", 2, "Tegning", "Tegning.pdf")
    assert (row.media_type, row.size, row.pages) == ("application/pdf", len(PLAN), 3)
    assert row.modified_at == published.edition.seal.sealed_at
    assert found.path.read_bytes() == PLAN
    assert wrong() == []


def test_a_file_is_found_under_its_own_name_only_when_one_is_asked_for() -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    assert open_file(STREET, digest(PLAN), "Tegning.pdf") is not None
    assert open_file(STREET, digest(PLAN), "Skandale.pdf") is None


def test_the_other_audience_does_not_find_it() -> None:
    publish(paper(attachment(PLAN)), Audience.EMPLOYEES, by_digest(PLAN))
    assert open_file(STREET, digest(PLAN)) is None
    assert open_file(Audience.EMPLOYEES, digest(PLAN)) is not None


def test_a_paper_may_not_name_a_file_that_did_not_come_along() -> None:
    with pytest.raises(NotPublishable, match="filen til bilag 1 i punkt 1 mangler"):
        publish(paper(attachment(PLAN)), STREET)
    assert not Edition.objects.exists()


def test_nor_one_that_only_the_other_audience_may_see() -> None:
    publish(paper(attachment(PLAN)), Audience.EMPLOYEES, by_digest(PLAN))
    with pytest.raises(NotPublishable, match="mangler"):
        publish(paper(attachment(PLAN)), STREET)


@pytest.mark.parametrize("other", [MAP, b""])
def test_nor_one_that_is_another(other: bytes) -> None:
    with pytest.raises(NotPublishable, match="bilag 1 i punkt 1 er ikke den, papiret nævner"):
        publish(paper(attachment(PLAN)), STREET, {digest(PLAN): other})
    assert kept() == []


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "../../etc/passwd"},
        {"sha256": digest(PLAN).upper()},
        {"name": "../plan.pdf"},
        {"name": ".."},
        {"name": ""},
        {"name": "plan\r\nSet-Cookie: x.pdf"},
        {"media_type": "pdf"},
        {"media_type": "text/html\r\n\r\n<script>"},
        {"size": -1},
        {"size": 1 << 70},
        {"pages": -4},
    ],
)
def test_what_no_address_or_header_can_say_is_no_file(change: dict[str, object]) -> None:
    with pytest.raises(NotPublishable, match="et bilags fil har ikke"):
        publish(paper(attachment(PLAN, "Tegning", **change)), STREET, by_digest(PLAN))


def test_a_personal_number_in_the_name_of_a_file_stops_it() -> None:
    with pytest.raises(NotPublishable, match="et personnummer"):
        publish(paper(attachment(PLAN, name="ansøgning 010190-1234.pdf")), STREET, by_digest(PLAN))


class Asked(Mapping[str, bytes]):
    """Remembers which bytes it was asked for."""

    def __init__(self, *files: bytes) -> None:
        self._files = by_digest(*files)
        self.asked: list[str] = []

    def __getitem__(self, key: str) -> bytes:
        self.asked.append(key)
        return self._files[key]

    def __contains__(self, key: object) -> bool:
        return key in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def test_only_the_bytes_that_are_not_kept_yet_are_asked_for() -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    files = Asked(PLAN, MAP)
    assert publish(paper(attachment(PLAN), attachment(MAP, "Kort")), STREET, files).outcome is Outcome.SUPERSEDED
    assert files.asked == [digest(MAP)]


def test_another_file_under_the_same_title_is_a_new_edition() -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    assert publish(paper(attachment(MAP)), STREET, by_digest(MAP)).outcome is Outcome.SUPERSEDED
    assert open_file(STREET, digest(PLAN)) is None
    assert open_file(STREET, digest(MAP)) is not None
    assert wrong() == []


def test_a_file_that_stays_keeps_the_day_on_which_it_came() -> None:
    first = publish(paper(attachment(PLAN)), STREET, by_digest(PLAN)).edition
    second = publish(paper(attachment(PLAN), attachment(MAP, "Kort")), STREET, by_digest(MAP)).edition
    assert dict(AttachedFile.objects.values_list("sha256", "modified_at")) == {
        digest(PLAN): first.seal.sealed_at,
        digest(MAP): second.seal.sealed_at,
    }


def test_the_same_paper_without_files_from_elsewhere_takes_none_away() -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    titles = attached.without_files(paper(attachment(PLAN)))
    assert publish(titles, STREET).outcome is Outcome.UNCHANGED
    assert open_file(STREET, digest(PLAN)) is not None


def test_a_paper_from_elsewhere_keeps_the_files_that_the_archive_has() -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    known = attached.with_held_files(paper(attachment(PLAN), attachment(MAP, "Kort")), STREET)
    assert [file.sha256 for file in attached.files_of(known)] == [digest(PLAN)]
    assert not any(attached.files_of(attached.with_held_files(known, Audience.EMPLOYEES)))


def test_restoring_an_edition_brings_its_files_back() -> None:
    first = publish(paper(attachment(PLAN)), STREET, by_digest(PLAN)).edition
    publish(paper(attachment(MAP)), STREET, by_digest(MAP))
    restore(first)
    assert open_file(STREET, digest(PLAN)) is not None
    assert open_file(STREET, digest(MAP)) is None


def test_erasing_takes_the_file_along() -> None:
    edition = publish(paper(attachment(PLAN)), STREET, by_digest(PLAN)).edition
    erase(edition, "navne")
    assert open_file(STREET, digest(PLAN)) is None
    assert kept() == []
    assert not AttachedFile.objects.exists()
    assert wrong() == []


def test_erasing_leaves_what_another_edition_holds() -> None:
    first = publish(paper(attachment(PLAN), attachment(MAP, "Kort")), STREET, by_digest(PLAN, MAP)).edition
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    erase(first, "navne")
    assert kept() == [PLAN]
    assert open_file(STREET, digest(PLAN)) is not None
    assert wrong() == []


def test_an_erased_paper_does_not_come_back_from_a_file_that_names_no_files() -> None:
    whole = paper(attachment(PLAN))
    erase(publish(whole, STREET, by_digest(PLAN)).edition, "navne")
    for said in (whole, attached.without_files(whole)):
        assert journal.fingerprint(STREET, essence(said)) in journal.settled()


def test_what_a_killed_publishing_left_behind_is_swept() -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    keep(MAP)
    place(digest(MAP)).with_name("halv.unfinished").write_bytes(b"%PDF")
    assert open_file(STREET, digest(MAP)) is None
    assert sweep() == 2
    assert kept() == [PLAN]


def test_the_same_bytes_are_kept_once_for_their_owner_only() -> None:
    assert keep(PLAN) == keep(PLAN) == digest(PLAN)
    assert kept() == [PLAN]
    assert place(digest(PLAN)).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("data", "message"), [(PLAN[::-1], "filen er ændret"), (None, "filen mangler")])
def test_verify_names_the_attachment_whose_file_is_not_as_published(data: bytes | None, message: str) -> None:
    publish(paper(attachment(MAP, "Kort"), attachment(PLAN)), STREET, by_digest(PLAN, MAP))
    place(digest(PLAN)).unlink()
    if data:
        place(digest(PLAN)).write_bytes(data)
    assert wrong() == [f"mødet 2024-03-04, punkt 1, bilag 2: {message}"]


def test_verify_names_the_file_of_an_earlier_edition_too() -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    publish(paper(attachment(MAP)), STREET, by_digest(MAP))
    place(digest(PLAN)).unlink()
    assert wrong() == ["mødet 2024-03-04, et bilag i en tidligere udgave: filen mangler"]


@pytest.mark.parametrize("change", [{"title": "Noget andet"}, {"sha256": digest(MAP)}, {"audience": "employees"}])
def test_verify_sees_that_the_row_of_a_file_was_changed(change: dict[str, str]) -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    AttachedFile.objects.update(**change)
    assert wrong() == ["mødet 2024-03-04: punkt 1 vises anderledes end forseglet"]


def test_verify_sees_that_an_edition_no_longer_holds_its_file() -> None:
    publish(paper(attachment(PLAN)), STREET, by_digest(PLAN))
    Holding.objects.all().delete()
    assert wrong() == ["mødet 2024-03-04: bilagenes filer er ikke noteret som forseglet"]


def test_a_closed_attachment_never_reaches_the_archive() -> None:
    closed = replace(attachment(PLAN, "KANARIEFUGL"), access=Access.CLOSED)
    whole: Item = item(attachments=(closed,))
    with pytest.raises(NotPublishable, match="lukkede dele"):
        publish(minutes(DAY, whole), STREET, by_digest(PLAN))
    assert kept() == []
    assert not Holding.objects.exists()
