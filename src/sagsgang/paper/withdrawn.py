"""An item taken off an agenda that is out: it keeps its number and says so, with the reason where it is open."""

from sagsgang.paper.model import Item

HEADING = "Udgået"
SAID = "Punktet er trukket af dagsordenen"


def gone(reason: str) -> str:
    """What stands where the item was."""
    return f"{SAID}: {reason}"


def withdrawal(item: Item) -> str:
    """What the item says of its having been taken off; "" when it was not. A closed item gives no reason."""
    said = (part.text for part in item.sections if part.heading == HEADING)
    return next((text for text in (*said, item.extract) if text.startswith(SAID)), "")
