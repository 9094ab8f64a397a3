"""Whose archive this process shows. The two publics are never served by one process."""

from django.conf import settings

from sagsgang.archive.models import Audience


def audience() -> Audience:
    """The street's, or the employees' behind their login; ValueError when the setting says neither."""
    return Audience(settings.PORTAL)
