"""The addresses below /oparl/v1.1/. They carry no language: what they tell is Danish."""

from django.urls import URLPattern, path, re_path

from sagsgang.oparl import files, views

pages: list[URLPattern] = [
    re_path(r"^oparl(?:/|/v1\.1/?)?$", views.beginning, name="beginning"),
    path("oparl/v1.1/system", views.system, name="system"),
    path("oparl/v1.1/body", views.bodies, name="bodies"),
    re_path(r"^oparl/v1\.1/(?P<owner>body|organization)/(?P<key>[^/]+)/(?P<name>[^/]+)$", views.listed, name="list"),
    path("oparl/v1.1/content/<path:key>", files.content, name="content"),
    path("oparl/v1.1/download/<path:key>", files.download, name="download"),
    path("oparl/v1.1/<str:name>/<path:key>", views.one, name="object"),
    re_path(r"^oparl/", views.nothing, name="nothing"),
]
