"""All papers of a meeting in one file, for whoever may read some of them."""

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.core.act import Refused
from sagsgang.core.commands.reading import opened_paper
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk
from sagsgang.desk.press import NotPrinted, printed
from sagsgang.desk.queries.bundle import bundle as query
from sagsgang.desk.queries.reach import seen_meeting
from sagsgang.desk.zip_stream import streamed
from sagsgang.paper.model import Paper, PaperKind


@require_safe
@desk
def bundle(_request: HttpRequest, viewer: Viewer, meeting: int) -> StreamingHttpResponse:
    """What the viewer may read of the meeting, to be saved; that somebody took what is closed is noted."""
    found = seen_meeting(viewer, meeting)
    papers = query(viewer, found)
    if papers.paper is None and not papers.files:
        raise Http404
    made = _printed(papers.paper) if papers.paper else {}
    opened_paper(viewer, found)
    response = StreamingHttpResponse(
        streamed(made, papers.files, _("Filer, der ikke er her længere.txt")), content_type="application/zip"
    )
    saved_as = content_disposition_header(as_attachment=True, filename=f"{papers.name}.zip")
    response["Content-Disposition"] = saved_as or ""
    return response


def _printed(paper: Paper) -> dict[str, bytes]:
    name = _("Referat") if paper.kind is PaperKind.MINUTES else _("Dagsorden")
    try:
        return {f"{name}.pdf": printed(paper)}
    except NotPrinted as error:
        raise Refused("Papiret kan ikke skrives som PDF.") from error
