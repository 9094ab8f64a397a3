"""The meeting at the table, through the pages alone: decisions, promises, attendance, what comes up there."""

import json

import pytest
from django.urls import reverse

from sagsgang.core.commands import cases
from sagsgang.core.compose import compose
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Attendance, Decision, Followup, Item, Meeting, Seat, Vote
from sagsgang.core.states import FollowupState, MeetingState
from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.paper.model import Access, PaperKind
from sagsgang.paper.redact import redact
from tests.core.world import SEATED_SINCE, WHY, World
from tests.desk.meeting_world import browser, filled, press, said, text

pytestmark = pytest.mark.django_db


def test_the_decision_is_saved_by_the_script_and_proposes_its_outcome(there: World) -> None:
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    to = reverse("desk:live-verb", args=[meeting.id, one.id, "minute"])
    lis = browser(there.lis)
    typed = {"text": "Udsættes til næste møde.", "version": 0, "person": there.lis.person}
    answer = lis.post(to, json.dumps(typed), content_type="application/json")
    assert (answer.status_code, answer.json()["version"], answer.json()["outcome"]) == (200, 1, "postponed")
    clash = lis.post(to, json.dumps({**typed, "text": "Mit"}), content_type="application/json")
    assert (clash.status_code, clash.json()["theirs"]) == (409, "Udsættes til næste møde.")
    by_hand = lis.post(to, {"text": "Mine egne ord.", "version": 0})
    assert by_hand.status_code == 409
    assert "Mine egne ord." in by_hand.content.decode()
    assert "Udsættes til næste møde." in by_hand.content.decode()


def test_a_promise_in_the_decision_is_confirmed_on_the_spot_and_reported_done(there: World) -> None:
    lis, karen = browser(there.lis), browser(there.karen)
    meeting, (one, closed) = filled(there, MeetingState.RUNNING)
    words = "Godkendt. Der udarbejdes en plan inden den 1. maj 2027."
    live = reverse("desk:live", args=[meeting.id, one.id])
    press(lis, "live-verb", meeting.id, one.id, "minute", text=words, version=0)
    page = said(press(lis, "live-verb", meeting.id, one.id, "decide", videre=closed.id, tilbage=live))
    assert "Bekræft hver aftale" in page
    assert "Fundet i beslutningen" in page
    assert 'value="2027-0' in page
    fields = {"text": "Der udarbejdes en plan.", "owner": there.karen.person, "due": "2027-05-01"}
    press(lis, "live-verb", meeting.id, one.id, "promise", **fields)
    mine = text(karen, reverse("desk:followups") + "?mine=1")
    assert "Der udarbejdes en plan." in mine
    promise = Followup.objects.unguarded(WHY).get()
    press(karen, "followup-verb", promise.id, "complete", note="Gjort")
    promise.refresh_from_db()
    assert promise.state == FollowupState.DONE


