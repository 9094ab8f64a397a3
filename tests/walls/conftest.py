"""The walls stand around the same small world as the portal's tests."""

from tests.portal.conftest import client, world

__all__ = ["client", "world"]
