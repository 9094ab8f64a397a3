import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("version", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Stamp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("heads", models.TextField()),
                ("answer", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("authority", models.CharField(max_length=200)),
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(max_length=200, unique=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("authority", "name"), name="one_body_a_name")],
            },
        ),
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
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(choices=[("street", "Street"), ("employees", "Employees")], max_length=20),
                ),
                ("date", models.DateField()),
                ("start", models.TimeField(null=True)),
                ("place", models.TextField()),
                ("slug", models.CharField(max_length=40)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="archive.body"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="archive.edition"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(choices=[("street", "Street"), ("employees", "Employees")], max_length=20),
                ),
                ("date", models.DateField()),
                ("position", models.PositiveIntegerField()),
                ("number", models.TextField()),
                ("title", models.TextField()),
                ("access", models.CharField(max_length=10)),
                ("item_type", models.CharField(max_length=20)),
                ("case_number", models.TextField()),
                ("case_key", models.CharField(max_length=200)),
                ("kle_number", models.TextField()),
                ("outcome", models.CharField(max_length=20)),
                ("decision", models.TextField()),
                ("data", models.TextField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="archive.body"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="archive.meeting"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="edition",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="archive.meeting"
            ),
        ),
        migrations.CreateModel(
            name="Planned",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=100, unique=True)),
                (
                    "audience",
                    models.CharField(choices=[("street", "Street"), ("employees", "Employees")], max_length=20),
                ),
                ("date", models.DateField()),
                ("start", models.TimeField(null=True)),
                ("place", models.TextField()),
                ("cancelled", models.BooleanField()),
                ("revision", models.PositiveIntegerField(default=0)),
                ("changed_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="planned", to="archive.body"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(choices=[("street", "Street"), ("employees", "Employees")], max_length=20),
                ),
                ("case_key", models.CharField(max_length=200)),
                ("said_on", models.DateField()),
                ("text", models.TextField()),
                ("who", models.TextField()),
                ("due_kind", models.CharField(max_length=20)),
                ("due_from", models.DateField(null=True)),
                ("due_to", models.DateField(null=True)),
                ("came_back_on", models.DateField(null=True)),
                ("standing", models.BooleanField(default=False)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="archive.body"
                    ),
                ),
                (
                    "came_back",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="archive.entry"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="promises", to="archive.entry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Rendition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("large14", "Large 14"),
                            ("large18", "Large 18"),
                            ("item", "Item"),
                            ("attached", "Attached"),
                            ("word", "Word"),
                            ("word_item", "Word Item"),
                        ],
                        max_length=20,
                    ),
                ),
                ("item", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField()),
                ("used_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(null=True)),
                ("failed", models.BooleanField(default=False)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="renditions", to="archive.edition"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("key", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agenda", "Agenda"),
                            ("minutes", "Minutes"),
                            ("pdf", "Pdf"),
                            ("erasure", "Erasure"),
                            ("withdrawal", "Withdrawal"),
                            ("return", "Return"),
                            ("leaving", "Leaving"),
                        ],
                        max_length=20,
                    ),
                ),
                ("concerns", models.PositiveIntegerField(null=True)),
                ("sealed_at", models.DateTimeField()),
                (
                    "audience",
                    models.CharField(choices=[("street", "Street"), ("employees", "Employees")], max_length=20),
                ),
                ("content_hash", models.CharField(max_length=64)),
                ("previous_hash", models.CharField(max_length=64)),
                ("record_hash", models.CharField(max_length=64)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seals", to="archive.body"
                    ),
                ),
            ],
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
        migrations.AddField(
            model_name="edition",
            name="pdf",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="pdf_edition", to="archive.seal"
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="seal",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="edition", to="archive.seal"
            ),
        ),
        migrations.CreateModel(
            name="Content",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("salt", models.BinaryField()),
                ("data", models.BinaryField()),
                (
                    "seal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="content", to="archive.seal"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Trace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(choices=[("street", "Street"), ("employees", "Employees")], max_length=20),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("authority", "Authority"),
                            ("body", "Body"),
                            ("term", "Term"),
                            ("place", "Place"),
                            ("person", "Person"),
                            ("member", "Member"),
                            ("meeting", "Meeting"),
                            ("item", "Item"),
                            ("treatment", "Treatment"),
                            ("case", "Case"),
                            ("file", "File"),
                        ],
                        max_length=20,
                    ),
                ),
                ("authority", models.CharField(max_length=200)),
                ("key", models.CharField(max_length=300)),
                ("owner", models.CharField(max_length=300)),
                ("digest", models.CharField(max_length=64)),
                ("data", models.TextField()),
                ("created", models.DateTimeField()),
                ("modified", models.DateTimeField()),
                ("deleted", models.DateTimeField(null=True)),
                ("reason", models.TextField()),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.body",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="archive.entry",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="archive.meeting",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="withdrawal", to="archive.edition"
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
        migrations.CreateModel(
            name="AttachedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(choices=[("street", "Street"), ("employees", "Employees")], max_length=20),
                ),
                ("position", models.PositiveIntegerField()),
                ("title", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("name", models.TextField()),
                ("media_type", models.CharField(max_length=200)),
                ("size", models.PositiveBigIntegerField()),
                ("pages", models.PositiveIntegerField(null=True)),
                ("modified_at", models.DateTimeField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="archive.entry"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["audience", "sha256"], name="archive_att_audienc_de0b9d_idx")],
                "constraints": [models.UniqueConstraint(fields=("entry", "position"), name="one_file_an_attachment")],
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
        migrations.CreateModel(
            name="Holding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="holdings", to="archive.edition"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("edition", "sha256"), name="one_holding_a_file")],
            },
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["audience", "-date", "-id"], name="archive_mee_audienc_b0099b_idx"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["body", "-date"], name="archive_mee_body_id_c4ada4_idx"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("body", "audience", "slug"), name="one_meeting_an_address"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["audience", "case_key", "date"], name="archive_ent_audienc_375cad_idx"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["audience", "-date", "-id"], name="archive_ent_audienc_2e572b_idx"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["audience", "outcome", "-date"], name="archive_ent_audienc_b31aff_idx"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("meeting", "position"), name="one_entry_a_place"),
        ),
        migrations.AddIndex(
            model_name="planned",
            index=models.Index(fields=["audience", "date"], name="archive_pla_audienc_268076_idx"),
        ),
        migrations.AddIndex(
            model_name="planned",
            index=models.Index(fields=["body", "date"], name="archive_pla_body_id_8fdcdc_idx"),
        ),
        migrations.AddIndex(
            model_name="promise",
            index=models.Index(fields=["audience", "case_key", "said_on"], name="archive_pro_audienc_987f7a_idx"),
        ),
        migrations.AddIndex(
            model_name="promise",
            index=models.Index(
                fields=["audience", "-said_on", "-id", "standing", "came_back_on", "due_to", "due_kind"],
                name="promises_by_state",
            ),
        ),
        migrations.AddIndex(
            model_name="rendition",
            index=models.Index(
                condition=models.Q(("failed", False), ("made_at", None)), fields=["id"], name="prints_in_line"
            ),
        ),
        migrations.AddConstraint(
            model_name="rendition",
            constraint=models.UniqueConstraint(fields=("edition", "kind", "item"), name="one_print_of_a_kind"),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.UniqueConstraint(fields=("body", "number"), name="one_record_a_place"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(condition=models.Q(("pdf", None)), fields=["-id"], name="editions_without_pdf"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(fields=("meeting", "kind", "version"), name="one_edition_a_version"),
        ),
        migrations.AddIndex(
            model_name="trace",
            index=models.Index(fields=["audience", "authority", "kind", "id"], name="traces_in_order"),
        ),
        migrations.AddIndex(
            model_name="trace",
            index=models.Index(fields=["audience", "authority", "kind", "modified", "id"], name="traces_by_change"),
        ),
        migrations.AddIndex(
            model_name="trace",
            index=models.Index(fields=["meeting", "kind"], name="traces_of_meeting"),
        ),
        migrations.AddIndex(
            model_name="trace",
            index=models.Index(fields=["body", "kind", "id"], name="traces_of_body"),
        ),
        migrations.AddIndex(
            model_name="trace",
            index=models.Index(fields=["owner", "kind"], name="traces_of_owner"),
        ),
        migrations.AddConstraint(
            model_name="trace",
            constraint=models.UniqueConstraint(fields=("audience", "kind", "key"), name="one_trace_a_name"),
        ),
    ]
