"""What is not kept: addresses that nobody confirmed, letters that were sent, and counts of who asked how often."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from sagsgang.alerts.following import overwrite
from sagsgang.alerts.limits import forget
from sagsgang.alerts.models import Follower, Letter, Subscription

UNCONFIRMED = timedelta(hours=48)
SENT = timedelta(days=30)


def sweep() -> None:
    """Delete it."""
    now = timezone.now()
    overwrite()
    Subscription.objects.filter(confirmed_at=None, created_at__lt=now - UNCONFIRMED).delete()
    followed = Subscription.objects.filter(follower=OuterRef("pk"))
    Follower.objects.filter(~Exists(followed), created_at__lt=now - UNCONFIRMED).delete()
    Letter.objects.filter(sent_at__lt=now - SENT).delete()
    forget()
