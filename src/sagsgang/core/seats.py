"""Who had a seat on a body on a day. The meeting's day is asked for, never today's."""

from datetime import date

from django.db.models import Q, QuerySet

from sagsgang.core.models import Body, Seat


def seats_on(body: Body, day: date) -> QuerySet[Seat]:
    """The seats of the body on that day, substitutes' too, in their order."""
    during = Q(until=None) | Q(until__gte=day)
    return Seat.objects.filter(during, body=body, since__lte=day).select_related("person")


def members_on(body: Body, day: date) -> QuerySet[Seat]:
    """The seats of the members themselves, without their substitutes."""
    return seats_on(body, day).filter(substitute=False)
