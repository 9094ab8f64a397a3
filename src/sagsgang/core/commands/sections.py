"""The texts of an item: written, added, kept in every version."""

from django.db.models import F, Max
from django.utils import timezone

from sagsgang.core.act import Conflict, Refused, act, allowed
from sagsgang.core.headings import heading_of
from sagsgang.core.models import Item, Section, SectionVersion
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access, SectionKind

WHY = "the corridor has let the person write here"
NOTHING = "Ingen."


def write_section(by: Viewer, section: Section, text: str, version: int) -> Section:
    """Keep what was written, and what stood there before as a version of the section.

    `version` is the one that the writer began from; raises Conflict when somebody wrote since.
    """
    written = wording.text(text)
    rows = Section.objects.unguarded(WHY).select_related("item__body", "item__case", "item__meeting")
    current = rows.get(pk=section.pk)
    if written == current.text:
        allowed(by, "write", current.item)
        return current
    with act(by, "write", current.item, what="section", section=section.pk, version=version + 1):
        if current.remarked_on:
            raise Refused("En administrativ bemærkning ændres ikke. Skriv en ny.")
        same = Section.objects.unguarded(WHY).filter(pk=section.pk, version=version)
        if not same.update(text=written, version=F("version") + 1):
            raise Conflict(Section.objects.unguarded(WHY).get(pk=section.pk).text)
        SectionVersion.objects.create(
            section=current, version=version, text=current.text, by_id=by.person, at=timezone.now()
        )
    current.text, current.version = written, version + 1
    return current


def add_section(by: Viewer, item: Item, heading: str) -> Section:
    """Add a section of the writer's own naming at the end, as open as the item is."""
    name = wording.line(heading)
    if not name or len(name) > wording.NAME_LENGTH:
        raise Refused(f"Skriv en overskrift på højst {wording.NAME_LENGTH} tegn.")
    with act(by, "write", item, what="heading"):
        return _add(item, SectionKind.OTHER, name)


def no_finances(by: Viewer, item: Item) -> Section:
    """Say in one go that the item has no financial consequences; raises Refused when it says otherwise already."""
    found = Section.objects.unguarded(WHY).filter(item=item, kind=SectionKind.FINANCES).first()
    if found is None:
        with act(by, "write", item, what="heading"):
            found = section_of(item, SectionKind.FINANCES)
    if found.text.strip() not in {"", NOTHING}:
        raise Refused("Der står allerede noget om økonomien. Slet det først, hvis det ikke passer.")
    return write_section(by, found, NOTHING, found.version)


def section_of(item: Item, kind: SectionKind) -> Section:
    """The item's section of the kind; it is added when the item has none."""
    found = Section.objects.unguarded(WHY).filter(item=item, kind=kind).first()
    return found or _add(item, kind, heading_of(kind))


def _add(item: Item, kind: SectionKind, heading: str) -> Section:
    last = Section.objects.unguarded(WHY).filter(item=item).aggregate(last=Max("position"))["last"] or 0
    return Section.objects.create(
        item=item, kind=kind, heading=heading, access=Access(item.access), position=last + 1
    )
