"""A browser of somebody who is logged in."""

from django.test import Client

from sagsgang.core.viewer import Viewer
from sagsgang.login.models import Account


def browser(who: Viewer) -> Client:
    """The person's browser, with a session of its own."""
    account, _ = Account.objects.get_or_create(person_id=who.person, defaults={"username": who.name.lower()})
    client = Client()
    client.force_login(account)
    return client
