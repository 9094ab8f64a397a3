"""How much of what a hand-made label says a reader found: F1 over single facts, as extraction is commonly scored."""

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

MEETING = ("kind", "body", "date", "start", "place")
ITEM = ("title", "access", "case_number", "kle_number", "document_number", "item_type", "toc_page")
SECTIONS = ("summary", "recommendation", "presentation", "finances", "remark")
_MARKS = re.compile(r"\*\*|</?u>|(?m:^\s*[-·•o*]\s+)")
_LONG, _ALIKE = 60, 0.98
Fact = tuple[Any, ...]


def f1(label: Mapping[str, Any], read: Mapping[str, Any]) -> tuple[float, list[Fact]]:
    """The F1 of `read` against `label`, and every fact that only one of them holds."""
    expected, claimed = Counter(_facts(label, label)), Counter(_facts(read, label))
    right = expected & claimed
    missing, invented = list((expected - right).elements()), list((claimed - right).elements())
    for fact in list(missing):
        twin = next((other for other in invented if _alike(fact, other)), None)
        if twin:
            missing.remove(fact)
            invented.remove(twin)
    total = expected.total() + claimed.total()
    return 1 - (len(missing) + len(invented)) / total, [("missing", *fact) for fact in missing] + [
        ("invented", *fact) for fact in invented
    ]


def _facts(paper: Mapping[str, Any], label: Mapping[str, Any]) -> Iterator[Fact]:
    yield from _fields("meeting", paper, MEETING)
    labelled = {item["number"]: item for item in label["items"]}
    for item in paper["items"]:
        number = str(item["number"])
        yield number, "item"
        yield from _fields(number, item, ITEM)
        yield from ((number, "route", body) for body in item["route"])
        yield from _section_facts(number, item)
        for one in item["attachments"]:
            yield number, "attachment", _plain(one["title"]), one["document_number"]
        yield from _decision_facts(number, item, labelled.get(number, {"decisions": []}))


def _fields(where: str, thing: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[Fact]:
    yield from ((where, name, _plain(thing[name])) for name in names if thing.get(name) not in (None, ""))


def _section_facts(number: str, item: Mapping[str, Any]) -> Iterator[Fact]:
    for kind in SECTIONS:
        texts = [section["text"] for section in item["sections"] if section["kind"] == kind]
        if texts:
            yield number, kind, _plain("\n\n".join(texts))


def _decision_facts(number: str, item: Mapping[str, Any], labelled: Mapping[str, Any]) -> Iterator[Fact]:
    """A label lists every outcome that is right; of deadlines the intervals and meetings count."""
    right = {decision["date"]: decision["outcome"] for decision in labelled["decisions"]}
    for decision in item["decisions"]:
        yield number, "decision", decision["body"], decision["date"], _plain(decision["text"])
        outcome = decision["outcome"]
        accepted = outcome if isinstance(outcome, list) else right.get(decision["date"], [])
        said = outcome[0] if isinstance(outcome, list) else outcome
        yield number, "outcome", accepted[0] if said in accepted else said
        dues = decision.get("due") or [one["due"] for one in decision.get("commitments", ())]
        for due in dues:
            if due["kind"] in ("interval", "next_meeting", "coming_meeting"):
                yield number, "due", due["kind"], due.get("from"), due.get("to")


def _plain(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return " ".join(_MARKS.sub("", unicodedata.normalize("NFC", value)).split())


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two facts differ in a long text only, and hardly there."""
    a, b = one[-1], other[-1]
    long = isinstance(a, str) and isinstance(b, str) and min(len(a), len(b)) > _LONG
    return long and one[:-1] == other[:-1] and difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE
