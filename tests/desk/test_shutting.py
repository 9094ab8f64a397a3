"""What is out is closed on the item's page, by its secretary only."""

import pytest
from django.urls import reverse

from sagsgang.archive.models import Edition
from sagsgang.archive.sealed import paper_of
from sagsgang.core.commands import documents, meetings
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Attachment
from sagsgang.core.states import ItemState
from tests.core.world import WHY, World, item, meeting
from tests.desk.meeting_world import browser, said, text

pytestmark = pytest.mark.django_db
OFFER = "Luk for offentligheden</summary>"


def test_a_file_that_is_out_is_closed_on_the_page_and_a_refused_reason_stays_typed(there: World) -> None:
    at = meeting(there.committee)
    made = item(there, there.committee, ItemState.SCHEDULED, on=at)
    laid = documents.attach(there.lis, made, "brev.txt", b"Et brev")
    page = reverse("desk:item", args=[made.id])
    lis = browser(there.lis)
    assert OFFER not in text(lis, page), "before it is out it is closed in the item itself"
    meetings.announce(there.lis, at)
    assert text(lis, page).count(OFFER) == 2, "one for the file, one for the text"
    assert OFFER not in text(browser(there.karen), page)
    sent = {"basis": LEGAL_BASES[1], "reason": "Ring på 20 30 40 50.", "shut": "1", "tilbage": page}
    to = reverse("desk:attachment-verb", args=[laid.id, "shut"])
    assert browser(there.mads).post(to, sent).status_code in {302, 404}
    refused = lis.post(to, sent)
    assert refused.status_code == 422
    assert "Må alle læse det, så sæt kryds" in said(refused)
    assert "Ring på 20 30 40 50.</textarea>" in said(refused)
    assert Attachment.objects.unguarded(WHY).get().access == "open"
    lis.post(to, sent | {"looked": "on"})
    assert Attachment.objects.unguarded(WHY).get().access == "closed"
    assert [paper_of(one) is None for one in Edition.objects.order_by("pk")] == [True, False]
