"""What the log tells of a fault."""

import logging
import sys
from secrets import token_urlsafe

from django.db import OperationalError
from django.urls import reverse

from tests.core.world import CANARY


def told(error: Exception, cause: Exception | None = None, address: str = "/arbejde/") -> str:
    """What is written of it to the standard error."""
    [writes] = logging.getLogger("django").handlers
    try:
        raise error from cause
    except type(error):
        record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Fejl: %s", (address,), sys.exc_info())
    return writes.format(record)


def test_the_log_says_where_it_happened_and_of_what_kind_it_is_and_quotes_no_text() -> None:
    said = told(KeyError(CANARY), ValueError(f"Key (text)=({CANARY}) already exists"))
    assert CANARY not in said
    assert said.index("builtins.ValueError") < said.index("builtins.KeyError")
    assert "test_faults.py" in said
    assert "Fejl: /arbejde/" in said


def test_the_log_does_not_say_by_which_secret_somebody_reaches_what_they_follow() -> None:
    for name in ("confirm", "mine"):
        secret = token_urlsafe(32)
        said = told(KeyError(), address=reverse(f"alerts:{name}", args=[secret]))
        assert secret not in said
        assert "Fejl: /foelg/" in said


def test_what_is_wrong_with_the_machine_is_told_in_full() -> None:
    assert "No space left on device" in told(OSError(28, "No space left on device"))
    assert "database is locked" in told(OperationalError("database is locked"))
