"""Private notes of a member on an item: nobody else can read them in any page, the administrator neither."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.item import Item
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
