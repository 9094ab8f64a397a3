"""The menu of the desk: what each role has use for."""

from dataclasses import dataclass
from typing import Protocol

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.core.viewer import Viewer
from sagsgang.desk.remembered import in_each_language

# Pages that belong below an entry of the menu, by the name of their address.
_BELOW = {
    "case": "cases",
    "new-case": "cases",
    "item": "cases",
    "item-conflicts": "cases",
    "section-history": "cases",
    "item-route": "cases",
    "new-item": "cases",
    "attachment": "cases",
    "attachment-pdf": "cases",
    "meeting": "meetings",
    "gate": "meetings",
    "preview": "meetings",
    "live": "meetings",
    "series": "meetings",
    "plan-year": "meetings",
    "minutes": "meetings",
    "read": "my-meetings",
    "follow": "my-meetings",
    "taken": "my-meetings",
    "calendar": "my-meetings",
    "body": "bodies",
    "people": "bodies",
    "person": "bodies",
    "roster": "bodies",
    "numbers": "bodies",
    "subjects": "bodies",
    "followup": "followups",
    "channel": "bodies",
    "doubt": "import-doubts",
}


class Around(Protocol):
    """What the menu must know of the page: who looks, as what, and where."""

    @property
    def viewer(self) -> Viewer: ...
    @property
    def secretary(self) -> bool: ...
    @property
    def member(self) -> bool: ...
    @property
    def section(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its address, its name, and whether this page is below it."""

    address: str
    label: str | Promise
    here: bool


def entries(frame: Around) -> tuple[Entry, ...]:
    """The entries for this person; an address that does not exist is left out."""
    works = bool(frame.viewer.roles)
    wanted = (
        ("front", _("Mit bord"), True),
        ("search", _("Søg"), works or frame.member),
        ("cases", _("Sager"), works),
        ("queue", _("Til godkendelse"), works),
        ("meetings", _("Møder"), frame.secretary),
        ("my-meetings", _("Mine møder"), frame.member),
        ("followups", _("Opfølgning"), works or frame.member),
        ("pipeline", _("Hvor er sagen?"), works),
        ("bodies", _("Udvalg og personer"), frame.viewer.administers),
        ("journal", _("Journal"), works or frame.viewer.administers),
        ("import-doubts", _("Indlæsning"), frame.secretary),
    )
    section = _BELOW.get(frame.section, frame.section)
    return tuple(
        Entry(address, label, name == section)
        for name, label, shown in wanted
        if shown and (address := address_of(f"desk:{name}"))
    )


@in_each_language
def address_of(name: str, *args: object) -> str:
    """The address of that name, "" when there is none: rooms are built one by one."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
