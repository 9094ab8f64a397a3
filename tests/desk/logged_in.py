"""A browser of somebody who is logged in."""

from typing import Any

from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.viewer import Viewer
from sagsgang.login.models import Account


def browser(who: Viewer) -> Client:
    """The person's browser, with a session of its own."""
    account, _ = Account.objects.get_or_create(person_id=who.person, defaults={"username": who.name.lower()})
    client = Client()
    client.force_login(account)
    return client


def window(chromium: Browser, server: LiveServer, who: Viewer, **options: Any) -> Page:
    """A window of the person's in a real browser; `options` as for `Browser.new_context`."""
    made = chromium.new_context(base_url=server.url, **options)
    cookie = browser(who).cookies["sessionid"].value
    made.add_cookies([{"name": "sessionid", "value": cookie, "url": server.url}])
    return made.new_page()
