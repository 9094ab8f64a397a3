"""A real OpenID Connect provider in a thread, and a browser that goes there and comes back."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from django.test import Client
from oidc_provider_mock import User, run_server_in_thread

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]
AWAY, BACK = "/log-ind/udbyder/", "/log-ind/udbyder/retur/"
USERS = (
    User(sub="1", claims={"preferred_username": "Karen", "email": "karen@solbjerg.example"}),
    User(sub="2", claims={"preferred_username": "findes-ikke"}),
    User(sub="3", claims={"email": "karen"}),
    User(sub="4", claims={"email": "karen", "email_verified": False}),
    User(sub="5", claims={}),
    User(sub="6", claims={"email": "karen", "email_verified": "false"}),
    User(sub="7", claims={"preferred_username": "karen", "email": "karen2@solbjerg.example"}),
)


@dataclass(slots=True)
class Provider:
    """The provider's address, and what was asked of it.

    `instead` puts another application behind a path; `twist` may change a request on its way in.
    """

    issuer: str
    app: Application
    asked: list[str] = field(default_factory=list)
    instead: dict[str, Application] = field(default_factory=dict)
    twist: Callable[[Environ], None] = lambda _environ: None

    def settings(self) -> dict[str, str]:
        """What a municipality sets."""
        return {
            "issuer": self.issuer,
            "client_id": "sagsgang",
            "client_secret": "hemmelig",
            "name": "Solbjerg-login",
            "claim": "",
        }


@contextmanager
def running(lifetime: timedelta = timedelta(hours=1)) -> Iterator[Provider]:
    """A provider that knows `USERS`; what it issues is good for `lifetime`."""
    with run_server_in_thread(user_claims=USERS, access_token_max_age=lifetime, require_nonce=True) as server:
        provider = Provider(f"http://localhost:{server.server_port}", server.app)

        def listen(environ: Environ, start: Any) -> Iterable[bytes]:
            provider.asked.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
            provider.twist(environ)
            return provider.instead.get(environ["PATH_INFO"], provider.app)(environ, start)

        server.app = listen
        yield provider


def go(client: Client, onward: str = "") -> str:
    """Where our link leads: an address of the provider."""
    answer = client.get(AWAY, {"next": onward})
    assert answer.status_code == 302
    return str(answer["Location"])


def consent(address: str, user: str, **form: str) -> str:
    """What the provider sends the browser back to, when that user says yes there."""
    answer = requests.post(address, data={"sub": user, **form}, allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def parameters(address: str) -> dict[str, str]:
    """The parameters of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
