"""What it costs to send a large agenda."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sagsgang.core import files
from sagsgang.core.commands import meetings
from sagsgang.core.gate import findings
from sagsgang.core.models import Attachment, Body, Meeting
from sagsgang.core.states import ItemState
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import World, case, item, meeting, section, world

pytestmark = pytest.mark.django_db
TEXT = "\n\n".join(f"Afsnit {number} handler om veje, stier og broer i kommunen." for number in range(40))


def agenda(there: World, body: Body, items: int, attachments: int) -> Meeting:
    at = meeting(body)
    folder = case(there, f"999-2027-{items}")
    for number in range(items):
        made = item(there, body, ItemState.SCHEDULED, on=at, of=folder, title=f"Vej {number}")
        section(made, SectionKind.OTHER, TEXT)
        section(made, SectionKind.SUMMARY, f"Hemmelig pris nummer {number}00 er aftalt med sælger.", Access.CLOSED)
        Attachment.objects.bulk_create(
            Attachment(
                item=made,
                title=f"Tegning {place}",
                document_number=f"999-2027-{number}-{place}",
                file_name="tegning.pdf",
                media_type="application/pdf",
                checksum=files.put(made_up := f"%PDF-1.7 {number} {place}".encode()),
                size=len(made_up),
                text=TEXT * 5,
                access=Access.OPEN,
                position=place,
                added_at=timezone.now(),
            )
            for place in range(attachments // items)
        )
    return at


def test_looking_through_an_agenda_takes_the_same_queries_whatever_its_length() -> None:
    there = world()
    small, large = agenda(there, there.committee, 1, 1), agenda(there, there.council, 6, 6)
    counts = []
    for at in (small, large):
        with CaptureQueriesContext(connection) as queries:
            assert findings(at) == ()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 16


@pytest.mark.slow
def test_an_agenda_of_forty_items_and_a_hundred_attachments_is_sent_in_three_seconds() -> None:
    there = world()
    # The word list of the search and the table of holidays are read once in the life of a worker.
    meetings.announce(there.lis, agenda(there, there.council, 1, 1))
    at = agenda(there, there.committee, 40, 100)
    begun = time.process_time()
    meetings.announce(there.lis, at)
    assert time.process_time() - begun < 3
