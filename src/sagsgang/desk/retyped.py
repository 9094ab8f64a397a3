"""A form that was refused comes back as it was typed, on the page that it was sent from."""

from collections import deque
from copy import copy
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, resolve
from django.utils.html import escape
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser, LexborNode

_OURS = frozenset({"csrfmiddlewaretoken", "tilbage", "herfra"})
_CONTROLS = "input, textarea, select"
_UNTYPED = frozenset({"hidden", "file", "password", "submit", "button"})
_TICKED = frozenset({"checkbox", "radio"})
Sent = dict[str, list[str]]


def typed_again(request: HttpRequest, address: str) -> HttpResponse | None:
    """The page at `address` with the refused form as it was filled; None where nothing was, or no such page is.

    A form that leads elsewhere when it is done says in its field `herfra` where it stands.
    """
    stood = request.POST.get("herfra", "")
    address = stood if url_has_allowed_host_and_scheme(stood, allowed_hosts=None) else address
    sent = {name: list(map(str, values)) for name, values in request.POST.lists() if name not in _OURS}
    page = _page(request, address) if sent else None
    if page is None:
        return None
    page.content = refilled(page.content.decode(), address, request.path, sent).encode()
    page.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if page.status_code == HTTPStatus.OK else page.status_code
    return page


def _page(request: HttpRequest, address: str) -> HttpResponse | None:
    """What the desk shows at the address, as if it had been asked for."""
    parts = urlsplit(address)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return None
    if match.namespace != "desk":
        return None
    asked = copy(request)
    asked.method, asked.path, asked.path_info, asked.resolver_match = "GET", parts.path, parts.path, match
    asked.META = {**request.META, "REQUEST_METHOD": "GET", "QUERY_STRING": parts.query}
    asked.GET, asked.POST = QueryDict(parts.query), QueryDict()
    answer = match.func(asked, *match.args, **match.kwargs)
    known = isinstance(answer, HttpResponse) and answer.status_code in {HTTPStatus.OK, HTTPStatus.NOT_FOUND}
    return answer if known and answer.headers["Content-Type"].startswith("text/html") else None


def refilled(page: str, address: str, action: str, sent: Sent) -> str:
    """The page at `address` with what was `sent` to `action` in its fields; what has no field stands above them."""
    tree = LexborHTMLParser(page)
    forms = [one for one in tree.css("form") if action in _leads(one, address)]
    left = {name: deque(values) for name, values in sent.items()}
    if forms:
        _fill(max(forms, key=lambda one: _likeness(one, sent)), sent, left)
    written = [value for values in left.values() for value in values if " " in value.strip()]
    notices, note = tree.css_first(".notices"), _note(written) if written else None
    if notices and note:
        notices.insert_after(note)
    return tree.html or page


def _leads(form: LexborNode, address: str) -> set[str]:
    """Where the form is sent to, by itself or by one of its buttons."""
    named = (button.attributes.get("formaction") for button in form.css("button[formaction]"))
    return {urlsplit(urljoin(address, to or "")).path for to in (form.attributes.get("action"), *named)}


def _likeness(form: LexborNode, sent: Sent) -> tuple[int, int]:
    """How much the form looks like the one that was sent: its hidden fields count first."""
    hidden = other = 0
    for control in form.css(_CONTROLS):
        name, value = control.attributes.get("name"), _value(control)
        if not name or name in _OURS or not value:
            continue
        same = 1 if value in sent.get(name, ()) else -1
        if _kind(control) == "hidden":
            hidden += same
        else:
            other += same
    return hidden, other


def _value(control: LexborNode) -> str:
    """What the control says before anybody fills it."""
    if control.tag == "select":
        chosen = control.css_first("option[selected]")
        return _option(chosen) if chosen else ""
    if _kind(control) in _TICKED:
        return (control.attributes.get("value") or "on") if "checked" in control.attributes else ""
    return control.text() if control.tag == "textarea" else control.attributes.get("value") or ""


def _kind(control: LexborNode) -> str:
    return (control.attributes.get("type") or "text") if control.tag == "input" else str(control.tag)


def _fill(form: LexborNode, sent: Sent, left: dict[str, deque[str]]) -> None:
    """Put the values where they were typed, and take them from what is `left`."""
    form.attrs["data-refused"] = ""
    _unfold(form)
    for control in form.css(_CONTROLS):
        name = control.attributes.get("name") or ""
        if name in _OURS or _kind(control) in _UNTYPED:
            continue
        if _kind(control) in _TICKED:
            _mark(control, "checked", on=(control.attributes.get("value") or "on") in sent.get(name, ()))
        elif values := left.get(name):
            _write(control, values.popleft())
    for button in form.css("button[name]"):
        left.pop(button.attributes.get("name") or "", None)


def _write(control: LexborNode, value: str) -> None:
    if control.tag == "select":
        for option in control.css("option"):
            _mark(option, "selected", on=_option(option) == value)
    elif control.tag == "textarea":
        for said in list(control.iter(include_text=True)):
            said.remove()
        control.insert_child(value)
    else:
        control.attrs["value"] = value


def _option(option: LexborNode) -> str:
    stated = option.attributes.get("value")
    return option.text(strip=True) if stated is None else stated


def _mark(node: LexborNode, name: str, *, on: bool) -> None:
    if on:
        node.attrs[name] = ""
    elif name in node.attributes:
        del node.attrs[name]


def _unfold(form: LexborNode) -> None:
    """Nobody should search for the form that was refused."""
    above: LexborNode | None = form
    while above is not None:
        if above.tag == "details":
            above.attrs["open"] = ""
        above = above.parent


def _note(written: list[str]) -> LexborNode | None:
    """What was written, to be copied: the page has no field for it any more."""
    words = "".join(f"<pre>{escape(value)}</pre>" for value in written)
    said = escape(_("Det her skrev du. Det er ikke gemt, og siden har ikke noget felt til det længere:"))
    made = LexborHTMLParser(f'<div class="notice notice-warning" lang="da"><p>{said}</p>{words}</div>')
    return made.css_first("div")
