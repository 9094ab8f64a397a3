"""Addresses of the desk: my table, boards and people, the Journal, doubts about what was read in."""

from django.urls import URLPattern, path

from sagsgang.desk.views import front

paths: list[URLPattern] = [
    path("", front.front, name="front"),
]
