"""The addresses below `/api/`, and those that robots know besides."""

from django.urls import URLPattern, re_path

from sagsgang.api import firstagenda, firstagenda_files, late
from sagsgang.api.answering import answering
from sagsgang.api.problems import nothing

_ID = "/(?P<identity>[^/]+)"


def _any_case(address: str, end: str = "") -> str:
    """The portal that robots know takes its addresses in large and small letters, with a slash at the end or not."""
    letters = "".join(f"[{one}{one.upper()}]" if one.isalpha() else one for one in address)
    return f"^{letters}{end}/?$"


pages: list[URLPattern] = [
    re_path(r"^api/v1/(?P<rest>(?s:.*))\Z", late.v1, name="v1"),  # whatever somebody sends: it is answered in JSON
    re_path(_any_case("api/agenda/udvalgsliste"), firstagenda.committees, name="committees"),
    re_path(_any_case("api/agenda/dagsorden", _ID), firstagenda.agenda, name="agenda"),
    re_path(_any_case("api/agenda/soeg"), firstagenda.found, name="found"),
    re_path(_any_case("vis/pdf/bilag", _ID), firstagenda_files.attachment, name="attachment"),
    re_path(_any_case("vis/pdf/dagsorden", _ID), firstagenda_files.paper, name="paper"),
    re_path(_any_case("pdf/getdagsorden", _ID), firstagenda_files.paper, name="paper-direct"),
    re_path(_any_case("vis/pdf/dagsordenpunkt", _ID), firstagenda_files.item, name="item"),
    re_path(_any_case("pdf/henteksternpdf"), firstagenda_files.named, name="named"),
    re_path(_any_case("home/anonymousauthentication"), firstagenda_files.anonymous, name="anonymous"),
    re_path(_any_case("vis"), firstagenda_files.shown, name="shown"),
    *(re_path(_any_case(below, r"/[\s\S]*"), answering(nothing)) for below in ("api", "vis/pdf", "pdf")),
]
