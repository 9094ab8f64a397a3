"""Joins the addresses of the rooms."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from sagsgang.alerts import urls as alerts
from sagsgang.api import urls as api
from sagsgang.archive.models import Audience
from sagsgang.desk import urls as desk
from sagsgang.login import urls as login
from sagsgang.oparl import urls as oparl
from sagsgang.portal import urls as portal

# What programs are told, and what is followed by mail, is the street's; a process that shows the employees' archive
# has none of it.
_street = settings.PORTAL == Audience.STREET
_open_data = [path("", include((oparl.pages, "oparl"))), path("", include((api.pages, "api")))] if _street else []
urlpatterns = [
    path("", include((portal.single, "portal"), namespace="file")),
    *_open_data,
    path("", include((login.pages, "login"))),
    path("arbejde/", include((desk.pages, "desk"))),
    *i18n_patterns(
        path("", include((portal.pages, "portal"))),
        *([path("", include((alerts.pages, "alerts")))] if _street else []),
        prefix_default_language=False,
    ),
]
handler400 = "sagsgang.config.missing.bad_request"
handler404 = "sagsgang.config.missing.not_found"
handler500 = "sagsgang.config.missing.failed"
