"""Private notes: what somebody wrote for themselves at an item."""

from django.db import transaction
from django.utils import timezone

from sagsgang.core.act import NotYours
from sagsgang.core.models import Item, Note
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer


def note(by: Viewer, item: Item, text: str) -> None:
    """Keep the text as one's own note at the item, in place of the earlier one; an empty text takes it away.

    The one write without a Journal row: nobody else may know even that there is a note. Raises NotYours.
    """
    if not Item.objects.visible_to(by).filter(pk=item.pk).exists():
        raise NotYours("Det har du ikke rettighed til.")
    own = Note.objects.visible_to(by)
    with transaction.atomic():
        if text.strip():
            own.update_or_create(
                item=item, person_id=by.person, defaults={"text": wording.text(text), "at": timezone.now()}
            )
        else:
            own.filter(item=item).delete()
