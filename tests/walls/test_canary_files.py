"""No bird in what is fetched as a whole: the bulk files, and the portal as files."""

from pathlib import Path

import duckdb
import pytest
from pytest_django import Settings

from sagsgang.archive.bulk import places
from sagsgang.archive.bulk.making import make
from sagsgang.archive.bulk.tables import write_tables
from sagsgang.archive.intake.run import Report
from sagsgang.portal.still.crawl import Crawl
from sagsgang.portal.still.folder import Folder
from tests.walls.birdcage import BIRD
from tests.walls.test_canary import report

__all__ = ["report"]
pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_no_bulk_file_sings(report: Report) -> None:
    assert make(write_tables)
    lines = (places.folder() / places.LINES).read_text()
    assert lines.count("\n") >= 3
    assert BIRD.lower() not in lines.lower()
    with duckdb.connect() as tables:
        for table in places.TABLES:
            file = places.folder() / f"{table}.parquet"
            rows = tables.execute(f"SELECT CAST(row AS VARCHAR) FROM '{file}' AS row").fetchall()
            assert rows
            assert BIRD.lower() not in str(rows).lower()


def test_no_file_of_the_exported_portal_sings(report: Report, settings: Settings, tmp_path: Path) -> None:
    settings.ALLOWED_HOSTS = ["referater.example.dk"]
    folder = Folder(tmp_path / "site")
    crawl = Crawl(folder, "referater.example.dk", secure=True, tell=lambda _done, _total: None)
    crawl.run()
    folder.finish()
    assert crawl.lost == []
    texts = {file: file.read_bytes().lower() for file in (tmp_path / "site").rglob("*") if file.is_file()}
    assert len(texts) > 60
    assert [str(file) for file, text in texts.items() if BIRD.lower().encode() in text] == []
