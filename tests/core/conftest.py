"""The small municipality of `tests.core.world`, made anew for each test that asks for it."""

import pytest

from tests.core.world import World, world


@pytest.fixture
def there() -> World:
    """Its boards and people, in a database that the test has asked for."""
    return world()
