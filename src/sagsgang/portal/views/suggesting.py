"""What the search box's own script asks for while somebody types."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from sagsgang.portal.queries.suggestions import Kind, Suggestion, suggestions

_ADDRESSES = {Kind.BODY: "portal:body", Kind.CASE: "portal:case", Kind.ITEM: "portal:item"}
# Somebody who takes a letter back asks the same again.
_KEPT_FOR = "private, max-age=60"


@require_safe
def suggestions_of(request: HttpRequest) -> HttpResponse:
    """The offers as JSON, and how many they are in words that a screen reader says."""
    found = suggestions(request.GET.get("q", ""))
    language = request.GET.get("sprog", "")
    with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        said = ngettext("%(n)s forslag", "%(n)s forslag", len(found)) % {"n": len(found)}
        answer = JsonResponse({"said": said if found else "", "suggestions": [_told(one) for one in found]})
    answer["Cache-Control"] = _KEPT_FOR
    return answer


def _told(one: Suggestion) -> dict[str, str]:
    names = {Kind.WORDS: _("Søg"), Kind.BODY: _("Udvalg"), Kind.CASE: _("Sag"), Kind.ITEM: _("Punkt")}
    return {"kind": str(names[one.kind]), "text": one.text, "about": one.about, "address": _address(one)}


def _address(one: Suggestion) -> str:
    if one.kind is Kind.WORDS:
        return f"{reverse('portal:search')}?{urlencode({'q': one.text})}"
    return reverse(_ADDRESSES[one.kind], args=one.where)
