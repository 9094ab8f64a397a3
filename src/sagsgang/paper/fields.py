"""Typed fields out of JSON of unknown origin; a value of the wrong type raises TypeError, a missing one KeyError."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any, TypeVar

Fields = Mapping[str, Any]
Built = TypeVar("Built")


def text(data: Fields, key: str) -> str:
    """A text that must be there."""
    return _text(data[key])


def text_or(data: Fields, key: str, default: str) -> str:
    """A text, or `default` where it is absent or null."""
    value = data.get(key)
    return default if value is None else _text(value)


def optional_text(data: Fields, key: str) -> str | None:
    """A text or nothing."""
    value = data.get(key)
    return None if value is None else _text(value)


def texts(data: Fields, key: str) -> tuple[str, ...]:
    """A list of texts; absent is empty."""
    return tuple(map(_text, _list(data, key)))


def optional_number(data: Fields, key: str) -> int | None:
    """A whole number or nothing."""
    value = data.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise TypeError(f"{key} is no number")
    return value


def number(data: Fields, key: str) -> int:
    """A whole number that must be there."""
    value = optional_number(data, key)
    if value is None:
        raise TypeError(f"{key} is no number")
    return value


def day(data: Fields, key: str) -> date:
    """An ISO date that must be there."""
    return date.fromisoformat(text(data, key))


def optional_day(data: Fields, key: str) -> date | None:
    """An ISO date or nothing."""
    value = optional_text(data, key)
    return date.fromisoformat(value) if value else None


def optional_clock(data: Fields, key: str) -> time | None:
    """A time of day, "HH:MM", or nothing."""
    value = optional_text(data, key)
    return time.fromisoformat(value) if value else None


def many(data: Fields, key: str, build: Callable[[Fields], Built]) -> tuple[Built, ...]:
    """A list of objects, each built by `build`; absent is empty."""
    return tuple(build(_object(value)) for value in _list(data, key))


def optional(data: Fields, key: str, build: Callable[[Fields], Built]) -> Built | None:
    """An object, built by `build`, or nothing."""
    value = data.get(key)
    return None if value is None else build(_object(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} is no text")
    return value


def _list(data: Fields, key: str) -> list[Any]:
    value = data.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise TypeError(f"{key} is no list")
    return value


def _object(value: object) -> Fields:
    if not isinstance(value, dict):
        raise TypeError(f"{type(value).__name__} is no object")
    return value
