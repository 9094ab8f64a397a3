"""All addresses of the desk, below `/arbejde/`."""

from django.urls import URLPattern

from sagsgang.desk.paths import house, meetings, writing

pages: list[URLPattern] = [*house.paths, *writing.paths, *meetings.paths]
