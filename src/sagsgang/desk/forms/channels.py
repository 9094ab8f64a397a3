"""The form by which a body's papers go to another public."""

from django import forms
from django.utils.translation import gettext_lazy as _

_LONGEST = 2_000


class ChannelForm(forms.Form):
    """Why, and whether what is out is taken off."""

    reason = forms.CharField(
        label=_("Begrundelse"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Den er offentlig og bliver stående, hvor papirerne var. Skriv ingen personoplysninger."),
    )
    take_off = forms.BooleanField(label=_("Tag også det af, der er offentliggjort"), required=False, initial=True)
