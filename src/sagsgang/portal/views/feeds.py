"""Atom feeds (RFC 4287) of everything, of a body, a case, a KLE group and a search."""

import re
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.archive.search.filters import PARAMETERS
from sagsgang.danish.numbers import key as case_key
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.portal import words
from sagsgang.portal.queries import feed as queries
from sagsgang.portal.queries.authorities import authority
from sagsgang.portal.sharing import shared
from sagsgang.portal.views.gone import or_tombstone
from sagsgang.portal.views.parse import found

_NOTHING_YET = datetime(2000, 1, 1, tzinfo=UTC)
# What XML 1.0 cannot hold; a search may ask for anything.
_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]")
_TYPE = "application/atom+xml; charset=utf-8"


class _Feed(Atom1Feed):
    """A feed that is as old as its newest entry: without any it is not made new each time somebody asks."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_NOTHING_YET)


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Every agenda and all minutes."""
    return _answer(request, queries.newest(), _("Dagsordener og referater"), reverse("portal:meetings"))


@require_safe
@or_tombstone
def body(request: HttpRequest, body: str) -> HttpResponse:
    """What one body published."""
    feed = found(queries.of_body(body))
    return _answer(
        request, feed, f"{feed.name}: {_('dagsordener og referater')}", reverse("portal:body", args=[body])
    )


@require_safe
@or_tombstone
def case(request: HttpRequest, key: str) -> HttpResponse:
    """One case, wherever it is treated; another way to write its number leads to the one address."""
    if (canonical := case_key(key)) != key:
        return HttpResponsePermanentRedirect(reverse("file:feed-case", args=[found(canonical or None)]))
    feed = found(queries.of_case(key))
    return _answer(request, feed, f"{_('Sag')}: {feed.name}", reverse("portal:case", args=[key]))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What answers a search, by the date of the meeting."""
    text = request.GET.get("q", "").strip()
    filters = {name: request.GET.getlist(name) for name in PARAMETERS}
    asked = urlencode({"q": text, **filters}, doseq=True)
    feed = queries.of_search(text, filters)
    return _answer(request, feed, f"{_('Søgning')}: {text}".rstrip(": "), f"{reverse('portal:search')}?{asked}")


@require_safe
def subject(request: HttpRequest, group: str) -> HttpResponse:
    """What lies under a KLE group."""
    page = f"{reverse('portal:search')}?{urlencode({'emne': group})}"
    return _answer(request, queries.of_subject(group), f"KLE {words.kle_name(group)}", page)


def _answer(request: HttpRequest, feed: queries.Feed, title: str, page: str) -> HttpResponse:
    root = request.build_absolute_uri("/")[:-1]
    made = _Feed(
        title=_clean(f"{title} – {authority()}"),
        link=root + page,
        description="",
        language="da",
        author_name=authority(),
        feed_url=request.build_absolute_uri(),
    )
    _fill(made, root, feed)
    return shared(HttpResponse(made.writeString("utf-8"), content_type=_TYPE))


def _fill(made: _Feed, root: str, feed: queries.Feed) -> None:
    for paper in feed.papers:
        _add_paper(made, root, paper)
    if feed.left:
        made.add_item(
            title=_("%(body)s er taget af") % {"body": feed.left.body},
            link=made.feed["link"],
            description=_html(feed.left.reason),
            unique_id=f"{made.feed['link']}#{feed.left.at:%Y-%m-%d}",
            updateddate=feed.left.at,
        )
    for treatment in feed.gone:
        _add_gone(made, root, treatment)
    for item in feed.items:
        _add_item(made, root, item)


def _add_paper(made: _Feed, root: str, paper: queries.PaperNews) -> None:
    """One that is gone stands under the id that it came with, so that it takes its place (RFC 4287, 4.2.6)."""
    address = root + reverse("portal:meeting", args=[paper.body_slug, paper.meeting_slug])
    title, gone = _paper_title(paper), paper.gone is not None
    made.add_item(
        title=_("%(paper)s vises ikke længere") % {"paper": title} if gone else title,
        link=address,
        description=_html(paper.gone or ""),
        unique_id=f"{address}#{paper.kind}-{paper.version}",
        pubdate=None if gone else paper.at,
        updateddate=paper.at,
    )


def _add_item(made: _Feed, root: str, item: queries.ItemNews) -> None:
    entry = item.entry
    address = root + reverse("portal:item", args=[entry.body_slug, entry.meeting_slug, entry.address])
    made.add_item(
        title=_clean(entry.title),
        link=address,
        description=_html(_said(item)),
        unique_id=address,
        updateddate=item.published,
        categories=_categories(item),
    )


def _add_gone(made: _Feed, root: str, one: queries.GoneNews) -> None:
    """Under the id that the treatment came with, as long as no other item can have its address."""
    meeting = root + reverse("portal:meeting", args=[one.body_slug, one.meeting_slug])
    item = reverse("portal:item", args=[one.body_slug, one.meeting_slug, one.where]) if one.where else ""
    made.add_item(
        title=_("Behandlingen i %(body)s vises ikke længere") % {"body": f"{one.body} {one.day:%d-%m-%Y}"},
        link=root + item if item else meeting,
        description=_html(one.reason),
        unique_id=root + item if item else f"{meeting}#gone",
        updateddate=one.at,
    )


def _paper_title(paper: queries.PaperNews) -> str:
    kind = words.KINDS[paper.kind]
    changed = _(", ændret (udgave %(version)s)") % {"version": paper.version} if paper.version > 1 else ""
    return f"{paper.body} {paper.day:%d-%m-%Y}: {kind}{changed}"


def _said(item: queries.ItemNews) -> str:
    entry = item.entry
    where = f"{entry.body} {entry.day:%d-%m-%Y}"
    told = entry.decision or (words.OUTCOMES[OutcomeKind.WITHDRAWN] if entry.outcome == OutcomeKind.WITHDRAWN else "")
    return f"{where}: {told}" if told else where


def _categories(item: queries.ItemNews) -> tuple[str, ...]:
    return (item.case_number,) if item.case_number else ()


def _html(text: str) -> str:
    """As the feeds say that it is written."""
    return linebreaksbr(_clean(text), autoescape=True)


def _clean(text: str) -> str:
    return _UNSPEAKABLE.sub("", text)
