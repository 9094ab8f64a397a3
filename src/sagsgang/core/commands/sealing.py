"""Sending a paper out: the complete one is sealed in the house, its open edition goes to the archive."""

import secrets
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
from sagsgang.paper.model import PaperKind
from sagsgang.paper.redact import redact
from sagsgang.paper.store import dumps

WHY = "a version is counted, no text is read"
_SALT_BYTES = 32


def send(meeting: Meeting, kind: PaperKind) -> Edition:
    """Seal the meeting's paper as it is now, and publish what is open of it, with its files, to the body's audience.

    Inside the transaction of `act`, so that it happens with the move or not at all. Raises Refused when the archive
    does, as for a personal number in an open text.
    """
    paper = compose(meeting, kind)
    opened = redact(paper)
    _seal(meeting, kind, dumps(paper))
    try:
        sent = publish(opened, Audience(meeting.body.audience), Kept(file.sha256 for file in files_of(opened)))
    except NotPublishable as refusal:
        raise Refused(str(refusal)) from refusal
    return sent.edition


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
