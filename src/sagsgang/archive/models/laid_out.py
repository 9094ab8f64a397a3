"""Rows of the editions in force, for lists, threads and search: all can be made again from the editions."""

from django.db import models

from sagsgang.archive.models.editions import Audience, Body, Meeting


class Entry(models.Model):
    """One item of the edition in force, laid out for lists, case threads and search. Can be rebuilt from it.

    `decision` is the text of the decisions of this meeting, `outcome` that of the last of them ("" when none is
    noted, "withdrawn" when the item was taken off the agenda), `data` the item's JSON as in the sealed content.
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
