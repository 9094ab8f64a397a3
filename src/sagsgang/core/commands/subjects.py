"""The list of subjects (KLE), loaded from the file that a municipality has the right to."""

from dataclasses import dataclass

from django.utils import timezone

from sagsgang.core.act import Refused, begin
from sagsgang.core.models import KleEntry
from sagsgang.core.rules import wording
from sagsgang.core.rules.kle_lists import NotAList, Subject, read, stems
from sagsgang.core.viewer import Viewer

NOT_A_LIST = "Filen er ikke en KLE-liste. Brug OS2KLE.txt eller KL's XML (KLE-Emneplan)."
TOO_FEW = "Filen har langt færre emner end den liste, der er indlæst. Se efter, om den er hel."
_TITLE_LENGTH, _EDITION_LENGTH = 300, 60


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many subjects are in force now, and how many of those that were are retired since."""

    in_force: int
    retired: int


def load_kle(by: Viewer, data: bytes, *, edition: str) -> Loaded:
    """Load an edition of the list: subjects that it leaves out are retired from today, and stay for old cases.

    Raises Refused when the file is no such list, or would retire more than half of what is in force.
    """
    name = wording.line(edition)[:_EDITION_LENGTH]
    if not name:
        raise Refused("Skriv, hvilken udgave det er, fx »februar 2026«.")
    with begin(by, "kle.load", None, None) as row:
        subjects = _read(data)
        before = set(KleEntry.objects.filter(retired_on=None).values_list("number", flat=True))
        now = {one.number for one in subjects if one.retired_on is None}
        if len(before & now) * 2 < len(before):
            raise Refused(TOO_FEW)
        _write(subjects, name)
        left = KleEntry.objects.filter(retired_on=None).exclude(number__in=now)
        left.update(retired_on=timezone.localdate())
        loaded = Loaded(len(now), len(before - now))
        row.facts = {"edition": name, "in_force": loaded.in_force, "retired": loaded.retired}
    return loaded


def _read(data: bytes) -> tuple[Subject, ...]:
    try:
        return read(data)
    except NotAList as error:
        raise Refused(NOT_A_LIST) from error


def _write(subjects: tuple[Subject, ...], edition: str) -> None:
    KleEntry.objects.bulk_create(
        (
            KleEntry(
                number=one.number,
                title=one.title[:_TITLE_LENGTH],
                keywords=" ".join(sorted(stems(f"{one.title} {one.words}"))),
                retired_on=one.retired_on,
                edition=edition,
            )
            for one in subjects
        ),
        batch_size=500,
        update_conflicts=True,
        unique_fields=["number"],
        update_fields=["title", "keywords", "retired_on", "edition"],
    )
