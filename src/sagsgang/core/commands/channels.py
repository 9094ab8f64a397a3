"""Which public a body's open papers go to. What is out may be taken off the channel that it leaves."""

from django.conf import settings
from django.utils import timezone

from sagsgang.archive import leave
from sagsgang.archive.models import Audience
from sagsgang.archive.models import Body as PublishedBody
from sagsgang.archive.reason import refusal
from sagsgang.core.act import Refused, begin
from sagsgang.core.commands.calendar import WHY, tell
from sagsgang.core.models import Body, Meeting
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer


def change_channel(by: Viewer, body: Body, audience: Audience, reason: str, *, take_off: bool) -> None:
    """Papers to come go to `audience`; with `take_off` those that are out are shown no longer where they were.

    The reason is public. The worker takes them off, some meetings at a time. Raises Refused.
    """
    said = wording.text(reason).strip()
    with begin(by, "body.change_channel", None, None, reason=said, take_off=take_off) as row:
        before = Audience(Body.objects.select_for_update().get(pk=body.pk).audience)
        row.facts |= {"before": before.value, "after": audience.value}
        _refuse(body, before, audience, said)
        row.body, body.audience = body, audience
        body.save(update_fields=["audience"])
        published = published_body(body)
        if take_off and published:
            leave.begin(published, before, said)
        coming = Meeting.objects.unguarded(WHY).filter(body=body, date__gte=timezone.localdate())
        for meeting in coming.values_list("pk", flat=True):
            tell(meeting)


def published_body(body: Body) -> PublishedBody | None:
    """The body as the archive knows it; None when it has published nothing."""
    return PublishedBody.objects.filter(authority=settings.AUTHORITY, name=body.name).first()


def _refuse(body: Body, before: Audience, audience: Audience, reason: str) -> None:
    if audience == before:
        raise Refused("Udvalgets papirer går allerede dertil.")
    if not reason:
        raise Refused("Skriv, hvorfor kanalen skiftes: begrundelsen er offentlig.")
    if wrong := refusal(reason):
        raise Refused(wrong)
    if body.statutory and before == Audience.STREET:
        raise Refused("Styrelsesloven kræver, at udvalgets åbne dagsordener og referater er offentlige.")
    if audience == Audience.STREET and not body.statutory and not body.policy:
        raise Refused("Skriv, hvilken beslutning der siger, at udvalgets dagsordener og referater er offentlige.")
