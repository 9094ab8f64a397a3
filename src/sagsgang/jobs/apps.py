"""The room as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """No tables of its own."""

    name = "sagsgang.jobs"
    label = "jobs"
