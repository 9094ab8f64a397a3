"""The small world of all tests of logging in, with passwords that are hashed fast."""

import pytest
from pytest_django import Settings

from tests.core.world import World, world


@pytest.fixture
def there(settings: Settings, db: None) -> World:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return world()
