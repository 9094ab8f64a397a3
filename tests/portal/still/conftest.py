"""The portal as files."""

from pathlib import Path

import pytest
from pytest_django import Settings

from sagsgang.archive.bulk.making import make
from sagsgang.archive.bulk.tables import write_tables
from sagsgang.archive.models import Edition
from sagsgang.archive.print import keep_pdf
from sagsgang.writers import pdf
from tests.portal.still.site import HOST, export


@pytest.fixture
def whole(world: None, settings: Settings, tmp_path: Path) -> Path:
    """The world with one PDF and the bulk files, exported."""
    settings.ALLOWED_HOSTS = [HOST]
    keep_pdf(Edition.objects.latest("pk"), pdf.write)
    make(write_tables)
    assert export(tmp_path / "site").lost == []
    return tmp_path / "site"
