"""A case (sag): the folder that outlives its treatments. It holds no text: what is secret hangs below its items."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.people import Person


class CaseSet(GuardedQuerySet["Case"]):
    """Cases."""

    rule = staticmethod(access.cases)


class Case(models.Model):
    """`key`: the normalised number; `foreign`: it is the records system's own."""

    number = models.CharField(max_length=100)
    key = models.CharField(max_length=200, unique=True)
    foreign = models.BooleanField(default=False)
    kle_number = models.CharField(max_length=20, blank=True)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    opened_on = models.DateField()

    objects = CaseSet.as_manager()

    def __str__(self) -> str:
        return self.number


class Alias(models.Model):
    """Another number of a case, that keeps leading to it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="aliases")
    number = models.CharField(max_length=100)
    key = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.number
