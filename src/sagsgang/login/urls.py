"""Addresses for logging in and out, and for one's own account."""

from django.urls import URLPattern, path

from sagsgang.login import language, late
from sagsgang.login.views import door, factor, mine, people

pages: list[URLPattern] = [
    path("log-ind/", door.enter, name="in"),
    path("log-ind/kode/", door.code, name="code"),
    path("log-ind/udbyder/", late.away, name="away"),
    path("log-ind/udbyder/retur/", late.back, name="back"),
    path("log-ud/", door.leave, name="out"),
    path("sprog/", language.choose, name="language"),
    path("min-konto/", mine.account, name="mine"),
    path("min-konto/ekstra-kode/", factor.factor_of, name="factor"),
    path("min-konto/log-ud-alle-steder/", mine.everywhere, name="everywhere"),
    path("adgangskode/", mine.password, name="password"),
    path("konto/<int:person>/", people.account_of, name="account"),
]
