"""The room as a Django app."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Who follows what, by mail."""

    name = "sagsgang.alerts"
    label = "alerts"
