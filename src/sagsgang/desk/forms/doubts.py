"""What a person may correct of a paper that was kept aside, and why one is rejected."""

import re
from collections.abc import Iterator, Mapping

from django import forms
from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from sagsgang.archive.intake.doubts import Correction, Supplement
from sagsgang.desk.queries.doubts import Uncertain
from sagsgang.paper.model import Access, PaperKind

# It stands in the item's address.
_NUMBER = r"\w+(?:[.-]\w+)*"


class Known(Form):
    """What a person knows and the source does not say, for the paper and for each item in doubt."""

    body = forms.CharField(
        label=pgettext_lazy("et udvalg", "Udvalg"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Kun når det mangler eller er læst forkert. I bestemt form: Økonomiudvalget."),
    )
    day = forms.DateField(
        label=gettext_lazy("Mødets dato"),
        required=False,
        help_text=gettext_lazy("Kun når den mangler eller er læst forkert."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    start = forms.TimeField(
        label=gettext_lazy("Mødet begyndte kl."),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Papirets art"),
        required=False,
        choices=(
            ("", gettext_lazy("Som læst")),
            (PaperKind.AGENDA.value, gettext_lazy("Dagsorden")),
            (PaperKind.MINUTES.value, gettext_lazy("Referat")),
        ),
    )

    def __init__(self, items: tuple[Uncertain, ...], data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        self._items = items
        for item in items:
            for name, field in _fields(item):
                self.fields[f"{name}-{item.place}"] = field

    @property
    def supplement(self) -> Supplement:
        """What was typed; nothing where it cannot be read."""
        if not self.is_bound or not self.is_valid():
            return Supplement()
        said = self.cleaned_data
        return Supplement(
            body=said["body"].strip() or None,
            day=said["day"],
            start=said["start"],
            kind=PaperKind(said["kind"]) if said["kind"] else None,
            items=tuple(self._correction(item) for item in self._items),
        )

    def _correction(self, item: Uncertain) -> Correction:
        number, title, access = (self.cleaned_data[f"{name}-{item.place}"] for name in ("number", "title", "access"))
        return Correction(
            place=item.place,
            number=number.strip(),
            title="" if title.strip() == item.title else title.strip(),
            access=Access(access) if access else None,
        )


def _fields(item: Uncertain) -> Iterator[tuple[str, forms.Field]]:
    """`initial` is what is read; a closed item is opened only where nobody knows whether it was closed."""
    name = _("Punkt %(number)s") % {"number": item.number}
    choices = [("", _("Som læst")), (Access.CLOSED.value, _("Lukket"))]
    if item.may_open:
        choices.append((Access.OPEN.value, _("Åbent, med alt det, der er læst under det")))
    number = forms.RegexField(
        rf"\A(?:{_NUMBER}|{re.escape(item.number)})\Z",
        label=_("%(item)s: nummer") % {"item": name},
        max_length=20,
        required=False,
    )
    title = forms.CharField(label=_("%(item)s: titel") % {"item": name}, max_length=300, required=False)
    number.initial, title.initial = item.number, item.title
    yield "number", number
    yield "title", title
    label = _("%(item)s: adgang") % {"item": name}
    yield "access", forms.ChoiceField(label=label, choices=choices, required=False)


class Reason(Form):
    """Why a paper is rejected."""

    reason = forms.CharField(label=gettext_lazy("Hvorfor afvises papiret?"), max_length=500)
