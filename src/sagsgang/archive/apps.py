"""The archive's Django app."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """The archive: open editions and their seals."""

    name = "sagsgang.archive"
    label = "archive"
    default_auto_field = "django.db.models.BigAutoField"
