"""Forms for those who administer: bodies, people, roles, seats, units. Their choices are handed in."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.core.models import BodyKind, LeaderLevel, Numbering
from sagsgang.core.models.authority import Weekday
from sagsgang.desk.words import AUDIENCES
from sagsgang.paper.model import Access

Choices = Sequence[tuple[str, Any]]
_DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_TIME = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
_ACCESS = ((Access.CLOSED.value, _("Lukket, til nogen åbner dem")), (Access.OPEN.value, _("Åbne")))
_LONGEST = 20_000


class BodyForm(forms.Form):
    """A body's particulars."""

    name = forms.CharField(
        label=_("Navn"), max_length=200, help_text=_("I bestemt form, som det står i papirerne: Økonomiudvalget.")
    )
    abbreviation = forms.CharField(label=_("Forkortelse"), max_length=20, required=False)
    kind = forms.ChoiceField(
        label=_("Hvad det er"),
        choices=BodyKind.choices,
        help_text=_("Kommunalbestyrelsen og udvalg følger styrelsesloven; de andre følger deres egen beslutning."),
    )
    audience = forms.ChoiceField(label=_("Hvem læser de åbne dele"), choices=list(AUDIENCES.items()))
    new_items = forms.ChoiceField(
        label=_("Nye punkter begynder som"),
        choices=_ACCESS,
        help_text=_("Lukket er det sikre: intet bliver åbent ved en fejl."),
    )
    policy = forms.CharField(
        label=_("Beslutningen om offentlighed"),
        max_length=_LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Hvilken beslutning siger, hvad der offentliggøres? Skal med, når det ikke følger af loven."),
    )
    numbering = forms.ChoiceField(label=_("Punkterne nummereres"), choices=Numbering.choices)
    notice_days = forms.IntegerField(
        label=_("Hele hverdage mellem udsendelse og møde"),
        required=False,
        min_value=0,
        max_value=30,
        help_text=_("Styrelseslovens § 8 siger fire for kommunalbestyrelsen. Tomt: ingen frist."),
    )
    approve_weekday = forms.ChoiceField(
        label=_("Punkterne skal være godkendt ugen før mødet"),
        choices=Weekday.choices,
        initial=Weekday.MONDAY,
        required=False,
    )
    approve_time = forms.TimeField(
        label=_("Klokken"),
        required=False,
        initial=time(12),
        widget=_TIME,
        help_text=_("Det er fristen på uret ved hvert punkt, der skal godkendes. Tomt: klokken 12."),
    )
    place = forms.CharField(label=_("Fast mødested"), max_length=200, required=False)
    start = forms.TimeField(label=_("Fast mødetid"), required=False, widget=_TIME)
    active = forms.BooleanField(label=_("I brug"), required=False, initial=True)

    def clean_approve_weekday(self) -> int:
        """Monday where nothing was said."""
        return int(self.cleaned_data["approve_weekday"] or Weekday.MONDAY)

    def clean_approve_time(self) -> time:
        """Noon where nothing was said."""
        chosen: time | None = self.cleaned_data["approve_time"]
        return chosen or time(12)


class StepForm(forms.Form):
    """One more approval in the chain."""

    title = forms.CharField(label=_("Hvem godkender"), max_length=100)


class PersonForm(forms.Form):
    """A person's particulars."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    title = forms.CharField(label=_("Titel"), max_length=200, required=False)
    initials = forms.CharField(label=_("Initialer"), max_length=20, required=False)
    email = forms.EmailField(label=_("Mail"), required=False)
    unit = forms.ChoiceField(label=_("Enhed"), required=False)
    level = forms.TypedChoiceField(
        label=_("Lederniveau"),
        choices=[("", "–"), *LeaderLevel.choices],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Kun for ledere: direktører, deres chefer og chefernes ledere."),
    )
    administers = forms.BooleanField(
        label=_("Administrerer"),
        required=False,
        help_text=_("Må oprette udvalg og personer. Det åbner ingen sager."),
    )
    active = forms.BooleanField(label=_("Arbejder her"), required=False, initial=True)

    def __init__(self, units: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "unit", [("", "–"), *units])


class GrantForm(forms.Form):
    """A role on a body. A role is written `author`, or `approver:STEP` with the step's id."""

    role = forms.ChoiceField(label=_("Rolle"))

    def __init__(self, roles: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "role", roles)


class SeatForm(forms.Form):
    """A seat on a body."""

    body = forms.ChoiceField(label=pgettext_lazy("et udvalg", "Udvalg"))
    since = forms.DateField(label=_("Fra og med"), widget=_DATE)
    until = forms.DateField(label=_("Til og med"), required=False, widget=_DATE)
    substitute = forms.BooleanField(label=_("Stedfortræder"), required=False)
    chairs = forms.BooleanField(
        label=_("Formand"),
        required=False,
        help_text=_("Kommunalbestyrelsens formand er borgmesteren, som får alle udvalgs dagsordener og referater."),
    )

    def __init__(self, bodies: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "body", bodies)


class UntilForm(forms.Form):
    """The last day of something."""

    until = forms.DateField(label=_("Sidste dag"), widget=_DATE)


class UnitForm(forms.Form):
    """A part of the administration."""

    name = forms.CharField(label=_("Enhedens navn"), max_length=200)
    parent = forms.ChoiceField(label=_("Hører under"), required=False)
    since = forms.DateField(label=_("Fra og med"), widget=_DATE)

    def __init__(self, units: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "parent", [("", "–"), *units])


def _choose(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)
