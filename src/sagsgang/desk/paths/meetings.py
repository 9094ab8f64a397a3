"""Addresses of the desk: meetings, what they decide, and what members read."""

from django.urls import URLPattern, path

from sagsgang.desk.views import (
    agenda,
    following,
    live,
    member,
    minutes,
    my_calendar,
    notes,
    papers,
    series,
    street,
    year,
)

paths: list[URLPattern] = [
    path("moeder/", agenda.meetings, name="meetings"),
    path("moeder/planlaeg/", agenda.plan_meeting, name="plan-meeting"),
    path("moeder/planlaeg-aar/", year.plan_year, name="plan-year"),
    path("moeder/faste-punkter/<int:body>/", series.series, name="series"),
    path("moeder/<int:meeting>/", agenda.meeting, name="meeting"),
    path("moeder/<int:meeting>/eftersyn/", agenda.gate, name="gate"),
    path("moeder/<int:meeting>/forhaandsvisning/", papers.preview, name="preview"),
    path("moeder/<int:meeting>/referat/", minutes.minutes, name="minutes"),
    path("moeder/<int:meeting>/esdh/", minutes.records, name="records"),
    path("moeder/<int:meeting>/punkt/", live.sitting_page, name="sitting"),
    path("moeder/<int:meeting>/punkt/<int:item>/", live.live, name="live"),
    path("moeder/<int:meeting>/punkt/<int:item>/<slug:verb>/", live.live_verb, name="live-verb"),
    path("moeder/<int:meeting>/hos-borgerne/", street.street, name="street"),
    path("moeder/<int:meeting>/<slug:verb>/", agenda.meeting_verb, name="meeting-verb"),
    path("opfoelgning/", following.followups, name="followups"),
    path("opfoelgning/<int:followup>/", following.followup, name="followup"),
    path("opfoelgning/<int:followup>/<slug:verb>/", following.followup_verb, name="followup-verb"),
    path("hvor-er-sagen/", following.pipeline, name="pipeline"),
    path("mine-moeder/", member.my_meetings, name="my-meetings"),
    path("mine-moeder/beslutninger/", member.taken, name="taken"),
    path("mine-moeder/<int:meeting>/", member.read, name="read"),
    path("mine-moeder/<int:meeting>/nu/", member.follow, name="follow"),
    path("mine-moeder/<int:meeting>/godkend/", minutes.sign, name="sign"),
    path("kalender/", my_calendar.page, name="calendar"),
    path("kalender/<slug:key>.ics", my_calendar.file, name="calendar-file"),
    path("noter/<int:item>/", notes.note, name="note"),
    path("fremhaevninger/<int:item>/", notes.highlight, name="highlight"),
    path("fremhaevninger/<int:highlight>/fjern/", notes.highlight_off, name="highlight-off"),
]
