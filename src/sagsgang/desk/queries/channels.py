"""What happens when a body's papers go to another public: told before it is done."""

from dataclasses import dataclass

from django.forms import Form

from sagsgang.archive.models import Audience
from sagsgang.archive.models import Meeting as PublishedMeeting
from sagsgang.core.commands.channels import published_body
from sagsgang.core.models import Body


@dataclass(frozen=True, slots=True)
class ChannelPage:
    """The channel that the body leaves, the one that it goes to, and how many meetings are out on the first."""

    id: int
    name: str
    before: Audience
    after: Audience
    meetings: int
    form: Form


def channel_page(body: Body, form: Form) -> ChannelPage:
    """Two queries."""
    before = Audience(body.audience)
    rows = PublishedMeeting.objects.filter(body=published_body(body), audience=before, edition__isnull=False)
    return ChannelPage(body.id, body.name, before, other(before), rows.count(), form)


def other(audience: str) -> Audience:
    """There are two publics."""
    return Audience.EMPLOYEES if audience == Audience.STREET else Audience.STREET
