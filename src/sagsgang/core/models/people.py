"""People, the roles they hold for a body, and their seats, which have a period."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sagsgang.core.models.authority import Body, Step, Unit
from sagsgang.core.viewer import Role


class LeaderLevel(models.IntegerChoices):
    """The three levels of leaders; those of the third report to the second, and the second to the first."""

    DIRECTOR = 1, _("Direktør (niveau 1)")
    HEAD = 2, _("Chef (niveau 2)")
    LEADER = 3, _("Leder (niveau 3)")


class Person(models.Model):
    """Somebody who works for the municipality or sits on a board; None as `level`: leads nobody."""

    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    initials = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="people")
    level = models.PositiveSmallIntegerField(choices=LeaderLevel, null=True, blank=True)
    administers = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Grant(models.Model):
    """That a person holds a role for a body. An approver stands at one `step` of the body's chain."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="grants")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    step = models.ForeignKey(Step, on_delete=models.CASCADE, null=True, blank=True, related_name="grants")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "body", "role", "step"), name="one_grant_a_role"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.body_id}"


class Seat(models.Model):
    """Membership of a body in a period, both days included. Who sat there is asked with the meeting's date."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    substitute = models.BooleanField(default=False)
    chairs = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")

    def __str__(self) -> str:
        return f"{self.person_id} {self.body_id}"
