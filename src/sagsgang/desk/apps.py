"""The room as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """No tables of its own."""

    name = "sagsgang.desk"
    label = "desk"
