"""Private notes and highlights of a member: nobody else reads them in any page, the administrator neither."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.item import Item, Section
from sagsgang.core.models.people import Person


class NoteSet(GuardedQuerySet["Note"]):
    """Notes."""

    rule = staticmethod(access.notes)


class Note(models.Model):
    """What one person noted at one item."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="notes")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField()
    at = models.DateTimeField()

    objects = NoteSet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("item", "person"), name="one_note_a_person"),)

    def __str__(self) -> str:
        return str(self.item_id)


class HighlightSet(GuardedQuerySet["Highlight"]):
    """Highlights."""

    rule = staticmethod(access.notes)


class Highlight(models.Model):
    """A passage that one person marked: the words themselves, and the sign of the section's text they began at.

    The words are kept, so that the person sees what they marked when the text has become another one.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="highlights")
    section = models.ForeignKey(Section, on_delete=models.SET_NULL, null=True, related_name="highlights")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="highlights")
    quote = models.TextField()
    place = models.PositiveIntegerField()
    at = models.DateTimeField()

    objects = HighlightSet.as_manager()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.item_id)
