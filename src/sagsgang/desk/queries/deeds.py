"""What was done, as the Journal tells it, in words for a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sagsgang.core.models import Journal

DEEDS: Mapping[str, str | Promise] = {
    "case.open": gettext_lazy("oprettede sagen"),
    "case.set_kle": gettext_lazy("satte emnet"),
    "case.add_alias": gettext_lazy("tilføjede et nummer"),
    "item.draft": gettext_lazy("begyndte en behandling"),
    "item.write": gettext_lazy("rettede i punktet"),
    "item.submit": gettext_lazy("sendte punktet til godkendelse"),
    "item.return": gettext_lazy("sendte punktet tilbage"),
    "item.pass_on": gettext_lazy("godkendte og sendte videre"),
    "item.approve": gettext_lazy("godkendte punktet"),
    "item.discard": gettext_lazy("kasserede udkastet"),
    "item.schedule": gettext_lazy("satte punktet på dagsordenen"),
    "item.unschedule": gettext_lazy("tog punktet af dagsordenen"),
    "item.withdraw": gettext_lazy("trak punktet af dagsordenen"),
    "item.attend": gettext_lazy("rettede fremmødet"),
    "item.minute": gettext_lazy("skrev beslutningen"),
    "item.decide": gettext_lazy("førte beslutningen til protokol"),
    "item.redecide": gettext_lazy("rettede beslutningen"),
    "item.remark": gettext_lazy("skrev en administrativ bemærkning"),
    "item.forward": gettext_lazy("sendte sagen videre"),
    "item.stop": gettext_lazy("stoppede sagen"),
    "item.resume": gettext_lazy("genoptog sagen"),
}


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
        who = row.by.name if row.by else _("Sagsgang")
        what = str(DEEDS.get(row.kind, row.kind))
        note = str(row.facts.get("note") or row.facts.get("reason") or "")
        last = deeds[-1] if deeds else None
        if last and (last.who, last.what, last.note) == (who, what, note):
            deeds[-1] = Deed(last.at, who, what, note, last.times + 1)
        else:
            deeds.append(Deed(row.at, who, what, note, 1))
    return tuple(deeds)
