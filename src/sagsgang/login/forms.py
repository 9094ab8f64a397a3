"""What the pages for logging in take."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sagsgang.login.models import Account

_LONGEST = 4096  # of a password: hashing a longer one would be work for nothing


class Enter(forms.Form):
    """Name and password."""

    username = forms.CharField(
        label=_("Brugernavn"),
        max_length=150,
        error_messages={"required": _("Skriv dit brugernavn.")},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Adgangskode"),
        max_length=_LONGEST,
        strip=False,
        error_messages={"required": _("Skriv din adgangskode.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class Code(forms.Form):
    """A code from the phone, or a recovery code."""

    code = forms.CharField(
        label=_("Kode"),
        max_length=40,
        error_messages={"required": _("Skriv koden.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false", "class": "short"}
        ),
    )


class NewKey(forms.Form):
    """What a new passkey is called, and the password once more."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=60,
        help_text=_("Hvor nøglen ligger, for eksempel: min telefon."),
        error_messages={"required": _("Giv nøglen et navn.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    password = forms.CharField(
        label=_("Din adgangskode"),
        max_length=_LONGEST,
        strip=False,
        error_messages={"required": _("Skriv din adgangskode.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, account: Account, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self._account = account

    def clean_password(self) -> str:
        """It must be right."""
        given: str = self.cleaned_data["password"]
        if not self._account.check_password(given):
            raise ValidationError(_("Det er ikke din adgangskode."))
        return given


class NewPassword(forms.Form):
    """The old password and the new one, twice."""

    old = forms.CharField(
        label=_("Nuværende adgangskode"),
        max_length=_LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("Ny adgangskode"),
        max_length=_LONGEST,
        strip=False,
        help_text=_("Mindst 12 tegn. En sætning, du kan huske, er bedre end tegn, du glemmer."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Ny adgangskode igen"),
        max_length=_LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, account: Account, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self._account = account

    def clean_old(self) -> str:
        """The old one must be right."""
        old: str = self.cleaned_data["old"]
        if not self._account.check_password(old):
            raise ValidationError(_("Det er ikke din nuværende adgangskode."))
        return old

    def clean_new(self) -> str:
        """The new one must be good enough, and another one: who made the old one knows it."""
        new: str = self.cleaned_data["new"]
        if new == self.cleaned_data.get("old"):
            raise ValidationError(_("Vælg en anden adgangskode end den nuværende."))
        validate_password(new, self._account)
        return new

    def clean_again(self) -> str:
        """And the same twice."""
        again: str = self.cleaned_data["again"]
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise ValidationError(_("De to nye adgangskoder er ikke ens."))
        return again
