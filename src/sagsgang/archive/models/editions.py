"""What was published, version by version, and the seals that prove it."""

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


class RecordKind(models.TextChoices):
    """What a seal record seals: a paper of one of the two kinds, a paper's PDF, or what became of papers.

    One was erased, withdrawn, or put back (RETURN); or all were withdrawn as the body left the channel.
    """

    AGENDA = "agenda"
    MINUTES = "minutes"
    PDF = "pdf"
    ERASURE = "erasure"
    WITHDRAWAL = "withdrawal"
    RETURN = "return"
    LEAVING = "leaving"


class Seal(models.Model):
    """One record in a body's chain. Append-only: a record is never changed and never deleted.

    `key` names the paper (authority, body, date, start, kind); `concerns` is the number of the record whose PDF
    this seals, or whose paper was erased, withdrawn or put back; the hashes are SHA-256 in hex. What exactly is
    hashed: see `seal`.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seals")
    number = models.PositiveIntegerField()
    key = models.TextField()
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=RecordKind)
    concerns = models.PositiveIntegerField(null=True)
    sealed_at = models.DateTimeField()
    audience = models.CharField(max_length=20, choices=Audience)
    content_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    record_hash = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("body", "number"), name="one_record_a_place"),)
        # Feeds look for the few of a kind that tell what is gone.
        indexes = (models.Index(fields=("audience", "kind", "id"), name="seals_by_kind"),)

    def __str__(self) -> str:
        return f"{self.body_id}/{self.number}"


class Content(models.Model):
    """The sealed bytes and their salt, beside the chain: erasing this row leaves the chain whole.

    A PDF's bytes lie in a file, so `data` is empty there; see `files`.
    """

    seal = models.OneToOneField(Seal, on_delete=models.PROTECT, related_name="content")
    salt = models.BinaryField()
    data = models.BinaryField()

    def __str__(self) -> str:
        return str(self.seal_id)


class Meeting(models.Model):
    """One meeting of a body as one audience may see it. Its address stays when the agenda becomes minutes.

    `edition` is the one in force, and None when that one was erased.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    audience = models.CharField(max_length=20, choices=Audience)
    date = models.DateField()
    start = models.TimeField(null=True)
    place = models.TextField()
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
        indexes = (models.Index(fields=("-id",), condition=models.Q(pdf=None), name="editions_without_pdf"),)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.kind} {self.version}"


class Stamp(models.Model):
    """A third party's word for when the chains ended as `heads` says: its answer by RFC 3161, as it came."""

    at = models.DateTimeField()
    heads = models.TextField()
    answer = models.BinaryField()

    def __str__(self) -> str:
        return str(self.at)
