"""The index of the pages that are files: words in parts that a phone can fetch, and the items in parts of a hundred.

A script in the page (`still.js`) reads it: a query costs the parts of its words and those of the hits that are shown.
Items are counted from the newest on, so that the order of numbers is the order of time.
"""

import json
import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise

FOLDER = "soeg/indeks/"
_ITEMS = 100
_PART = 60_000  # bytes; one word alone may take more
_FEW = 1000
_WORD = re.compile(r"[^\W_]+")
_FOLDED = str.maketrans({0xE6: "ae", 0xF8: "oe", 0xE5: "aa"})  # the letters after z
# A word's items: those that have it in the title, and those that have it elsewhere.
_Places = tuple["array[int]", "array[int]"]


@dataclass(frozen=True, slots=True)
class StillItem:
    """An item to be found. `shown` is what its hit shows, as the script reads it; `text` is looked up, not shown."""

    title: str
    text: str
    shown: Sequence[str]


@dataclass(slots=True)
class _Index:
    """Words and items as they come; memory O(words + places), about four bytes a place."""

    words: dict[str, _Places] = field(default_factory=dict)
    count: int = 0

    def add(self, item: StillItem) -> None:
        """Take the next item."""
        title = set(words(item.title))
        for place, found in enumerate((title, set(words(item.text)) - title)):
            for word in found:
                self.words.setdefault(word, (array("I"), array("I")))[place].append(self.count)
        self.count += 1


def words(text: str) -> list[str]:
    """The words of a text as the index writes them: small letters, and "æ" as "ae"."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower().translate(_FOLDED))


def index(items: Iterable[StillItem]) -> Iterator[tuple[str, bytes]]:
    """The files of the index by their paths, the one that names the others last."""
    made, told = _Index(), sha256()
    for path, data in _items(made, items):
        told.update(data)
        yield path, data
    common = [word for word, places in made.words.items() if made.count > _FEW and 2 * _often(places) > made.count]
    for word in common:
        del made.words[word]
    rows = {word: _row(word, places) for word, places in sorted(made.words.items())}
    parts = dict(sorted(_parts(rows)))
    for number, part in enumerate(parts.values()):
        data = ("{" + ",".join(part) + "}").encode()
        told.update(data)
        yield f"{FOLDER}ord-{number}.json", data
    head = {
        "version": told.hexdigest()[:12],
        "items": made.count,
        "size": _ITEMS,
        "parts": list(parts),
        "common": sorted(common),
    }
    yield f"{FOLDER}indeks.json", _json(head)


def _items(made: _Index, items: Iterable[StillItem]) -> Iterator[tuple[str, bytes]]:
    part: list[Sequence[str]] = []
    for item in items:
        made.add(item)
        part.append(item.shown)
        if len(part) == _ITEMS:
            yield f"{FOLDER}punkter-{(made.count - 1) // _ITEMS}.json", _json(part)
            part = []
    if part:
        yield f"{FOLDER}punkter-{made.count // _ITEMS}.json", _json(part)


def _parts(rows: Mapping[str, str], prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    """The rows in parts of words that begin alike, split by one letter more where a part is too large.

    The part of "sk" holds "sk" itself and what begins so, or, once split, "sk" alone.
    """
    if sum(map(len, rows.values())) <= _PART or len(rows) == 1:
        yield prefix, list(rows.values())
        return
    if prefix in rows:
        yield prefix, [rows[prefix]]
    begins: dict[str, dict[str, str]] = {}
    for word, row in rows.items():
        if word != prefix:
            begins.setdefault(word[: len(prefix) + 1], {})[word] = row
    for longer, some in begins.items():
        yield from _parts(some, longer)


def _often(places: _Places) -> int:
    return len(places[0]) + len(places[1])


def _row(word: str, places: _Places) -> str:
    """The word with its items, each as the step from the one before."""
    steps = [[after - before for before, after in pairwise((0, *place))] for place in places]
    return f"{json.dumps(word, ensure_ascii=False)}:{_json(steps).decode()}"


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
