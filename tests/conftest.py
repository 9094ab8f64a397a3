"""What all tests share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the source minutes and their labels, which only some machines have."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder with the real source minutes beside this repository")
    return SHARED
