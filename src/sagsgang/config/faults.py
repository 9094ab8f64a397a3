"""Which log records tell of a fault, and what they tell: where it happened, and nothing that somebody wrote."""

import logging
import re
import traceback
from collections.abc import Iterator
from http import HTTPStatus
from types import TracebackType

from django.db import OperationalError

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
# What these say is of the machine, such as a full disk or a database that is away.
_OF_THE_MACHINE = (OSError, OperationalError)
# As `secrets.token_urlsafe` makes them of 32 bytes.
_SECRET = re.compile(r"(?<=/)[\w-]{43}(?=/)", re.ASCII)


class Fault(logging.Filter):
    """Lets everything pass but answers of "not yet": a PDF that is being made is no fault."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether `record` is written."""
        return getattr(record, "status_code", None) != HTTPStatus.SERVICE_UNAVAILABLE


class Wordless(logging.Formatter):
    """Errors by their lines of code and their kind: what an error says may quote a row or a text that is closed.

    And without the secret in an address: by it everybody could reach what somebody follows by mail.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record in a few lines."""
        return _SECRET.sub("…", super().format(record))

    def formatException(self, ei: Raised) -> str:  # noqa: N802 - the library's name
        """The first error of the chain first, as Python tells it, but for their words."""
        return "\n".join("".join(_told(error)) for error in reversed(tuple(_chain(ei[1]))))


def _told(error: BaseException) -> Iterator[str]:
    yield from traceback.format_tb(error.__traceback__)
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, _OF_THE_MACHINE):
        yield f": {error}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
