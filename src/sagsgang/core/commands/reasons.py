"""A reason that many read is looked at as the texts are: it must say nothing closed again, and lead to nobody."""

from sagsgang.archive.reason import refusal
from sagsgang.core.act import Refused
from sagsgang.core.gate import tells
from sagsgang.core.models import Meeting

TELLS = (
    "Begrundelsen siger noget, der også står i en lukket tekst, eller hvordan man finder en bestemt person. "
    "Må alle læse det, så sæt kryds ved det, og send igen."
)


def look_at(meeting: Meeting | None, said: str, *, looked: bool) -> None:
    """Raise Refused for a personal number, and for closed words, mail and telephone unless somebody `looked` at them.

    The closed texts are those of the meeting that the reason belongs to.
    """
    if wrong := refusal(said):
        raise Refused(wrong)
    if not looked and meeting is not None and tells(meeting, said):
        raise Refused(TELLS)
