"""Settings that the environment can give wrongly: a number, one of a few words, hosts with commas, an address."""

import os
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from sagsgang.danish.digits import whole_number

_HOST = re.compile(r"\*|\.?[\w.-]+|\[[\w:.%]+\]")


def number(name: str, usual: int, least: int = 1) -> int:
    """The whole number in the variable, `usual` when it is not set; raises ValueError, in Danish."""
    stated = os.environ.get(name, "").strip() or str(usual)
    whole = whole_number(stated)
    if whole is None or whole < least:
        raise ValueError(f"{name} skal være et helt tal, mindst {least}, ikke {stated[:40]!r}")
    return whole


def one_of(name: str, words: Sequence[str]) -> str:
    """The word in the variable, the first when it is not set; raises ValueError for any other."""
    stated = os.environ.get(name, "").strip() or words[0]
    if stated not in words:
        raise ValueError(f"{name} skal være {' eller '.join(words)}, ikke {stated!r}")
    return stated


def switched_on(name: str) -> bool:
    """Whether the variable is 1; raises ValueError for "true" and the like, which would be off without a word."""
    return one_of(name, ("0", "1")) == "1"


def hosts(name: str, usual: str) -> list[str]:
    """The host names in the variable, with commas between them; raises ValueError for an address or a port."""
    given = [one.strip() for one in (os.environ.get(name) or usual).split(",") if one.strip()]
    for one in given:
        if not _HOST.fullmatch(one):
            raise ValueError(
                f"{name} skal være navne som sager.kommunen.dk, uden https:// og port, ikke {one[:80]!r}"
            )
    return given


def address(name: str) -> str:
    """The address of a site in the variable, without a slash at its end; "" when it is not set; raises ValueError."""
    stated = os.environ.get(name, "").strip().rstrip("/")
    try:
        site = urlsplit(stated)
        usable = site.scheme in {"http", "https"} and bool(site.hostname) and site.port != 0
    except ValueError:
        usable = False
    if stated and not usable:
        raise ValueError(f"{name} skal være som https://sager.kommunen.dk, ikke {stated[:80]!r}")
    return stated


def page(name: str) -> str:
    """The address of a page in the variable, as it stands there; as `address` otherwise."""
    return os.environ.get(name, "").strip() if address(name) else ""
