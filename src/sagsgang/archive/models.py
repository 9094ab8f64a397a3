"""What the public may read, and the seals that prove it. INVARIANT: nothing secret is ever stored here."""

from django.db import models


class Audience(models.TextChoices):
    """Who an edition is for. It never has a default."""

    STREET = "street"
    EMPLOYEES = "employees"


class Body(models.Model):
    """A board as the archive knows it: a name within an authority."""

    authority = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("authority", "name"), name="one_body_a_name"),)

    def __str__(self) -> str:
        return self.name


class Seal(models.Model):
    """One record in a body's chain. Append-only: a record is never changed and never deleted."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seals")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=500)
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    sealed_at = models.DateTimeField()
    audience = models.CharField(max_length=20, choices=Audience)
    content_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    record_hash = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("body", "number"), name="one_record_a_place"),)

    def __str__(self) -> str:
        return f"{self.body_id}/{self.number}"


class Content(models.Model):
    """The sealed bytes and their salt, beside the chain, so that erasing them leaves the chain whole."""

    seal = models.OneToOneField(Seal, on_delete=models.PROTECT, related_name="content")
    salt = models.BinaryField()
    data = models.BinaryField()
    erased_at = models.DateTimeField(null=True)
    erased_because = models.TextField()

    def __str__(self) -> str:
        return str(self.seal_id)


class Meeting(models.Model):
    """One meeting of a body as one audience may see it. Its address stays when the agenda becomes minutes."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    audience = models.CharField(max_length=20, choices=Audience)
    date = models.DateField()
    start = models.TimeField(null=True)
    place = models.CharField(max_length=300)
    slug = models.CharField(max_length=40)
    edition = models.ForeignKey("Edition", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("body", "audience", "slug"), name="one_meeting_an_address"),)
        indexes = (models.Index(fields=("audience", "-date", "-id")), models.Index(fields=("body", "-date")))

    def __str__(self) -> str:
        return f"{self.body_id} {self.date}"


class Edition(models.Model):
    """A published version of a meeting's agenda or minutes; the meeting points at the one in force."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="editions")
    kind = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    seal = models.OneToOneField(Seal, on_delete=models.PROTECT, related_name="edition")
    pdf = models.OneToOneField(Seal, on_delete=models.PROTECT, null=True, related_name="pdf_edition")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "kind", "version"), name="one_edition_a_version"),)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.kind} {self.version}"


class Entry(models.Model):
    """One item of the edition in force, laid out for lists, case threads and search. Can be rebuilt from it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="entries")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(max_length=20, choices=Audience)
    date = models.DateField()
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=20)
    title = models.TextField()
    access = models.CharField(max_length=10)
    item_type = models.CharField(max_length=20)
    case_number = models.CharField(max_length=60)
    case_key = models.CharField(max_length=60)
    kle_number = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20)
    decision = models.TextField()
    data = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "position"), name="one_entry_a_place"),)
        indexes = (
            models.Index(fields=("audience", "case_key", "date")),
            models.Index(fields=("audience", "-date", "-id")),
            models.Index(fields=("audience", "outcome", "-date")),
        )

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.number}"


class Promise(models.Model):
    """A commitment found in a published decision, and the entry with which the case came back, if it did."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="promises")
    audience = models.CharField(max_length=20, choices=Audience)
    case_key = models.CharField(max_length=60)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()
    text = models.TextField()
    who = models.CharField(max_length=200)
    due_kind = models.CharField(max_length=20)
    due_from = models.DateField(null=True)
    due_to = models.DateField(null=True)
    came_back = models.ForeignKey(Entry, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = (
            models.Index(fields=("audience", "case_key", "said_on")),
            models.Index(fields=("audience", "-said_on", "-id")),
        )

    def __str__(self) -> str:
        return self.text
