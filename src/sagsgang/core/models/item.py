"""An item (punkt): the treatment of a case at one meeting, and what hangs below it."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.authority import Body
from sagsgang.core.models.case import Case
from sagsgang.core.models.meeting import Meeting
from sagsgang.core.models.people import Person
from sagsgang.core.models.series import Series
from sagsgang.core.states import ItemState
from sagsgang.paper.model import Access, ItemType, SectionKind

ACCESS = [(one.value, one.value) for one in Access]


class ItemSet(GuardedQuerySet["Item"]):
    """Items: the row that says where a case is, without its texts."""

    rule = staticmethod(access.items)


class Item(models.Model):
    """`public_title` is what the street may read. `review_step`: how many of the body's chain have approved.

    A closed item has a `basis` (the law that closes it), a `review_on` and, when decided, a `public_extract` or a
    `silence_reason`. `version` counts the changes of the item's own fields. `previous` is the treatment before.
    `minutes_of`: the earlier meeting whose minutes the item approves.
    `annual_budget`: the council reads it twice, three weeks apart. `proposed_by`: the member who asked for it, on
    `received_on`; "" where the administration brings it.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="items")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="items")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="items")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="items")
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in ItemState], default=ItemState.DRAFT)
    item_type = models.CharField(max_length=20, choices=[(t.value, t.value) for t in ItemType])
    public_title = models.CharField(max_length=300, blank=True)
    document_number = models.CharField(max_length=100, db_index=True)
    access = models.CharField(max_length=10, choices=ACCESS)
    basis = models.CharField(max_length=100, blank=True)
    review_on = models.DateField(null=True, blank=True)
    public_extract = models.TextField(blank=True)
    silence_reason = models.TextField(blank=True)
    number = models.PositiveIntegerField(null=True)
    position = models.PositiveIntegerField(default=0)
    supplement = models.BooleanField(default=False)
    together_with = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="taken_along"
    )
    withdrawn_reason = models.TextField(blank=True)
    review_step = models.PositiveSmallIntegerField(default=0)
    step = models.PositiveSmallIntegerField(default=0)
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="next")
    series = models.ForeignKey(
        Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="items", db_index=False
    )
    annual_budget = models.BooleanField(default=False)
    proposed_by = models.CharField(max_length=200, blank=True)
    received_on = models.DateField(null=True, blank=True)
    minutes_of = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="approvals")
    version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ItemSet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("state", "body")),
            models.Index(fields=("author", "state")),
            # Few are of a series: without this SQLite looks through all the others for those that are not.
            models.Index(fields=("series",), condition=models.Q(series__isnull=False), name="items_of_series"),
        )

    def __str__(self) -> str:
        return self.document_number


class TextSet(GuardedQuerySet["Section"]):
    """Sections."""

    rule = staticmethod(access.texts)


class Section(models.Model):
    """A text under a heading. The title of a closed item is a section too (kind `TITLE`): it may be secret.

    `unsent`: a remark to an agenda that is out already, which readers get with its next supplement.
    """

    TITLE = "title"
    KINDS = (*((kind.value, kind.value) for kind in SectionKind), (TITLE, TITLE))

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(max_length=20, choices=KINDS)
    heading = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    access = models.CharField(max_length=10, choices=ACCESS)
    basis = models.CharField(max_length=100, blank=True)
    position = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=0)
    remarked_on = models.DateField(null=True)
    unsent = models.BooleanField(default=False)

    objects = TextSet.as_manager()

    class Meta:
        ordering = ("position", "id")
        # The search asks which items hold something closed.
        indexes = (models.Index(fields=("access", "item"), name="closed_sections"),)

    def __str__(self) -> str:
        return f"{self.item_id}/{self.kind}"


class VersionSet(GuardedQuerySet["SectionVersion"]):
    """Earlier versions."""

    rule = staticmethod(access.versions)


class SectionVersion(models.Model):
    """What a section said until somebody wrote it anew."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = VersionSet.as_manager()

    class Meta:
        ordering = ("-version",)
        constraints = (models.UniqueConstraint(fields=("section", "version"), name="one_version_a_number"),)

    def __str__(self) -> str:
        return f"{self.section_id} {self.version}"


class ReasonSet(GuardedQuerySet["Reason"]):
    """Reasons of deeds with items."""

    rule = staticmethod(access.notes_of_staff)


class Reason(models.Model):
    """Why an item was given back, and why a closed one was stopped, skipped or resumed: `verb` says which.

    It may quote what is closed, so that neither the Journal nor the route holds it.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="reasons")
    verb = models.CharField(max_length=20)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()

    objects = ReasonSet.as_manager()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.item_id} {self.at}"


class AttachmentSet(GuardedQuerySet["Attachment"]):
    """Attachments."""

    rule = staticmethod(access.texts)


class Attachment(models.Model):
    """A file of an item (bilag). It lies in private storage under its checksum; `text` is what was read from it.

    `rendition` is the checksum of the same as PDF, "" while there is none; `no_rendition` says why none will be.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="attachments")
    title = models.CharField(max_length=300)
    document_number = models.CharField(max_length=100, db_index=True)
    file_name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=100)
    checksum = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField(null=True)
    text = models.TextField(blank=True)
    warnings = models.JSONField(default=list, blank=True)
    rendition = models.CharField(max_length=64, blank=True)
    rendition_size = models.PositiveBigIntegerField(default=0)
    no_rendition = models.CharField(max_length=300, blank=True)
    access = models.CharField(max_length=10, choices=ACCESS)
    basis = models.CharField(max_length=100, blank=True)
    position = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    added_at = models.DateTimeField()

    objects = AttachmentSet.as_manager()

    class Meta:
        ordering = ("position", "id")
        indexes = (models.Index(fields=("access", "item"), name="closed_attachments"),)

    def __str__(self) -> str:
        return f"{self.item_id}/{self.position}"


class FileVersionSet(GuardedQuerySet["FileVersion"]):
    """Files that were replaced."""

    rule = staticmethod(access.file_versions)


class FileVersion(models.Model):
    """The file that an attachment was until somebody replaced it; who did, and when."""

    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=100)
    checksum = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = FileVersionSet.as_manager()

    class Meta:
        ordering = ("-version",)
        constraints = (models.UniqueConstraint(fields=("attachment", "version"), name="one_file_a_version"),)

    def __str__(self) -> str:
        return f"{self.attachment_id} {self.version}"


class StepState(models.TextChoices):
    """What became of a step of the route."""

    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"
    STOPPED = "stopped"


class RouteStep(models.Model):
    """One body on the item's way (behandling), in order. The route is a plan: it may be stopped or a step skipped."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="route")
    position = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=StepState, default=StepState.PLANNED)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("item", "position"), name="one_body_a_step"),)

    def __str__(self) -> str:
        return f"{self.item_id}/{self.position}"
