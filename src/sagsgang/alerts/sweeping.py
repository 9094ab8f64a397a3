"""What is not kept.

Addresses that nobody confirmed, that follow nothing any longer, or that the mail server does not know; letters that
were sent; what was told of meetings long ago; and counts of who asked how often.
"""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from sagsgang.alerts import bounces
from sagsgang.alerts.following import overwrite
from sagsgang.alerts.limits import forget
from sagsgang.alerts.models import Change, Follower, Known, Letter, News, Subscription

UNCONFIRMED = timedelta(hours=48)
SENT = timedelta(days=30)


def sweep() -> None:
    """Delete it."""
    now = timezone.now()
    overwrite()
    Subscription.objects.filter(confirmed_at=None, created_at__lt=now - UNCONFIRMED).delete()
    followed = Subscription.objects.filter(follower=OuterRef("pk"))
    to_be_told = Letter.objects.filter(follower=OuterRef("pk"), sent_at=None)
    idle = Follower.objects.filter(~Exists(followed), ~Exists(to_be_told))
    idle.filter(created_at__lt=now - UNCONFIRMED).delete()
    bounces.forget()
    Letter.objects.filter(sent_at__lt=now - SENT).delete()
    waits = News.objects.filter(change=OuterRef("pk"))
    Change.objects.filter(~Exists(waits), changed_at__lt=now - SENT).delete()
    Known.objects.filter(date__lt=timezone.localdate() - SENT).delete()
    forget()
