"""A part of a file for whoever asks for one (RFC 9110, section 14): a fetch that broke off, a table that is asked."""

import re
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import BinaryIO, cast

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

_ASKED = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
_BLOCK = 1 << 16


class Part:
    """The bytes of a file from `first` on, `length` of them; closes the file."""

    def __init__(self, file: BinaryIO, first: int, length: int) -> None:
        self._file, self._left = file, length
        file.seek(first)

    def __iter__(self) -> Iterator[bytes]:
        while self._left and (block := self._file.read(min(_BLOCK, self._left))):
            self._left -= len(block)
            yield block

    def close(self) -> None:
        """Called when the answer is sent, or nobody waits for it any longer."""
        self._file.close()


def parts(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: one part of a whole file; who asks for several gets the whole, as the standard allows."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not isinstance(response, FileResponse) or response.status_code != HTTPStatus.OK:
            return response
        response["Accept-Ranges"] = "bytes"
        asked = _ASKED.fullmatch(request.headers.get("Range", "")) if request.method == "GET" else None
        if asked is None or asked[1] == asked[2] == "" or not _is_the_same(request, response):
            return response
        return _part(response, asked[1], asked[2])

    return respond


def _is_the_same(request: HttpRequest, response: FileResponse) -> bool:
    """Whether the file is the one of which somebody has a part already."""
    known = request.headers.get("If-Range")
    return known is None or known in {response.get("ETag"), response.get("Last-Modified")}


def _part(response: FileResponse, start: str, end: str) -> HttpResponseBase:
    size = int(response["Content-Length"])
    first = int(start) if start else max(0, size - int(end))
    last = min(int(end), size - 1) if start and end else size - 1
    if first > last:
        response.close()
        return HttpResponse(
            status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={"Content-Range": f"bytes */{size}"}
        )
    file = cast("BinaryIO", response.file_to_stream)
    part = StreamingHttpResponse(Part(file, first, last - first + 1), status=HTTPStatus.PARTIAL_CONTENT)
    for name, value in response.items():
        part[name] = value
    part["Content-Length"] = str(last - first + 1)
    part["Content-Range"] = f"bytes {first}-{last}/{size}"
    return part
