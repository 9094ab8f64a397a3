"""The municipalities' list of subjects (KLE) as it was loaded: what cases are filed under."""

from django.db import models


class KleEntry(models.Model):
    """A subject. Retired ones stay, as old cases are filed under them. `keywords`: how its words begin."""

    number = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=300)
    keywords = models.TextField(blank=True)
    retired_on = models.DateField(null=True)
    edition = models.CharField(max_length=60)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return self.number
