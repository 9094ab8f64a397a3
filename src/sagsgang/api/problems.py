"""What goes wrong, told to programs: problem details (RFC 9457)."""

import json
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

TYPE = "application/problem+json"


def problem(status: HTTPStatus, detail: str) -> HttpResponse:
    """A problem with its status, a title, and a Danish sentence about what to do."""
    said = {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail}
    return HttpResponse(json.dumps(said, ensure_ascii=False), status=status, content_type=TYPE)


def not_found() -> HttpResponse:
    """There is nothing, or it is not public: which of them is not told."""
    return problem(HTTPStatus.NOT_FOUND, "Adressen findes ikke, eller det, den nævner, er ikke offentligt.")


def nothing(_request: HttpRequest) -> HttpResponse:
    """Every other address below ours."""
    return not_found()
