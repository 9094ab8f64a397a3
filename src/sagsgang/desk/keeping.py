"""The key with which a browser keeps what is not saved yet."""

from base64 import b64encode

from django.utils.crypto import salted_hmac

from sagsgang.core.viewer import Viewer


def key_of(viewer: Viewer) -> str:
    """A person's key for AES-256, base64. It stays the same when they log in again, so that no word is lost.

    The browser never stores it: without logging in as the person nobody can read what is kept there.
    """
    return b64encode(salted_hmac("sagsgang.desk.keeping", str(viewer.person), algorithm="sha256").digest()).decode()
