"""Subjects (KLE): what they are called, and which the house has given cases with such words before."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from sagsgang.archive.models import Entry
from sagsgang.core import kle
from sagsgang.core.models import Item, Section
from sagsgang.core.viewer import Viewer
from sagsgang.danish.digits import whole_number
from sagsgang.danish.kle import MAIN_GROUPS

_WORD = re.compile(r"[^\W\d_]{4,}")
_WORDS, _ROWS, _BEST = 8, 400, 6
_STEM = 5
_TEXTS, _LONGEST = 4, 4_000
_COMMON = frozenset(
    (
        "eller",
        "efter",
        "samt",
        "vedrørende",
        "godkendelse",
        "orientering",
        "behandling",
        "forslag",
        "sagen",
        "sager",
        "mellem",
        "status",
        "fælles",
        "kommune",
        "kommunen",
        "kommunens",
    )
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A number with what it is called; `example`: a title that has it; `times`: how often, 0 for a main group."""

    number: str
    title: str
    example: str
    times: int


def kle_title(number: str) -> str:
    """What the number's main group is called, "" when it is unknown; KL's finer list is not ours to give away."""
    return MAIN_GROUPS.get(number[:2], "")


def written(viewer: Viewer, case: str) -> str:
    """How the texts of the case begin, as far as the viewer may read them; "" for what is no case's id."""
    if (number := whole_number(case)) is None:
        return ""
    texts = (
        Section.objects.visible_to(viewer).filter(item__case=number).exclude(text="").order_by("-item", "position")
    )
    return "\n".join(texts.values_list("text", flat=True)[:_TEXTS])[:_LONGEST]


def suggestions(viewer: Viewer, title: str, text: str = "") -> tuple[Suggestion, ...]:
    """Numbers for a case: those of titles with the same words, the loaded list's, main groups."""
    words = tuple(dict.fromkeys((*_telling(title), *_telling(text))))[:_WORDS]
    if not words:
        return ()
    used = Counter[str]()
    example: dict[str, str] = {}
    for number, title in _used(viewer, words):
        used[number] += 1
        example.setdefault(number, title)
    practised = (Suggestion(number, kle_title(number), example[number], n) for number, n in used.most_common(_BEST))
    listed = (Suggestion(one.number, one.title, "", 0) for one in kle.suggest(title, text))
    finer = {one.number: one for one in (*listed, *practised)}
    groups = {one.number: one for one in _main_groups(words) if not _within(one.number, finer)}
    found = groups | finer
    return tuple(sorted(found.values(), key=lambda one: (one.times == 0, len(one.number) == 2, -one.times)))[:_BEST]


def _within(group: str, finer: Iterable[str]) -> bool:
    """Whether a finer number of the main group is there, which says more."""
    return any(number.startswith(f"{group}.") for number in finer)


def _telling(text: str) -> tuple[str, ...]:
    """The words that say what it is about, in small letters, the longest first."""
    words = {word for word in _WORD.findall(text.lower()) if word not in _COMMON}
    return tuple(sorted(words, key=lambda word: (-len(word), word))[:_WORDS])


def _used(viewer: Viewer, words: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Numbers and titles with any of the words: of the viewer's own house first, then of what is published."""
    house, street = Q(), Q()
    for word in words:
        for stem in (word[:_STEM], word[:_STEM].capitalize()):
            house |= Q(public_title__contains=stem)
            street |= Q(title__contains=stem)
    items = Item.objects.visible_to(viewer).filter(house).exclude(case__kle_number="").order_by("-id")
    yield from items.values_list("case__kle_number", "public_title")[:_ROWS]
    entries = Entry.objects.filter(street).exclude(kle_number="").order_by("-id")
    yield from entries.values_list("kle_number", "title")[:_ROWS]


def _main_groups(words: Iterable[str]) -> Iterable[Suggestion]:
    stems = [word[:_STEM] for word in words]
    for number, title in MAIN_GROUPS.items():
        if any(stem in title.lower() for stem in stems):
            yield Suggestion(number, title, "", 0)
