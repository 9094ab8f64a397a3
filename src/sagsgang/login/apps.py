"""Accounts as a Django app."""

from django.apps import AppConfig


class LoginConfig(AppConfig):
    """The tables of accounts."""

    name = "sagsgang.login"
    label = "login"
