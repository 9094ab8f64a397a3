"""The object with which a client begins."""

from typing import Any

from django.conf import settings
from django.db.models import Max, Min

from sagsgang.oparl.addresses import SCHEMA, Addresses
from sagsgang.oparl.lists import authorities
from sagsgang.oparl.objects.frame import moment


def system(at: Addresses) -> tuple[dict[str, Any], Any]:
    """The System, and when it last changed: an archive without anything in it has no times."""
    times = authorities().aggregate(created=Min("created"), modified=Max("modified"))
    said = {
        "id": at.system(),
        "type": f"{SCHEMA}/System",
        "oparlVersion": f"{SCHEMA}/",
        "license": settings.OPEN_DATA_LICENSE,
        "body": at.bodies(),
        "name": f"Dagsordener og referater: {settings.AUTHORITY}",
        "contactName": settings.AUTHORITY,
        "website": at.page("/"),
        "product": at.page("/om/"),
        **{name: moment(time) for name, time in times.items() if time},
        "web": at.page("/"),
    }
    return {name: value for name, value in said.items() if value}, times["modified"]
