"""How mails are sent, from one address of a mail server."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

_PORTS = {"smtp": 587, "smtps": 465}
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def mail(address: str, folder: Path) -> dict[str, object]:
    """Django's settings for `smtp://user:password@host:587` or `smtps://...`; "": mails lie as files in `folder`.

    Raises ValueError for an address of another kind.
    """
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": folder}
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError(f"SAGSGANG_MAIL skal være smtp://navn:kode@vært:587 eller smtps://..., ikke {parts.scheme}")
    local = parts.hostname in {"localhost", "127.0.0.1"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not local,
        "EMAIL_TIMEOUT": 20,
    }


def reaches_people(address: str, site: str) -> bool:
    """Whether mails get to those who ask for them; on a machine of one's own they lie as files, to be tried out."""
    return bool(address) or (urlsplit(site).hostname or "") in _OWN_MACHINE
