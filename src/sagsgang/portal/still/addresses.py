"""Which addresses become files, and what the files are called: a query string becomes a folder of the path."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape
from urllib.parse import parse_qsl, quote, unquote, urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve
from django.utils import translation

_ASKED = ("aar", "tilstand", "fra")
# Made for the one who asks, or answered by a form; and the searches anybody may think of.
_LEFT_OUT = frozenset({"theme", "pdf-large", "pdf-attached", "pdf-item", "word", "word-item", "feed-search"})
_ROOMS = frozenset({"portal", "file"})
_OTHER = re.compile(r"[^A-Za-z0-9._-]")
_TAG = re.compile(r"<[a-z][^<>]*>")
_LINK = re.compile(r'( (?:href|src)=")([^"]*)"')
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_STATIC = "/static/"
_LONGEST = 255


@dataclass(slots=True)
class Found:
    """A page whose links lead to files, and the addresses that they stand for."""

    html: str
    addresses: list[str] = field(default_factory=list)


def rewritten(html: str, base: str) -> Found:
    """The page at the address `base` with its links turned into those of the files. O(length)."""
    found = Found(html)

    def link(match: "re.Match[str]") -> str:
        target = unescape(match[2])
        if _ELSEWHERE.match(target) or target.startswith("#"):
            return match[0]
        address, fragment = urldefrag(urljoin(base, target))
        if address.startswith(_STATIC):
            return match[0]
        known = canonical(address)
        if known is None:
            return match[0]
        found.addresses.append(known)
        return f'{match[1]}{escape(still(known) + ("#" + fragment if fragment else ""))}"'

    found.html = _TAG.sub(lambda tag: _LINK.sub(link, tag[0]), html)
    return found


def in_sitemap(xml: str) -> Iterator[str]:
    """The addresses that a sitemap, or an index of them, names."""
    for location in _LOCATION.findall(xml):
        known = canonical(urlsplit(unescape(location)).path)
        if known:
            yield known


def canonical(address: str) -> str | None:
    """The address with what of its query the files tell apart, in one order; None when it becomes no file."""
    parts = urlsplit(address)
    name = _name(parts.path)
    if name is None or name in _LEFT_OUT:
        return None
    asked = dict(parse_qsl(parts.query)) if name != "search" else {}
    kept = [(one, asked[one]) for one in _ASKED if one in asked]
    return parts.path + ("?" + "&".join(f"{one}={quote(value)}" for one, value in kept) if kept else "")


def still(address: str) -> str:
    """The address of the file: "/moeder/?fra=2025-01-01_7" is "/moeder/fra=2025-01-01_7/"."""
    parts = urlsplit(address)
    folders = "".join(f"{one}={_OTHER.sub(_coded, value)}/" for one, value in parse_qsl(parts.query))
    return parts.path + folders


def file_of(address: str) -> str | None:
    """The path of the file below the folder; None for a name that no file can have."""
    path = unquote(still(address)).removeprefix("/")
    *folders, name = path.split("/")
    if "" in folders or any(_cannot_be(part) for part in (*folders, name)):
        return None
    return f"{path}index.html" if path.endswith("/") or not path else path


def _cannot_be(name: str) -> bool:
    return name in {".", ".."} or len(name.encode()) > _LONGEST or "\0" in name


@lru_cache(maxsize=4096)
def _name(path: str) -> str | None:
    with translation.override(translation.get_language_from_path(path) or "da"):
        try:
            match = resolve(unquote(path))
        except Resolver404:
            return None
    return match.url_name if match.namespace in _ROOMS else None


def _coded(match: "re.Match[str]") -> str:
    return "".join(f"~{byte:02x}" for byte in match[0].encode())
