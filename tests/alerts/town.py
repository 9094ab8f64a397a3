"""What happens in Solbjerg these weeks, and who follows it."""

from dataclasses import replace
from datetime import date, time, timedelta

from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from sagsgang.alerts import following
from sagsgang.alerts.models import Follower, Frequency, Kind, Subscription
from sagsgang.alerts.things import Thing
from sagsgang.alerts.work import Herald
from sagsgang.archive.models import Audience, Edition
from sagsgang.archive.plan import Plan
from sagsgang.archive.publish import publish
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Item, Paper, PaperKind
from tests.portal.papers import FINANCE, HARBOUR, any_other, closed, decision, harbour, paper

ADDRESS = "anna@solbjerg.example"
BODY = "oekonomiudvalget"
AT, PLACE = time(16, 0), "Rådhuset, lokale 1"


def today() -> date:
    return timezone.localdate()


def agenda(day: date | None = None, *more: Item, body: str = FINANCE) -> Paper:
    """The agenda of a meeting next week: the harbour, a closed item, and what is added."""
    day = day or today() + timedelta(days=7)
    return paper(body, day, harbour("1", day, body), closed("2"), *more, kind=PaperKind.AGENDA)


def minutes(day: date | None = None, text: str = "Godkendt.", body: str = FINANCE) -> Paper:
    """The minutes of a meeting last week, with the harbour's decision."""
    day = day or today() - timedelta(days=7)
    decided = decision(body, day, text, OutcomeKind.APPROVED)
    return paper(body, day, harbour("1", day, body, decided), closed("2"), any_other("3", body, day))


def meeting(reference: str = "moede-1", days: int = 7, audience: Audience = Audience.STREET) -> Plan:
    """A planned meeting of the finance committee so many days from now."""
    return Plan(
        reference=reference,
        authority="Solbjerg Kommune",
        body=FINANCE,
        audience=audience,
        date=today() + timedelta(days=days),
        start=AT,
        place=PLACE,
    )


def go_out(*papers: Paper, audience: Audience = Audience.STREET) -> list[Edition]:
    return [publish(one, audience).edition for one in papers]


def follows(
    kind: Kind = Kind.CASE, key: str = HARBOUR, frequency: Frequency = Frequency.AT_ONCE, address: str = ADDRESS
) -> Subscription:
    """Somebody who follows something and has said yes."""
    following.ask(address, Thing(kind, key, "", "", ""), frequency, "da")
    row = Subscription.objects.select_related("follower").get(follower__address=address, kind=kind, key=key)
    following.confirm(row)
    row.follower.letters.all().delete()
    return Subscription.objects.select_related("follower").get(pk=row.pk)


def work() -> None:
    """The worker works until there is nothing left to do."""
    herald = Herald()
    while herald.work():
        pass


def rested() -> None:
    """A quarter of an hour goes by for everybody."""
    Follower.objects.update(quiet_until=None)
    Subscription.objects.filter(due_at__isnull=False).update(due_at=timezone.now())


def news() -> list[EmailMultiAlternatives]:
    """The mails that came since the last look."""
    work()
    found = [one for one in mail.outbox if isinstance(one, EmailMultiAlternatives)]
    mail.outbox.clear()
    return found


def said(one: EmailMultiAlternatives) -> str:
    """Everything in a mail."""
    return one.subject + str(one.body) + "".join(str(part) for part, _ in one.alternatives)


def retitled(one: Paper, title: str) -> Paper:
    """The paper with its first item called otherwise."""
    return replace(one, items=(replace(one.items[0], title=title), *one.items[1:]))
