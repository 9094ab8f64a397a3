"""The public addresses: the pages, which have an English twin under `/en/`, and what has one language only."""

from django.urls import URLPattern, path, re_path

from sagsgang.portal.views import (
    archive,
    calendars,
    data,
    editions,
    feeds,
    files,
    finding,
    fixed,
    machines,
    prints,
    suggesting,
)

pages: list[URLPattern] = [
    path("", archive.front, name="front"),
    path("udvalg/", archive.bodies, name="bodies"),
    path("udvalg/<slug:body>/", archive.body, name="body"),
    path("udvalg/<slug:body>/<int:year>/", archive.body_year, name="body-year"),
    path("kalender/", archive.calendar, name="calendar"),
    path("kalender/<int:year>/", archive.calendar, name="year"),
    path("kalender/<int:year>/<int:month>/", archive.month, name="month"),
    path("moeder/", archive.meetings, name="meetings"),
    path("moeder/<slug:body>/<slug:meeting>/", archive.meeting, name="meeting"),
    path("moeder/<slug:body>/<slug:meeting>/udgaver/", editions.editions, name="editions"),
    path(
        "moeder/<slug:body>/<slug:meeting>/udgaver/<slug:earlier>/<slug:later>/",
        editions.difference,
        name="difference",
    ),
    path("moeder/<slug:body>/<slug:meeting>/punkt/<path:where>/", archive.item, name="item"),
    path("sager/", finding.cases, name="cases"),
    path("sager/<path:key>/", finding.case, name="case"),
    path("soeg/", finding.search, name="search"),
    path("lovet/", finding.promises, name="promises"),
    path("verificer/", editions.verify, name="verify"),
    path("data/", data.page, name="data"),
    path("om/", fixed.about, name="about"),
    path("tilgaengelighedserklaering/", fixed.accessibility, name="accessibility"),
]

single: list[URLPattern] = [
    path("moeder/<slug:body>/<slug:meeting>/referat.pdf", files.pdf, name="pdf"),
    path("moeder/<slug:body>/<slug:meeting>/referat-<int:size>.pdf", prints.large, name="pdf-large"),
    path("moeder/<slug:body>/<slug:meeting>/referat-med-bilag.pdf", prints.attached, name="pdf-attached"),
    path("moeder/<slug:body>/<slug:meeting>/punkt/<path:where>/udskrift.pdf", prints.item, name="pdf-item"),
    path("moeder/<slug:body>/<slug:meeting>/udgaver/<slug:edition>.json", editions.sealed, name="sealed"),
    path("moeder/<slug:body>/<slug:meeting>/udgaver/<slug:edition>.pdf", editions.edition_pdf, name="edition-pdf"),
    path("feed.atom", feeds.everything, name="feed"),
    path("udvalg/<slug:body>/feed.atom", feeds.body, name="feed-body"),
    path("sager/<path:key>/feed.atom", feeds.case, name="feed-case"),
    path("soeg/forslag", suggesting.suggestions_of, name="suggestions"),
    path("soeg/feed.atom", feeds.search, name="feed-search"),
    re_path(r"^emner/(?P<group>[0-9]{2}(?:\.[0-9]{2})?)/feed\.atom$", feeds.subject, name="feed-subject"),
    path("kalender.ics", calendars.everything, name="ics"),
    path("udvalg/<slug:body>/kalender.ics", calendars.body, name="ics-body"),
    path("bilag/<str:digest>/<str:name>", files.attachment, name="attachment"),
    path("data/<str:name>", data.bulk, name="data-file"),
    path("visning/", fixed.theme, name="theme"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-moeder-<int:part>.xml", machines.sitemap_meetings, name="sitemap-meetings"),
    path("sitemap-punkter-<int:part>.xml", machines.sitemap_items, name="sitemap-items"),
    path("sitemap-sager-<int:part>.xml", machines.sitemap_cases, name="sitemap-cases"),
    path("robots.txt", machines.robots, name="robots"),
]
