"""What is told beside the papers: meetings that are planned, and the register of open data."""

from django.db import models

from sagsgang.archive.models.editions import Audience, Body, Meeting
from sagsgang.archive.models.laid_out import Entry


class Planned(models.Model):
    """A meeting as its body planned it. `revision` counts what was changed since it was first told; see `plan`."""

    reference = models.CharField(max_length=100, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="planned")
    audience = models.CharField(max_length=20, choices=Audience)
    date = models.DateField()
    start = models.TimeField(null=True)
    place = models.TextField()
    cancelled = models.BooleanField()
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("audience", "date")), models.Index(fields=("body", "date")))

    def __str__(self) -> str:
        return f"{self.body_id} {self.date}"


class TraceKind(models.TextChoices):
    """What open data names: see `Trace`. A treatment is a case at a meeting, a member a person on a body."""

    AUTHORITY = "authority"
    BODY = "body"
    TERM = "term"
    PLACE = "place"
    PERSON = "person"
    MEMBER = "member"
    MEETING = "meeting"
    ITEM = "item"
    TREATMENT = "treatment"
    CASE = "case"
    FILE = "file"


class Trace(models.Model):
    """That something was published under a name that stays: when it came, last changed, and was taken away, and why.

    `key` is its name within its kind, `authority` and `owner` the keys of what it belongs to (`owner`: a treatment's
    and a file's case, a member's person), `digest` what it said, `data` what no other row tells of it, as JSON.
    Of what was taken away only names and times are kept, and by what a withdrawn item is known again when it comes
    back. See `traces`.
    """

    audience = models.CharField(max_length=20, choices=Audience)
    kind = models.CharField(max_length=20, choices=TraceKind)
    authority = models.CharField(max_length=200)
    key = models.CharField(max_length=300)
    owner = models.CharField(max_length=300)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    entry = models.ForeignKey(
        Entry, on_delete=models.DO_NOTHING, null=True, related_name="+", db_index=False, db_constraint=False
    )
    digest = models.CharField(max_length=64)
    data = models.TextField()
    created = models.DateTimeField()
    modified = models.DateTimeField()
    deleted = models.DateTimeField(null=True)
    reason = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("audience", "kind", "key"), name="one_trace_a_name"),)
        indexes = (
            models.Index(fields=("audience", "authority", "kind", "id"), name="traces_in_order"),
            models.Index(fields=("audience", "authority", "kind", "modified", "id"), name="traces_by_change"),
            models.Index(fields=("meeting", "kind"), name="traces_of_meeting"),
            models.Index(fields=("body", "kind", "id"), name="traces_of_body"),
            models.Index(fields=("owner", "kind"), name="traces_of_owner"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
