"""Papers that were withdrawn, and bodies that were taken off a channel."""

import django.db.models.deletion
from django.db import migrations, models

KINDS = ("agenda", "minutes", "pdf", "erasure", "withdrawal", "return", "leaving")


class Migration(migrations.Migration):
    """Two tables, and the records' new kinds."""

    dependencies = (("archive", "0011_text_of_files"),)

    operations = (
        migrations.AlterField(
            model_name="seal",
            name="kind",
            field=models.CharField(choices=[(kind, kind.capitalize()) for kind in KINDS], max_length=20),
        ),
        migrations.CreateModel(
            name="Left",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("done", models.BooleanField(default=False)),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="left", to="archive.seal"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withdrawal",
                        to="archive.edition",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="withdrawals", to="archive.seal"
                    ),
                ),
            ],
        ),
    )
