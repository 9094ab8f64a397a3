"""Forms for cases and for what closes a text."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.core.headings import ITEM_TYPES, LEGAL_BASES
from sagsgang.core.models import Body
from sagsgang.core.viewer import Role, Viewer
from sagsgang.danish.digits import whole_number
from sagsgang.paper.model import ItemType

_BASES = [("", _("Vælg hjemmel")), *((basis, basis) for basis in LEGAL_BASES)]


class NewItem(forms.Form):
    """What a treatment begins with; `body` and `route` name bodies that the viewer may write for, or may reach.

    `before`: the body that treated the case last. Where nothing says which body is meant, it is asked for.
    """

    body = forms.ChoiceField(label=_("Hvor skal sagen behandles først?"))
    item_type = forms.ChoiceField(
        label=_("Sagstype"),
        choices=[(kind.value, _(name)) for kind, name in ITEM_TYPES.items()],
        help_text=_("Det, udvalget skal: beslutte, drøfte eller orienteres. Typen giver de afsnit, du skal skrive."),
    )
    title = forms.CharField(
        label=_("Titel"),
        max_length=300,
        required=False,
        help_text=_("Den kan alle læse. Skriv intet, der skal være lukket. Du kan rette den, til punktet er sendt."),
    )
    after = forms.MultipleChoiceField(
        label=_("Hvor skal sagen hen bagefter?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Sæt kryds ved de udvalg, der også skal behandle sagen. Du kan rette det senere."),
    )

    def __init__(self, viewer: Viewer, *args: Any, before: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {str(body.id): body for body in Body.objects.filter(active=True)}
        named = [(str(body.id), body.name) for body in self.bodies.values()]
        mine = [(one, name) for one, name in named if int(one) in _written_for(viewer)]
        chosen = _meant(viewer, frozenset(int(one) for one, _name in mine), before)
        self.initial.setdefault("body", chosen)
        self._choices("body", mine if chosen else [("", _("Vælg udvalg")), *mine])
        self._choices("after", named)

    def _choices(self, name: str, choices: Sequence[tuple[str, str | Promise]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(choices)

    def first(self) -> Body:
        """The body that treats the case first."""
        return self.bodies[self.cleaned_data["body"]]

    def kind(self) -> ItemType:
        """What the body is asked to do."""
        return ItemType(self.cleaned_data["item_type"])

    def route(self) -> tuple[Body, ...]:
        """The whole way: the first body, then the others, boards before committees before the council."""
        order = {"executive": 0, "other": 1, "committee": 2, "council": 3}
        chosen = [self.bodies[one] for one in self.cleaned_data["after"] if one != self.cleaned_data["body"]]
        return (self.first(), *sorted(chosen, key=lambda body: order.get(body.kind, 1)))


class NewCase(NewItem):
    """A case with its first treatment."""

    number = forms.CharField(
        label=_("Sagsnummer i jeres ESDH-system"),
        max_length=100,
        required=False,
        help_text=_("Har sagen ikke et nummer i ESDH, så lad feltet være tomt: så får den vores næste nummer."),
    )
    kle_number = forms.CharField(
        label=_("Emne (KLE)"),
        max_length=20,
        required=False,
        help_text=_("Emnets nummer i KLE. Sagsgang foreslår et ud fra titlen; du kan også vente."),
    )
    field_order = ("title", "body", "item_type", "after", "number", "kle_number")


class CloseItem(forms.Form):
    """Why an item is closed, until when, and its two titles."""

    basis = forms.ChoiceField(label=_("Hjemmel"), choices=_BASES)
    review_on = forms.DateField(label=_("Vurderes igen den"), widget=forms.DateInput(attrs={"type": "date"}))
    public_title = forms.CharField(label=_("Offentlig titel"), max_length=300)
    secret_title = forms.CharField(label=_("Intern titel"), max_length=300, required=False)


def _written_for(viewer: Viewer) -> frozenset[int]:
    return viewer.bodies(Role.AUTHOR) | viewer.bodies(Role.SECRETARY)


def _meant(viewer: Viewer, mine: frozenset[int], before: int | None) -> int | None:
    """The body that treated the case, else the person's own: the only one, or the only one as author or member."""
    if before in mine:
        return before
    seats = frozenset(seat.body for seat in viewer.seats)
    alone = (bodies & mine for bodies in (mine, viewer.bodies(Role.AUTHOR), seats))
    return next((body for bodies in alone if len(bodies) == 1 for body in bodies), None)


def bodies_named(ids: list[str]) -> tuple[Body, ...]:
    """The active bodies with these ids, in this order; what is no body is left out."""
    wanted = [number for number in map(whole_number, ids) if number is not None]
    found = {body.id: body for body in Body.objects.filter(id__in=wanted, active=True)}
    return tuple(found[one] for one in wanted if one in found)
