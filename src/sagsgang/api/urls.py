"""The addresses below `/api/`, and those that robots know besides."""

from django.urls import URLPattern, path

from sagsgang.api import firstagenda, late

pages: list[URLPattern] = [
    path("api/v1/", late.v1, {"rest": ""}, name="v1-front"),
    path("api/v1/<path:rest>", late.v1, name="v1"),
    path("api/agenda/udvalgsliste", firstagenda.committees, name="committees"),
    path("api/agenda/dagsorden/<str:identity>", firstagenda.agenda, name="agenda"),
    path("api/agenda/soeg/", firstagenda.found, name="found"),
    path("Vis/Pdf/bilag/<str:identity>", firstagenda.attachment, name="attachment"),
    path("vis", firstagenda.shown, name="shown"),
]
