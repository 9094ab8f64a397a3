"""What the public may read, and the seals that prove it. INVARIANT: nothing secret is ever stored here."""

from django.db import models

from sagsgang.archive import off_models  # noqa: F401 - through this module Django finds its two


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


class Entry(models.Model):
    """One item of the edition in force, laid out for lists, case threads and search. Can be rebuilt from it.

    `decision` is the text of the decisions of this meeting, `outcome` that of the last of them ("" when none is
    noted), `data` the item's JSON as in the sealed content.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="entries")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(max_length=20, choices=Audience)
    date = models.DateField()
    position = models.PositiveIntegerField()
    number = models.TextField()
    title = models.TextField()
    access = models.CharField(max_length=10)
    item_type = models.CharField(max_length=20)
    case_number = models.TextField()
    case_key = models.CharField(max_length=200)
    kle_number = models.TextField()
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


class Holding(models.Model):
    """That an edition's paper names a file: as long as one does, the file is kept. Can be rebuilt from the contents.

    `sha256` is in hex; the bytes lie outside the database, see `attached`.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="holdings")
    sha256 = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("edition", "sha256"), name="one_holding_a_file"),)

    def __str__(self) -> str:
        return f"{self.edition_id}/{self.sha256[:12]}"


class AttachedFile(models.Model):
    """The file of an open attachment of an entry: only of editions in force. Can be rebuilt from them.

    `position` counts all attachments of the item, from 1; `size` is in bytes; `modified_at` is when the file first
    was published at this meeting.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="files")
    audience = models.CharField(max_length=20, choices=Audience)
    position = models.PositiveIntegerField()
    title = models.TextField()
    sha256 = models.CharField(max_length=64)
    name = models.TextField()
    media_type = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField(null=True)
    modified_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "position"), name="one_file_an_attachment"),)
        indexes = (models.Index(fields=("audience", "sha256")),)

    def __str__(self) -> str:
        return f"{self.entry_id}/{self.position}"


class Reading(models.TextChoices):
    """How far the text of a file has come. Withheld: what looks like a personal number stands in it."""

    WAITING = "waiting"
    READ = "read"
    FAILED = "failed"
    WITHHELD = "withheld"


class FileText(models.Model):
    """The file of an open attachment as search reads it, once however many hold it; gone with the file itself.

    `name` is one that it goes by; `tries` counts readings that did not end. See `reading`.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    state = models.CharField(max_length=20, choices=Reading)
    tries = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(fields=("id",), condition=models.Q(state=Reading.WAITING), name="files_waiting_for_reading"),
        )

    def __str__(self) -> str:
        return self.sha256[:12]


class FilePage(models.Model):
    """The text of a page. `number` is 0 where the file has no pages; `terms` is the text as the index has it."""

    file = models.ForeignKey(FileText, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    text = models.TextField()
    terms = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("file", "number"), name="one_text_a_page"),)

    def __str__(self) -> str:
        return f"{self.file_id}/{self.number}"


class Promise(models.Model):
    """A commitment found in a published decision, and the entry with which the case came back, if it did, and when.

    `standing`: the case stands on the body's agenda by itself, so that no return of it is told; see `returns`.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="promises")
    audience = models.CharField(max_length=20, choices=Audience)
    case_key = models.CharField(max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()
    text = models.TextField()
    who = models.TextField()
    due_kind = models.CharField(max_length=20)
    due_from = models.DateField(null=True)
    due_to = models.DateField(null=True)
    came_back = models.ForeignKey(Entry, on_delete=models.SET_NULL, null=True, related_name="+")
    came_back_on = models.DateField(null=True)
    standing = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=("audience", "case_key", "said_on")),
            # With what their state is told from: a state that few are in is looked for in the index alone.
            models.Index(
                fields=("audience", "-said_on", "-id", "standing", "came_back_on", "due_to", "due_kind"),
                name="promises_by_state",
            ),
        )

    def __str__(self) -> str:
        return self.text


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
    Of what was taken away only names and times are kept. See `traces`.
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


class RenditionKind(models.TextChoices):
    """What can be asked for besides an edition's sealed PDF."""

    LARGE_14 = "large14"
    LARGE_18 = "large18"
    ITEM = "item"
    ATTACHED = "attached"
    WORD = "word"
    WORD_ITEM = "word_item"


class Rendition(models.Model):
    """A print that somebody asked for: it waits until `made_at`, and its file lies in a folder, see `renditions`.

    `item` is the number of the one item that is printed, "" for the whole paper. `used_at`: about when it was last
    fetched, so that it can be removed when nobody does; it can always be made again.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="renditions")
    kind = models.CharField(max_length=20, choices=RenditionKind)
    item = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    used_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    failed = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("edition", "kind", "item"), name="one_print_of_a_kind"),)
        indexes = (
            models.Index(fields=("id",), condition=models.Q(made_at=None, failed=False), name="prints_in_line"),
        )

    def __str__(self) -> str:
        return f"{self.edition_id} {self.kind} {self.item}"


class Stamp(models.Model):
    """A third party's word for when the chains ended as `heads` says: its answer by RFC 3161, as it came."""

    at = models.DateTimeField()
    heads = models.TextField()
    answer = models.BinaryField()

    def __str__(self) -> str:
        return str(self.at)
