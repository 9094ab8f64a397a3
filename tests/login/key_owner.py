"""Somebody with a passkey, and what our script posts for them."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from sagsgang.core.models import Journal
from tests.core.world import WHY
from tests.login.key_holder import HOST, Holder
from tests.login.people import MINE

KEYS, CHALLENGE = f"{MINE}noegler/", "/log-ind/noegle/udfordring/"
ENTER, OFFER, ADD = "/log-ind/noegle/", f"{KEYS}udfordring/", f"{KEYS}ny/"


def window() -> Client:
    """A browser at the address that passkeys belong to."""
    return Client(HTTP_HOST=HOST)


def post(client: Client, address: str, said: dict[str, Any]) -> Any:
    """As our script posts."""
    return client.post(address, said, content_type="application/json", headers={"Accept": "application/json"})


@dataclass(slots=True)
class Owner:
    """Karen, logged in with her password in one browser, and the passkey on her phone."""

    client: Client
    password: str
    holder: Holder

    def offered(self) -> dict[str, Any]:
        """A challenge for a new passkey."""
        answer = post(self.client, OFFER, {"name": "Min telefon", "password": self.password})
        assert answer.status_code == 200, answer.content
        return dict(answer.json())

    def add(self) -> Any:
        """Make the passkey."""
        return post(self.client, ADD, {"credential": self.holder.make(self.offered())})


def asked(client: Client) -> dict[str, Any]:
    """A challenge for logging in."""
    return dict(post(client, CHALLENGE, {}).json())


def come(holder: Holder, client: Client | None = None, onward: str = "") -> Any:
    """Log in with the passkey."""
    client = client or window()
    return post(client, ENTER, {"credential": holder.sign(asked(client)), "next": onward})


def is_in(client: Client) -> bool:
    """Whether the working house opens."""
    return client.get("/arbejde/").status_code == 200


def deeds() -> list[tuple[str, int | None]]:
    """What the Journal says, newest first."""
    return list(Journal.objects.unguarded(WHY).values_list("kind", "by_id"))
