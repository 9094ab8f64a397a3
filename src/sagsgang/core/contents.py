"""What a file holds, as the reader says that the settings name: the working house itself reads no files."""

from collections.abc import Sequence
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string


class Contents(Protocol):
    """A file that was looked at: its kind, its text, and warnings of code and Danish sentence.

    `refusal` says why it cannot be an attachment, "" when it can; `pages` is None where nobody knows.
    """

    @property
    def refusal(self) -> str: ...
    @property
    def ending(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def pages(self) -> int | None: ...
    @property
    def warnings(self) -> Sequence[tuple[str, str]]: ...


class Reader(Protocol):
    """What `settings.DOCUMENT_READER` names."""

    def __call__(self, data: bytes, name: str) -> Contents: ...


def contents(data: bytes, name: str) -> Contents:
    """Look at the file; it may take seconds, so never inside a transaction."""
    return cast("Reader", import_string(settings.DOCUMENT_READER))(data, name)
