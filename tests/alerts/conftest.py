"""The small world of the tests of what is followed."""

from tests.portal.conftest import client, nothing_kept

__all__ = ["client", "nothing_kept"]
