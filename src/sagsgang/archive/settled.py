"""`Last-Modified` that a client can trust, though it counts whole seconds (RFC 9110, 8.8.2.2)."""

from datetime import datetime, timedelta

from django.utils import timezone

# As long as what was changed in a second may still come out: that second, and the rest of its writer's transaction.
_STILL = timedelta(seconds=3)


def settled(modified: datetime | None) -> datetime | None:
    """Since when nothing has changed, None while that may still be said of two contents.

    Never before `modified`: whoever asks what is new since the second of a change gets it, also what changed later in
    that second. Until then `ETag` alone tells.
    """
    since = modified.replace(microsecond=0) + _STILL if modified else None
    return since if since and since <= timezone.now() else None
