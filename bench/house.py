"""The working house as years of work leave it: rows laid directly, as twenty thousand commands would take an hour."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from bench.corpus import papers, sentences

if TYPE_CHECKING:
    from sagsgang.core.models import Item, Meeting

MEETINGS, ITEMS_EACH, BODIES = 2_000, 10, 40
FILE = 300_000  # bytes of an attachment's PDF
PASSWORD = "a-password-for-measuring"
T = TypeVar("T")
NOW = datetime.now().astimezone()
TODAY = NOW.date()


def build() -> None:
    """Rows as years of work leave them, laid directly, as twenty thousand commands would take an hour."""
    from sagsgang.core.models import Body, Case, Grant, Meeting, Person, Seat
    from sagsgang.core.viewer import Role
    from sagsgang.login.models import Account

    chance = random.Random(11)
    lis = Person.objects.create(name="Lis", email="lis@solbjerg.example")
    karen = Person.objects.create(name="Karen", email="karen@solbjerg.example")
    account = Account(username="lis", person=lis)
    account.set_password(PASSWORD)
    account.save()
    bodies = [
        Body.objects.create(
            name=f"Udvalg {place}", kind="committee", audience="street", new_items="open", notice_days=4
        )
        for place in range(BODIES)
    ]
    members = Person.objects.bulk_create([Person(name=f"Medlem {place}") for place in range(BODIES * 7)])
    Grant.objects.bulk_create(
        [Grant(person=lis, body=body, role=role) for body in bodies for role in (Role.SECRETARY, Role.AUTHOR)]
    )
    Seat.objects.bulk_create(
        [
            Seat(person=members[place], body=bodies[place % BODIES], since=TODAY - timedelta(days=4_000))
            for place in range(len(members))
        ]
    )
    _in_pieces(
        Case.objects.bulk_create,
        (
            Case(
                number=f"999-2020-{n}", key=f"9992020{n}", responsible=karen, opened_on=TODAY - timedelta(days=2_000)
            )
            for n in range(8_000)
        ),
    )
    _in_pieces(Meeting.objects.bulk_create, _meetings(bodies))
    _fill(chance, karen)


def _meetings(bodies: Sequence[object]) -> Iterator[object]:
    from sagsgang.core.models import Meeting

    first = TODAY - timedelta(days=3_600)
    for place in range(MEETINGS):
        day = first + timedelta(days=place * 3_660 // MEETINGS)
        state = "published" if day < TODAY else "planned"
        yield Meeting(
            body=bodies[place % BODIES], date=day, start=time(8 + place // BODIES % 12), place="Rådhuset", state=state
        )


def _fill(chance: random.Random, author: object) -> None:
    from sagsgang.core.models import Case, Decision, Followup, Item, Journal, Meeting, RouteStep, Section

    why = "measuring lays rows"
    cases = list(Case.objects.unguarded(why))
    meetings = list(Meeting.objects.unguarded(why).select_related("body").order_by("id"))
    items: list[Item] = []
    for meeting in meetings:
        over = meeting.state == "published"
        for number in range(1, ITEMS_EACH + 1):
            items.append(
                Item(
                    case=chance.choice(cases),
                    body=meeting.body,
                    meeting=meeting,
                    author=author,
                    number=number,
                    state="decided" if over else "scheduled",
                    item_type="decision",
                    access="open",
                    position=number,
                    public_title=f"Sag om {chance.choice(sentences())[:60]}",
                    document_number=f"999-2020-{len(items)}",
                )
            )
    _in_pieces(Item.objects.bulk_create, items)
    stored = list(Item.objects.unguarded(why).order_by("id"))
    _in_pieces(
        Section.objects.bulk_create,
        (
            Section(
                item=item,
                kind=kind,
                heading=kind,
                text=" ".join(chance.sample(sentences(), 5)),
                access="open",
                position=place,
            )
            for item in stored
            for place, kind in enumerate(("summary", "recommendation", "presentation"))
        ),
    )
    _in_pieces(
        RouteStep.objects.bulk_create, (RouteStep(item=item, position=0, body_id=item.body_id) for item in stored)
    )
    over = [item for item in stored if item.state == "decided"]
    put_off = _put_off(over, stored)
    _in_pieces(
        Decision.objects.bulk_create,
        (
            Decision(item=i, text="Godkendt.", access="open", outcome=put_off.get(i.pk, "approved"), at=NOW)
            for i in over
        ),
    )
    _in_pieces(
        Followup.objects.bulk_create,
        (Followup(item=i, text="Vender tilbage.", owner=author, due_to=TODAY) for i in over[::10]),
    )
    _in_pieces(
        Journal.objects.bulk_create,
        (
            Journal(
                at=NOW,
                by=author,
                kind="item.submit",
                body_id=i.body_id,
                case_id=i.case_id,
                item=i,
                meeting_id=i.meeting_id,
                delivered_at=NOW,
            )
            for i in stored
        ),
    )


def _put_off(over: "Sequence[Item]", stored: "Sequence[Item]") -> dict[int, str]:
    """The outcome of one treatment in 25; the body took seven of eight up again at its next meeting."""
    from sagsgang.core.models import Item

    next_of_body = {one.pk: after for one, after in zip(stored, stored[BODIES * ITEMS_EACH :], strict=False)}
    put_off = over[::25]
    taken_up = [
        (one, next_of_body[one.pk]) for place, one in enumerate(put_off) if place % 8 and one.pk in next_of_body
    ]
    for one, after in taken_up:
        after.case_id, after.previous = one.case_id, one
    rows = Item.objects.unguarded("measuring lays rows")
    rows.bulk_update([after for _, after in taken_up], ("case", "previous"), batch_size=200)
    return {one.pk: "postponed" for one in put_off}


def _in_pieces(create: Callable[[list[T]], object], rows: Iterable[T]) -> None:
    every = iter(rows)
    while some := list(islice(every, 2_000)):
        create(some)


@dataclass(frozen=True, slots=True)
class Sent:
    """Seconds of the deed itself, and of making its PDF, which the worker does right after."""

    sealed: float
    printed: float


def announcing() -> Sent:
    """An agenda of 40 items with 100 attachments goes out, all converted to PDF and scanned when uploaded.

    One of one item goes out before it: a worker reads the word list and the table of holidays once in its life.
    """
    from sagsgang.archive.print import keep_pdf, unprinted
    from sagsgang.core.commands.meetings import announce
    from sagsgang.core.models import Person
    from sagsgang.core.viewers import viewer_of
    from sagsgang.writers import pdf

    viewer = viewer_of(Person.objects.get(name="Lis").id)
    assert viewer is not None
    files = iter(_files(101))
    announce(viewer, _agenda(1, 50, files))
    meeting = _agenda(40, 60, files)
    start = perf_counter()
    announce(viewer, meeting)
    sealed = perf_counter() - start
    keep_pdf(unprinted(1)[0], pdf.write)
    return Sent(sealed, perf_counter() - start - sealed)


def _files(count: int) -> Iterator[bytes]:
    """As many different PDFs of some pages, a comment in each making it as large as scans and drawings are."""
    from sagsgang.writers import pdf

    printed = [pdf.write(paper) for paper in papers(4, items=3)]
    for number in range(count):
        data = printed[number % len(printed)] + b"\n%"
        yield data + random.Random(number).randbytes((FILE - len(data)) // 2).hex().encode()


def _agenda(count: int, days: int, files: Iterator[bytes]) -> "Meeting":
    """A planned meeting in so many days; of its items every second has three attachments, others two."""
    from sagsgang.core.models import Body, Case, Item, Meeting, Person, Point, RouteStep, Section

    why = "measuring lays rows"
    lis, body = Person.objects.get(name="Lis"), Body.objects.get(name="Udvalg 0")
    meeting = Meeting.objects.create(body=body, date=TODAY + timedelta(days=days), start=time(21), place="Rådhuset")
    for place, case in enumerate(Case.objects.unguarded(why)[:count], start=1):
        item = Item.objects.create(
            case=case,
            body=body,
            meeting=meeting,
            author=lis,
            state="scheduled",
            item_type="decision",
            access="open",
            public_title=f"Sag {place}",
            document_number=f"999-2027-{days}-{place}",
            position=place,
        )
        Point.objects.create(item=item, position=1, text="at sagen godkendes", recommender="Direktøren")
        RouteStep.objects.create(item=item, position=0, body=body)
        for spot, kind in enumerate(("summary", "presentation")):
            Section.objects.create(
                item=item,
                kind=kind,
                heading=kind,
                text="\n\n".join(sentences()[place : place + 12]),
                access="open",
                position=spot,
            )
        for extra, data in enumerate(islice(files, 2 + place % 2 if count > 1 else 1)):
            _attach(item, extra, data)
    return Meeting.objects.unguarded(why).select_related("body").get(pk=meeting.pk)


def _attach(item: "Item", extra: int, data: bytes) -> None:
    from sagsgang.core import files
    from sagsgang.core.models import Attachment

    Attachment.objects.create(
        item=item,
        title=f"Bilag {extra}",
        document_number=f"{item.document_number}-{extra}",
        file_name="a.docx",
        size=1,
        media_type="application/msword",
        checksum="0" * 64,
        rendition=files.put(data),
        rendition_size=len(data),
        text="\n".join(sentences()[:60]),
        access="open",
        position=extra,
        added_at=NOW,
    )
