"""What all tests share."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has a meaning on PostgreSQL only, unless the run is on it."""
    if os.environ.get("SAGSGANG_TEST_DATABASE") != "postgresql":
        left_out = [item for item in items if item.get_closest_marker("postgresql")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the source minutes and their labels, which only some machines have."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder with the real source minutes beside this repository")
    return SHARED
