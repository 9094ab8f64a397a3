"""Many papers take the memory of few."""

import json
import subprocess
import sys
import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.urls import reverse

from sagsgang.archive.bulk.lines import write_lines
from sagsgang.archive.models import Audience, Body, Content, Edition, Meeting, Seal
from sagsgang.paper.store import dumps, to_json
from tests.archive.papers import minutes

pytestmark = pytest.mark.slow
_MEGABYTE = 1_000_000
_CALL = """
import resource, sys
from pathlib import Path
from sagsgang.archive.bulk.tables import write_tables
write_tables(Path(sys.argv[1]), "200MB")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def lay_out(many: int) -> None:
    """The rows of that many papers, past the publishing that would take an hour."""
    body = Body.objects.create(authority="Solbjerg Kommune", name="Direktionen", slug="direktionen")
    data, now = dumps(minutes()), datetime(2024, 3, 5, tzinfo=UTC)
    common = {"body": body, "version": 1, "kind": "minutes", "sealed_at": now, "audience": Audience.STREET}
    hashes = dict.fromkeys(("content_hash", "previous_hash", "record_hash"), "0" * 64)
    seals = Seal.objects.bulk_create(Seal(number=n, key=str(n), **common, **hashes) for n in range(many))
    Content.objects.bulk_create(Content(seal=seal, salt=b"salt", data=data) for seal in seals)
    meetings = Meeting.objects.bulk_create(
        Meeting(body=body, audience=Audience.STREET, date=date(2024, 3, 4), slug=str(n)) for n in range(many)
    )
    pairs = zip(meetings, seals, strict=True)
    editions = Edition.objects.bulk_create(Edition(meeting=m, kind="minutes", version=1, seal=s) for m, s in pairs)
    for meeting, edition in zip(meetings, editions, strict=True):
        meeting.edition = edition
    Meeting.objects.bulk_update(meetings, ["edition"], batch_size=500)


def peak_of_lines(file: Path) -> int:
    tracemalloc.start()
    write_lines(file)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.django_db
def test_lines_of_four_times_the_papers_take_hardly_more_memory(tmp_path: Path) -> None:
    lay_out(2_000)
    reverse("portal:meeting", args=["direktionen", "1"])  # the first call loads every page's module
    peak = peak_of_lines(tmp_path / "all.jsonl")
    Meeting.objects.filter(pk__gt=Meeting.objects.order_by("pk")[500].pk).update(edition=None)
    assert peak < peak_of_lines(tmp_path / "few.jsonl") + _MEGABYTE


def peak_of_tables(there: Path, papers: int) -> int:
    there.mkdir()
    names = {"key": "k", "body_slug": "b", "meeting": "m", "version": 1, "sealed_at": "2024-03-05T00:00:00+00:00"}
    line = json.dumps({**names, "record_hash": "0", "url": "u", **to_json(minutes())}) + "\n"
    with (there / "papers.jsonl").open("w") as opened:
        for _ in range(papers):
            opened.write(line)
    done = subprocess.run([sys.executable, "-c", _CALL, str(there)], check=True, capture_output=True, text=True)
    return int(done.stdout)


def test_tables_of_a_hundred_thousand_papers_take_hardly_more_memory_than_of_twenty_thousand(tmp_path: Path) -> None:
    many = peak_of_tables(tmp_path / "many", 100_000)
    few = peak_of_tables(tmp_path / "few", 20_000)
    assert many < few + 60 * _MEGABYTE
