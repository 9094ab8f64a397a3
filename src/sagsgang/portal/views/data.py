"""Open data: the page that tells what there is, and the files of all papers, which the worker makes."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from sagsgang.archive.bulk.places import bulk_file
from sagsgang.archive.settled import settled
from sagsgang.portal.page import render
from sagsgang.portal.queries import data as queries
from sagsgang.portal.views.parse import found

_NOT_YET = 503
_RETRY = 60
_TYPES = {"jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What programs can read."""
    return render(request, "portal/data.html", found(queries.data()))


@require_safe
def bulk(_request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of all papers; 503 until the worker has made it."""
    if not queries.is_file(name):
        raise Http404
    kept = bulk_file(name)
    if kept is None:
        waiting = HttpResponse(
            "Filen er ved at blive lavet.\n", status=_NOT_YET, content_type="text/plain; charset=utf-8"
        )
        waiting["Retry-After"] = str(_RETRY)
        return waiting
    response = FileResponse(
        kept.path.open("rb"), as_attachment=True, filename=name, content_type=_TYPES[name.rpartition(".")[2]]
    )
    response["ETag"] = f'"{kept.at.timestamp():.6f}-{kept.size}"'
    if since := settled(kept.at):
        response["Last-Modified"] = http_date(since.timestamp())
    response["Cache-Control"] = "no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    return response
