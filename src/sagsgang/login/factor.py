"""The second factor: six digits from a phone (TOTP, RFC 6238), and recovery codes for when the phone is gone."""

import secrets

import pyotp
import segno
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from sagsgang.core.act import Refused
from sagsgang.login.models import Account, RecoveryCode
from sagsgang.login.noted import note
from sagsgang.login.seal import fingerprint, seal, unseal

CODES = 10
# No letters and digits that look alike; two groups of five are 49 bits.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 2, 5
_DIGITS = 6
# A phone's clock may be half a minute off.
_STEPS = (-1, 0, 1)


def new_secret() -> str:
    """A secret for a phone: 160 bits, in base 32."""
    return pyotp.random_base32()


def address(account: Account, secret: str) -> str:
    """What the phone's program reads (`otpauth://totp/...`)."""
    return pyotp.TOTP(secret).provisioning_uri(name=account.username, issuer_name=f"Sagsgang, {settings.AUTHORITY}")


def picture(text: str) -> SafeString:
    """The text as a QR code in SVG, black on white in every theme."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(scale=4, light="#fff", svgclass=None, lineclass=None)
    return mark_safe(drawn)  # noqa: S308 - squares that a library drew


def set_up(account: Account, secret: str, code: str) -> tuple[str, ...]:
    """Ask for codes from now on; gives the recovery codes, which are kept as fingerprints only.

    Raises Refused when `code` is not what the secret gives now.
    """
    step = _step(secret, _digits(code))
    if step is None:
        raise Refused("Koden passer ikke. Se efter, om telefonens ur går rigtigt, og prøv med den næste kode.")
    with transaction.atomic():
        account.factor_since, account.factor_secret, account.factor_step = timezone.now(), seal(secret), step
        account.save(update_fields=["factor_since", "factor_secret", "factor_step"])
        note(account, "account.factor")
        return _new_codes(account)


def renew_codes(account: Account) -> tuple[str, ...]:
    """New recovery codes; the earlier ones are worth nothing any more."""
    with transaction.atomic():
        note(account, "account.codes")
        return _new_codes(account)


def give_up(account: Account) -> None:
    """Take one's own second factor off."""
    with transaction.atomic():
        note(account, "account.factor_off")
        remove(account)


def remove(account: Account) -> None:
    """The password alone is enough again. The caller notes it in the Journal."""
    account.factor_since, account.factor_secret, account.factor_step = None, "", 0
    account.save(update_fields=["factor_since", "factor_secret", "factor_step"])
    account.recovery_codes.all().delete()


def accept(account: Account, code: str) -> bool:
    """Whether the code from the phone, or a recovery code, is right. Each is so once only."""
    digits = _digits(code)
    if len(digits) == _DIGITS and digits.isdigit():
        return _accept_digits(account, digits)
    return _accept_recovery(account, code)


def _accept_digits(account: Account, digits: str) -> bool:
    step = _step(unseal(account.factor_secret), digits)
    if step is None:
        return False
    unused = Account.objects.filter(pk=account.pk, factor_step__lt=step)
    return bool(unused.update(factor_step=step))


def _accept_recovery(account: Account, code: str) -> bool:
    with transaction.atomic():
        used, _ = RecoveryCode.objects.filter(account=account, digest=_digest(code)).delete()
        if used:
            note(account, "account.recovery")
        return bool(used)


def _step(secret: str, digits: str) -> int | None:
    """The step of time whose code these are, of those that count now."""
    if not secret:
        return None
    clock = pyotp.TOTP(secret)
    now = clock.timecode(timezone.now())
    found = [now + off for off in _STEPS if secrets.compare_digest(clock.generate_otp(now + off), digits)]
    return found[-1] if found else None


def _digits(code: str) -> str:
    """The code without the spaces that phones show; nothing that is not ASCII can be one."""
    return "".join(code.split()) if code.isascii() else ""


def _new_codes(account: Account) -> tuple[str, ...]:
    codes = tuple(
        "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
        for _ in range(CODES)
    )
    account.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(account=account, digest=_digest(code)) for code in codes)
    return codes


def _digest(code: str) -> str:
    return fingerprint("recovery", "".join(code.lower().split()).replace("-", ""))
