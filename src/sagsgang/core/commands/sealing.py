"""Sending a paper out: the complete one is sealed in the house, its open edition goes to the archive."""

import json
import secrets
from dataclasses import replace
from hashlib import sha256

from django.utils import timezone

from sagsgang.archive.attached import files_of
from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.models import Audience, Edition
from sagsgang.archive.publish import publish
from sagsgang.core.act import Refused
from sagsgang.core.compose import compose
from sagsgang.core.files import Kept
from sagsgang.core.models import Meeting, SealedPaper
from sagsgang.core.states import TO_COME
from sagsgang.paper.model import Paper, PaperKind
from sagsgang.paper.redact import redact
from sagsgang.paper.store import dumps, from_json

WHY = "a version is counted, and which items it had; no text is read"
_SALT_BYTES = 32


def send(meeting: Meeting, kind: PaperKind) -> Edition:
    """Seal the meeting's paper as it is now, and publish what is open of it, with its files, to the body's audience.

    Inside the transaction of `act`, so that it happens with the move or not at all. Raises Refused when the archive
    does, as for a personal number in an open text.
    """
    paper = compose(meeting, kind)
    if kind is PaperKind.AGENDA and meeting.state not in TO_COME:
        paper = _as_sent(meeting, paper)
    opened = redact(paper)
    _seal(meeting, kind, dumps(paper))
    try:
        sent = publish(opened, Audience(meeting.body.audience), Kept(file.sha256 for file in files_of(opened)))
    except NotPublishable as refusal:
        raise Refused(str(refusal)) from refusal
    return sent.edition


def sent_out(meeting: Meeting) -> set[int]:
    """The numbers of the items in the agenda as it was last sent."""
    sealed = SealedPaper.objects.unguarded(WHY).filter(meeting=meeting, kind=PaperKind.AGENDA).order_by("version")
    paper = from_json(json.loads(bytes(last.data))) if (last := sealed.last()) else None
    return {int(item.number) for item in paper.items} if paper else set()


def _as_sent(meeting: Meeting, paper: Paper) -> Paper:
    """Without what came up at the table: that is told by the minutes, when they are out."""
    out = sent_out(meeting)
    return replace(paper, items=tuple(one for one in paper.items if int(one.number) in out)) if out else paper


def _seal(meeting: Meeting, kind: PaperKind, data: bytes) -> None:
    salt = secrets.token_bytes(_SALT_BYTES)
    before = SealedPaper.objects.unguarded(WHY).filter(meeting=meeting, kind=kind).count()
    SealedPaper.objects.create(
        meeting=meeting,
        kind=kind,
        version=before + 1,
        at=timezone.now(),
        salt=salt,
        hash=sha256(salt + data).hexdigest(),
        data=data,
    )
