"""Taking papers out of force without erasing them: they stay sealed, are shown nowhere, and the reason is public.

The chain says of each what happened to it. The same paper does not come back by being published once more; another
one of the same meeting does come into force.
"""

from collections.abc import Iterable
from pathlib import Path

from sagsgang.archive import traces
from sagsgang.archive.bulk import places as bulk
from sagsgang.archive.models import Body, Edition, Meeting, RecordKind, Seal, Withdrawal
from sagsgang.archive.publish import bring_into_force
from sagsgang.archive.reason import sealed
from sagsgang.archive.renditions.orders import forget
from sagsgang.archive.seal import Deed, append
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.takedown import take_down
from sagsgang.archive.writing import locked, writing
from sagsgang.paper.model import PaperKind


def withdraw(edition: Edition, reason: str) -> bool:
    """Withdraw the paper; False when it was before. When it is in force, nothing takes its place."""
    with writing():
        body = locked(edition.meeting.body)
        if Withdrawal.objects.filter(edition=edition).exists():
            return False
        record = append(body, _deed(RecordKind.WITHDRAWAL, edition), sealed(reason))
        prints = take_out([edition], record, reason)
    remove(prints)
    return True


def put_back(edition: Edition, reason: str) -> bool:
    """Undo it, also where the whole body was taken off; False when there is nothing to undo.

    The paper is in force again unless another one of its meeting has taken its place.
    """
    with writing():
        body = locked(edition.meeting.body)
        if not Withdrawal.objects.filter(edition=edition).delete()[0]:
            return False
        append(body, _deed(RecordKind.RETURN, edition), sealed(reason))
        paper = paper_of(edition)
        if paper and newest(edition.meeting) == edition:
            bring_into_force(edition, paper)
    return True


def take_out(editions: Iterable[Edition], record: Seal, reason: str) -> list[Path]:
    """Note that `record` withdraws the editions, all of one body and channel, and show them no more.

    Inside `writing`. Gives the prints that somebody had asked for, to be removed afterwards.
    """
    gone = {edition.pk: edition for edition in editions}
    Withdrawal.objects.bulk_create(Withdrawal(edition=edition, record=record) for edition in gone.values())
    shown = Meeting.objects.filter(edition__in=gone).select_related("body")
    take_down(list(shown))
    traces.withdrawn(list(gone.values()), reason)
    return [file for edition in gone.values() for file in forget(edition)]


def remove(prints: Iterable[Path]) -> None:
    """Remove the files of prints, and the bulk files, which tell of what is in force."""
    for file in prints:
        file.unlink(missing_ok=True)
    bulk.forget()


def newest(meeting: Meeting) -> Edition | None:
    """The edition that is in force unless it is withdrawn or erased: of the minutes, else of the agenda."""
    editions = Edition.objects.filter(meeting=meeting)
    return max(editions, key=lambda one: (one.kind == PaperKind.MINUTES, one.version), default=None)


def withdrawn_by_chain(body: Body) -> frozenset[int]:
    """The numbers of the records of papers that the chain of `body` says are withdrawn. One query, O(records)."""
    papers: dict[str, set[int]] = {}
    off: set[int] = set()
    records = Seal.objects.filter(body=body).exclude(kind__in=(RecordKind.PDF, RecordKind.ERASURE)).order_by("number")
    for number, kind, audience, concerns in records.values_list("number", "kind", "audience", "concerns"):
        match RecordKind(kind):
            case RecordKind.LEAVING:
                off |= papers.get(audience, set())
            case RecordKind.WITHDRAWAL:
                off.add(concerns or 0)
            case RecordKind.RETURN:
                off.discard(concerns or 0)
            case _:
                papers.setdefault(audience, set()).add(number)
    return frozenset(off)


def _deed(kind: RecordKind, edition: Edition) -> Deed:
    seal = edition.seal
    return Deed(kind=kind, key=seal.key, version=seal.version, audience=seal.audience, concerns=seal.number)
