"""Uploads that are too large: the file is dropped while it comes in, and the rest of the form stays as typed."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

_DROPPED = "_sagsgang_dropped"
_AT_ONCE = 10  # times the largest file: so much may come in one request
_OF_STRANGERS = 51_000_000  # bytes: what the public page takes that compares a file with its seal


class Limited(FileUploadHandler):
    """Lets files through until one is larger than an attachment may be, or the request than ten of them.

    Of somebody who is not logged in, far less.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._dropped: dict[int, str] = {}
        self._place = self._size = self._sum = 0
        known = getattr(getattr(request, "user", None), "is_authenticated", False)
        self._most = _AT_ONCE * settings.ATTACHMENT_LIMIT if known else _OF_STRANGERS
        setattr(request, _DROPPED, self._dropped)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """The next file begins."""
        super().new_file(*args, **kwargs)
        self._place += 1
        self._size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002 - Django hands it over
        """The same bytes. Raises SkipFile when they are too many."""
        self._size += len(raw_data)
        self._sum += len(raw_data)
        if self._size > settings.ATTACHMENT_LIMIT:
            self._drop(too_big())
        if self._sum > self._most:
            self._drop(_("Der kom for meget på én gang. Læg filen på for sig."))
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing: the next handler keeps it."""

    def _drop(self, reason: str) -> None:
        self._sum -= self._size
        self._dropped[self._place] = reason
        raise SkipFile


def too_big() -> str:
    """Why a file is not taken."""
    most = settings.ATTACHMENT_LIMIT // 1_000_000
    return _("Filen er større end %(most)d MB. Del den op, eller gem den i et mindre format.") % {"most": most}


def dropped(request: HttpRequest) -> dict[int, str]:
    """Why files were dropped, by their place among all that were sent, from 1."""
    request.FILES  # noqa: B018 - reading them is what drops some
    found: dict[int, str] = getattr(request, _DROPPED, {})
    return found


def arrived(request: HttpRequest, name: str) -> list[tuple[int, "UploadedFile[Any]"]]:
    """The files of that field that came whole, each with its place among all that were sent."""
    files = request.FILES.getlist(name)
    gone = dropped(request)
    places = [place for place in range(1, len(files) + len(gone) + 1) if place not in gone]
    return [(place, file) for place, file in zip(places, files, strict=True) if isinstance(file, UploadedFile)]