def test_a_promise_without_a_deadline_is_asked_for_on_purpose(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    press(lis, "live-verb", meeting.id, one.id, "minute", text="Godkendt.", version=0)
    fields = {"text": "Der ringes.", "owner": there.karen.person}
    assert "Vælg en frist" in said(press(lis, "live-verb", meeting.id, one.id, "promise", **fields))
    press(lis, "live-verb", meeting.id, one.id, "promise", **fields, undated="on")
    assert Followup.objects.unguarded(WHY).get().undated


def test_who_the_decision_names_is_chosen_beforehand(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    words = "Godkendt. Karen undersøger prisen. Forvaltningen laver en plan inden den 1. maj 2027."
    press(lis, "live-verb", meeting.id, one.id, "minute", text=words, version=0)
    shown = text(lis, reverse("desk:live", args=[meeting.id, one.id]))
    assert shown.count(f'<option value="{there.karen.person}" selected>') == 1


def test_only_substitutes_are_offered_at_the_table_and_the_list_of_those_present_stays_open(there: World) -> None:
    lis, ida = browser(there.lis), there.ida.person
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    live = reverse("desk:live", args=[meeting.id, one.id])
    assert "Ingen andre har plads som stedfortræder" in text(lis, live)
    Seat.objects.create(person_id=ida, body=there.committee, since=SEATED_SINCE, substitute=True)
    offered = text(lis, live).partition('id="stedfortraeder"')[2].partition("</select>")[0]
    assert offered.count("<option") == 1
    assert f'value="{ida}"' in offered
    sent = {"person": ida, "present": "on", "instead_of": there.mads.person}
    shown = said(press(lis, "meeting-verb", meeting.id, "record", **sent, tilbage=f"{live}?fremmoede=1#fremmoede"))
    assert 'id="fremmoede" open' in shown
    assert f'name="person" value="{ida}"' in shown
    # Her own form says for whom she sits, so that the clock can be put beside her.
    listed = shown.partition('id="fremmoede" open')[2]
    own = listed.partition(f'name="person" value="{ida}">')[2].partition("</form>")[0]
    assert f'name="instead_of" value="{there.mads.person}"' in own


def test_a_case_that_was_put_off_is_taken_up_again_and_not_sent_on(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one, _closed) = filled(there, MeetingState.HELD)
    live, send = reverse("desk:live", args=[meeting.id, one.id]), "Send videre</button>"
    assert send in text(lis, live)
    Decision.objects.unguarded(WHY).filter(item=one).update(outcome=OutcomeKind.POSTPONED)
    shown = text(lis, live)
    assert send not in shown
    assert "Sagen er udsat. Genoptag den, når den skal på igen." in shown


def test_attendance_votes_and_dissent_are_entered_by_name(there: World) -> None:
    lis, mads = browser(there.lis), there.mads.person
    meeting, (one, other) = filled(there, MeetingState.RUNNING)
    press(lis, "live-verb", meeting.id, one.id, "minute", text="Godkendt.", version=0)
    press(lis, "live-verb", meeting.id, one.id, "vote", **{f"vote-{mads}": "against"})
    assert Vote.objects.unguarded(WHY).get().choice == "against"
    press(lis, "live-verb", meeting.id, one.id, "dissent", person=mads, text="Det er for dyrt.")
    assert "Det er for dyrt." in text(lis, reverse("desk:live", args=[meeting.id, one.id]))
    press(lis, "live-verb", meeting.id, one.id, "decide")
    press(lis, "live-verb", meeting.id, one.id, "bring", person=mads)
    live = reverse("desk:live", args=[meeting.id, one.id])
    assert "Mads har indbragt beslutningen." in text(lis, live)
    press(lis, "live-verb", meeting.id, other.id, "attend", person=[mads], conflict=[mads])
    assert other.presences.get().conflict
    press(lis, "meeting-verb", meeting.id, "record", person=mads, present="on", arrived="09:10")
    assert str(Attendance.objects.get(person=mads).arrived) == "09:10:00"
    assert "Klokkeslættet kan ikke læses" in said(
        press(lis, "meeting-verb", meeting.id, "record", person=mads, present="on", arrived="ti")
    )
    Meeting.objects.unguarded(WHY).filter(pk=meeting.pk).update(state=MeetingState.HELD)
    held = text(lis, live)
    assert "Mads har indbragt beslutningen." in held
    assert "Tag det tilbage" not in held, "it is said before the meeting ends"


def test_an_item_may_be_added_and_taken_earlier_at_the_meeting(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    fields = {"title": "Vandskade", "case": one.case.number, "item_type": "information"}
    page = said(press(lis, "add-item", meeting.id, one.id, **fields))
    assert "3. Vandskade" in page
    added = Item.objects.unguarded(WHY).get(public_title="Vandskade")
    press(lis, "meeting-verb", meeting.id, "arrange", up=added.id)
    added.refresh_from_db()
    assert (added.position, added.number) == (2, 3)


def test_what_has_no_case_is_taken_up_at_the_table_with_a_new_one(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    page = said(press(lis, "add-item", meeting.id, one.id, title="Vandskade", case="", item_type="information"))
    added = Item.objects.unguarded(WHY).select_related("case").get(public_title="Vandskade")
    assert f"Der er oprettet en sag til punktet: {added.case.number}." in page
    assert added.case_id != one.case_id
    assert not added.case.foreign


def test_an_unknown_number_loses_nothing_of_what_was_typed(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    here = reverse("desk:live", args=[meeting.id, one.id])
    fields = {"title": "Vandskade i kælderen", "case": "24-917", "item_type": "discussion", "tilbage": here}
    fields["basis"] = LEGAL_BASES[1]
    answer = lis.post(reverse("desk:add-item", args=[meeting.id, one.id]), fields)
    page = said(answer)
    assert answer.status_code == 422
    assert "Sagen findes ikke." in page
    assert 'value="Vandskade i kælderen"' in page
    assert 'value="24-917"' in page
    assert '<option value="discussion" selected>' in page
    assert f"<option selected>{LEGAL_BASES[1]}</option>" in page
    assert f'name="tilbage" value="{here}"' in page, "the page's other forms lead back to it"
    assert '/nyt/"' not in page.replace(f'action="{reverse("desk:add-item", args=[meeting.id, one.id])}"', "")
    press(lis, "add-item", meeting.id, one.id, **fields, open="1")
    added = Item.objects.unguarded(WHY).select_related("case").get(public_title="Vandskade i kælderen")
    assert (added.case.number, added.case.foreign) == ("24-917", True)
    assert (added.access, added.basis) == (Access.CLOSED, LEGAL_BASES[1])


def test_another_number_of_a_case_leads_to_it_at_the_table(there: World) -> None:
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    cases.add_alias(there.lis, one.case, "24-917")
    fields = {"title": "Vandskade", "case": "24-917", "item_type": "information"}
    press(browser(there.lis), "add-item", meeting.id, one.id, **fields)
    assert Item.objects.unguarded(WHY).get(public_title="Vandskade").case_id == one.case_id


def test_a_note_is_kept_for_oneself(there: World) -> None:
    meeting, (one, _closed) = filled(there, MeetingState.ANNOUNCED)
    mads = browser(there.mads)
    to = reverse("desk:note", args=[one.id])
    answer = mads.post(to, json.dumps({"text": "Spørg om taget", "version": 0}), content_type="application/json")
    assert answer.json()["saved"].startswith("kl. ")
    assert "Spørg om taget" in text(mads, reverse("desk:read", args=[meeting.id]))
    assert "Spørg om taget" not in text(browser(there.lis), reverse("desk:live", args=[meeting.id, one.id]))


def test_members_follow_the_item_that_the_meeting_has_come_to(there: World) -> None:
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    mads = browser(there.mads)
    follow = reverse("desk:follow", args=[meeting.id])
    now = text(mads, follow).split("now-item")[1]
    assert "1. Punktet 1" in now
    lis = browser(there.lis)
    press(lis, "live-verb", meeting.id, one.id, "minute", text="Godkendt.", version=0)
    press(lis, "live-verb", meeting.id, one.id, "decide")
    assert "2. Punktet 2" in text(mads, follow).split("now-item")[1]


def test_a_promise_that_is_refused_keeps_the_owner_and_the_words_in_its_own_form(there: World) -> None:
    lis, karen = browser(there.lis), there.karen.person
    meeting, (one, _closed) = filled(there, MeetingState.RUNNING)
    words = "Godkendt. Der udarbejdes en plan inden den 1. maj 2027. Der indhentes tilbud inden den 2. maj 2027."
    press(lis, "live-verb", meeting.id, one.id, "minute", text=words, version=0)
    here = reverse("desk:live", args=[meeting.id, one.id])
    fields = {"text": 'Der ringes til "Anna" & <co>.', "owner": karen, "due": "", "found": "2", "tilbage": here}
    answer = lis.post(reverse("desk:live-verb", args=[meeting.id, one.id, "promise"]), fields)
    assert answer.status_code == 422
    before, _found, form = said(answer).partition('name="found" value="2"')
    form = form.partition("</form>")[0]
    assert "Vælg en frist" in before
    assert 'Der ringes til "Anna" &amp; &lt;co&gt;.</textarea>' in form
    assert f'<option value="{karen}" selected="">' in form
    assert "Der ringes" not in before, "the other promise is as it was"
    assert 'name="due" value="2027' not in form, "the day that was taken out is not put back"
    press(lis, "live-verb", meeting.id, one.id, "promise", **fields | {"undated": "on"})
    assert Followup.objects.unguarded(WHY).get().owner_id == karen


def test_a_meeting_begun_by_accident_is_undone_on_its_page_until_something_is_written(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one, _closed) = filled(there, MeetingState.ANNOUNCED)
    agenda = reverse("desk:meeting", args=[meeting.id])
    press(lis, "meeting-verb", meeting.id, "begin")
    assert "Begyndt ved en fejl?" in text(lis, agenda)
    assert f'href="{agenda}">Fortryd det på dagsordenen' in text(lis, reverse("desk:live", args=[meeting.id, one.id]))
    assert "Sæt kryds ved, at mødet ikke er begyndt." in said(press(lis, "meeting-verb", meeting.id, "undo_begin"))
    press(lis, "meeting-verb", meeting.id, "undo_begin", sure="on")
    assert Meeting.objects.unguarded(WHY).get().state == MeetingState.ANNOUNCED
    press(lis, "meeting-verb", meeting.id, "begin")
    press(lis, "live-verb", meeting.id, one.id, "minute", text="Godkendt.", version=0)
    assert "Begyndt ved en fejl?" not in text(lis, agenda)


def test_a_reason_stays_in_its_form_whichever_of_its_buttons_was_refused(there: World) -> None:
    meeting, (one, _closed) = filled(there, MeetingState.HELD)
    here = reverse("desk:live", args=[meeting.id, one.id])
    to = reverse("desk:live-verb", args=[meeting.id, one.id, "skip"])
    answer = browser(there.lis).post(to, {"reason": "Spørg på 20 30 40 50", "tilbage": here})
    assert answer.status_code == 422
    form = said(answer).partition('data-refused=""')[2].partition("</form>")[0]
    assert 'value="Spørg på 20 30 40 50"' in form
    assert 'name="looked"' in form


def test_the_decision_of_an_open_item_is_closed_at_the_table_and_the_minutes_say_by_which_law(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one, closed) = filled(there, MeetingState.RUNNING)
    press(lis, "live-verb", meeting.id, one.id, "minute", text="Huset købes for 3 mio. kr.", version=0)
    assert "Vælg en hjemmel" in said(press(lis, "live-verb", meeting.id, one.id, "openness", basis="Fordi"))
    press(lis, "live-verb", meeting.id, one.id, "openness", basis=LEGAL_BASES[3])
    again = Meeting.objects.unguarded(WHY).select_related("body").get()
    opened = redact(compose(again, PaperKind.MINUTES)).items[0]
    assert opened.decisions == ()
    assert f"Beslutningen er ikke offentlig ({LEGAL_BASES[3]})." in [part.text for part in opened.sections]
    assert "Åbn beslutningen for alle" in text(lis, reverse("desk:live", args=[meeting.id, one.id]))
    press(lis, "live-verb", meeting.id, one.id, "minute", text="Huset købes.", version=1)
    assert Decision.objects.unguarded(WHY).get(item=one).access == "closed", "writing on opens nothing"
    press(lis, "live-verb", meeting.id, one.id, "openness", basis="")
    opened = redact(compose(again, PaperKind.MINUTES)).items[0]
    assert [one.text for one in opened.decisions] == ["Huset købes."]
    assert "ikke offentlig" not in str(opened.sections)
    assert "Punktet er lukket" in said(
        press(lis, "live-verb", meeting.id, closed.id, "openness", basis=LEGAL_BASES[3])
    )


def test_words_that_have_no_field_any_more_are_shown_to_be_copied(there: World) -> None:
    meeting, (one, _closed) = filled(there, MeetingState.HELD)
    here = reverse("desk:live", args=[meeting.id, one.id])
    Meeting.objects.unguarded(WHY).filter(pk=meeting.pk).update(state=MeetingState.PUBLISHED)
    sent = {"text": "Mine <mange> ord om taget.", "version": "1", "tilbage": here}
    answer = browser(there.lis).post(reverse("desk:live-verb", args=[meeting.id, one.id, "minute"]), sent)
    assert answer.status_code == 422
    assert "Referatet er godkendt." in said(answer)
    assert "<pre>Mine &lt;mange&gt; ord om taget.</pre>" in said(answer)


@pytest.mark.parametrize(
    "stood", ["http://[", "//andetsteds.example/arbejde/", "/arbejde/moeder/{}/esdh/", "/findes/ikke/"]
)
def test_a_refused_form_that_says_a_wrong_place_of_itself_leads_back_as_before(there: World, stood: str) -> None:
    meeting, _items = filled(there, MeetingState.PUBLISHED)
    to = reverse("desk:meeting-verb", args=[meeting.id, "cancel"])
    answer = browser(there.lis).post(to, {"reason": "Ingen kom.", "herfra": stood.format(meeting.id)})
    assert (answer.status_code, answer["Location"]) == (302, "/arbejde/")
