"""Forms of a body's standing items."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.core.headings import ITEM_TYPES, LEGAL_BASES
from sagsgang.core.models.series import Openness, Rule

_DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_LONGEST = 20_000


class SeriesForm(forms.Form):
    """A standing item. Without a case number it gets a case of its own."""

    title = forms.CharField(label=_("Titel"), max_length=300)
    item_type = forms.ChoiceField(
        label=_("Sagstype"), choices=[(one.value, _(name)) for one, name in ITEM_TYPES.items()]
    )
    rule = forms.ChoiceField(label=_("Plads på dagsordenen"), choices=Rule.choices)
    access = forms.ChoiceField(
        label=_("Offentlighed"),
        choices=[("", _("Vælg")), *Openness.choices],
        help_text=_("Gælder hvert punkt, når det sættes på en dagsorden."),
    )
    basis = forms.ChoiceField(
        label=_("Hjemmel"),
        choices=[("", "–"), *((one, one) for one in LEGAL_BASES)],
        required=False,
        help_text=_("Kun når punktet er lukket for offentligheden."),
    )
    since = forms.DateField(label=_("Fra og med"), widget=_DATE)
    until = forms.DateField(label=_("Til og med"), required=False, widget=_DATE)
    case = forms.CharField(
        label=_("Sagsnummer"),
        max_length=100,
        required=False,
        help_text=_("En sag, der er oprettet. Tomt: der oprettes en ny sag."),
    )
    recommendation = forms.CharField(
        label=_("Indstilling"), max_length=_LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    text = forms.CharField(
        label=_("Sagsfremstilling"), max_length=_LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    planned = forms.BooleanField(
        label=_("Sæt det også på de møder, der allerede er planlagt"),
        required=False,
        initial=True,
        help_text=_("Dagsordener, der er udsendt, ændres ikke."),
    )


class EndForm(forms.Form):
    """The last day of a standing item. `prefix` tells the forms of one page apart."""

    until = forms.DateField(label=_("Sidste dag"), widget=_DATE)


class RollForm(forms.Form):
    """Which new year the standing items go on in."""

    def __init__(self, this_year: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"] = forms.IntegerField(label=_("Nyt år"), min_value=this_year, max_value=this_year + 5)
