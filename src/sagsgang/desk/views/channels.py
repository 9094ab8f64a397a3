"""Letting a body's papers go to another public, for those who administer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands.channels import change_channel
from sagsgang.core.models import Body
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms.channels import ChannelForm
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import channels as query
from sagsgang.desk.queries import organisation


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def channel(request: HttpRequest, viewer: Viewer, body: int) -> HttpResponse:
    """What will disappear from where, and the form that does it."""
    organisation.must_administer(viewer)
    found = organisation.found_body(body)
    form = ChannelForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _changed(viewer, found, form):
        messages.success(request, _("Kanalen er skiftet. Det, der tages af, er væk inden for nogle minutter."))
        return redirect("desk:body", found.id)
    status = 400 if form.errors else 200
    return render(
        request, viewer, "desk/channel.html", query.channel_page(organisation.found_body(body), form), status
    )


def _changed(viewer: Viewer, found: Body, form: ChannelForm) -> bool:
    wanted = form.cleaned_data
    try:
        change_channel(viewer, found, query.other(found.audience), wanted["reason"], take_off=wanted["take_off"])
    except NotYours:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
