"""The paper with its attachments as one file: complete, numbered through, tagged as far as the files are."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import pypdfium2
import pytest

from sagsgang.paper.model import Access, Attachment, Paper, PaperFile
from sagsgang.writers import annex_files, pdf
from sagsgang.writers.annexes import write_with_annexes
from tests.writers.referee import verdicts
from tests.writers.solbjerg import BOILERS, MINUTES
from tests.writers.structure import tags
from tests.writers.test_pdf import failures, pages_of, text_of, with_text

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("referee")]
REPORT = pdf.write(with_text("Rapporten om varmecentraler."))
NOTE = pdf.write(with_text("\n\n".join(f"Afsnit {number} i notatet." for number in range(80))))
PDF = "application/pdf"
PIECES = (b"", b"\xff", b"null", b" 0 R", b"[", b"<<", b"/Annots 3", b"/StructParents /A", b"/K", b"/MediaBox")


class Folder:
    """Attachments with files that lie in a folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.files: dict[str, Path] = {}

    def attachment(self, title: str, data: bytes | None, media_type: str = PDF) -> Attachment:
        digest = sha256(data or title.encode()).hexdigest()
        if data is not None:
            self.files[digest] = self._path / digest
            self.files[digest].write_bytes(data)
        file = PaperFile(sha256=digest, name=f"{title}.pdf", media_type=media_type, size=len(data or b""))
        return Attachment(title=title, document_number=None, access=Access.OPEN, file=file)

    def write(self, *attachments: Attachment) -> bytes:
        return write_with_annexes(paper(*attachments), self.files)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def paper(*attachments: Attachment) -> Paper:
    return replace(MINUTES, items=(replace(BOILERS, attachments=attachments), *MINUTES.items[1:]))


def plainly(data: bytes) -> bytes:
    """The same with nothing compressed, so that damage reaches every part."""
    with pikepdf.open(BytesIO(data)) as file:
        written = BytesIO()
        everything = pikepdf.StreamDecodeLevel.all
        unpacked = pikepdf.ObjectStreamMode.disable
        file.save(written, object_stream_mode=unpacked, compress_streams=False, stream_decode_level=everything)
    return written.getvalue()


def changed(data: bytes, *gone: str, turned: int = 0, key: str = "") -> bytes:
    with pikepdf.open(BytesIO(data)) as file:
        for name in gone:
            del file.Root[name]
        for page in file.pages:
            page.rotate(turned, relative=False)
        written = BytesIO()
        file.save(written, encryption=pikepdf.Encryption(user=key, owner=key) if key else None)
    return written.getvalue()


def test_every_page_of_every_file_is_there_behind_its_sheet(folder: Folder) -> None:
    data = folder.write(folder.attachment("Rapport", REPORT), folder.attachment("Notat", NOTE))
    alone = pages_of(pdf.write(paper(folder.attachment("Rapport", REPORT), folder.attachment("Notat", NOTE))))
    assert pages_of(data) == alone + 2 + pages_of(REPORT) + pages_of(NOTE)
    text = text_of(data)
    places = [text.rindex("Bilag 1 til punkt 1: Rapport"), text.index("Rapporten om varme")]
    places += [text.rindex("Bilag 2 til punkt 1: Notat"), text.index("Afsnit 79 i notatet")]
    assert places == sorted(places)


def test_the_contents_list_and_the_bookmarks_lead_to_the_real_pages(folder: Folder) -> None:
    data = folder.write(folder.attachment("Rapport", REPORT), folder.attachment("Notat", NOTE))
    with pypdfium2.PdfDocument(data) as document:
        marks = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc() if not mark.level}
        at = marks["Bilag 2 til punkt 1: Notat"]
        assert "Bilag 2 til punkt 1: Notat" in document[at].get_textpage().get_text_range()
        first = document[0].get_textpage().get_text_range().replace("\u00a0", " ")
        line = next(line for line in first.splitlines() if "Bilag 2 til punkt 1" in line)
        assert line.split()[-1] == str(at + 1)
        assert f"Side {at + 1} af {len(document)}" in document[at].get_textpage().get_text_range()


