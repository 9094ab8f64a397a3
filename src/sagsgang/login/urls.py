"""Addresses for logging in and out, and for one's own account."""

from django.urls import URLPattern, path

from sagsgang.login import language, late
from sagsgang.login.views import door, factor, keys, mine, people

pages: list[URLPattern] = [
    path("log-ind/", door.enter, name="in"),
    path("log-ind/kode/", door.code, name="code"),
    path("log-ind/udbyder/", late.view("provider", "away"), name="away"),
    path("log-ind/udbyder/retur/", late.view("provider", "back"), name="back"),
    path("log-ind/noegle/", late.view("passkeys", "enter"), name="key-in"),
    path("log-ind/noegle/udfordring/", late.view("passkeys", "challenge"), name="key-challenge"),
    path("log-ud/", door.leave, name="out"),
    path("sprog/", language.choose, name="language"),
    path("min-konto/", mine.account, name="mine"),
    path("min-konto/ekstra-kode/", factor.factor_of, name="factor"),
    path("min-konto/noegler/", keys.keys, name="keys"),
    path("min-konto/noegler/udfordring/", late.view("passkeys", "offer"), name="key-offer"),
    path("min-konto/noegler/ny/", late.view("passkeys", "add"), name="key-add"),
    path("min-konto/noegler/<int:key>/fjern/", keys.key, name="key-off"),
    path("min-konto/log-ud-alle-steder/", mine.everywhere, name="everywhere"),
    path("adgangskode/", mine.password, name="password"),
    path("konto/<int:person>/", people.account_of, name="account"),
]
