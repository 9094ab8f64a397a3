"""The ends of the chains, written down outside the archive, so that a cut-off or rewritten end is noticed."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from django.db.models import F, Max

from sagsgang.archive.models import Body, Seal
from sagsgang.archive.remarks import Remark


@dataclass(frozen=True, slots=True)
class Head:
    """The last record of a body's chain at some time."""

    authority: str
    body: str
    number: int
    record_hash: str


_SHAPE = {"authority": str, "body": str, "number": int, "record_hash": str}


def heads() -> tuple[Head, ...]:
    """The head of every chain now."""
    last = Seal.objects.annotate(last=Max("body__seals__number")).filter(number=F("last"))
    rows = last.order_by("body__authority", "body__name")
    return tuple(Head(*row) for row in rows.values_list("body__authority", "body__name", "number", "record_hash"))


def dumps(some: Iterable[Head]) -> str:
    """Heads as JSON, one a line."""
    return "".join(json.dumps(asdict(head), ensure_ascii=False) + "\n" for head in some)


def loads(text: str) -> tuple[Head, ...]:
    """Heads from what `dumps` wrote; several exports may stand after each other. ValueError for anything else."""
    found = tuple(_head(json.loads(line)) for line in text.splitlines() if line.strip())
    if not found:
        raise ValueError("no heads")
    return found


def _head(data: object) -> Head:
    if not isinstance(data, dict) or {name: type(value) for name, value in data.items()} != _SHAPE:
        raise ValueError("no head")
    return Head(**data)


def check_heads(some: Iterable[Head]) -> Iterator[Remark]:
    """What of the heads written down is no longer there; a cut-off end is one remark, however often noted."""
    cut: set[tuple[str, str]] = set()
    for head in sorted(some, key=lambda head: (head.authority, head.body, head.number)):
        body = Body.objects.filter(authority=head.authority, name=head.body).first()
        record = Seal.objects.filter(body=body, number=head.number).first() if body else None
        if record is None and (head.authority, head.body) not in cut:
            cut.add((head.authority, head.body))
            yield Remark(head.body, _first_missing(body), "kæden er skåret over: herfra mangler posterne")
        elif record and record.record_hash != head.record_hash:
            yield Remark(head.body, head.number, "posten er ikke den, der blev noteret")


def _first_missing(body: Body | None) -> int:
    last = Seal.objects.filter(body=body).aggregate(last=Max("number"))["last"] if body else None
    return (last or 0) + 1
