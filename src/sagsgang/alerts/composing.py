"""A letter as a mail: plain text, and the same as simple HTML."""

from dataclasses import dataclass
from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from sagsgang.alerts.contents import Shelf
from sagsgang.alerts.meetings import Calendar, calendars
from sagsgang.alerts.models import Letter, LetterKind
from sagsgang.alerts.reports import Report, reports
from sagsgang.alerts.street import authority
from sagsgang.alerts.subjects import Told, subject
from sagsgang.alerts.things import Thing, followed
from sagsgang.archive import gone


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates show. `left`: the body that is followed no longer, and `reason` why."""

    language: str
    authority: str
    subject: str
    calendars: tuple[Calendar, ...]
    reports: tuple[Report, ...]
    more: int
    older: int
    things: tuple[Thing, ...]
    confirm: str
    mine: str
    stop: str
    left: str
    reason: str


class Composer:
    """Makes mails of letters, and remembers what it read of the papers."""

    def __init__(self) -> None:
        self._shelf = Shelf()

    def compose(self, letter: Letter) -> EmailMultiAlternatives | None:
        """The mail; None when there is nothing left to say. Eleven queries at most."""
        with translation.override(letter.follower.language):
            page = self._page(letter)
            return _mail(letter, page) if page else None

    def _page(self, letter: Letter) -> Page | None:
        is_news = letter.kind == LetterKind.NEWS
        told, more = reports(letter, self._shelf) if is_news else ((), 0)
        planned = calendars(letter) if is_news else ()
        if is_news and not told and not planned and not letter.older:
            return None
        things = _things(letter)
        asked, seal = letter.subscription, letter.seal
        return Page(
            language=letter.follower.language,
            authority=authority(),
            subject=subject(Told(letter, told, more, planned, things)),
            calendars=planned,
            reports=told,
            more=more,
            older=letter.older,
            things=things,
            confirm=_at("alerts:confirm", asked.token) if asked else "",
            mine=_mine(letter),
            stop=_stop(letter),
            left=seal.body.name if seal else "",
            reason=gone.reason_of(seal) if seal else "",
        )


def _mine(letter: Letter) -> str:
    """The page with everything that is followed; "" when that is nothing any longer."""
    idle = letter.kind == LetterKind.LEFT and not letter.follower.subscriptions.exists()
    return "" if idle else _at("alerts:mine", letter.follower.token)


def _stop(letter: Letter) -> str:
    numbers = letter.told_for.replace(",", "-")
    return _at("alerts:stop", letter.follower.token, numbers) if numbers else ""


def _things(letter: Letter) -> tuple[Thing, ...]:
    ids = [int(pk) for pk in letter.told_for.split(",") if pk]
    if letter.subscription_id:
        ids = [letter.subscription_id]
    rows = list(letter.follower.subscriptions.filter(pk__in=ids).order_by("pk"))
    named = followed(rows)
    return tuple(named[row.pk] for row in rows)


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
        "Content-Language": page.language,
    }
    if page.stop:
        headers |= {"List-Unsubscribe": f"<{page.stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return headers


def _at(name: str, *parts: str) -> str:
    return settings.ADDRESS + reverse(name, args=parts)
