"""Who had a seat on a body on a day. The meeting's day is asked for, never today's."""

from datetime import date

from django.db.models import Q, QuerySet

from sagsgang.core.models import Body, BodyKind, Person, Seat


def seats_on(body: Body, day: date) -> QuerySet[Seat]:
    """The seats of the body on that day, substitutes' too, in their order."""
    during = Q(until=None) | Q(until__gte=day)
    return Seat.objects.filter(during, body=body, since__lte=day).select_related("person")


def mayor_on(day: date) -> QuerySet[Person]:
    """Who chaired the council on that day."""
    during = Q(seats__until=None) | Q(seats__until__gte=day)
    chairing = Q(seats__chairs=True, seats__substitute=False, seats__body__kind=BodyKind.COUNCIL)
    return Person.objects.filter(during & chairing, seats__since__lte=day)


def members_on(body: Body, day: date) -> QuerySet[Seat]:
    """The seats of the members themselves, without their substitutes."""
    return seats_on(body, day).filter(substitute=False)
