"""Papers kept aside because of a serious doubt, each with its source, until a person accepts or rejects it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from sagsgang.archive.intake.folder import folder, purge, write
from sagsgang.paper.model import Paper
from sagsgang.paper.store import from_json, to_json
from sagsgang.readers.base import Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A paper kept aside, closed parts and all. `id` is the fingerprint of its open edition."""

    id: str
    audience: str
    source: str
    digest: str
    paper: Paper
    doubts: tuple[Doubt, ...]


def keep(aside: Aside) -> None:
    """Put the paper and a copy of its source into the store; one that is there already stays as it is."""
    place = _paper_file(aside.id)
    if place.exists():
        return
    _keep_source(aside)
    record = asdict(aside) | {"paper": to_json(aside.paper), "doubts": [asdict(doubt) for doubt in aside.doubts]}
    write(place, json.dumps(record, ensure_ascii=False).encode())


def every() -> Iterator[Aside]:
    """All papers kept aside, in the order of their sources."""
    places = folder("aside").glob("*.json")
    yield from sorted(map(_read, places), key=lambda aside: (aside.source, aside.id))


def remove(aside: Aside) -> None:
    """Take the paper out for good, and its source when no other paper of it is waiting."""
    others = [other for other in every() if other.id != aside.id]
    if all(other.digest != aside.digest for other in others):
        purge(_source_file(aside.digest))
    purge(_paper_file(aside.id))


def _keep_source(aside: Aside) -> None:
    place, original = _source_file(aside.digest), Path(aside.source)
    if place.exists() or not original.is_file():
        return
    data = original.read_bytes()
    if sha256(data).hexdigest() == aside.digest:
        write(place, data)


def _read(place: Path) -> Aside:
    record = json.loads(place.read_bytes())
    doubts = tuple(Doubt(**doubt) for doubt in record.pop("doubts"))
    paper = from_json(record.pop("paper"))
    return Aside(paper=paper, doubts=doubts, **record)


def _paper_file(name: str) -> Path:
    return folder("aside") / f"{name}.json"


def _source_file(digest: str) -> Path:
    return folder("sources") / digest
