"""Posts in JSON, as our own scripts send them."""

import json
from dataclasses import dataclass

from django.http import HttpRequest

from sagsgang.danish.digits import whole_number


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that somebody typed, the version that they began from, and who they were when the page was made."""

    text: str
    version: int
    person: int | None


def is_json(request: HttpRequest) -> bool:
    """Whether one of our scripts asks."""
    return request.content_type == "application/json"


def wants_json(request: HttpRequest) -> bool:
    """Whether one of our scripts sends a form, and hears the answer itself."""
    return request.headers.get("Accept", "").startswith("application/json")


def fields(request: HttpRequest) -> dict[str, object]:
    """The fields of the JSON object in the body; none when it is no such object."""
    try:
        found = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def word(values: dict[str, object], name: str) -> str:
    """The text of that name, "" when there is none."""
    found = values.get(name)
    return found if isinstance(found, str) else ""


def typed(request: HttpRequest) -> Typed | None:
    """What was typed, from a script or from a plain form; None when something of it is missing."""
    values = fields(request) if is_json(request) else request.POST.dict()
    text, version, person = values.get("text"), values.get("version"), values.get("person")
    counted = whole_number(str(version))
    if not isinstance(text, str) or counted is None:
        return None
    return Typed(text, counted, person if isinstance(person, int) else None)
