"""The complete papers, closed parts included, sealed when their open edition was published. Never in the archive."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.meeting import Meeting
from sagsgang.paper.model import PaperKind


class SealedPaperSet(GuardedQuerySet["SealedPaper"]):
    """Complete papers."""

    rule = staticmethod(access.sealed)


class SealedPaper(models.Model):
    """A version of a complete paper as canonical JSON. `hash` is the SHA-256, in hex, of the salt and the bytes."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sealed")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in PaperKind])
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    salt = models.BinaryField()
    hash = models.CharField(max_length=64)
    data = models.BinaryField()

    objects = SealedPaperSet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "kind", "version"), name="one_sealed_a_version"),)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.kind} {self.version}"
