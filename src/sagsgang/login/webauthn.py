"""Passkeys: made and checked as WebAuthn level 2 says (sections 7.1 and 7.2), most of it by the library.

A browser proves that it holds the key and that its person unlocked it, for our domain, at our address, and for the
one challenge that was given. Loaded when somebody comes by a passkey: the library takes 15 MB in each web worker.
"""

import logging
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorData,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from sagsgang.core.act import Refused
from sagsgang.login.accounts import end_sessions
from sagsgang.login.models import Account, Passkey
from sagsgang.login.noted import note
from sagsgang.login.seal import fingerprint

MOST = 20  # passkeys of one account
_UNLOCKED = UserVerificationRequirement.REQUIRED
_log = logging.getLogger(__name__)
Options = dict[str, Any]


def ask_for_new(account: Account) -> tuple[Options, str]:
    """What the browser needs to make a passkey, and the challenge to keep. Raises Refused when there are too many."""
    known = list(account.passkeys.all())
    if len(known) >= MOST:
        raise Refused("Du har for mange adgangsnøgler. Fjern en, som du ikke bruger.")
    user = PublicKeyCredentialUserEntity(id=_handle(account), name=account.username, display_name=account.person.name)
    others = [
        PublicKeyCredentialDescriptor(type=PublicKeyCredentialType.PUBLIC_KEY, id=_held(one).credential_id)
        for one in known
    ]
    options, state = _server().register_begin(user, others, ResidentKeyRequirement.REQUIRED, _UNLOCKED)
    return dict(options), state["challenge"]


def add(account: Account, name: str, challenge: str, answer: Mapping[str, Any]) -> None:
    """Keep the passkey that the browser made. Raises Refused when it was not made for the challenge, here."""
    try:
        made = _server().register_complete(_state(challenge), answer)
        held = _usable(made)
    except Exception as error:  # what the library raises at hostile bytes is not for us to list
        raise _refused(error) from error
    handle = websafe_encode(held.credential_id)
    with transaction.atomic():
        if Passkey.objects.filter(handle=handle).exists():
            raise Refused("Adgangsnøglen er der allerede.")
        account.passkeys.create(
            name=name, handle=handle, credential=bytes(held), sign_count=made.counter, created_at=timezone.now()
        )
        end_sessions(account)
        note(account, "account.passkey")


def ask() -> tuple[Options, str]:
    """What the browser needs to let its person choose a passkey, and the challenge to keep."""
    options, state = _server().authenticate_begin(user_verification=_UNLOCKED)
    return dict(options), state["challenge"]


def recognise(challenge: str, answer: Mapping[str, Any]) -> Account:
    """The open account whose passkey answered the challenge. Raises Refused when none did."""
    try:
        said = AuthenticationResponse.from_dict(answer)
        passkey = _known(said)
        _server().authenticate_complete(_state(challenge), [_held(passkey)], said)
    except Exception as error:  # as above
        raise _refused(error) from error
    _count(passkey, said.response.authenticator_data.counter)
    return passkey.account


def _known(said: AuthenticationResponse) -> Passkey:
    """The passkey that was used, of the account that it says it belongs to (section 7.2, step 6)."""
    open_ones = Passkey.objects.select_related("account__person").filter(
        account__is_active=True, account__person__active=True
    )
    found = open_ones.get(handle=websafe_encode(said.raw_id))
    if said.response.user_handle != _handle(found.account):
        raise ValueError("of another account")
    return found


def _count(passkey: Passkey, count: int) -> None:
    """A key that counts must have come further than before: else there are two of it (section 7.2, step 21)."""
    same = Passkey.objects.filter(pk=passkey.pk)
    further = same.filter(sign_count__lt=count) if count else same.filter(sign_count=0)
    if not further.update(sign_count=count, used_at=timezone.now()):
        raise _refused(ValueError("the count went back"))


def _usable(made: AuthenticatorData) -> AttestedCredentialData:
    """The key, of a kind that we asked for."""
    held = made.credential_data
    if held is None or held.public_key.get(3) not in CoseKey.supported_algorithms():
        raise ValueError("a key that nobody can check")
    return held


def _held(passkey: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(passkey.credential))


def _handle(account: Account) -> bytes:
    """What the authenticator calls the account: says nothing of the person to whoever reads it there."""
    return bytes.fromhex(fingerprint("passkey", str(account.pk)))


def _server() -> Fido2Server:
    party = PublicKeyCredentialRpEntity(name=f"Sagsgang, {settings.AUTHORITY}", id=settings.PASSKEYS["domain"])
    none = AttestationConveyancePreference.NONE
    return Fido2Server(party, none, verify_origin=lambda origin: origin == settings.PASSKEYS["origin"])


def _state(challenge: str) -> dict[str, Any]:
    return {"challenge": challenge, "user_verification": _UNLOCKED}


def _refused(error: Exception) -> Refused:
    _log.warning("a passkey was refused: %s", type(error).__name__)
    return Refused("Adgangsnøglen kunne ikke bruges. Prøv igen, eller log ind med adgangskode.")
