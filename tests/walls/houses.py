"""A process of its own that makes a small house to be served: minutes to publish, a login, things to send."""

import sys
from datetime import timedelta

from sagsgang.config.prepare import prepare

PASSWORD = "kirsebær og pærer 17"
WORD = "kirsebærplantage"
EDITIONS, NOTICES = 4, 12


def make() -> int:
    """Print the id of the meeting whose minutes are about to be published."""
    from django.contrib.auth.hashers import make_password

    from sagsgang.core.commands import meetings
    from sagsgang.core.models import Item, Journal, Person
    from sagsgang.core.states import ItemState, MeetingState
    from sagsgang.login.models import Account
    from tests.core.world import DAY, decision, item, meeting, present, world

    there = world()
    Account.objects.create(username="lis", password=make_password(PASSWORD), person_id=there.lis.person)
    minuted = meeting(there.committee, MeetingState.MINUTED)
    made = item(there, there.committee, ItemState.DECIDED, on=minuted, number=1, title=f"Den nye {WORD}")
    decision(made)
    present(minuted, there.mads)
    for place in range(EDITIONS):
        sent = meeting(there.council, day=DAY + timedelta(days=3650 + 7 * place))
        item(there, there.council, ItemState.SCHEDULED, on=sent)
        meetings.announce(there.lis, sent)
    draft = item(there, there.board, ItemState.DRAFT)
    author = Person.objects.get(pk=there.karen.person)
    for _ in range(NOTICES):
        rows = Journal(at="2027-03-01T09:00:00+01:00", by_id=there.bo.person, kind="item.return", body=there.board)
        rows.item, rows.case = Item.objects.unguarded("set up").get(pk=draft.pk), draft.case
        rows.save()
    assert author.email
    return minuted.pk


if __name__ == "__main__":
    prepare()
    sys.stdout.write(str(make()))
