"""The walls stand around the same small world as the portal's tests."""

import pytest

from sagsgang.desk.views import bundle
from sagsgang.paper.store import dumps
from tests.portal.conftest import client, nothing_kept, world


@pytest.fixture(autouse=True)
def _plainly_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a bundle of papers the paper is its own words: a PDF would hide a bird's, and takes long."""
    monkeypatch.setattr(bundle, "printed", dumps)


__all__ = ["client", "nothing_kept", "world"]
