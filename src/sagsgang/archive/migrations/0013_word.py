from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0012_withdrawals"),
    ]

    operations = [
        migrations.AlterField(
            model_name="rendition",
            name="kind",
            field=models.CharField(
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
    ]
