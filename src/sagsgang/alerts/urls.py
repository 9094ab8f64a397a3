"""The addresses, which have an English twin under `/en/`."""

from django.urls import URLPattern, path

from sagsgang.alerts.views import ask, mine

pages: list[URLPattern] = [
    path("foelg/", ask.follow, name="follow"),
    path("foelg/link/", ask.link, name="link"),
    path("foelg/sendt/", ask.sent_page, name="sent"),
    path("foelg/slut/", ask.gone, name="gone"),
    path("foelg/bekraeft/<str:token>/", mine.confirm, name="confirm"),
    path("foelg/mine/<str:token>/", mine.mine, name="mine"),
    path("foelg/stop/<str:token>/<slug:numbers>/", mine.stop, name="stop"),
]
