"""The files of open attachments, what they say, and the prints that people asked for."""

from django.db import models

from sagsgang.archive.models.editions import Audience, Edition
from sagsgang.archive.models.laid_out import Entry


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


class RenditionKind(models.TextChoices):
    """What can be asked for besides an edition's sealed PDF."""

    LARGE_14 = "large14"
    LARGE_18 = "large18"
    ITEM = "item"
    ATTACHED = "attached"
    WORD = "word"
    WORD_ITEM = "word_item"


# Large print by its size in points: as the blind's associations recommend it, and for weaker eyes.
LARGE_PRINTS = {14: RenditionKind.LARGE_14, 18: RenditionKind.LARGE_18}


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
