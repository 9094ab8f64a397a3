"""Minutes handed over to the records system: what is in the files, and who gets them."""

import csv
import json
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from django.urls import reverse

from sagsgang.cli import main
from sagsgang.core.commands import minutes
from sagsgang.core.models import Journal, Meeting
from sagsgang.core.states import MeetingState
from tests.core.world import CANARY, WHY, World
from tests.desk.logged_in import browser
from tests.desk.meeting_world import filled

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def at(there: World) -> Meeting:
    """Published minutes with an open and a closed item that sings."""
    made, (_, shut) = filled(there, MeetingState.HELD)
    minutes.set_extract(there.lis, shut, "Lejemålet er opsagt.")
    minutes.sign(there.mads, made)
    minutes.approve_minutes(there.lis, made)
    minutes.publish_minutes(there.lis, made)
    return made


def fetched(there: World, at: Meeting, edition: str) -> dict[str, bytes]:
    answer = browser(there.lis).post(reverse("desk:records", args=[at.id]), {"udgave": edition})
    assert answer["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(answer.content)) as zip_file:
        return {name.removeprefix("oekonomiudvalget-2027-03-08"): zip_file.read(name) for name in zip_file.namelist()}


def words(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_the_complete_minutes_come_with_metadata_their_seal_and_the_journal(there: World, at: Meeting) -> None:
    found = fetched(there, at, "fuld")
    facts = json.loads(found["-metadata.json"])
    assert CANARY in words(found[".pdf"])
    assert b"pdfaid" in found[".pdf"]
    assert (facts["body"], facts["date"], facts["extent"]) == ("Økonomiudvalget", "2027-03-08", "complete")
    assert facts["items"][0]["case_number"].startswith("999-2027-")
    assert facts["items"][0]["kle_number"] == "00.30.02"
    salted = bytes.fromhex(facts["seal"]["salt"]) + found[".json"]
    assert sha256(salted).hexdigest() == facts["seal"]["sha256"]
    assert {one["sha256"] for one in facts["files"]} >= {sha256(found[".pdf"]).hexdigest()}
    rows = list(csv.DictReader(StringIO(found["-journal.csv"].decode("utf-8-sig")), delimiter=";"))
    assert "Lis offentliggjorde referatet" in [row["handling"] for row in rows]


def test_that_somebody_took_the_complete_minutes_is_noted_as_a_reading(there: World, at: Meeting) -> None:
    fetched(there, at, "fuld")
    rows = Journal.objects.unguarded(WHY).filter(by=there.lis.person)
    assert rows.filter(kind="item.open_closed", meeting=at).count() == 1
    assert rows.get(kind="meeting.records").facts == {"complete": True}


def test_the_open_minutes_sing_nowhere(there: World, at: Meeting) -> None:
    fetched(there, at, "fuld")
    found = fetched(there, at, "aaben")
    assert CANARY not in words(found["-aaben.pdf"])
    for data in found.values():
        assert CANARY.encode() not in data
    facts = json.loads(found["-aaben-metadata.json"])
    assert (facts["extent"], [one["access"] for one in facts["items"]]) == ("open", ["open", "closed"])
    rows = csv.DictReader(StringIO(found["-aaben-journal.csv"].decode("utf-8-sig")), delimiter=";")
    assert {row["punkt"] for row in rows} <= {"", "1"}


def test_only_the_bodys_secretary_is_handed_the_minutes(there: World, at: Meeting) -> None:
    for who in (there.karen, there.bo, there.mads, there.ida, there.rut):
        for edition in ("fuld", "aaben"):
            assert browser(who).post(reverse("desk:records", args=[at.id]), {"udgave": edition}).status_code == 404
    assert not Journal.objects.unguarded(WHY).filter(kind="meeting.records").exists()


def test_minutes_that_are_not_out_are_not_handed_over(there: World) -> None:
    made, _ = filled(there, MeetingState.HELD)
    answer = browser(there.lis).post(reverse("desk:records", args=[made.id]), {"udgave": "fuld"}, follow=True)
    assert "ikke offentliggjort endnu" in answer.content.decode()


def test_no_web_worker_sets_a_page(there: World, at: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    def here(*_args: object) -> bytes:
        raise AssertionError("a page was set in the process that answers")

    monkeypatch.setattr("sagsgang.writers.pdf.write", here)
    assert fetched(there, at, "fuld")[".pdf"].startswith(b"%PDF")


def test_minutes_that_cannot_be_printed_are_refused_without_a_word_of_them(
    there: World, at: Meeting, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("sagsgang.desk.press._SECONDS", 0)
    answer = browser(there.lis).post(reverse("desk:records", args=[at.id]), {"udgave": "fuld"}, follow=True)
    assert "Referatet kan ikke skrives som PDF." in answer.content.decode()
    assert "TimeoutExpired" in caplog.text
    assert CANARY not in caplog.text


def test_the_command_writes_the_files_beside_each_other(
    there: World, at: Meeting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["records", "ØU/2027-03-08", "-o", str(tmp_path / "esdh")]) == 0
    written = capsys.readouterr().out.split()
    assert [Path(name).suffix for name in written] == [".json", ".pdf", ".json", ".csv"]
    assert all(Path(name).is_file() for name in written)
    row = Journal.objects.unguarded(WHY).get(kind="meeting.records")
    assert (row.by, row.meeting) == (None, at)
    assert main(["records", "oekonomiudvalget/2027-03-08", "-o", str(tmp_path)]) == 0
    assert main(["records", "Findesikke/2027-03-08", "-o", str(tmp_path)]) == 2
