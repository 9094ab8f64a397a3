"""Time stamps of the chains' ends by a third party (RFC 3161): proof of when that the owner alone cannot make.

Off unless an authority is configured. One stamp covers the ends of all chains, and so everything sealed before.
"""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from sagsgang.archive.heads import check_heads, dumps, heads, loads
from sagsgang.archive.models import Stamp
from sagsgang.archive.remarks import Remark

_EVERY, _PATIENCE = timedelta(hours=1), timedelta(minutes=10)
_LOG = logging.getLogger(__name__)
_WHO = "Tidsstempel"


def is_on() -> bool:
    """Whether a time-stamping authority is configured."""
    return bool(settings.TIMESTAMP_ADDRESS and settings.TIMESTAMP_ROOTS)


def stamp() -> bool:
    """Have the ends of the chains stamped when they are new and the last stamp is an hour old; whether it was done.

    Raises OSError when the authority does not answer, ValueError for an answer that does not hold.
    """
    last = Stamp.objects.order_by("-pk").first()
    if not is_on() or (last and last.at > timezone.now() - _EVERY):
        return False
    ends = dumps(heads())
    if not ends or (last and last.heads == ends):
        return False
    answer = import_module("sagsgang.archive.stamping").ask(settings.TIMESTAMP_ADDRESS, _roots(), ends.encode())
    Stamp.objects.create(at=timezone.now(), heads=ends, answer=answer)
    return True


class Stamper:
    """Stamps in the worker. After a failure it lets the authority rest for a while."""

    def __init__(self) -> None:
        self._rests_until = datetime.min.replace(tzinfo=UTC)

    def work(self) -> bool:
        """One round; False when there was nothing to do. A failure is told to the log, and tried again later."""
        if not is_on() or timezone.now() < self._rests_until:
            return False
        try:
            return stamp()
        except (OSError, ValueError) as error:
            _LOG.error("no time stamp: %s", type(error).__name__)
            self._rests_until = timezone.now() + _PATIENCE
            return False


def check_stamps() -> Iterator[Remark]:
    """What of the stamps does not hold: a stamp itself, or the ends that it covers."""
    rows = Stamp.objects.order_by("pk")
    if not rows.exists():
        return
    if not settings.TIMESTAMP_ROOTS:
        yield Remark(_WHO, None, "stemplerne er ikke efterprøvet: der er ingen rodcertifikater", wrong=False)
        return
    stamping, roots = import_module("sagsgang.archive.stamping"), _roots()
    for row in rows.iterator(chunk_size=100):
        if not stamping.holds(bytes(row.answer), roots, row.heads.encode()):
            yield Remark(_WHO, row.pk, "stemplet passer ikke til kædernes ender")
        else:
            yield from check_heads(loads(row.heads))


def _roots() -> bytes:
    return Path(settings.TIMESTAMP_ROOTS).read_bytes()
