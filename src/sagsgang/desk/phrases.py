"""The phrases that decisions are written with, offered as buttons while the meeting runs. A trailing space: go on."""

from sagsgang.paper.model import ItemType

_ALWAYS = ("Udsættes til næste møde.", "Punktet udgår.")
_BY_TYPE: dict[str, tuple[str, ...]] = {
    ItemType.DECISION: (
        "Godkendt.",
        "Godkendt med den bemærkning, at ",
        "Anbefales.",
        "Ikke godkendt.",
        "Sendes tilbage til forvaltningen med henblik på ",
    ),
    ItemType.DISCUSSION: (
        "Drøftet.",
        "Drøftet. Der udarbejdes et oplæg til næste møde.",
        "Taget til efterretning.",
        "Intet.",
    ),
    ItemType.INFORMATION: ("Taget til efterretning.", "Drøftet.", "Intet at bemærke."),
}


def phrases(item_type: str, body: str, *, goes_on: bool) -> tuple[str, ...]:
    """At most nine, so that each has a key. `goes_on`: the route has a further body, so the case may stop here."""
    stop = (f"Godkendt. Stopper i {body}.",) if goes_on else ()
    return (*_BY_TYPE.get(item_type, _BY_TYPE[ItemType.DECISION]), *stop, *_ALWAYS)[:9]
