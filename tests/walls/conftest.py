"""The walls stand around the same small world as the portal's tests."""

from tests.portal.conftest import client, nothing_kept, world

__all__ = ["client", "nothing_kept", "world"]
