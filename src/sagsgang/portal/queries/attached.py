"""The files of attachments that the street may fetch."""

import re

from sagsgang.archive.attached import Held, open_file
from sagsgang.portal.queries.audience import audience

_DIGEST = re.compile(r"[0-9a-f]{64}")


def attached(digest: str, name: str) -> Held | None:
    """The file at the address; None when no paper in force has it under that name."""
    if not (_DIGEST.fullmatch(digest) and name.isprintable()):
        return None
    return open_file(audience(), digest, name)
