"""The room of open data after OParl 1.1."""

from django.apps import AppConfig


class OparlConfig(AppConfig):
    """It has no tables: everything that it tells stands in the archive."""

    name = "sagsgang.oparl"
