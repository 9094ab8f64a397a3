"""A saved search as text: what the search page's address says, always written the same way."""

import json
from collections.abc import Mapping, Sequence

from sagsgang.archive.models import Audience
from sagsgang.archive.search import Order, Query
from sagsgang.archive.search.filters import PARAMETERS, filtered

_LONGEST = 500
_MOST_VALUES = 20
Asked = dict[str, list[str]]


def written(text: str, filters: Mapping[str, Sequence[str]]) -> str:
    """The search as it is kept; "" when it asks for nothing, or for more than can be kept."""
    asked: Asked = {name: sorted(set(filters.get(name, ()))) for name in PARAMETERS if filters.get(name)}
    words = " ".join(text.split())
    if not asked and not any(char.isalnum() for char in words):
        return ""
    kept = json.dumps({"q": [words], **asked}, ensure_ascii=False, sort_keys=True)
    many = any(len(values) > _MOST_VALUES for values in asked.values())
    return "" if many or len(kept) > _LONGEST or "\\u0000" in kept else kept


def asked(key: str) -> Asked | None:
    """What a kept search asks for, by the names of the address; None when `key` is none."""
    try:
        found = json.loads(key)
    except ValueError:
        return None
    if not isinstance(found, dict) or not all(_is_texts(values) for values in found.values()):
        return None
    text = " ".join(found.get("q", ()))
    return found if written(text, found) == key else None


def words(key: str) -> str:
    """What was typed into the search."""
    return " ".join((asked(key) or {}).get("q", ()))


def query(key: str) -> Query:
    """What the index is asked: the street's entries only. Values that mean nothing are passed over."""
    return filtered(Query(audience=Audience.STREET, text=words(key), order=Order.DATE), asked(key) or {})


def _is_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)
