"""The working house as a Django app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The tables of the working house."""

    name = "sagsgang.core"
    label = "core"