def test_every_page_of_a_file_says_which_attachment_it_is_of(folder: Folder) -> None:
    data = folder.write(folder.attachment("Notat", NOTE))
    with pypdfium2.PdfDocument(data) as document:
        total = len(document)
        for number in range(total - pages_of(NOTE), total):
            said = document[number].get_textpage().get_text_range()
            assert f"Bilag 1 til punkt 1 · Side {number + 1} af {total}" in said


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_the_line_stands_upright_at_the_top_of_a_turned_page(folder: Folder, turned: int) -> None:
    data = folder.write(folder.attachment("Plan", changed(REPORT, turned=turned)))
    with pypdfium2.PdfDocument(data) as document:
        sheet = document[len(document) - 1]
        # Drawn as one sees it, the dark points of the line are in the band at the top, on the right.
        picture = sheet.render(scale=1, grayscale=True)
        rows = [bytes(picture.buffer)[at * picture.stride :][: picture.width] for at in range(8, 22)]
    assert min(min(row[-150:-14]) for row in rows) < 140
    assert min(min(row[: picture.width // 2]) for row in rows) > 200


def test_tagged_files_keep_the_whole_accessible(folder: Folder) -> None:
    data = folder.write(folder.attachment("Rapport", REPORT), folder.attachment("Notat", NOTE))
    found = tags(data)
    assert [tag.title for tag in found if tag.role == "Part"] == ["Rapport", "Notat"]
    assert "mærket op" not in text_of(data)
    inside = [tag.title for tag in found if "Part" in tag.around and tag.role == "H1"]
    assert inside[0] == "Bemærkninger"
    wrong = [found for found in verdicts({"samlet.pdf": data})["samlet.pdf"] if "PDFUA" in found]
    assert wrong == []
    assert not [found for found in failures(data) if "PDFUA" in found]


def test_a_file_without_tags_makes_the_whole_claim_nothing(folder: Folder) -> None:
    data = folder.write(
        folder.attachment("Rapport", REPORT), folder.attachment("Skan", changed(NOTE, "/StructTreeRoot"))
    )
    with pikepdf.open(BytesIO(data)) as file, file.open_metadata() as metadata:
        assert "pdfuaid:part" not in metadata
        assert "pdfaid:part" not in metadata
        assert "disse bilags filer siger ikke, at de er det: Bilag 2 til punkt 1." in metadata["dc:description"]
    text = text_of(data)
    assert text.count("Filen til dette bilag er ikke mærket op til skærmlæsere.") == 1
    assert text.index("ikke mærket op til skærmlæsere") > text.rindex("Bilag 2 til punkt 1: Skan")
    assert "Afsnit 79 i notatet" in text_of(data)


def test_what_cannot_be_merged_has_a_page_that_says_why(folder: Folder) -> None:
    data = folder.write(
        folder.attachment("Brev", b"PK", "application/msword"),
        folder.attachment("Hemmelig", changed(REPORT, key="x")),
        folder.attachment("Halv", REPORT[:2000]),
        folder.attachment("Væk", None),
        folder.attachment("Rapport", REPORT),
    )
    said = " ".join(text_of(data).split())
    for reason in (annex_files.NO_PDF, annex_files.LOCKED, annex_files.BROKEN, annex_files.GONE):
        assert said.count(reason) == 1
    assert "Rapporten om varmecentraler." in said


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_never_stops_the_print(folder: Folder, seed: int) -> None:
    chance = Random(seed)
    data = bytearray(plainly(REPORT))
    for _ in range(chance.choice((1, 5, 40))):
        place = chance.randrange(len(data))
        data[place : place + chance.randrange(20)] = chance.choice(PIECES)
    said = text_of(folder.write(folder.attachment("Skadet", bytes(data))))
    assert "Bilag 1 til punkt 1: Skadet" in said


def test_where_nothing_can_be_merged_the_print_is_still_valid(folder: Folder) -> None:
    assert failures(folder.write(folder.attachment("Brev", b"PK", "application/msword"))) == []


def test_a_closed_attachment_is_never_part_of_it(folder: Folder) -> None:
    shut = replace(folder.attachment("Tilbud", REPORT), access=Access.CLOSED)
    assert "Rapporten om varme" not in text_of(folder.write(shut))


def test_the_same_files_give_the_same_bytes(folder: Folder) -> None:
    attachments = (folder.attachment("Rapport", REPORT), folder.attachment("Notat", NOTE))
    assert folder.write(*attachments) == folder.write(*attachments)


def test_nothing_in_a_file_runs_any_more(folder: Folder) -> None:
    with pikepdf.open(BytesIO(REPORT)) as file:
        deed = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        file.Root.OpenAction = deed
        file.pages[0].AA = pikepdf.Dictionary(O=deed)
        written = BytesIO()
        file.save(written)
    with pikepdf.open(BytesIO(folder.write(folder.attachment("Rapport", written.getvalue())))) as whole:
        assert "/OpenAction" not in whole.Root
        assert not any("/AA" in page for page in whole.pages)


def test_a_long_file_name_stays_on_its_sheet(folder: Folder) -> None:
    name = f"Kort_over_området_{'og_de_omkringliggende_veje_' * 4}REVIDERET"
    with pypdfium2.PdfDocument(folder.write(folder.attachment(name, None))) as document:
        sheet = document[len(document) - 1]
        words = sheet.get_textpage()
        rights = [words.get_rect(number)[2] for number in range(words.count_rects())]
        assert "REVIDERET.pdf" in words.get_text_bounded().replace("\u200b", "")
        assert max(rights) < sheet.get_width() - 60
