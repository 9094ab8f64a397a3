"""The municipality: its boards, its units, and the counters that its numbers come from."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.archive.models import Audience
from sagsgang.paper.model import Access


class BodyKind(models.TextChoices):
    """What a board is: the law on local government binds the council and its committees only."""

    COUNCIL = "council", _("Kommunalbestyrelse")
    COMMITTEE = "committee", pgettext_lazy("slags", "Udvalg")
    EXECUTIVE = "executive", _("Direktion")
    OTHER = "other", _("Råd eller andet")


class Numbering(models.TextChoices):
    """How items are numbered: from 1 at each meeting, or on through the year."""

    MEETING = "meeting", _("Fra 1 på hvert møde")
    YEAR = "year", _("Fortløbende i året")


class Weekday(models.IntegerChoices):
    """The days of the week as Python counts them."""

    MONDAY = 0, _("Mandag")
    TUESDAY = 1, _("Tirsdag")
    WEDNESDAY = 2, _("Onsdag")
    THURSDAY = 3, _("Torsdag")
    FRIDAY = 4, _("Fredag")


class Body(models.Model):
    """A board. `name` is in the definite form ("Direktionen"), as papers have it.

    `notice_days`: clear days between sending and meeting (styrelsesloven § 8); None: no deadline. `policy`: the
    decision that says what the body publishes. `new_items`: the access that a new item begins with.
    `approve_weekday`, `approve_time`: when in the week before a meeting its items must be approved.
    """

    name = models.CharField(max_length=200, unique=True)
    abbreviation = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=20, choices=BodyKind)
    audience = models.CharField(max_length=20, choices=Audience)
    numbering = models.CharField(max_length=20, choices=Numbering, default=Numbering.MEETING)
    notice_days = models.PositiveSmallIntegerField(null=True, blank=True)
    new_items = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Access])
    policy = models.TextField(blank=True)
    approve_weekday = models.PositiveSmallIntegerField(choices=Weekday, default=Weekday.MONDAY)
    approve_time = models.TimeField(default=time(12))
    place = models.CharField(max_length=200, blank=True)
    start = models.TimeField(null=True, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def statutory(self) -> bool:
        """Whether the law on local government binds it (§§ 8-14, 20)."""
        return self.kind in {BodyKind.COUNCIL, BodyKind.COMMITTEE}

    @property
    def answers_to_council(self) -> bool:
        """Whether one of its members can have its decisions brought before the council (§ 23)."""
        return self.kind == BodyKind.COMMITTEE


class Step(models.Model):
    """One approval in a body's chain, in the order of `position`; `title` says who approves ("Afdelingschef")."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=100)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("body", "position"), name="one_step_a_place"),)

    def __str__(self) -> str:
        return self.title


class Unit(models.Model):
    """A part of the administration, valid from a day to a day."""

    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Counter(models.Model):
    """The last number given in a series and year. Its row is locked while a number is taken: no gap and no twin."""

    series = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("series", "year"), name="one_counter_a_year"),)

    def __str__(self) -> str:
        return f"{self.series} {self.year}"


class NumberFormat(models.Model):
    """How the numbers that we give ourselves in a series are written from a day on ("{code}-{year}-{n}")."""

    series = models.CharField(max_length=40)
    since = models.DateField()
    pattern = models.CharField(max_length=60)

    class Meta:
        ordering = ("since",)
        constraints = (models.UniqueConstraint(fields=("series", "since"), name="one_format_a_day"),)

    def __str__(self) -> str:
        return self.pattern
