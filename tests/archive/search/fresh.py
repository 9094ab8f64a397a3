"""A database of its own for what is measured outside a test run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django


@contextmanager
def fresh_database() -> Iterator[None]:
    """An empty database of the kind that SAGSGANG_TEST_DATABASE names; gone afterwards."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.db import connection

    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
