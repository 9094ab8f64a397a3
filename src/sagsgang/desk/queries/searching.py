"""Search over all that the viewer may see: what only the house holds, and beside it what has been published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sagsgang.archive.search import Query, search
from sagsgang.core.access import SENT
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models import Attachment, Decision, Item, Meeting, Note, Point, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.danish.numbers import key
from sagsgang.desk.excerpts import excerpt, holding, words
from sagsgang.desk.menu import address_of
from sagsgang.desk.paging import Pager
from sagsgang.paper.model import Access

_SIZE, _PUBLISHED = 15, 6
_LONGEST = 200
_SHOWN = ("public_title", "state", "access", "author", "case__number", "body__name", "meeting__date")
Texts = tuple[GuardedQuerySet, ...]  # type: ignore[type-arg]


@dataclass(frozen=True, slots=True)
class Passage:
    """Where in the item the words stand: the heading, and the text around them as safe HTML."""

    where: str
    text: SafeString


@dataclass(frozen=True, slots=True)
class Hit:
    """An item with the first passages that answer. `address`: where this viewer reads it. `day`: of its meeting."""

    title: SafeString
    address: str
    state: str
    closed: bool
    body: str
    case_number: str
    day: date | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A hit of the archive, on the citizens' page; `title` and `snippet` are safe HTML."""

    title: SafeString
    snippet: SafeString
    address: str
    body: str
    day: date


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The answer. `read`: the items of which something closed is shown, by their ids."""

    asked: str
    hits: tuple[Hit, ...]
    pager: Pager
    published: tuple[Published, ...]
    more_published: str
    read: tuple[int, ...]


def found(viewer: Viewer, asked: str, page: int) -> SearchPage:
    """The page of hits, the newest items first. Two queries, and those of the archive on the first page."""
    asked = asked.strip()[:_LONGEST]
    looked = words(asked)
    if not looked:
        return SearchPage(asked, (), Pager(None, None), (), "", ())
    start = (page - 1) * _SIZE
    texts = _texts(viewer, looked)
    items = list(_items(viewer, asked, looked, texts)[start : start + _SIZE + 1])
    passages, read = _passages(texts, looked, items[:_SIZE])
    published, more = _published(asked) if page == 1 else ((), "")
    return SearchPage(
        asked=asked,
        hits=tuple(_hit(viewer, item, passages.get(item.id, ()), looked) for item in items[:_SIZE]),
        pager=Pager(page - 1 if page > 1 else None, page + 1 if len(items) > _SIZE else None),
        published=published,
        more_published=more,
        read=read,
    )


def _out(item: str = "", state: tuple[MeetingState, ...] = SENT) -> Q:
    """What everybody finds in the archive of this process: open, and sent."""
    return Q(
        **{
            f"{item}access": Access.OPEN,
            f"{item}number__isnull": False,
            f"{item}meeting__state__in": state,
            f"{item}body__audience": settings.PORTAL,
        }
    )


def _items(viewer: Viewer, asked: str, looked: tuple[str, ...], texts: Texts) -> QuerySet[Item]:
    said = Q(case__key=key(asked))
    said |= holding(looked, "public_title", "case__number", "document_number") & ~_out()
    for of_kind in texts:
        said |= Q(Exists(of_kind.filter(item=OuterRef("pk"))))
    joined = Item.objects.visible_to(viewer).select_related("case", "body", "meeting").only(*_SHOWN)
    return joined.filter(_kept(viewer) | Q(case__key=key(asked)), said).order_by("-id")


def _kept(viewer: Viewer) -> Q:
    """Items that may hold what is not in the archive: asked first, as looking into every text takes long."""
    why = "which items, no text of them"
    published = Meeting.objects.unguarded(why).filter(state=MeetingState.PUBLISHED)
    kept = ~Q(state=ItemState.DECIDED) | ~Q(access=Access.OPEN) | ~Q(meeting__in=published.values("pk"))
    kept |= ~Q(body__audience=settings.PORTAL) | Q(pk__in=Note.objects.visible_to(viewer).values("item"))
    for parts in (Section.objects, Attachment.objects, Decision.objects):
        kept |= Q(pk__in=parts.unguarded(why).filter(access=Access.CLOSED).values("item"))
    return kept


def _texts(viewer: Viewer, looked: tuple[str, ...]) -> Texts:
    """The texts below an item that answer, and that are not in the archive, in the order of `_columns`."""
    everything = holding(looked, "text")
    still_open = Q(access=Access.OPEN)
    sections = Section.objects.visible_to(viewer).filter(everything).exclude(_out("item__") & still_open)
    points = Point.objects.visible_to(viewer).filter(everything).exclude(_out("item__"))
    decided = Decision.objects.visible_to(viewer).filter(everything)
    files = Attachment.objects.visible_to(viewer).filter(holding(looked, "title", "text"))
    published = (MeetingState.PUBLISHED,)
    return (
        sections,
        points,
        decided.exclude(_out("item__", published) & still_open),
        files.exclude(_out("item__") & still_open),
        Note.objects.visible_to(viewer).filter(everything),
    )


def _columns() -> tuple[tuple[F | Value, ...], ...]:
    """Of each kind of texts: where it stands, what it says, and whether that is open."""
    text, access = F("text"), F("access")
    return (
        (F("heading"), text, access),
        (Value(_("Indstilling")), text, F("item__access")),
        (Value(_("Beslutning")), text, access),
        (F("title"), text, access),
        (Value(_("Min note")), text, Value(Access.OPEN.value)),
    )


def _passages(
    texts: Texts, looked: tuple[str, ...], items: Iterable[Item]
) -> tuple[Mapping[int, tuple[Passage, ...]], tuple[int, ...]]:
    """What answers in these items, and the items of which it is closed. One query."""
    ids = [item.id for item in items]
    answers = (of_kind.filter(item__in=ids).order_by() for of_kind in texts)
    first, *others = (
        rows.values_list("item_id", *columns) for rows, columns in zip(answers, _columns(), strict=True)
    )
    rows = list(first.union(*others))
    told: dict[int, tuple[Passage, ...]] = {}
    for item, where, said, _open in rows:
        told[item] = (*told.get(item, ()), Passage(where, excerpt(said, looked)))
    closed = {item for item, _where, _said, is_open in rows if is_open != Access.OPEN}
    return told, tuple(sorted(closed))


def _hit(viewer: Viewer, item: Item, passages: tuple[Passage, ...], looked: tuple[str, ...]) -> Hit:
    return Hit(
        title=excerpt(item.public_title or item.case.number, looked),
        address=_address(viewer, item),
        state=item.state,
        closed=item.access != Access.OPEN,
        body=item.body.name,
        case_number=item.case.number,
        day=item.meeting.date if item.meeting else None,
        passages=passages[:3],
    )


def _address(viewer: Viewer, item: Item) -> str:
    """Its own page for those who work with it, the meeting's papers for a member."""
    works = item.author_id == viewer.person or {(item.body_id, Role.SECRETARY), (item.body_id, Role.APPROVER)} & (
        viewer.roles
    )
    if not works and item.meeting and viewer.receives(item.body_id, item.meeting.date):
        return f"{address_of('desk:read', item.meeting.id)}#punkt-{item.id}"
    return address_of("desk:item", item.id)


def _published(asked: str) -> tuple[tuple[Published, ...], str]:
    """The best of the archive, and the address of all of it there; "" when these are all."""
    answer = search(Query(audience=settings.PORTAL, text=asked, size=_PUBLISHED))
    shown = tuple(
        Published(
            title=hit.title,
            snippet=hit.snippet,
            address=_street(hit.body_slug, hit.meeting_slug, hit.number),
            body=hit.body,
            day=hit.date,
        )
        for hit in answer.hits
    )
    return shown, address_of("portal:search") if answer.pages > 1 else ""


def _street(body: str, meeting: str, number: str) -> str:
    return address_of("portal:item", body, meeting, number) if number else address_of("portal:meeting", body, meeting)
