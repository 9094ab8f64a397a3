"""What somebody can do about what they follow. Whoever has no right to it changes nothing: a token is the right."""

from collections.abc import Iterable
from secrets import token_urlsafe

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import connection, transaction
from django.utils import timezone

from sagsgang.alerts.due import due_at
from sagsgang.alerts.limits import may_be_written_to
from sagsgang.alerts.models import Follower, Frequency, Letter, LetterKind, Subscription
from sagsgang.alerts.things import Thing

MOST = 100
_LONGEST = 254  # RFC 5321, 4.5.3.1.3
# Without our own machine ("localhost"), which strangers are not to have written to.
_IS_ADDRESS = EmailValidator(allowlist=[])


def address_in(typed: str) -> str:
    """The mail address in small letters; "" when it is none, or names a machine by its number ("a@[10.0.0.1]")."""
    address = typed.strip().lower()
    try:
        _IS_ADDRESS(address)
    except ValidationError:
        return ""
    return "" if len(address) > _LONGEST or address.endswith("]") else address


def ask(address: str, thing: Thing, frequency: str, language: str) -> None:
    """Have a letter sent that asks whether the address wants this; one that has it already gets its own page's link.

    Nobody can see from outside which of them it was, or that an address was asked for too often.
    """
    if not may_be_written_to(address):
        return
    with transaction.atomic():
        follower = _follower(address, language)
        if follower.subscriptions.count() >= MOST:
            _letter(follower, LetterKind.LINK)
            return
        row, made = follower.subscriptions.get_or_create(
            kind=thing.kind, key=thing.key, defaults={**_new(), "frequency": frequency}
        )
        if row.confirmed_at:
            _letter(follower, LetterKind.LINK)
            return
        if not made:
            follower.subscriptions.filter(pk=row.pk).update(frequency=frequency, created_at=timezone.now())
        _letter(follower, LetterKind.CONFIRM, row)


def ask_for_link(address: str) -> None:
    """Have the link to its own page sent to an address that follows something; nothing happens for another one."""
    follower = Follower.objects.filter(address=address, confirmed_at__isnull=False).first()
    if may_be_written_to(address) and follower:
        _letter(follower, LetterKind.LINK)


def confirm(row: Subscription) -> None:
    """Its follower said yes; saying it again changes nothing."""
    now = timezone.now()
    Subscription.objects.filter(pk=row.pk, confirmed_at=None).update(confirmed_at=now)
    Follower.objects.filter(pk=row.follower_id, confirmed_at=None).update(confirmed_at=now)


def set_frequency(row: Subscription, frequency: str) -> None:
    """How soon to be told from now on; what waits comes along."""
    due = due_at(frequency, timezone.now(), row.follower.quiet_until)
    Subscription.objects.filter(pk=row.pk).update(frequency=frequency)
    Subscription.objects.filter(pk=row.pk, due_at__isnull=False).update(due_at=due)


def set_language(follower: Follower, language: str) -> None:
    """The language of the mails' own words."""
    Follower.objects.filter(pk=follower.pk).update(language=language)


def stop(follower: Follower, ids: Iterable[int]) -> None:
    """End these subscriptions; with the last one the address is forgotten."""
    with transaction.atomic():
        overwrite()
        follower.subscriptions.filter(pk__in=ids).delete()
        if not follower.subscriptions.exists():
            follower.delete()


def forget(follower: Follower) -> None:
    """Delete everything, the address too."""
    with transaction.atomic():
        overwrite()
        follower.delete()


def is_frequency(value: str) -> bool:
    """Whether it is one of them."""
    return value in set(Frequency)


def is_language(value: str) -> bool:
    """Whether we have it."""
    return value in dict(settings.LANGUAGES)


def _follower(address: str, language: str) -> Follower:
    defaults = {"token": token_urlsafe(32), "language": language, "created_at": timezone.now()}
    return Follower.objects.get_or_create(address=address, defaults=defaults)[0]


def _new() -> dict[str, object]:
    return {"token": token_urlsafe(32), "created_at": timezone.now()}


def _letter(follower: Follower, kind: LetterKind, row: Subscription | None = None) -> None:
    """One that waits already is enough."""
    if not Letter.objects.filter(follower=follower, kind=kind, subscription=row, sent_at=None).exists():
        Letter.objects.create(follower=follower, kind=kind, subscription=row, created_at=timezone.now())


def overwrite() -> None:
    """SQLite leaves what was deleted in the file otherwise, until something else needs the room."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
