"""The archive's one writer at a time, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from sagsgang.archive.models import Body

_ONE_WRITER = 5_418_736_001


@contextmanager
def writing() -> Iterator[None]:
    """One transaction that no other writer's overlaps.

    SQLite does so by itself (IMMEDIATE). On PostgreSQL two papers of one case, written at once, would not see each
    other, and neither would know that the case came back; so writers stand in line there too.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_WRITER])
        yield


def locked(body: Body) -> Body:
    """`body` with its row locked until the transaction ends, so that two writers never fork its chain."""
    return Body.objects.select_for_update().get(pk=body.pk)
