"""The text of attachments, and where search looks in it: beside what is indexed of the entries themselves."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    "CREATE VIRTUAL TABLE search_file USING fts5 (own, files, filters, tokenize = 'ascii', prefix = '2 3')",
)
POSTGRESQL = (
    "CREATE TABLE search_file (key BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL)",
    "ALTER TABLE search_file ALTER COLUMN terms SET STORAGE EXTERNAL",
    "CREATE INDEX search_file_terms ON search_file USING gin (terms)",
)
WAITING = (
    "INSERT INTO archive_filetext (sha256, name, state, tries)"
    " SELECT sha256, min(name), 'waiting', 0 FROM archive_attachedfile GROUP BY sha256"
)


def create(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Its own table for entries that have files, so that a long report does not change how its item is ranked."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """It can be built again from the entries and the pages."""
    schema_editor.execute("DROP TABLE search_file")


class Migration(migrations.Migration):
    dependencies = [("archive", "0010_stamps")]

    operations = [
        migrations.CreateModel(
            name="FileText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("name", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("read", "Read"),
                            ("failed", "Failed"),
                            ("withheld", "Withheld"),
                        ],
                        max_length=20,
                    ),
                ),
                ("tries", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["id"], name="files_waiting_for_reading"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FilePage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("terms", models.TextField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pages", to="archive.filetext"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("file", "number"), name="one_text_a_page")],
            },
        ),
        migrations.RunSQL(WAITING, migrations.RunSQL.noop),
        migrations.RunPython(create, drop),
    ]
