"""The portal as files."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker, Settings

from sagsgang.archive import plan
from sagsgang.archive.bulk.making import make
from sagsgang.archive.bulk.tables import write_tables
from sagsgang.archive.models import Audience, Edition
from sagsgang.archive.print import keep_pdf
from sagsgang.archive.publish import publish_all
from sagsgang.writers import pdf
from tests.portal.papers import FILES, next_meeting, papers
from tests.portal.still.site import HOST, export


@pytest.fixture
def whole(world: None, settings: Settings, tmp_path: Path) -> Path:
    """The world with one PDF and the bulk files, exported."""
    settings.ALLOWED_HOSTS = [HOST]
    return _exported(tmp_path / "site")


@pytest.fixture(scope="session")
def looked_at(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The same, made once for the tests that only look; of its rows nothing stays in the database."""
    root = tmp_path_factory.mktemp("still") / "site"
    with django_db_blocker.unblock(), override_settings(ALLOWED_HOSTS=[HOST]), transaction.atomic():
        publish_all(papers(), Audience.STREET, FILES)
        plan.announce(next_meeting())
        _exported(root)
        transaction.set_rollback(True)
    return root


def _exported(root: Path) -> Path:
    keep_pdf(Edition.objects.latest("pk"), pdf.write)
    make(write_tables)
    assert export(root).lost == []
    return root
