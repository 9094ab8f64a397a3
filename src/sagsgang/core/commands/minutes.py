"""Minutes after the meeting: signed by the members, published, and corrected by additions only."""

from django.db import transaction
from django.utils import timezone

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.routing import WayOn, carry_on
from sagsgang.core.commands.sealing import send
from sagsgang.core.gate import tells
from sagsgang.core.models import Attendance, Correction, Item, Meeting, Person, Signature
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access, PaperKind

WHY = "the secretary writes what the public is told"
TELLS = (
    "Rettelsen siger noget, der også står i en lukket tekst, eller hvordan man finder en bestemt person. "
    "Må alle læse det, så sæt kryds ved det, og send igen."
)


def set_extract(by: Viewer, item: Item, extract: str, silence_reason: str = "") -> None:
    """Say what the public is told of a closed item's decision, or why it is told nothing. Raises Refused.

    Either is published with the minutes, word for word.
    """
    told, silence = wording.text(extract).strip(), wording.text(silence_reason).strip()
    if told and silence:
        raise Refused("Skriv enten et offentligt uddrag eller en grund til tavshed, ikke begge dele.")
    with act(by, "tell", item, told=bool(told), silent=bool(silence)):
        if item.access != Access.CLOSED:
            raise Refused("Punktet er åbent: beslutningen kan læses, som den er.")
        Item.objects.unguarded(WHY).filter(pk=item.pk).update(public_extract=told, silence_reason=silence)
    item.public_extract, item.silence_reason = told, silence


def sign(by: Viewer, meeting: Meeting) -> None:
    """Approve the minutes as a member who was there. Signing twice is signing once.

    `meeting.wording` is the one that was read: Refused when the minutes have changed since.
    """
    with act(by, "sign", meeting, person=by.person):
        if not Meeting.objects.unguarded(WHY).filter(pk=meeting.pk, wording=meeting.wording).exists():
            raise Refused("Referatet er ændret, siden du læste det. Læs det igen, og godkend det så.")
        _sign(meeting, by.person, on_paper=False)


def sign_on_paper(by: Viewer, meeting: Meeting, person: Person) -> None:
    """Note that a member has signed the list on paper, which the secretary keeps."""
    with act(by, "sign_on_paper", meeting, person=person.id):
        _sign(meeting, person.id, on_paper=True)


def approve_minutes(by: Viewer, meeting: Meeting) -> WayOn:
    """Close the minutes when every member who was there has signed: from now on they are only added to.

    The decisions cannot change any more, so the cases go on by themselves; one that cannot keeps nothing back.
    """
    with transaction.atomic():
        with act(by, "approve_minutes", meeting):
            meeting.minuted_at = timezone.now()
            meeting.save(update_fields=["minuted_at"])
        return carry_on(by, meeting)


def publish_minutes(by: Viewer, meeting: Meeting) -> None:
    """Seal the minutes and publish what is open of them, and what is told of the closed items."""
    with act(by, "publish_minutes", meeting):
        meeting.published_at = timezone.now()
        meeting.save(update_fields=["published_at"])
        send(meeting, PaperKind.MINUTES)


def add_correction(by: Viewer, meeting: Meeting, text: str, *, looked: bool = False) -> Correction:
    """Add to published minutes, with today's date; what was published stays as it was. The addition is public.

    Raises Refused for what says something closed again, or how to find somebody, unless it was `looked` at.
    """
    said = wording.text(text).strip()
    if not said:
        raise Refused("Skriv, hvad der skal tilføjes.")
    with act(by, "add_correction", meeting, **({"looked": True} if looked else {})):
        if not looked and tells(meeting, said):
            raise Refused(TELLS)
        made = Correction.objects.create(meeting=meeting, added_on=timezone.localdate(), by_id=by.person, text=said)
        send(meeting, PaperKind.MINUTES)
    return made


def _sign(meeting: Meeting, person: int, *, on_paper: bool) -> None:
    if not Attendance.objects.filter(meeting=meeting, person=person, present=True).exists():
        raise Refused("Kun de medlemmer, der var til stede, godkender referatet.")
    Signature.objects.get_or_create(
        meeting=meeting, person_id=person, defaults={"at": timezone.now(), "on_paper": on_paper}
    )
