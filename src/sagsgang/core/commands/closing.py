"""What the street may not read, and why: items, sections, and opening them again."""

from datetime import date, timedelta

from django.db.models import F
from django.utils import timezone

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.agenda import place_anew
from sagsgang.core.commands.sections import write_section
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Item, Section
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access

WHY = "the corridor has let the person write here"
TITLE_HEADING = "Titel i den lukkede udgave"
# How long what nobody chose a day for stays closed before somebody looks at it again.
LOOKED_AT_AFTER = timedelta(days=365)


def close_item(by: Viewer, item: Item, *, basis: str, review_on: date | None, secret_title: str = "") -> None:
    """Close the item by a basis in law, until somebody looks at it again on a day to come.

    `secret_title` is kept as a section that only the inside reads; the public title stays for the street. On an
    agenda it takes its place anew, alone: listeners leave before what is closed.
    """
    known_basis(basis)
    if review_on is None or review_on <= timezone.localdate():
        raise Refused("Vælg en dag, der kommer, hvor det ses efter, om punktet stadig skal være lukket.")
    title = wording.line(secret_title)
    if len(title) > wording.TITLE_LENGTH:
        raise Refused(f"Titlen er for lang. Den må højst have {wording.TITLE_LENGTH} tegn.")
    with act(by, "write", item, what="close", basis=basis, review_on=review_on.isoformat()):
        _set(item, Access.CLOSED, basis, review_on)
        if title:
            _keep_title(by, item, title)


def open_item(by: Viewer, item: Item) -> None:
    """Open the item and the sections that were closed with it only; attachments are opened one by one, on purpose."""
    with act(by, "write", item, what="open"):
        _set(item, Access.OPEN, "", None)
        alone = Section.objects.unguarded(WHY).filter(item=item, basis="").exclude(kind=Section.TITLE)
        alone.update(access=Access.OPEN)


def close_section(by: Viewer, section: Section, basis: str) -> None:
    """Close one section by a basis in law. The recommendation's points are closed with it."""
    known_basis(basis)
    with act(by, "write", section.item, what="close", section=section.pk, basis=basis):
        Section.objects.unguarded(WHY).filter(pk=section.pk).update(access=Access.CLOSED, basis=basis)
    section.access, section.basis = Access.CLOSED, basis


def open_section(by: Viewer, section: Section) -> None:
    """Open one section; the title of the closed edition never is."""
    if section.kind == Section.TITLE:
        raise Refused("Titlen i den lukkede udgave kan ikke åbnes. Skriv den offentlige titel i stedet.")
    with act(by, "write", section.item, what="open", section=section.pk):
        Section.objects.unguarded(WHY).filter(pk=section.pk).update(access=Access.OPEN, basis="")
    section.access, section.basis = Access.OPEN, ""


def known_basis(basis: str) -> None:
    """Raises Refused unless the basis is one of those that a clerk may pick."""
    if basis not in LEGAL_BASES:
        raise Refused("Vælg en hjemmel fra listen.")


def _set(item: Item, access: Access, basis: str, review_on: date | None) -> None:
    row = Item.objects.unguarded(WHY).filter(pk=item.pk)
    row.update(access=access, basis=basis, review_on=review_on, version=F("version") + 1)
    before = item.access
    item.access, item.basis, item.review_on, item.version = access, basis, review_on, item.version + 1
    if access != before:
        place_anew(item)


def _keep_title(by: Viewer, item: Item, title: str) -> None:
    found, _ = Section.objects.unguarded(WHY).get_or_create(
        item=item,
        kind=Section.TITLE,
        defaults={"heading": TITLE_HEADING, "access": Access.CLOSED, "position": 0},
    )
    write_section(by, found, title, found.version)
