"""What the log tells of a fault."""

import logging
import sys

from django.db import OperationalError

from tests.core.world import CANARY


def told(error: Exception, cause: Exception | None = None) -> str:
    """What is written of it to the standard error."""
    [writes] = logging.getLogger("django").handlers
    try:
        raise error from cause
    except type(error):
        record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Fejl: %s", ("/arbejde/",), sys.exc_info())
    return writes.format(record)


def test_the_log_says_where_it_happened_and_of_what_kind_it_is_and_quotes_no_text() -> None:
    said = told(KeyError(CANARY), ValueError(f"Key (text)=({CANARY}) already exists"))
    assert CANARY not in said
    assert said.index("builtins.ValueError") < said.index("builtins.KeyError")
    assert "test_faults.py" in said
    assert "Fejl: /arbejde/" in said


def test_what_is_wrong_with_the_machine_is_told_in_full() -> None:
    assert "No space left on device" in told(OSError(28, "No space left on device"))
    assert "database is locked" in told(OperationalError("database is locked"))
