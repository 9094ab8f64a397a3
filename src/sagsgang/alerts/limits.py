"""How often mails may be asked for: by machine and by address, counted in a small table, so any worker knows."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from sagsgang.alerts.models import Knock

A_MACHINE, ITS_WINDOW = 30, timedelta(hours=1)
AN_ADDRESS, ITS_DAY = 20, timedelta(days=1)
# What a household or an office is given at least.
_SHARED_BITS = 64


def machine_may_ask(request: HttpRequest) -> bool:
    """Count one question; False when there were too many from where it comes."""
    return _count("machine", _machine(request), ITS_WINDOW) <= A_MACHINE


def may_be_written_to(address: str) -> bool:
    """Count one mail that somebody asks for; False when the address was asked for too often."""
    return _count("address", address, ITS_DAY) <= AN_ADDRESS


def forget() -> None:
    """Drop the counts that are over."""
    Knock.objects.filter(since__lt=timezone.now() - max(ITS_WINDOW, ITS_DAY)).delete()


def _machine(request: HttpRequest) -> str:
    """Where the request came from; behind our own proxy the address that the proxy itself saw, the last one."""
    said = str(request.META.get("REMOTE_ADDR", ""))
    if settings.SECURE_PROXY_SSL_HEADER and (forwarded := request.headers.get("X-Forwarded-For")):
        said = forwarded.rpartition(",")[2].strip()
    try:
        found = ip_address(said)
    except ValueError:
        return said
    return str(ip_network((found, _SHARED_BITS), strict=False)) if isinstance(found, IPv6Address) else said


def _count(kind: str, value: str, window: timedelta) -> int:
    key = salted_hmac(f"sagsgang.alerts.{kind}", value, algorithm="sha256").hexdigest()
    with transaction.atomic():
        Knock.objects.filter(key=key, since__lt=timezone.now() - window).delete()
        row, _made = Knock.objects.get_or_create(key=key, defaults={"since": timezone.now()})
        Knock.objects.filter(pk=row.pk).update(count=F("count") + 1)
        return Knock.objects.values_list("count", flat=True).get(pk=row.pk)
