"""How numbers are written, and the list of subjects, for those who administer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands.numbers import set_format
from sagsgang.core.commands.subjects import Loaded, load_kle
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms.numbering import FormatForm, SubjectsForm
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import numbering as query
from sagsgang.desk.queries.organisation import must_administer

_PAGES = ["GET", "HEAD", "POST"]
# The whole list with its keywords is about 3 MB.
_LARGEST = 30_000_000


@require_http_methods(_PAGES)
@desk
def numbers(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The patterns; a POST gives another one from a day on."""
    must_administer(viewer)
    form = FormatForm(request.POST or None, initial={"since": timezone.localdate()})
    if form.is_valid():
        try:
            set_format(viewer, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Gemt. Numre, der er givet, bliver, som de er."))
            return redirect("desk:numbers")
    return render(request, viewer, "desk/numbers.html", query.numbers(form), 400 if form.errors else 200)


@require_http_methods(_PAGES)
@desk
def subjects(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The list of subjects; a POST loads an edition and tells what it came to."""
    must_administer(viewer)
    form = SubjectsForm(request.POST, request.FILES) if request.method == "POST" else SubjectsForm()
    loaded = _load(viewer, form) if form.is_valid() else None
    if loaded:
        form = SubjectsForm()
    return render(request, viewer, "desk/subjects.html", query.subjects(form, loaded), 400 if form.errors else 200)


def _load(viewer: Viewer, form: SubjectsForm) -> Loaded | None:
    file = form.cleaned_data["file"]
    if file.size > _LARGEST:
        form.add_error("file", _("Filen er over 30 MB. Det er ikke en KLE-liste."))
        return None
    try:
        return load_kle(viewer, file.read(), edition=form.cleaned_data["edition"])
    except NotYours:
        raise
    except Refused as refusal:
        form.add_error("file", str(refusal))
        return None
