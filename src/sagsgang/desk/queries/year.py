"""A year's meetings before they are made: each day that the rule gives, what falls on it, and where it is moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sagsgang.core.models import Body, Meeting
from sagsgang.core.rules.recurrence import closed_for, days
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.forms.year import YearForm

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A day of the rule. `typed`: the other day as it was typed; `wrong`: why that cannot be used.

    `day`: when the meeting is, None for none; `holiday`: what falls on that day; `taken`: it has one already.
    """

    given: date
    day: date | None
    typed: str
    dropped: bool
    wrong: str
    holiday: str
    taken: bool
    twice: bool

    @property
    def meets(self) -> bool:
        """Whether a meeting is made of it."""
        return self.day is not None and not (self.wrong or self.holiday or self.taken or self.twice)

    @property
    def weekend(self) -> bool:
        """Whether the meeting falls on a Saturday or Sunday."""
        return self.meets and self.day is not None and self.day.weekday() >= _SATURDAY


@dataclass(frozen=True, slots=True)
class Year:
    """`rows` None: nothing has been looked at yet."""

    form: YearForm
    rows: tuple[Row, ...] | None

    @property
    def count(self) -> int:
        """How many meetings are made."""
        return sum(row.meets for row in self.rows or ())

    @property
    def wrong(self) -> bool:
        """Whether a day was moved to something that is no day of the year."""
        return any(row.wrong for row in self.rows or ())

    @property
    def moved(self) -> dict[date, date | None]:
        """The days that are taken instead of those of the rule."""
        return {row.given: row.day for row in self.rows or () if row.day != row.given}


def led_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The bodies that the viewer is a secretary of, for a form."""
    rows = Body.objects.filter(id__in=viewer.bodies(Role.SECRETARY), active=True)
    return [(str(pk), name) for pk, name in rows.values_list("id", "name")]


def rows(viewer: Viewer, form: YearForm, typed: Mapping[date, str], dropped: frozenset[date]) -> tuple[Row, ...]:
    """The days of a valid form; `typed` and `dropped` are what was said of single days. One query."""
    year = form.cleaned_data["year"]
    held = Meeting.objects.visible_to(viewer).filter(body=int(form.cleaned_data["body"]), date__year=year)
    taken = set(held.values_list("date", flat=True))
    found: list[Row] = []
    for one in days(form.rule({}), year):
        met = {row.day for row in found if row.meets}
        found.append(_row(one.date, typed.get(one.date, ""), one.date in dropped, taken, met))
    return tuple(found)


def _row(given: date, typed: str, dropped: bool, taken: set[date], met: set[date | None]) -> Row:
    day, wrong = (None, "") if dropped else _moved(given, typed)
    return Row(
        given=given,
        day=day,
        typed=typed,
        dropped=dropped,
        wrong=wrong,
        holiday=closed_for(day) if day else "",
        taken=day in taken,
        twice=day in met,
    )


def _moved(given: date, typed: str) -> tuple[date, str]:
    if not typed.strip():
        return given, ""
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        return given, _("Datoen kan ikke læses. Vælg den i kalenderen.")
    return (day, "") if day.year == given.year else (given, _("Vælg en dag i %(year)d.") % {"year": given.year})
