"""Whole numbers as people and files state them: in digits, and in so few that they can be meant."""

# So many digits fit every number that a program keeps.
_MOST = 9


def whole_number(text: str, most: int = _MOST) -> int | None:
    """The number in `text`; None where it is anything but ASCII digits, at most `most` of them."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= most else None
