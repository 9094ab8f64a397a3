"""Private notes and highlights: what somebody wrote and marked for themselves at an item.

The only writes without a Journal row: nobody else may know even that there are any.
"""

from django.db import transaction
from django.utils import timezone

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.models import Highlight, Item, Note, Section
from sagsgang.core.passages import Span, as_read, find, signs
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer

SHORTEST, LONGEST = 2, 10_000  # signs of a passage
MOST = 200  # passages that one person marks in one item


def note(by: Viewer, item: Item, text: str) -> None:
    """Keep the text as one's own note at the item, in place of the earlier one; an empty text takes it away.

    Raises NotYours.
    """
    _must_be_seen(by, item)
    own = Note.objects.visible_to(by)
    with transaction.atomic():
        if text.strip():
            own.update_or_create(
                item=item, person_id=by.person, defaults={"text": wording.text(text), "at": timezone.now()}
            )
        else:
            own.filter(item=item).delete()


def highlight(by: Viewer, item: Item, quote: str, *, section: int | None = None, near: int = 0) -> Highlight:
    """Mark the passage for oneself: in the section of that id, else in the first that holds it.

    `near`: how many signs come before it, without white space, where it stands there more than once. Raises NotYours,
    and Refused when the words are not in the item's texts.
    """
    _must_be_seen(by, item)
    words = wording.text(quote).strip()
    if not SHORTEST <= len(signs(words)) <= LONGEST:
        raise Refused("Markér mindst et ord, og højst nogle få sider.")
    held, span = _standing(by, item, words, section, near)
    own = Highlight.objects.visible_to(by).filter(item=item)
    with transaction.atomic():
        for one in own.filter(section=held, place=span.start):
            if signs(one.quote) == signs(words):
                return one
        if own.count() >= MOST:
            raise Refused("Der er for mange fremhævninger i punktet. Fjern nogle først.")
        return Highlight.objects.create(
            item=item, section=held, person_id=by.person, quote=words, place=span.start, at=timezone.now()
        )


def take_off(by: Viewer, mark: Highlight) -> None:
    """Take one's own mark away. Raises NotYours."""
    if not Highlight.objects.visible_to(by).filter(pk=mark.pk).delete()[0]:
        raise NotYours("Det har du ikke rettighed til.")


def _must_be_seen(by: Viewer, item: Item) -> None:
    if not Item.objects.visible_to(by).filter(pk=item.pk).exists():
        raise NotYours("Det har du ikke rettighed til.")


def _standing(by: Viewer, item: Item, words: str, section: int | None, near: int) -> tuple[Section, Span]:
    """The section that the words stand in, of those one may read, and where."""
    sections = Section.objects.visible_to(by).filter(item=item).exclude(kind=Section.TITLE)
    for one in sections.filter(pk=section) if section else sections:
        span = find(as_read(one.text), words, near)
        if span:
            return one, span
    raise Refused("Ordene står ikke i punktets tekst. Markér eller kopiér dem, præcis som de står.")
