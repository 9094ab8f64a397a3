"""Addresses for logging in and out."""

from django.urls import URLPattern, path

from sagsgang.login import language, views

pages: list[URLPattern] = [
    path("log-ind/", views.enter, name="in"),
    path("log-ud/", views.leave, name="out"),
    path("sprog/", language.choose, name="language"),
    path("adgangskode/", views.password, name="password"),
    path("konto/<int:person>/", views.account_of, name="account"),
]
