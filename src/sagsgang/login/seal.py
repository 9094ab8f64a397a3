"""Secrets that must be read again are kept sealed, so that a copy of the database alone opens nothing."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from hmac import new as hmac
from importlib import import_module
from typing import TYPE_CHECKING, cast

from django.conf import settings

if TYPE_CHECKING:
    from cryptography.fernet import Fernet


def seal(secret: str) -> str:
    """The secret as it is kept."""
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """The secret again; "" when it was sealed with another key than the machine has now."""
    if not sealed:
        return ""
    box = _box()
    try:
        return box.decrypt(sealed.encode()).decode()
    except import_module("cryptography.fernet").InvalidToken:
        return ""


def fingerprint(kind: str, value: str) -> str:
    """What is kept of a value that is only ever compared: 64 signs, worth nothing without the machine's key."""
    return hmac(settings.SECRET_KEY.encode(), f"{kind}\0{value}".encode(), sha256).hexdigest()


def _box() -> "Fernet":
    """The library is loaded when somebody needs it: it takes 10 MB in each web worker."""
    key = hmac(settings.SECRET_KEY.encode(), b"sagsgang.login.seal", sha256).digest()
    return cast("Fernet", import_module("cryptography.fernet").Fernet(urlsafe_b64encode(key)))
