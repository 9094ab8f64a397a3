"""Standing items (faste punkter): a series fills each planned meeting of a body."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sagsgang.core.models.authority import Body
from sagsgang.core.models.case import Case
from sagsgang.paper.model import ItemType


class Rule(models.TextChoices):
    """Where in the agenda a standing item stands."""

    FIRST = "first", _("Først")
    LAST = "last", _("Sidst")


class Openness(models.TextChoices):
    """How open its items are: as the body lets new items be, or as the series says itself."""

    BODY = "body", _("Som nye punkter i udvalget")
    OPEN = "open", _("Åbent for alle")
    CLOSED = "closed", _("Lukket for offentligheden")


class Series(models.Model):
    """What stands on every agenda of a body from a day to a day, under one case number.

    `access` has no default: nothing is open by accident. `basis`: the law that closes it, where the series does.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="series")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="series")
    title = models.CharField(max_length=300)
    item_type = models.CharField(max_length=20, choices=[(t.value, t.value) for t in ItemType])
    text = models.TextField(blank=True)
    recommendation = models.TextField(blank=True)
    access = models.CharField(max_length=10, choices=Openness)
    basis = models.CharField(max_length=100, blank=True)
    rule = models.CharField(max_length=10, choices=Rule, default=Rule.LAST)
    position = models.PositiveSmallIntegerField(default=0)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("rule", "position")

    def __str__(self) -> str:
        return self.title
