"""What the facets count, a character a fact: reading "2025|3;decision|approved|open;85.11" was slow."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from sagsgang.archive.search.facts import written

_ROWS = 10_000


def shorten(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the facts of every document anew: all of them or, when it is interrupted, none."""
    last = 0
    with schema_editor.connection.cursor() as cursor:
        while True:
            cursor.execute(
                "SELECT key, facts FROM search_document WHERE key > %s ORDER BY key LIMIT %s", [last, _ROWS]
            )
            if not (found := cursor.fetchall()):
                return
            changed = [(_shorter(facts), key) for key, facts in found]
            cursor.executemany("UPDATE search_document SET facts = %s WHERE key = %s", changed)
            last = found[-1][0]


def _shorter(facts: str) -> str:
    when_and_who, what, kle = facts.split(";")
    year, body = when_and_who.split("|")
    item_type, outcome, access = what.split("|")
    return written(int(year), int(body), item_type, outcome, kle, access)


class Migration(migrations.Migration):
    dependencies = [("archive", "0007_traces")]

    operations = [migrations.RunPython(shorten)]
