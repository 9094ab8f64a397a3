"""Addresses of the desk: cases, items and their texts, attachments, approval."""

from django.urls import URLPattern, path

from sagsgang.desk.views import attachments, cases, conflicts, items, points, queue, sections

paths: list[URLPattern] = [
    path("sager/", cases.cases, name="cases"),
    path("sager/ny/", cases.new_case, name="new-case"),
    path("sager/<int:case>/", cases.case, name="case"),
    path("sager/<int:case>/punkt/", cases.new_item, name="new-item"),
    path("sager/<int:case>/<slug:verb>/", cases.case_verb, name="case-verb"),
    path("kle/", cases.kle_suggestions, name="kle"),
    path("punkter/<int:item>/", items.item, name="item"),
    path("punkter/<int:item>/rute/", items.route, name="item-route"),
    path("punkter/<int:item>/inhabilitet/", conflicts.conflicts, name="item-conflicts"),
    path("punkter/<int:item>/points/", points.points, name="item-points"),
    path("punkter/<int:item>/bilag/", attachments.attach, name="attach"),
    path("punkter/<int:item>/<slug:verb>/", items.item_verb, name="item-verb"),
    path("afsnit/<int:section>/", sections.section, name="section"),
    path("afsnit/<int:section>/adgang/", sections.section_access, name="section-access"),
    path("afsnit/<int:section>/historik/", sections.history, name="section-history"),
    path("bilag/<int:attachment>/", attachments.attachment, name="attachment"),
    path("bilag/<int:attachment>/pdf/", attachments.attachment_pdf, name="attachment-pdf"),
    path("bilag/<int:attachment>/<slug:verb>/", attachments.attachment_verb, name="attachment-verb"),
    path("maerke/", sections.token, name="token"),
    path("vis/", sections.look, name="look"),
    path("indsaet/", sections.paste, name="paste"),
    path("til-godkendelse/", queue.queue, name="queue"),
]
