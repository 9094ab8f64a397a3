"""Compresses the pages, and leaves files as they are: a PDF is compressed already, and its length shall be known."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class CompressPages(GZipMiddleware):
    """Django's own, but for streams."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, compressed when the browser takes it and it is a page."""
        return response if response.streaming else super().process_response(request, response)
