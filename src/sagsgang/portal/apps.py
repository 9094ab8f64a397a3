"""The portal's Django app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The public pages."""

    name = "sagsgang.portal"
    label = "portal"
