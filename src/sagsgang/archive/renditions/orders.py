"""Asking for a print: it is there, or it waits in line. Who asks for the same gets the same."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import OperationalError
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from sagsgang.archive.models import Edition, Rendition, RenditionKind

# A round of these takes the worker some minutes. Who asks for one more is told to come back.
MOST_WAITING = 1_000
_USED_ANEW = timedelta(hours=12)


class TooMany(Exception):  # noqa: N818 - it reads as what it is
    """So many prints wait that no more are taken in; ask again later."""


@dataclass(frozen=True, slots=True)
class Order:
    """The file, or None when it is still to be made: then `ahead` prints are made before it, unless it `failed`."""

    file: Path | None
    number: int
    ahead: int = 0
    failed: bool = False


def ask(edition: Edition, kind: RenditionKind, item: str = "") -> Order:
    """The print of `edition`; put in line when there is none yet. `item` is its number, or "-3" for the third.

    Raises TooMany.
    """
    row = Rendition.objects.filter(edition=edition, kind=kind, item=item).first() or _ordered(edition, kind, item)
    if row.failed:
        return Order(None, row.pk, failed=True)
    file = rendition_file(row.pk)
    if row.made_at and file.is_file():
        _note_use(row)
        return Order(file, row.pk)
    if row.made_at:
        Rendition.objects.filter(pk=row.pk).update(made_at=None)
    return Order(None, row.pk, ahead=_ahead(row))


def in_line() -> QuerySet[Rendition]:
    """The prints to be made, in order: those with attachments, which take long, after the others."""
    slow = Case(When(kind=RenditionKind.ATTACHED, then=Value(1)), default=Value(0), output_field=IntegerField())
    return Rendition.objects.filter(made_at=None, failed=False).annotate(slow=slow).order_by("slow", "pk")


def rendition_file(number: int) -> Path:
    """Where the print of that row lies, once it is made."""
    return Path(settings.FILES) / "renditions" / str(number)


def forget(edition: Edition) -> list[Path]:
    """Take the rows of the edition's prints away; gives the files, for the caller to remove."""
    rows = Rendition.objects.filter(edition=edition)
    files = [rendition_file(number) for number in rows.values_list("pk", flat=True)]
    rows.delete()
    return files


def _ordered(edition: Edition, kind: RenditionKind, item: str) -> Rendition:
    if Rendition.objects.filter(made_at=None, failed=False).count() >= MOST_WAITING:
        raise TooMany
    now = timezone.now()
    try:
        row, _ = Rendition.objects.get_or_create(
            edition=edition, kind=kind, item=item, defaults={"asked_at": now, "used_at": now}
        )
    except OperationalError as error:  # SQLite: somebody writes for longer than one waits
        raise TooMany from error
    return row


def _ahead(row: Rendition) -> int:
    if row.kind == RenditionKind.ATTACHED:
        before = Q(pk__lt=row.pk) | ~Q(kind=RenditionKind.ATTACHED)
    else:
        before = Q(pk__lt=row.pk) & ~Q(kind=RenditionKind.ATTACHED)
    return Rendition.objects.filter(before, made_at=None, failed=False).count()


def _note_use(row: Rendition) -> None:
    """Once in a while is enough: a print that is used stays."""
    now = timezone.now()
    if row.used_at < now - _USED_ANEW:
        Rendition.objects.filter(pk=row.pk).update(used_at=now)
