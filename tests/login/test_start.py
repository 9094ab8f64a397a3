"""What a web worker loads when it starts: nothing that only some logins, or some pages, need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
# Everything that the first page loads: the addresses, and the views behind them.
LOADED = """
import sys
from sagsgang.config import wsgi
from django.urls import get_resolver
get_resolver()._populate()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


RARE_LOGINS = {"cryptography", "fido2", "authlib", "joserfc", "requests"}
RARE_PAGES = {"docx", "duckdb", "holidays", "icalendar", "jinja2", "ninja", "pikepdf", "pydantic", "typst"}


def test_a_web_worker_starts_without_the_libraries_of_rare_logins_and_pages(tmp_path: Path) -> None:
    started = subprocess.run(
        [sys.executable, "-c", LOADED],
        env=os.environ | {"SAGSGANG_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "sagsgang.config.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(started.stdout.split())
    assert "sagsgang" in loaded
    assert loaded.isdisjoint(RARE_LOGINS | RARE_PAGES)
