"""Our own JSON API with its OpenAPI description. Loaded when somebody asks: the library takes 15 MB in a worker."""

import json
from functools import cache
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from ninja import NinjaAPI
from ninja.errors import ValidationError

from sagsgang.api import finding, papers
from sagsgang.api.gone import NotShown
from sagsgang.api.gone import answer as answer_of
from sagsgang.api.problems import TYPE, not_found, problem

_ABOUT = (
    "Dagsordener, referater, punkter, sager, beslutninger og søgning, som de er offentliggjort. Kun læsning, ingen"
    " nøgle. Se også OParl under /oparl/v1.1/system og hele arkivet som filer under /data/."
)
api = NinjaAPI(title="Sagsgang", version="1.0.0", description=_ABOUT, docs_url=None, openapi_url=None)
api.add_router("", papers.router, tags=["papers"])
api.add_router("", finding.router, tags=["search"])
_resolver = URLResolver(RegexPattern(r"^"), api.urls[0])


@api.exception_handler(Http404)
def _missing(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return not_found()


@api.exception_handler(NotShown)
def _not_shown(_request: HttpRequest, why: NotShown) -> HttpResponse:
    return answer_of(why.found)


@api.exception_handler(ValidationError)
def _wrong(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    places = ", ".join(sorted({str(each["loc"][-1]) for each in error.errors}))
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"Det, der står i {places}, kan ikke bruges. Se openapi.json.")


@cache
def _description() -> str:
    said = api.get_openapi_schema(path_prefix="/api/v1/")
    for path in said["paths"].values():
        for status, response in path["get"]["responses"].items():
            if int(status) >= HTTPStatus.BAD_REQUEST:
                response["content"] = {TYPE: response["content"].pop("application/json")}
    return json.dumps(said, ensure_ascii=False)


def answer(request: HttpRequest, rest: str) -> HttpResponse:
    """What the API answers at `rest`, the end of the address."""
    if rest in {"", "openapi.json"}:
        return HttpResponse(_description(), content_type="application/json")
    try:
        found = _resolver.resolve(rest)
    except Resolver404:
        return not_found()
    asked, request.method = request.method, "GET"  # the library knows no HEAD
    try:
        result: HttpResponse = found.func(request, *found.args, **found.kwargs)
    finally:
        request.method = asked
    return result
