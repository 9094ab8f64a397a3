"""The addresses below `/api/`, and those that robots know besides."""

from django.urls import URLPattern, path, re_path

from sagsgang.api import firstagenda, late

pages: list[URLPattern] = [
    re_path(r"^api/v1/(?P<rest>(?s:.*))\Z", late.v1, name="v1"),  # whatever somebody sends: it is answered in JSON
    path("api/agenda/udvalgsliste", firstagenda.committees, name="committees"),
    path("api/agenda/dagsorden/<str:identity>", firstagenda.agenda, name="agenda"),
    path("api/agenda/soeg/", firstagenda.found, name="found"),
    path("Vis/Pdf/bilag/<str:identity>", firstagenda.attachment, name="attachment"),
    path("vis", firstagenda.shown, name="shown"),
]
