"""Writes the rows of a meeting's edition in force, over those of the edition before it."""

from dataclasses import dataclass

from django.db.models import Min

from sagsgang.archive.entries import Row, rows
from sagsgang.archive.models import AttachedFile, Entry, FileText, Holding, Meeting, Promise, Reading
from sagsgang.paper.model import Paper


@dataclass(frozen=True, slots=True)
class Laid:
    """The entries' ids as they now are, those that are gone, and every case that came, stays or went."""

    kept: frozenset[int]
    removed: frozenset[int]
    cases: frozenset[str]


def lay_out(meeting: Meeting, paper: Paper) -> Laid:
    """Bring the entries of `meeting` to what `paper` says. An entry keeps its id while its place is taken."""
    wanted = rows(paper)
    before = list(Entry.objects.filter(meeting=meeting).order_by("position"))
    removed = take_away(before[len(wanted) :]) if before else frozenset()
    kept = _overwritten(before, wanted) + _added(meeting, wanted[len(before) :])
    _promise(meeting, kept, wanted)
    _attach(meeting, kept, wanted)
    cases = {entry.case_key for entry in before} | {row.entry["case_key"] for row in wanted}
    return Laid(frozenset(entry.pk for entry in kept), removed, frozenset(cases - {""}))


def take_away(entries: list[Entry]) -> frozenset[int]:
    """Delete the entries with their promises; their ids."""
    gone = frozenset(entry.pk for entry in entries)
    Promise.objects.filter(came_back__in=gone).update(came_back=None, came_back_on=None)
    Promise.objects.filter(entry__in=gone).delete()
    AttachedFile.objects.filter(entry__in=gone).delete()
    Entry.objects.filter(pk__in=gone).delete()
    return gone


def _overwritten(before: list[Entry], wanted: tuple[Row, ...]) -> list[Entry]:
    both = list(zip(before, wanted, strict=False))
    if not both:
        return []
    for entry, row in both:
        for name, value in row.entry.items():
            setattr(entry, name, value)
    kept = [entry for entry, _ in both]
    Entry.objects.bulk_update(kept, list(wanted[0].entry))
    Promise.objects.filter(entry__in=kept).delete()
    AttachedFile.objects.filter(entry__in=kept).delete()
    Promise.objects.filter(came_back__in=kept).update(came_back=None, came_back_on=None)
    return kept


def _added(meeting: Meeting, wanted: tuple[Row, ...]) -> list[Entry]:
    return Entry.objects.bulk_create(
        Entry(meeting=meeting, body_id=meeting.body_id, audience=meeting.audience, **row.entry) for row in wanted
    )


def _promise(meeting: Meeting, kept: list[Entry], wanted: tuple[Row, ...]) -> None:
    Promise.objects.bulk_create(
        Promise(entry=entry, body_id=meeting.body_id, audience=meeting.audience, **promise)
        for entry, row in zip(kept, wanted, strict=True)
        for promise in row.promises
    )


def _attach(meeting: Meeting, kept: list[Entry], wanted: tuple[Row, ...]) -> None:
    if not any(row.files for row in wanted):
        return
    holdings = Holding.objects.filter(edition__meeting=meeting).values_list("sha256")
    since = dict(holdings.annotate(Min("edition__seal__sealed_at")))
    AttachedFile.objects.bulk_create(
        AttachedFile(entry=entry, audience=meeting.audience, modified_at=since[file["sha256"]], **file)
        for entry, row in zip(kept, wanted, strict=True)
        for file in row.files
    )
    named = {file["sha256"]: file["name"] for row in wanted for file in row.files}
    FileText.objects.bulk_create(
        (FileText(sha256=digest, name=name, state=Reading.WAITING) for digest, name in named.items()),
        ignore_conflicts=True,
    )
