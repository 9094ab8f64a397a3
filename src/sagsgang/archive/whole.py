"""Whether the files of attachments are still those that were published."""

from collections.abc import Iterator

from django.db.models import QuerySet

from sagsgang.archive.attached import files_of, is_whole
from sagsgang.archive.models import AttachedFile, Body, Edition, Holding
from sagsgang.archive.remarks import Remark
from sagsgang.paper.model import Paper


def check_attached(body: Body) -> Iterator[Remark]:
    """One remark for each file of the editions of `body` that is gone or is another one, with where it belongs."""
    holdings = Holding.objects.filter(edition__meeting__body=body)
    digests = holdings.order_by("sha256").values_list("sha256", flat=True).distinct()
    for digest in digests.iterator():
        if message := _broken(digest):
            yield _remark(body, holdings.filter(sha256=digest), message)


def are_noted(edition: Edition, paper: Paper) -> bool:
    """Whether the rows that keep the files of `edition` are those of its paper."""
    return {one.sha256 for one in edition.holdings.all()} == {file.sha256 for file in files_of(paper)}


def _broken(digest: str) -> str:
    try:
        return "" if is_whole(digest) else "filen er ændret"
    except OSError:
        return "filen mangler"


def _remark(body: Body, holdings: QuerySet[Holding], message: str) -> Remark:
    """Where the file is shown, else the last edition that had it."""
    last = holdings.select_related("edition__meeting", "edition__seal").order_by("-edition")[0]
    rows = AttachedFile.objects.filter(entry__body=body, sha256=last.sha256).select_related(
        "entry__meeting__edition__seal"
    )
    if shown := rows.order_by("-entry__meeting__date", "position").first():
        entry = shown.entry
        where = f"mødet {entry.meeting.slug}, punkt {entry.number}, bilag {shown.position}"
        edition = entry.meeting.edition or last.edition
    else:
        where, edition = f"mødet {last.edition.meeting.slug}, et bilag i en tidligere udgave", last.edition
    return Remark(body.name, edition.seal.number, f"{where}: {message}")
