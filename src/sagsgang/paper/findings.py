"""What a paper says about itself that does not add up, or that does: stated values against computed ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A stated value beside the computed one. It quotes both sides and never changes the text."""

    code: str
    message: str
    stated: str
    computed: str
    quotes: tuple[str, ...]
    item: str | None = None
