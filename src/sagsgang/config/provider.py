"""The municipality's OpenID Connect provider, as the environment names it."""

from collections.abc import Mapping
from urllib.parse import urlsplit

_LOCAL = ("localhost", "127.0.0.1", "::1")


def provider(environment: Mapping[str, str]) -> dict[str, str]:
    """Issuer, client and names; {} when there is none. Raises ValueError when what is needed is missing or unsafe."""
    issuer = environment.get("SAGSGANG_OIDC_ISSUER", "")
    if not issuer:
        return {}
    parts = urlsplit(issuer)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        raise ValueError("SAGSGANG_OIDC_ISSUER skal begynde med https://")
    client, secret = (
        environment.get("SAGSGANG_OIDC_CLIENT_ID", ""),
        environment.get("SAGSGANG_OIDC_CLIENT_SECRET", ""),
    )
    if not (client and secret):
        raise ValueError("SAGSGANG_OIDC_CLIENT_ID og SAGSGANG_OIDC_CLIENT_SECRET skal sættes sammen med udbyderen")
    return {
        "issuer": issuer,
        "client_id": client,
        "client_secret": secret,
        "name": environment.get("SAGSGANG_OIDC_NAME") or "kommunens login",
        "claim": environment.get("SAGSGANG_OIDC_CLAIM", ""),
    }
