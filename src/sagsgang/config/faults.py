"""Which log records tell of a fault."""

import logging
from http import HTTPStatus


class Fault(logging.Filter):
    """Lets everything pass but answers of "not yet": a PDF that is being made is no fault."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether `record` is written."""
        return getattr(record, "status_code", None) != HTTPStatus.SERVICE_UNAVAILABLE
