"""Every address of the desk, filled with the rows of a house, and the birds that an answer lets out."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import product

from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, reverse

from sagsgang.core.models import Attachment, Body, Case, Followup, Highlight, Item, Meeting, Person, Section
from sagsgang.desk.urls import pages
from sagsgang.desk.views import attachments, items, live, meeting_verbs
from tests.desk.pages import KEYED, POSTED
from tests.walls.desk_cage import BIRD, WHY

SONG = re.compile(rf"{BIRD}-[a-z]+-[a-z]+", re.IGNORECASE)
QUERIES = {
    "cases": ("", f"?q={BIRD}", "?q=sag"),
    "followups": ("", "?efter=person", "?mine=1"),
    "item": ("", "?ret=1"),
    "journal": ("", "?laest=1", "?side=2"),
    "preview": ("", "?referat=1"),
    "search": ("", f"?q={BIRD}", f"?q={BIRD}&side=2", "?q=sag"),
}
VERBS: Mapping[str, Iterable[str]] = {
    "attachment-verb": attachments._VERBS,
    "case-verb": ("set_kle", "add_alias"),
    "followup-verb": ("complete", "drop", "adjust", "reopen"),
    "item-verb": items.VERBS,
    "live-verb": live.VERBS,
    "meeting-verb": meeting_verbs.VERBS,
}
SENT = dict.fromkeys(("text", "title", "note", "reason", "heading"), "nyt") | {
    "version": "0",
    "q": BIRD,
    "quote": BIRD,
}


def addresses() -> Iterator[str]:
    """Every page of the desk for every row that there is, whoever may see it."""
    for pattern in pages:
        if pattern.name not in (*KEYED, *POSTED):
            for args in _filled(pattern):
                address = reverse(f"desk:{pattern.name}", kwargs=dict(args))
                yield from (address + query for query in QUERIES.get(str(pattern.name), ("",)))


def deeds() -> Iterator[str]:
    """Every address that something is sent to, for every row that holds a bird."""
    for pattern in pages:
        if pattern.name in POSTED:
            for args, verb in product(_filled(pattern), VERBS.get(str(pattern.name), ("",))):
                yield reverse(f"desk:{pattern.name}", kwargs={**args, **({"verb": verb} if verb else {})})


def _filled(pattern: URLPattern) -> Iterator[Mapping[str, int | str]]:
    names = [name for name in pattern.pattern.converters if name != "verb"]
    if {"meeting", "item"} <= set(names):
        yield from ({"meeting": one.meeting_id or 0, "item": one.pk} for one in _items().exclude(meeting=None))
        return
    for ids in product(*(_ids(name) for name in names)):
        yield dict(zip(names, ids, strict=True))


def _ids(name: str) -> list[int | str]:
    if name == "paper":
        return ["findes-ikke"]
    rows: dict[str, QuerySet[Model]] = {
        "attachment": Attachment.objects.unguarded(WHY),
        "body": Body.objects.all(),
        "case": Case.objects.unguarded(WHY).filter(items__in=_items()),
        "followup": Followup.objects.unguarded(WHY),
        "highlight": Highlight.objects.unguarded(WHY),
        "item": _items(),
        "meeting": Meeting.objects.unguarded(WHY),
        "person": Person.objects.filter(name__in=("Karen", "Ida")),
        "section": Section.objects.unguarded(WHY).filter(text__contains=BIRD),
    }
    return list(rows[name].order_by("pk").values_list("pk", flat=True).distinct())


def _items() -> QuerySet[Item]:
    """Those with a bird, and what they have become at the next body."""
    return Item.objects.unguarded(WHY).filter(public_title__startswith="Sag ")


def songs(answer: HttpResponseBase) -> frozenset[str]:
    """The birds in an answer: its words, its headers, and the address that it leads to."""
    page = _words(answer).decode("utf-8", "replace").replace("<mark>", "").replace("</mark>", "")
    return sung("\n".join((page, *map(str, answer.items()))))


def _words(answer: HttpResponseBase) -> bytes:
    """What it says; of files in one, each file by itself."""
    data: bytes = answer.getvalue()
    if answer.get("Content-Type") != "application/zip":
        return data
    with zipfile.ZipFile(BytesIO(data)) as whole:
        return b"\n".join((*map(str.encode, whole.namelist()), *map(whole.read, whole.namelist())))


def sung(said: str) -> frozenset[str]:
    """The birds in a text, by their own names."""
    return frozenset(BIRD + found[len(BIRD) :].lower() for found in SONG.findall(said))


def tried(client: Client, address: str) -> frozenset[str]:
    """The birds that the deed lets out, on the page where it ends too; nothing of it is kept."""
    with transaction.atomic():
        answer = client.post(address, SENT, follow=True)
        transaction.set_rollback(True)
    return songs(answer)
