"""The files of open attachments: each lies under its SHA-256, and whoever may see an edition may fetch its files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from sagsgang.archive.files import blocks
from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.intake.folder import purge, write
from sagsgang.archive.models import AttachedFile, Edition, FilePage, FileText, Holding
from sagsgang.archive.writing import writing
from sagsgang.paper.model import Attachment, Paper, PaperFile


@dataclass(frozen=True, slots=True)
class Held:
    """A file that an edition in force holds: what is said of it there, and where its bytes lie."""

    row: AttachedFile
    path: Path


def keep(data: bytes) -> str:
    """Keep the bytes, whole or not at all; gives their SHA-256 in hex. The same bytes are kept once."""
    digest = sha256(data).hexdigest()
    if not _is_kept(digest, len(data)):
        place(digest).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write(place(digest), data)
    return digest


def open_file(audience: str, digest: str, name: str | None = None) -> Held | None:
    """The file with that SHA-256 when an edition in force for the audience holds it, under that name if one is given.

    None otherwise, and when its bytes are gone.
    """
    rows = AttachedFile.objects.filter(audience=audience, sha256=digest).order_by("-modified_at", "-pk")
    row = (rows if name is None else rows.filter(name=name)).first()
    return Held(row, place(digest)) if row and place(digest).is_file() else None


def keep_all(paper: Paper, audience: str, files: Mapping[str, bytes]) -> None:
    """Keep every file that `paper` names, from `files`, unless an edition for the audience has it already.

    Inside `writing`. Raises NotPublishable for a file that is missing or is another one than the paper says.
    """
    known = held(audience, (file.sha256 for file in files_of(paper)))
    for number, position, file in _named(paper):
        if _is_kept(file.sha256, file.size) and (file.sha256 in known or file.sha256 in files):
            continue
        data = files.get(file.sha256)
        if data is None:
            raise NotPublishable(f"Papiret kan ikke udgives: filen til bilag {position} i punkt {number} mangler.")
        if (len(data), sha256(data).hexdigest()) != (file.size, file.sha256):
            raise NotPublishable(
                f"Papiret kan ikke udgives: filen til bilag {position} i punkt {number} er ikke den, papiret nævner."
            )
        keep(data)


def note(edition: Edition, paper: Paper) -> None:
    """Write down which files the edition holds, so that they stay as long as it does."""
    digests = dict.fromkeys(file.sha256 for file in files_of(paper))
    Holding.objects.bulk_create(Holding(edition=edition, sha256=digest) for digest in digests)


def held(audience: str, digests: Iterable[str]) -> frozenset[str]:
    """Those of `digests` that an edition for the audience holds, be it in force or an earlier one."""
    wanted = set(digests)
    if not wanted:
        return frozenset()
    found = Holding.objects.filter(edition__meeting__audience=audience, sha256__in=wanted)
    return frozenset(found.values_list("sha256", flat=True))


def with_held_files(paper: Paper, audience: str) -> Paper:
    """`paper` from elsewhere, whose files did not come along: it keeps those that the archive holds already."""
    known = held(audience, (file.sha256 for file in files_of(paper)))
    return _with_files(paper, known)


def without_files(paper: Paper) -> Paper:
    """`paper` with the titles of its attachments only."""
    return _with_files(paper, frozenset())


def files_of(paper: Paper) -> Iterator[PaperFile]:
    """Every file that `paper` names, in order."""
    return (file for _, _, file in _named(paper))


def sweep() -> int:
    """Remove what no edition holds: files of erased editions, and of a publishing that came to nothing. How many.

    The texts of the files go with them.
    """
    with writing():
        wanted = set(Holding.objects.values_list("sha256", flat=True).distinct())
        loose = [file for file in _folder().glob("??/*") if file.name not in wanted]
        unheld = FileText.objects.exclude(sha256__in=Holding.objects.values("sha256"))
        FilePage.objects.filter(file__in=unheld).delete()
        unheld.delete()
        for file in loose:
            purge(file)
    return len(loose)


def place(digest: str) -> Path:
    """Where the bytes with that SHA-256 lie, if they are kept."""
    return _folder() / digest[:2] / digest


def is_whole(digest: str) -> bool:
    """Whether the kept bytes are still those; raises OSError when they cannot be read."""
    found = sha256()
    for block in blocks(place(digest)):
        found.update(block)
    return found.hexdigest() == digest


def _is_kept(digest: str, size: int) -> bool:
    file = place(digest)
    return file.is_file() and file.stat().st_size == size


def _folder() -> Path:
    return Path(settings.FILES) / "attached"


def _named(paper: Paper) -> Iterator[tuple[str, int, PaperFile]]:
    """With the item's number and the attachment's place in it."""
    for item in paper.items:
        for position, attachment in enumerate(item.attachments, start=1):
            if attachment.file:
                yield item.number, position, attachment.file


def _with_files(paper: Paper, kept: frozenset[str]) -> Paper:
    def opened(attachment: Attachment) -> Attachment:
        known = attachment.file is None or attachment.file.sha256 in kept
        return attachment if known else replace(attachment, file=None)

    items = (replace(item, attachments=tuple(map(opened, item.attachments))) for item in paper.items)
    return replace(paper, items=tuple(items))
