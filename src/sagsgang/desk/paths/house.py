"""Addresses of the desk: my table, boards and people, the Journal, doubts about what was read in."""

from django.urls import URLPattern, path

from sagsgang.desk.views import bodies, channels, doubts, front, journal, numbering, people, roster, searching

paths: list[URLPattern] = [
    path("", front.front, name="front"),
    path("soeg/", searching.search, name="search"),
    path("udvalg/", bodies.bodies, name="bodies"),
    path("udvalg/numre/", numbering.numbers, name="numbers"),
    path("udvalg/kle/", numbering.subjects, name="subjects"),
    path("udvalg/<int:body>/", bodies.body, name="body"),
    path("udvalg/<int:body>/kanal/", channels.channel, name="channel"),
    path("personer/", people.people, name="people"),
    path("personer/fil/", roster.roster, name="roster"),
    path("personer/<int:person>/", people.person, name="person"),
    path("journal/", journal.journal, name="journal"),
    path("indlaesning/", doubts.doubts, name="import-doubts"),
    path("indlaesning/<slug:paper>/", doubts.doubt, name="doubt"),
]
