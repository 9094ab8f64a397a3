"""What stands around the pages for logging in."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString

_THEMES, _COOKIE = ("light", "dark"), "visning"


@dataclass(frozen=True, slots=True)
class Frame:
    """Whose house it is, in which language and theme. `path`: the page, "" when it answers what was sent."""

    authority: str
    language: str
    theme: str
    path: str


@dataclass(frozen=True, slots=True)
class Page:
    """A form, where to go afterwards, and what went wrong, in one sentence. `provider` "": there is none.

    `passkeys`: whether they can be used at this address.
    """

    form: Form | None = None
    next: str = ""
    wrong: str = ""
    told: str = ""
    username: str = ""
    provider: str = ""
    passkeys: bool = False


@dataclass(frozen=True, slots=True)
class Mine:
    """Who one is here. `factor_since` None: no code is asked for; `passkeys`: how many there are."""

    name: str
    title: str
    email: str
    username: str
    factor_since: datetime | None
    onward: str
    passkeys: int
    offered: bool


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A passkey, when it was made, and when it was last used; None: never."""

    id: int
    name: str
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Keys:
    """Somebody's passkeys. `offered`: one more can be made at this address."""

    rows: tuple[KeyLine, ...]
    form: Form
    offered: bool


@dataclass(frozen=True, slots=True)
class Factor:
    """The second factor as it is, or with `secret` and `picture` as it will be; `left` recovery codes are unused."""

    form: Form
    wrong: str = ""
    secret: str = ""
    picture: SafeString | str = ""
    since: datetime | None = None
    left: int = 0
    demanded: bool = False
    passkeys: bool = False


@dataclass(frozen=True, slots=True)
class Codes:
    """Recovery codes, shown once."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A first password, shown once."""

    person: str
    username: str
    password: str
    back: str


def render(request: HttpRequest, template: str, page: object, status: int = 200) -> HttpResponse:
    """The response; no cache keeps it."""
    theme = request.COOKIES.get(_COOKIE, "")
    frame = Frame(
        authority=settings.AUTHORITY,
        language=translation.get_language() or settings.LANGUAGE_CODE,
        theme=theme if theme in _THEMES else "",
        path=request.get_full_path() if request.method == "GET" else "",
    )
    text = loader.render_to_string(template, {"page": page, "frame": frame}, request)
    response = HttpResponse(text, status=status)
    add_never_cache_headers(response)
    return response


def onward(wanted: str) -> str:
    """Where somebody wanted to go, when it is an address of ours; else the desk's front."""
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else settings.DESK
