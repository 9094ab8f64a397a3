"""Forms of how numbers are written, and of the list of subjects."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.core.commands.numbers import CASES, DOCUMENTS

SERIES = {CASES: _("Sager"), DOCUMENTS: _("Dokumenter")}


class FormatForm(forms.Form):
    """A pattern from a day on."""

    series = forms.ChoiceField(label=_("Hvad nummereres"), choices=list(SERIES.items()))
    pattern = forms.CharField(
        label=_("Mønster"),
        max_length=60,
        help_text=_(
            "{code} er kommunens nummer, {year} eller {yy} året, {n} løbenummeret; {n:05} fylder op med nuller."
        ),
    )
    since = forms.DateField(label=_("Gælder fra"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class SubjectsForm(forms.Form):
    """A file with the list of subjects (KLE)."""

    edition = forms.CharField(label=_("Udgave"), max_length=60, help_text=_("Fx »februar 2026«."))
    file = forms.FileField(
        label=_("Fil"),
        help_text=_("OS2KLE.txt eller KL's XML (KLE-Emneplan)."),
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.xml,text/plain,text/xml"}),
    )
