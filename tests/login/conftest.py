"""The small world of all tests of logging in, with passwords that are hashed fast."""

import pytest
from pytest_django import Settings

from tests.core.world import World, world
from tests.login.key_holder import HOST, PASSKEYS, Holder
from tests.login.key_owner import Owner, window
from tests.login.people import account


@pytest.fixture
def there(settings: Settings, db: None) -> World:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return world()


@pytest.fixture
def owner(settings: Settings, there: World) -> Owner:
    """Karen, at the address that passkeys belong to."""
    settings.PASSKEYS = PASSKEYS
    settings.ALLOWED_HOSTS = [HOST, "testserver"]
    whose, password = account(there, there.karen)
    client = window()
    client.force_login(whose)
    return Owner(client, password, Holder())
