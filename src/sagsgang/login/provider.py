"""The municipality's OpenID Connect provider: authorization code with PKCE; the library checks what it answers."""

from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from joserfc.errors import JoseError
from requests import RequestException

from sagsgang.login.identity import account_of
from sagsgang.login.models import Account

_SECONDS = 10
_CLAIMS = ("preferred_username", "email")
_LONGEST = 255  # signs of a subject (OpenID Connect Core 2)
# A provider signs with a key that it alone holds; "none" and shared keys are refused whatever its metadata say.
_SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")


class Unreachable(Exception):  # noqa: N818 - it reads as what it is
    """The provider does not answer, or not as a provider does."""


class Untrusted(Exception):  # noqa: N818 - it reads as what it is
    """What came back proves nothing: refused, too old, or not meant for us."""


def ask(request: HttpRequest, back: str) -> HttpResponse:
    """Send the browser to the provider, and from there to `back`. Raises Unreachable."""
    try:
        answer: HttpResponse = _client().authorize_redirect(request, back)
    except (RequestException, RuntimeError) as error:  # the second: its metadata name no address to go to
        raise Unreachable from error
    return answer


def claims(request: HttpRequest) -> dict[str, Any]:
    """What the provider says of whoever came back from it. Raises Unreachable and Untrusted."""
    try:
        return _claims(request)
    except (RequestException, RuntimeError) as error:  # the second: its metadata name no address to go to
        raise Unreachable from error
    except (AuthlibBaseError, JoseError, ValueError) as error:
        raise Untrusted(type(error).__name__) from error


def account_for(said: dict[str, Any]) -> Account | None:
    """The open account of whoever the claims are about; None when there is none. None is ever made here."""
    return account_of(said["iss"], said["sub"], _name(said))


def _name(said: dict[str, Any]) -> str:
    """The name that may lead to an account that nobody has come to by the provider yet; "" when there is none."""
    name = said.get(_claim(said))
    # Some providers write the truth as a word.
    unverified = str(said.get("email_verified", True)).lower() == "false"
    return "" if not isinstance(name, str) or (_claim(said) == "email" and unverified) else name


def _claims(request: HttpRequest) -> dict[str, Any]:
    client = _client()
    options = {"iss": {"essential": True, "value": client.server_metadata["issuer"]}}
    options["aud"] = {"essential": True, "value": settings.OIDC["client_id"]}
    token = client.authorize_access_token(request, claims_options=options)
    said = dict(token.get("userinfo") or {})
    subject = said.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= _LONGEST:
        raise Untrusted("no subject")
    return said if said.get(_claim(said)) else said | _more(client, token, said)


def _more(client: Any, token: Any, said: dict[str, Any]) -> dict[str, Any]:
    """Many providers keep names out of the token (OpenID Connect Core 5.4); they must be of the same subject."""
    if "userinfo_endpoint" not in client.server_metadata:
        return {}
    more = dict(client.userinfo(token=token))
    if more.get("sub") != said.get("sub"):
        raise Untrusted("another subject")
    return more | {"iss": said["iss"]}


def _claim(said: dict[str, Any]) -> str:
    """The name of the claim that names the account."""
    chosen: str = settings.OIDC["claim"]
    return chosen or next((claim for claim in _CLAIMS if said.get(claim)), "")


def _client() -> Any:
    """A client that has read the provider's metadata anew: keys change, and logging in is rare."""
    client = OAuth().register(
        "provider",
        client_id=settings.OIDC["client_id"],
        client_secret=settings.OIDC["client_secret"],
        server_metadata_url=f"{settings.OIDC['issuer'].rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256", "default_timeout": _SECONDS},
    )
    metadata = client.load_server_metadata()
    if str(metadata.get("issuer", "")).rstrip("/") != settings.OIDC["issuer"].rstrip("/"):
        raise Unreachable
    offered = metadata.get("id_token_signing_alg_values_supported", _SIGNATURES)
    metadata["id_token_signing_alg_values_supported"] = [name for name in offered if name in _SIGNATURES]
    return client
