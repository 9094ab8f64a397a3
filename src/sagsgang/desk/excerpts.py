"""What somebody asked for, as words, and the piece of a text that has them, with marks."""

import re

from django.db.models import Q
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_WORD = re.compile(r"[^\W_][\w.\-]*")
_SPACE = re.compile(r"\s+")
_MOST_WORDS = 6
_SHORTEST = 2
_BEFORE, _AFTER = 80, 220


def words(asked: str) -> tuple[str, ...]:
    """The words to look for, without what is too short to say anything."""
    found = (word.rstrip(".-") for word in _WORD.findall(asked))
    return tuple(dict.fromkeys(word for word in found if len(word) >= _SHORTEST))[:_MOST_WORDS]


def holding(asked: tuple[str, ...], *fields: str) -> Q:
    """Rows that have every word in one of the fields, inside longer words too."""
    found = Q()
    for word in asked:
        one = Q()
        for field in fields:
            for form in _forms(word):
                one |= Q(**{f"{field}__icontains": form})
        found &= one
    return found


def _forms(word: str) -> set[str]:
    """SQLite knows the small and capital letters of ASCII only."""
    return {word} if word.isascii() else {word.lower(), word.capitalize(), word.upper()}


def excerpt(text: str, asked: tuple[str, ...]) -> SafeString:
    """The text around the first of the words, the words marked; safe HTML."""
    looked = re.compile("|".join(re.escape(word) for word in asked) or r"(?!)", re.IGNORECASE)
    plain = _SPACE.sub(" ", text).strip()
    first = looked.search(plain)
    start = max(first.start() - _BEFORE, 0) if first else 0
    end = min(start + _BEFORE + _AFTER, len(plain))
    start = plain.find(" ", start, end) + 1 if start else 0
    end = plain.rfind(" ", start, end) if end < len(plain) and " " in plain[start:end] else end
    return mark_safe(f"{'… ' if start else ''}{_marked(plain[start:end], looked)}{' …' if end < len(plain) else ''}")  # noqa: S308 - escaped piece by piece


def _marked(piece: str, looked: re.Pattern[str]) -> str:
    out, at = [], 0
    for hit in looked.finditer(piece):
        out += [escape(piece[at : hit.start()]), f"<mark>{escape(hit[0])}</mark>"]
        at = hit.end()
    return "".join((*out, escape(piece[at:])))
