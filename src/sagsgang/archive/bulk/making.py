"""Makes the bulk files beside the older ones, and brings them in place when they are whole and still true."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Max
from django.utils import timezone

from sagsgang.archive.bulk import places
from sagsgang.archive.bulk.lines import state, write_lines
from sagsgang.archive.models import Audience, RecordKind, Seal, Withdrawal
from sagsgang.archive.writing import writing

_BEGINNING = "unfinished-"


def is_due() -> bool:
    """Whether the files are missing, or older than the newest paper and than an hour (SAGSGANG_BULK_MINUTES)."""
    last = places.made()
    if last is None or len(places.bulk_files()) < len(places.NAMES):
        return True
    rested = timezone.now() - last.at >= timedelta(minutes=settings.BULK_MINUTES)
    return rested and state() != last.state


def make(tabulate: Callable[[Path], None]) -> bool:
    """Make the files; `tabulate` writes the tables. False, and nothing changed, when something went meanwhile.

    What `tabulate` raises goes on, and leaves nothing behind.
    """
    places.folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    sweep()
    there = Path(tempfile.mkdtemp(prefix=_BEGINNING, dir=places.folder()))
    try:
        gone, before, began = _gone(), state(), timezone.now()
        papers = write_lines(there / places.LINES)
        tabulate(there)
        places.note(there, places.Made(before, papers, began))
        with writing():
            if _gone() != gone:
                return False
            places.bring(there)
    finally:
        shutil.rmtree(there)
    return True


def sweep() -> None:
    """Remove what a killed worker left half made."""
    for left in places.folder().glob(f"{_BEGINNING}*"):
        shutil.rmtree(left, ignore_errors=True)


def _gone() -> tuple[int, int]:
    """Changes when something is taken off the street, for good or not."""
    seals = Seal.objects.filter(audience=Audience.STREET, kind=RecordKind.ERASURE)
    return seals.count(), Withdrawal.objects.aggregate(last=Max("pk"))["last"] or 0
