"""Which domain and address passkeys belong to, as the environment names them."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def passkeys(address: str, domain: str) -> dict[str, str]:
    """The domain (WebAuthn's RP ID), the origin and the host of the site; {} where no browser would make a passkey.

    Browsers ask for https and a name; plain http and `localhost` will do on one's own machine. Raises ValueError when
    the site does not lie in the domain.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if _is_number(host) or not (parts.scheme == "https" or host == "localhost"):
        return {}
    if domain and host != domain and not host.endswith(f".{domain}"):
        raise ValueError("SAGSGANG_PASSKEY_DOMAIN skal være navnet i SAGSGANG_ADDRESS eller slutningen af det")
    return {"domain": domain or host, "origin": f"{parts.scheme}://{parts.netloc}", "host": parts.netloc}


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return not host
    return True
