"""A letter as a mail: plain text, and the same as simple HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sagsgang.alerts.models import Letter, LetterKind
from sagsgang.alerts.reports import Report, reports
from sagsgang.alerts.street import authority
from sagsgang.alerts.templatetags.alerts import on_day
from sagsgang.alerts.things import Thing, followed


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates show."""

    language: str
    authority: str
    subject: str
    reports: tuple[Report, ...]
    older: int
    things: tuple[Thing, ...]
    confirm: str
    mine: str
    stop: str


def compose(letter: Letter) -> EmailMultiAlternatives | None:
    """The mail; None when there is nothing left to say."""
    with translation.override(letter.follower.language):
        page = _page(letter)
        return _mail(letter, page) if page else None


def _page(letter: Letter) -> Page | None:
    told = reports(letter) if letter.kind == LetterKind.NEWS else ()
    if letter.kind == LetterKind.NEWS and not told and not letter.older:
        return None
    things = _things(letter)
    asked = letter.subscription
    return Page(
        language=letter.follower.language,
        authority=authority(),
        subject=_subject(letter, told, things),
        reports=told,
        older=letter.older,
        things=things,
        confirm=_at("alerts:confirm", asked.token) if asked else "",
        mine=_at("alerts:mine", letter.follower.token),
        stop=_at("alerts:stop", letter.follower.token, letter.told_for.replace(",", "-")) if letter.told_for else "",
    )


def _things(letter: Letter) -> tuple[Thing, ...]:
    ids = [int(pk) for pk in letter.told_for.split(",") if pk]
    if letter.subscription_id:
        ids = [letter.subscription_id]
    rows = list(letter.follower.subscriptions.filter(pk__in=ids).order_by("pk"))
    named = followed(rows)
    return tuple(named[row.pk] for row in rows)


def _subject(letter: Letter, told: Sequence[Report], things: Sequence[Thing]) -> str:
    if letter.kind == LetterKind.CONFIRM:
        return _("Bekræft, at du vil følge %(what)s") % {"what": _called(things)}
    if letter.kind == LetterKind.LINK:
        return _("Det, du følger hos %(authority)s") % {"authority": authority()}
    if len(told) == 1:
        return _of_one(told[0], things)
    day = on_day(timezone.localdate(letter.created_at))
    if not told:
        return _("Ældre papirer lagt ind, %(day)s") % {"day": day}
    text = ngettext("%(n)s nyt papir, %(day)s", "%(n)s nye papirer, %(day)s", len(told))
    return text % {"n": len(told), "day": day}


def _of_one(told: Report, things: Sequence[Thing]) -> str:
    """The body and the date; first the case or what else is followed, when it is not the body."""
    where = f"{told.body} {on_day(told.day)}: {_what(told)}"
    return where if told.whole or len(things) != 1 else f"{_called(things)}: {where}"


def _what(told: Report) -> str:
    return {
        ("agenda", False): _("dagsorden"),
        ("agenda", True): _("ændret dagsorden"),
        ("minutes", False): _("referat"),
        ("minutes", True): _("ændret referat"),
    }.get((told.kind, told.changed), _("trukket tilbage"))


def _called(things: Sequence[Thing]) -> str:
    return ", ".join(f"{thing.what} {thing.name}" for thing in things)


def _mail(letter: Letter, page: Page) -> EmailMultiAlternatives:
    text, html = (
        render_to_string(f"alerts/mail/{letter.kind}.{end}", {"page": page, "address": settings.ADDRESS})
        for end in ("txt", "html")
    )
    mail = EmailMultiAlternatives(
        subject=" ".join(page.subject.split()),
        body=text,
        from_email=formataddr((" ".join(page.authority.split()), settings.DEFAULT_FROM_EMAIL)),
        to=[letter.follower.address],
        headers=_headers(letter, page),
    )
    mail.attach_alternative(html, "text/html")
    return mail


def _headers(letter: Letter, page: Page) -> dict[str, str]:
    """`List-Unsubscribe` of RFC 2369 and RFC 8058: the mail program's own button stops what the mail was sent for."""
    host = urlsplit(settings.ADDRESS).hostname or "localhost"
    headers = {
        "Message-ID": f"<alert.{letter.pk}.{letter.created_at:%Y%m%d%H%M%S}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    if page.stop:
        headers |= {"List-Unsubscribe": f"<{page.stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return headers


def _at(name: str, *parts: str) -> str:
    return settings.ADDRESS + reverse(name, args=parts)
