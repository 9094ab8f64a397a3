"""What was done, as the Journal tells it, in words for a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from sagsgang.core.models import Journal
from sagsgang.desk.deeds import words


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of the Journal: who did what and when; `times` when the same was done again and again; `note`."""

    at: datetime
    who: str
    what: str
    note: str
    times: int


def told(rows: Iterable[Journal]) -> tuple[Deed, ...]:
    """The rows in words, the newest first; the same deed of the same person in a row is told once."""
    deeds: list[Deed] = []
    for row in rows:
        who = row.by.name if row.by else _("Systemet")
        what = str(words(row.kind, row.facts))
        note = str(row.facts.get("note") or row.facts.get("reason") or "")
        last = deeds[-1] if deeds else None
        if last and (last.who, last.what, last.note) == (who, what, note):
            deeds[-1] = Deed(last.at, who, what, note, last.times + 1)
        else:
            deeds.append(Deed(row.at, who, what, note, 1))
    return tuple(deeds)
