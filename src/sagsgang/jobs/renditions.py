"""Makes the PDFs that attachments lack, one at a time, in a child process: a file that ends it stops nothing else."""

import logging
import multiprocessing
from multiprocessing.connection import Connection

from django.conf import settings

from sagsgang.archive.children import begin
from sagsgang.core import files
from sagsgang.core.commands.renditions import Made, Source, give_up, keep, next_source
from sagsgang.readers.attached.rendered import ANSWERED_WITHIN, Rendered, answer
from sagsgang.readers.attached.rendition import DIED, SLOW

GONE = "Filen er der ikke længere."
_LOG = logging.getLogger(__name__)


class Converter:
    """Takes the file that has waited longest. What cannot be made is noted with its reason, and holds up nothing."""

    def work(self) -> bool:
        """One file; False when none waits, or LibreOffice is not there."""
        source = next_source() if settings.LIBREOFFICE else None
        if source is None:
            return False
        made = _made(source)
        if isinstance(made, str):
            _LOG.error("attachment %s… has no PDF: %s", source.checksum[:12], made)
            give_up(source, made)
        else:
            keep(source, Made(data=made.data, pages=made.pages, text=made.text, warnings=made.warnings))
        return True


def _made(source: Source) -> Rendered | str:
    """The PDF, or why there is none."""
    try:
        data = files.get(source.checksum)
    except FileNotFoundError:
        return GONE
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=answer, args=(begin, theirs, data, source.ending, settings.LIBREOFFICE))
    child.start()
    theirs.close()
    try:
        return _heard(ours)
    finally:
        child.kill()
        child.join()
        ours.close()


def _heard(ours: "Connection[object, Rendered | str]") -> Rendered | str:
    if not ours.poll(ANSWERED_WITHIN):
        return SLOW
    try:
        return ours.recv()
    except EOFError:
        return DIED
