"""The form of a year's meetings: the nth weekday of each month, with exceptions for single months and days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.core.rules.recurrence import Rule

# Which weekdays of a month: the nth ones, -1 for the last.
WHICHES = (
    ("1", _("Den første i måneden")),
    ("2", _("Den anden i måneden")),
    ("3", _("Den tredje i måneden")),
    ("4", _("Den fjerde i måneden")),
    ("-1", _("Den sidste i måneden")),
    ("1,3", _("Den første og tredje")),
    ("2,4", _("Den anden og fjerde")),
    ("1,2,3,4,5", _("Hver uge")),
)
_NONE, _JULY = "none", 7
_OF_A_MONTH = (("", _("Som reglen")), (_NONE, _("Intet møde")), *WHICHES)


class YearForm(forms.Form):
    """The rule; `month_1` to `month_12` say otherwise for a month."""

    body = forms.ChoiceField(label=pgettext_lazy("et udvalg", "Udvalg"))
    which = forms.ChoiceField(label=_("Hvornår"), choices=WHICHES)
    weekday = forms.ChoiceField(label=_("Ugedag"), choices=[(str(day), name) for day, name in WEEKDAYS.items()])
    start = forms.TimeField(
        label=_("Klokken"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Tom: udvalgets sædvanlige tid"),
    )

    def __init__(self, bodies: Sequence[tuple[str, str]], today: date, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"year": today.year + 1, f"month_{_JULY}": _NONE, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["body"] = forms.ChoiceField(label=pgettext_lazy("et udvalg", "Udvalg"), choices=bodies)
        self.fields["year"] = forms.IntegerField(label=_("År"), min_value=today.year, max_value=today.year + 5)
        for month, name in MONTHS.items():
            self.fields[f"month_{month}"] = forms.ChoiceField(label=name, choices=_OF_A_MONTH, required=False)

    @property
    def rule_fields(self) -> Iterable[forms.BoundField]:
        """What is asked of the whole year."""
        return (self[name] for name in ("body", "year", "which", "weekday", "start"))

    @property
    def month_fields(self) -> Iterable[forms.BoundField]:
        """What is asked of each month."""
        return (self[f"month_{month}"] for month in MONTHS)

    @property
    def any_month(self) -> bool:
        """Whether a month was said to differ, July apart, which is free at first."""
        return any(field.value() for field in self.month_fields if field.name != f"month_{_JULY}")

    def rule(self, moved: Mapping[date, date | None]) -> Rule:
        """The rule that a valid form says, with single days moved."""
        said = self.cleaned_data
        months = {month: said[f"month_{month}"] for month in MONTHS if said[f"month_{month}"]}
        return Rule(
            weekday=int(said["weekday"]),
            nth=_nth(said["which"]),
            without=frozenset(month for month, which in months.items() if which == _NONE),
            in_month={month: _nth(which) for month, which in months.items() if which != _NONE},
            moved=moved,
        )


def _nth(which: str) -> tuple[int, ...]:
    return tuple(int(one) for one in which.split(","))
