"""Whose archive this is. It stands on every page, so it is looked up once a minute and not once a page."""

from collections.abc import Collection

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.db.models import Exists, OuterRef

from sagsgang.archive.models import Body, Meeting
from sagsgang.portal.queries.audience import audience

_KEY = "portal.authorities.{}"
_SECONDS = 60
_SEVERAL = 2


def authority() -> str:
    """The one authority with something on the street; the setting's where there are several or none."""
    found = _first_two()
    return found[0] if len(found) == 1 else settings.AUTHORITY


def shown_authority(body: Body) -> str:
    """The authority of `body` where its name alone would not tell it from another's, else ""."""
    return body.authority if len(_first_two()) == _SEVERAL else ""


def shown_authorities(body_ids: Collection[int]) -> dict[int, str]:
    """The same for many bodies that are known by their ids only; empty where it is shown for none."""
    if len(_first_two()) != _SEVERAL:
        return {}
    return dict(Body.objects.filter(pk__in=body_ids).values_list("pk", "authority"))


def _first_two() -> tuple[str, ...]:
    found = cache.get(_KEY.format(audience()))
    if found is None:
        found = _read()
        cache.set(_KEY.format(audience()), found, _SECONDS)
    return tuple(found)


def _read() -> tuple[str, ...]:
    shown = Meeting.objects.filter(audience=audience(), body=OuterRef("pk"), edition__isnull=False)
    named = Body.objects.filter(Exists(shown)).exclude(authority="").order_by("authority")
    try:
        return tuple(named.values_list("authority", flat=True).distinct()[:_SEVERAL])
    except DatabaseError:  # the page that says that something failed must not fail
        return ()
