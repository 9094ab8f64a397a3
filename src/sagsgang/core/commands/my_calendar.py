"""The private address of one's own calendar: made, made anew, closed."""

import secrets

from django.db import transaction
from django.utils import timezone

from sagsgang.core.act import NotYours
from sagsgang.core.models import CalendarKey, Journal
from sagsgang.core.viewer import Role, Viewer

_BYTES = 32


def has_one(viewer: Viewer) -> bool:
    """Whether the person has meetings of their own: members, substitutes and secretaries."""
    return bool(viewer.seats or viewer.bodies(Role.SECRETARY))


def renew(by: Viewer) -> None:
    """Give the person a new address; an earlier one is dead at once. Raises NotYours."""
    if not has_one(by):
        raise NotYours("Det har du ikke rettighed til.")
    fresh = {"key": secrets.token_urlsafe(_BYTES), "made_at": timezone.now()}
    with transaction.atomic():
        CalendarKey.objects.visible_to(by).update_or_create(person_id=by.person, defaults=fresh)
        _enter(by, "account.calendar")


def close(by: Viewer) -> None:
    """Take the person's address away; without one nothing happens."""
    with transaction.atomic():
        if CalendarKey.objects.visible_to(by).delete()[0]:
            _enter(by, "account.calendar_off")


def _enter(by: Viewer, kind: str) -> None:
    Journal(at=timezone.now(), by_id=by.person, kind=kind, subject=by.person).save(force_insert=True)
