"""A client of OParl: reads everything that it is led to, and remembers what stood where."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.test import Client

HOST = "http://localhost"
SYSTEM = "/oparl/v1.1/system"
LISTS = (
    "organization", "person", "meeting", "paper", "agendaItem", "consultation", "file", "locationList",
    "legislativeTermList", "membership",
)  # fmt: skip
# Addresses of lists, of files and of pages: everything else that is an address of ours is an object's.
_NO_OBJECT = {"accessUrl", "downloadUrl", "web", "website", "product", "license"}
Object = dict[str, Any]


class Crawl:
    """What was read: every object by its address, the objects of every list, and the addresses of files and pages."""

    def __init__(self, client: Client, query: str = "") -> None:
        self.client, self.query = client, query
        self.system = self.get(f"{HOST}{SYSTEM}")
        self.bodies = self.all(self.system["body"])
        self.lists = {name: [one for body in self.bodies for one in self.all(body[name])] for name in LISTS}
        self.lists["body"] = self.bodies

    def get(self, address: str) -> Object:
        """The JSON at an address."""
        answer = self.client.get(address.removeprefix(HOST))
        assert answer.status_code == 200, (address, answer.status_code)
        assert answer["Content-Type"] == "application/json"
        found: Object = answer.json()
        return found

    def all(self, address: str) -> list[Object]:
        """Everything in a list, page by page."""
        found: list[Object] = []
        following: str | None = f"{address}{self.query}"
        seen: set[str] = set()
        while following:
            assert following not in seen
            seen.add(following)
            page = self.get(following)
            found += page["data"]
            following = page["links"].get("next")
        return found

    @property
    def objects(self) -> dict[str, Object]:
        """Every object of every list."""
        return {one["id"]: one for some in self.lists.values() for one in some}


def inner(one: Object) -> Iterator[Object]:
    """The object and all that stand inside it."""
    yield one
    for value in one.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from inner(part)


def references(one: Object) -> Iterator[str]:
    """The addresses of other objects of ours that it names, and those of lists."""
    for name, value in one.items():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, str) and part.startswith(f"{HOST}/oparl/") and name not in _NO_OBJECT:
                yield part


def files(one: Object) -> Iterator[str]:
    """The addresses of bytes that it names."""
    for name in ("accessUrl", "downloadUrl"):
        if name in one:
            yield str(one[name])


def pages(one: Object) -> Iterator[str]:
    """The address of the page that shows it."""
    if "web" in one:
        yield urlsplit(one["web"]).path
