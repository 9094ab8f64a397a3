"""The Journal: who did what and when. It is audit log and outbox: `jobs` reads what is not delivered yet."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.authority import Body
from sagsgang.core.models.case import Case
from sagsgang.core.models.item import Item
from sagsgang.core.models.meeting import Meeting
from sagsgang.core.models.people import Person


class JournalSet(GuardedQuerySet["Journal"]):
    """Rows of the Journal."""

    rule = staticmethod(access.journal)


class Journal(models.Model):
    """One deed. `kind` is thing and verb ("item.approve"); `facts` hold ids, numbers and reasons, never a text.

    Append-only. `delivered_at`: when the notices that follow from it had been sent.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="deeds")
    kind = models.CharField(max_length=60)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="journal")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="journal")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="journal")
    subject = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)
    delivered_at = models.DateTimeField(null=True)

    objects = JournalSet.as_manager()

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("id",), condition=models.Q(delivered_at=None), name="journal_undelivered"),)

    def __str__(self) -> str:
        return self.kind


class Dismissal(models.Model):
    """That a named person looked at a finding of the gate and let it pass, with the reason.

    `finding` is its fingerprint: when the text changes, the finding comes back.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="dismissals")
    finding = models.CharField(max_length=64)
    code = models.CharField(max_length=40)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "finding"), name="one_dismissal_a_finding"),)

    def __str__(self) -> str:
        return self.code
