"""What can be followed, as it is asked for, as it is called, and where its page is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sagsgang.alerts import searches
from sagsgang.alerts.models import Kind, Subscription
from sagsgang.archive import gone
from sagsgang.archive.gone import Gone
from sagsgang.archive.models import Audience, Body, Entry, Meeting
from sagsgang.archive.search.filters import PARAMETERS
from sagsgang.danish.kle import MAIN_GROUPS
from sagsgang.danish.numbers import key as case_key

_KLE = re.compile(r"([0-9]{2})(?:\.[0-9]{2}){0,2}", re.ASCII)
# What a mail program makes a link of: an address, or a name that ends as those of the web do.
_LINK = re.compile(r"://|@|\bwww\.|\w{2}\.[^\W\d_]{2}|\.[^\W\d_]{2,20}/", re.IGNORECASE)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to follow. `value` stands in the form; `name` is Danish data, `what` the word before it."""

    kind: str
    key: str
    what: str
    name: str
    page: str

    @property
    def value(self) -> str:
        """The kind and the key in one."""
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose from."""

    value: str
    name: str


def asked_for(asked: QueryDict) -> Thing | None:
    """What the address of the page names: `sag`, `emne`, `udvalg`, or with `q` a search; None for nothing known."""
    if "q" in asked:
        return _asked_search(asked)
    for name, kind in (("sag", Kind.CASE), ("udvalg", Kind.BODY), ("emne", Kind.SUBJECT)):
        if name in asked:
            return known(kind, _last(asked, name))
    return None


def _asked_search(asked: QueryDict) -> Thing | None:
    """A search for nothing but one subject is that subject."""
    filters = {name: values for name in PARAMETERS if (values := asked.getlist(name))}
    text = _last(asked, "q")
    if not text.strip() and list(filters) == ["emne"] and len(filters["emne"]) == 1:
        return known(Kind.SUBJECT, filters["emne"][0])
    return known(Kind.SEARCH, searches.written(text, filters))


def _last(asked: QueryDict, name: str) -> str:
    return "".join(asked.getlist(name)[-1:])


def taken_away(asked: QueryDict) -> Gone | None:
    """Why the body or the case that the address names is shown no longer; None when it is, or never was."""
    if "sag" in asked:
        last = gone.of_case(case_key(_last(asked, "sag")), Audience.STREET)
        return last[1] if last else None
    body = Body.objects.filter(slug=_last(asked, "udvalg")).first()
    return gone.of_body(body, Audience.STREET) if body else None


def sent(value: str) -> Thing | None:
    """What a form sent; None when it is nothing that can be followed."""
    kind, _colon, key = value.partition(":")
    return known(kind, key)


def known(kind: str, key: str) -> Thing | None:
    """The thing, when the street has it. Two queries at most."""
    found = _KNOWN.get(kind)
    return found(key) if found and key and "\0" not in key else None


def choices() -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """The bodies and the subjects to choose from. One query."""
    bodies = tuple(Choice(f"{Kind.BODY}:{slug}", name) for slug, name in _bodies().values_list("slug", "name"))
    return bodies, tuple(Choice(f"{Kind.SUBJECT}:{key}", f"{key} {name}") for key, name in MAIN_GROUPS.items())


def followed(rows: list[Subscription]) -> dict[int, Thing]:
    """What the subscriptions follow, by their ids. Three queries at most."""
    keys = {kind: [row.key for row in rows if row.kind == kind] for kind in (Kind.BODY, Kind.CASE)}
    bodies = Body.objects.filter(slug__in=keys[Kind.BODY]) if keys[Kind.BODY] else Body.objects.none()
    names = {Kind.BODY: dict(bodies.values_list("slug", "name")), Kind.CASE: _titles(keys[Kind.CASE])}
    return {row.pk: _named(row.kind, row.key, names) for row in rows}


def _named(kind: str, key: str, names: Mapping[Kind, Mapping[str, str]]) -> Thing:
    if kind == Kind.BODY:
        return _body(key, names[Kind.BODY].get(key, key))
    if kind == Kind.CASE:
        return _case(key, names[Kind.CASE].get(key, ""))
    return _subject(key) if kind == Kind.SUBJECT else _search(key)


def _titles(cases: Sequence[str]) -> dict[str, str]:
    """What each case was called the last time. The days are read from the index alone."""
    shown = Entry.objects.filter(audience=Audience.STREET).order_by()
    last = shown.filter(case_key__in=cases).values_list("case_key").annotate(day=Max("date")) if cases else ()
    either = Q(pk__in=())
    for key, day in last:
        either |= Q(case_key=key, date=day)
    return dict(shown.filter(either).order_by("pk").values_list("case_key", "title")) if cases else {}


def _bodies() -> QuerySet[Body]:
    shown = Meeting.objects.filter(body=OuterRef("pk"), audience=Audience.STREET, edition__isnull=False)
    return Body.objects.filter(Exists(shown)).order_by("name", "authority")


def _body(slug: str, name: str) -> Thing:
    return Thing(Kind.BODY, slug, pgettext("ental", "Udvalg"), name, reverse("portal:body", args=[slug]))


def _case(key: str, title: str) -> Thing:
    name = f"{key} {Truncator(title).chars(_LONGEST)}".rstrip()
    return Thing(Kind.CASE, key, _("Sag"), name, reverse("portal:case", args=[key]))


def _subject(number: str) -> Thing:
    name = f"{number} {MAIN_GROUPS.get(number[:2], '')}".rstrip()
    page = f"{reverse('portal:search')}?{urlencode({'emne': number})}"
    return Thing(Kind.SUBJECT, number, _("Emne (KLE)"), name, page)


def _search(key: str) -> Thing:
    asked = searches.asked(key) or {}
    page = f"{reverse('portal:search')}?{urlencode(asked, doseq=True)}"
    narrowed = any(asked.get(name) for name in PARAMETERS)
    words = searches.words(key)
    name = _("%(words)s (afgrænset)") % {"words": words} if narrowed and words else words or _("med filtre")
    return Thing(Kind.SEARCH, key, _("Søgning"), name, page)


def _known_body(slug: str) -> Thing | None:
    name = _bodies().filter(slug=slug).values_list("name", flat=True).first()
    return _body(slug, name) if name else None


def _known_case(number: str) -> Thing | None:
    key = case_key(number)
    title = _titles([key]).get(key) if key else None
    return _case(key, title) if title is not None else None


def _known_subject(number: str) -> Thing | None:
    found = _KLE.fullmatch(number)
    return _subject(number) if found and found[1] in MAIN_GROUPS else None


def _known_search(key: str) -> Thing | None:
    """The words stand in a mail that anybody can have sent to anybody: they are short, and lead nowhere."""
    words = searches.words(key)
    mailable = len(words) <= _LONGEST and not _LINK.search(words)
    return _search(key) if mailable and searches.asked(key) else None


_KNOWN = {
    Kind.BODY.value: _known_body,
    Kind.CASE.value: _known_case,
    Kind.SUBJECT.value: _known_subject,
    Kind.SEARCH.value: _known_search,
}
