"""How often one may try to log in: by account and by address, counted in a small table, so any worker knows."""

from datetime import timedelta
from ipaddress import IPv4Address, IPv6Network, ip_address

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sagsgang.login.models import Attempts
from sagsgang.login.seal import fingerprint

WINDOW = timedelta(minutes=15)
A_NAME = 10
AN_ADDRESS = 50
BEGINNINGS = 300
TOO_MANY = _("Der har været for mange forsøg. Vent et kvarter, og prøv igen.")


def may_try(username: str, address: str) -> bool:
    """Count one attempt; False when there were too many. The same for names that exist and names that do not."""
    with transaction.atomic():
        Attempts.objects.filter(since__lt=timezone.now() - WINDOW).delete()
        by_name = _count(fingerprint("account", username)) <= A_NAME
        by_address = _count(fingerprint("address", address)) <= AN_ADDRESS
    return by_name and by_address


def may_knock(address: str) -> bool:
    """Count one attempt by passkey, where nobody names an account; False when there were too many."""
    return _counted("address", address) <= AN_ADDRESS


def may_begin(address: str) -> bool:
    """Count one beginning of a login, which keeps a session for some minutes; False when there were too many."""
    return _counted("beginning", address) <= BEGINNINGS


def forgive(username: str, address: str) -> None:
    """The right password was given: earlier slips on the account count no more, nor this attempt on the address."""
    Attempts.objects.filter(key=fingerprint("account", username)).delete()
    was_right(address)


def was_right(address: str) -> None:
    """Take one attempt back: a whole town hall may stand behind one address, and comes in at the same hour.

    Only the one, so that whoever has an account cannot wash away what was tried on others.
    """
    Attempts.objects.filter(key=fingerprint("address", address), count__gt=0).update(count=F("count") - 1)


def address_of(request: HttpRequest) -> str:
    """Where the request came from; behind our own proxy the address that the proxy itself saw, the last one."""
    if settings.SECURE_PROXY_SSL_HEADER and (forwarded := request.headers.get("X-Forwarded-For")):
        return _of_subscriber(forwarded.rpartition(",")[2].strip())
    return _of_subscriber(str(request.META.get("REMOTE_ADDR", "")))


def _of_subscriber(address: str) -> str:
    """The net of an IPv6 address: each subscriber has 2^64 of them, and would have as many attempts."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return address
    return str(found.ipv4_mapped or IPv6Network((int(found), 64), strict=False))


def _counted(what: str, address: str) -> int:
    with transaction.atomic():
        Attempts.objects.filter(since__lt=timezone.now() - WINDOW).delete()
        return _count(fingerprint(what, address))


def _count(key: str) -> int:
    row, _made = Attempts.objects.get_or_create(key=key, defaults={"since": timezone.now()})
    Attempts.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return Attempts.objects.values_list("count", flat=True).get(pk=row.pk)
