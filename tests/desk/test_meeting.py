"""One meeting from planned to published, through the pages alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sagsgang.core.compose import compose
from sagsgang.core.models import Decision, Dismissal, Item, Journal, Meeting, Presence, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role
from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.paper.model import PaperKind
from tests.core.world import WHY, World, grant, item, person, see
from tests.core.world import meeting as world_meeting
from tests.desk.meeting_world import browser, filled, press, said, text

pytestmark = pytest.mark.django_db


def state(meeting: Meeting) -> str:
    return Meeting.objects.unguarded(WHY).get(pk=meeting.pk).state


def planned(there: World) -> Meeting:
    lis = browser(there.lis)
    press(lis, "plan-meeting", body=there.committee.id, day="2027-03-08", start="09:00", place="Byrådssalen")
    return Meeting.objects.unguarded(WHY).get(body=there.committee)


def test_an_extraordinary_meeting_says_who_asked_for_it_and_why(there: World) -> None:
    lis, fields = browser(there.lis), {"body": there.council.id, "day": "2027-03-08", "start": "17:00"}
    address, rows = reverse("desk:plan-meeting"), Meeting.objects.unguarded(WHY).filter(body=there.council)
    lis.post(address, {**fields, "extraordinary": "on", "called_for": " "})
    assert not rows.exists()
    lis.post(address, {**fields, "called_for": "Ingen."})
    assert compose(rows.get(), PaperKind.AGENDA).remarks is None, "an ordinary meeting needs no reason"
    lis.post(address, {**fields, "day": "2027-03-09", "extraordinary": "on", "called_for": "Ida: skolens tag."})
    found = rows.get(extraordinary=True)
    assert compose(found, PaperKind.AGENDA).remarks == "Ekstraordinært møde: Ida: skolens tag."


def test_the_latest_of_the_meetings_that_are_over_stand_first(there: World) -> None:
    today = timezone.localdate()
    days = [today - timedelta(days=n) for n in range(7, 0, -1)]
    over = [world_meeting(there.committee, MeetingState.PUBLISHED, day) for day in days]
    shown = text(browser(there.lis), reverse("desk:meetings"))
    places = [shown.find(reverse("desk:meeting", args=[one.id])) for one in reversed(over)]
    assert places[:5] == sorted(places[:5])
    assert [place >= 0 for place in places] == [True] * 5 + [False] * 2


@pytest.mark.slow
def test_a_meeting_goes_from_planned_to_published_through_its_pages(there: World) -> None:
    lis, mads = browser(there.lis), browser(there.mads)
    meeting = planned(there)
    first, second = (item(there, there.committee, ItemState.APPROVED, title=title) for title in ("Et", "To"))
    for one in (first, second):
        press(lis, "meeting-verb", meeting.id, "schedule", item=one.id)
    press(lis, "meeting-verb", meeting.id, "arrange", up=second.id)
    agenda = text(lis, reverse("desk:meeting", args=[meeting.id]))
    assert agenda.index(">To<") < agenda.index(">Et<")
    assert "Klar til en dagsorden" in agenda
    assert "Alt er set efter" in text(lis, reverse("desk:gate", args=[meeting.id]))
    press(lis, "meeting-verb", meeting.id, "announce")
    assert state(meeting) == MeetingState.ANNOUNCED
    assert "Svømmehallen er 40 år gammel." in text(mads, reverse("desk:read", args=[meeting.id]))
    press(lis, "meeting-verb", meeting.id, "begin")
    for one in (second, first):
        press(lis, "live-verb", meeting.id, one.id, "minute", text="Godkendt.", version=0)
        press(lis, "live-verb", meeting.id, one.id, "decide")
    press(lis, "meeting-verb", meeting.id, "record", person=there.mads.person, present="on", arrived="09:15")
    assert "Mødet er sluttet." in said(press(lis, "meeting-verb", meeting.id, "close", end="10:30"))
    assert state(meeting) == MeetingState.HELD
    assert "Klar til en dagsorden" not in text(lis, reverse("desk:meeting", args=[meeting.id]))
    minutes = text(mads, reverse("desk:read", args=[meeting.id]))
    assert "Godkendt." in minutes
    assert "Mads (kom kl. 09.15)" in minutes, "a member approves who was there, too"
    assert "kl. 10.30" in minutes
    read = Meeting.objects.unguarded(WHY).get(pk=meeting.pk).wording
    press(lis, "live-verb", meeting.id, first.id, "minute", text="Godkendt, dog uden sauna.", version=1)
    assert "ændret, siden du læste det" in said(press(mads, "sign", meeting.id, wording=read))
    press(mads, "sign", meeting.id, wording=read + 1)
    press(lis, "meeting-verb", meeting.id, "approve_minutes")
    press(lis, "meeting-verb", meeting.id, "publish_minutes")
    assert state(meeting) == MeetingState.PUBLISHED
    press(lis, "meeting-verb", meeting.id, "add_correction", text="Punktet hed noget andet.")
    assert "Punktet hed noget andet." in text(lis, reverse("desk:minutes", args=[meeting.id]))
    assert "Punktet hed noget andet." in text(mads, reverse("desk:read", args=[meeting.id]))
    over = Meeting.objects.unguarded(WHY).get(pk=meeting.pk)
    papers = {kind: compose(over, kind).remarks or "" for kind in (PaperKind.AGENDA, PaperKind.MINUTES)}
    corrected = [kind for kind, remarks in papers.items() if "Punktet hed noget andet." in remarks]
    assert corrected == [PaperKind.MINUTES], "the agenda is as it was"


def test_a_year_is_planned_by_a_rule(there: World) -> None:
    there.committee.start = "08:30"
    there.committee.save()
    answer = press(
        browser(there.lis),
        "plan-year",
        body=there.committee.id,
        which="2",
        weekday=1,
        year=2027,
        month_7="none",
        handling="opret",
    )
    assert "11 møder er planlagt." in said(answer)
    days = Meeting.objects.unguarded(WHY).filter(body=there.committee).values_list("date", flat=True)
    assert {day.weekday() for day in days} == {1}
    assert 7 not in {day.month for day in days}


def test_an_agenda_that_is_late_asks_for_the_reason_and_prints_it(there: World) -> None:
    lis = browser(there.lis)
    meeting, _ = filled(there, MeetingState.PLANNED, 1)
    Meeting.objects.unguarded(WHY).update(date="2026-01-05")
    gate = text(lis, reverse("desk:gate", args=[meeting.id]))
    assert 'name="late_reason"' in gate
    assert "Fristen for udsendelse er overskredet" in said(
        press(lis, "meeting-verb", meeting.id, "announce", tilbage=reverse("desk:gate", args=[meeting.id]))
    )
    press(lis, "meeting-verb", meeting.id, "announce", late_reason="Bilaget kom sent.")
    assert "Bilaget kom sent." in text(lis, reverse("desk:preview", args=[meeting.id]))
    clock = (
        text(lis, reverse("desk:meeting", args=[meeting.id])).partition("Udsendt</h2>")[2].partition("</section>")[0]
    )
    assert "20. november 2026" in clock
    assert "4 hele hverdage" in clock


def test_an_hour_for_sending_is_chosen_shown_and_taken_back(there: World) -> None:
    lis = browser(there.lis)
    meeting, _ = filled(there, MeetingState.PLANNED, 1)
    assert "Skriv, hvad klokken skal være." in said(
        press(lis, "meeting-verb", meeting.id, "announce_at", day="2027-03-01")
    )
    press(lis, "meeting-verb", meeting.id, "announce_at", day="2027-03-01", clock="08:15")
    for page in ("gate", "meeting"):
        assert "1. marts 2027</time> kl. 08.15" in text(lis, reverse(f"desk:{page}", args=[meeting.id]))
    assert "taget tilbage" in said(press(lis, "meeting-verb", meeting.id, "keep_back"))
    assert "08.15" not in text(lis, reverse("desk:meeting", args=[meeting.id]))


def test_the_last_minutes_are_put_first_and_approved_by_a_click_each(there: World) -> None:
    lis = browser(there.lis)
    before, _ = filled(there, MeetingState.HELD, 1)
    meeting = world_meeting(there.committee, day=before.date + timedelta(days=7))
    page = text(lis, reverse("desk:meeting", args=[meeting.id]))
    assert "Sæt godkendelse af referatet på" in page
    press(lis, "meeting-verb", meeting.id, "put_minutes")
    assert "Sæt godkendelse af referatet på" not in text(lis, reverse("desk:meeting", args=[meeting.id]))
    press(lis, "meeting-verb", meeting.id, "announce")
    read = text(browser(there.mads), reverse("desk:read", args=[meeting.id]))
    assert reverse("desk:read", args=[before.id]) in read
    press(lis, "meeting-verb", meeting.id, "begin")
    one = Item.objects.unguarded(WHY).get(meeting=meeting)
    address = reverse("desk:live", args=[meeting.id, one.id])
    assert "Referatet er godkendt" in text(lis, address)
    press(lis, "live-verb", meeting.id, one.id, "approve_minutes")
    assert Decision.objects.unguarded(WHY).get(item=one).outcome == OutcomeKind.APPROVED
    assert "Referatet er godkendt" not in text(lis, address)


def test_a_finding_is_let_pass_with_a_name_and_a_reason(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one,) = filled(there, MeetingState.PLANNED, 1)
    one.sections.unguarded(WHY).update(text="HUSK dette skal slettes.")
    page = text(lis, reverse("desk:gate", args=[meeting.id]))
    assert "Se efter" in page
    for key in {part.split('"')[0] for part in page.split('name="finding" value="')[1:]}:
        press(lis, "meeting-verb", meeting.id, "dismiss", finding=key, reason="Det er et citat.")
    assert Dismissal.objects.filter(by=there.lis.person, reason="Det er et citat.").exists()
    after = text(lis, reverse("desk:gate", args=[meeting.id]))
    assert "Alt er set efter" in after
    assert "Lis: Det er et citat." in after


def test_the_order_is_kept_by_the_script_and_says_the_numbers(there: World) -> None:
    meeting, items = filled(there, MeetingState.PLANNED, 3)
    Item.objects.unguarded(WHY).update(number=None)
    wanted = [items[2].id, items[0].id, items[1].id]
    answer = browser(there.lis).post(
        reverse("desk:meeting-verb", args=[meeting.id, "arrange"]),
        {"order": ",".join(map(str, wanted))},
        HTTP_ACCEPT="application/json",
    )
    assert answer.json()["numbers"] == {str(one): place for place, one in enumerate(wanted, 1)}


def test_a_cancelled_meeting_tells_its_members_why(there: World) -> None:
    meeting, _ = filled(there, MeetingState.ANNOUNCED, 1)
    press(browser(there.lis), "meeting-verb", meeting.id, "cancel", reason="For få kan komme.")
    assert "For få kan komme." in text(browser(there.mads), reverse("desk:read", args=[meeting.id]))


def test_a_closed_item_is_told_of_before_the_minutes_are_published(there: World) -> None:
    lis = browser(there.lis)
    meeting, (_one, closed) = filled(there, MeetingState.MINUTED)
    page = text(lis, reverse("desk:minutes", args=[meeting.id]))
    assert "Mangler uddrag" in page
    assert "underret dem, før beslutningen offentliggøres" in page
    press(lis, "meeting-verb", meeting.id, "publish_minutes")
    assert state(meeting) == MeetingState.MINUTED
    press(lis, "meeting-verb", meeting.id, "extract", item=closed.id, extract="Sagen er afgjort.")
    press(lis, "meeting-verb", meeting.id, "publish_minutes")
    assert state(meeting) == MeetingState.PUBLISHED


def test_the_board_tells_where_a_case_is_and_when_it_will_be_decided(there: World) -> None:
    filled(there, MeetingState.ANNOUNCED)
    Meeting.objects.create(body=there.council, date="2027-03-25", start="17:00")
    page = text(browser(there.karen), reverse("desk:pipeline"))
    assert "2 sager er undervejs." in page
    assert "25. marts 2027" in page


def test_the_preview_shows_what_is_not_sent_yet_under_the_numbers_it_will_get(there: World) -> None:
    meeting, _ = filled(there, MeetingState.PLANNED)
    Item.objects.unguarded(WHY).update(number=None)
    page = text(browser(there.lis), reverse("desk:preview", args=[meeting.id]))
    assert page.count("1. Punktet 1") == 2


def test_the_public_extract_stands_in_the_open_edition(there: World) -> None:
    meeting, (_one, closed) = filled(there, MeetingState.HELD)
    lis = browser(there.lis)
    press(lis, "meeting-verb", meeting.id, "extract", item=closed.id, extract="Sagen er afgjort.")
    page = text(lis, reverse("desk:preview", args=[meeting.id]) + "?referat=1")
    assert "Sagen er afgjort." in page.split('id="aaben"')[1]


def test_a_supplement_is_offered_when_an_item_waits_for_it(there: World) -> None:
    lis = browser(there.lis)
    meeting, _ = filled(there, MeetingState.ANNOUNCED, 1)
    agenda = reverse("desk:meeting", args=[meeting.id])
    assert "Udsend tillæg" not in text(lis, agenda)
    late = item(there, there.committee, ItemState.APPROVED, title="Haster")
    press(lis, "meeting-verb", meeting.id, "schedule", item=late.id)
    assert "Udsend tillæg" in text(lis, agenda)
    press(lis, "meeting-verb", meeting.id, "unschedule", item=late.id)
    assert reverse("desk:meeting-verb", args=[meeting.id, "unschedule"]) not in text(lis, agenda)
    press(lis, "meeting-verb", meeting.id, "schedule", item=late.id)
    # Nobody has read of it yet: it comes off as it came on, and leaves nothing to read.
    assert reverse("desk:meeting-verb", args=[meeting.id, "unschedule"]) in text(lis, agenda)
    press(lis, "meeting-verb", meeting.id, "supplement")
    assert "Haster" in text(browser(there.mads), reverse("desk:read", args=[meeting.id]))
    press(lis, "meeting-verb", meeting.id, "withdraw", item=late.id, reason="Den kan vente.")
    assert "Den kan vente." in text(browser(there.mads), reverse("desk:read", args=[meeting.id]))


def test_the_gate_says_why_there_is_no_supplement_to_send(there: World) -> None:
    lis = browser(there.lis)
    meeting, (one,) = filled(there, MeetingState.ANNOUNCED, 1)
    gate = reverse("desk:gate", args=[meeting.id])
    nothing = "Der er ingen nye punkter eller bemærkninger at sende som tillæg."
    assert nothing in text(lis, gate)
    one.sections.unguarded(WHY).update(unsent=True)
    assert nothing not in text(lis, gate)
    one.sections.unguarded(WHY).update(unsent=False)
    late = item(there, there.committee, ItemState.APPROVED, title="Haster")
    press(lis, "meeting-verb", meeting.id, "schedule", item=late.id)
    assert nothing not in text(lis, gate)
    press(lis, "meeting-verb", meeting.id, "supplement")
    assert nothing in text(lis, gate)


def test_a_decided_case_is_sent_on_or_stopped_from_its_item(there: World) -> None:
    lis = browser(there.lis)
    meeting, (first, second) = filled(there, MeetingState.HELD)
    live = reverse("desk:live", args=[meeting.id, first.id])
    page = said(press(lis, "live-verb", meeting.id, first.id, "forward", tilbage=live))
    assert "Sagen er sendt videre til Kommunalbestyrelsen." in page
    assert "Sagen er gået videre til Kommunalbestyrelsen." in page
    assert "Send videre</button>" not in page
    assert Item.objects.unguarded(WHY).filter(previous=first, body=there.council).exists()
    assert "Skriv en grund." in said(press(lis, "live-verb", meeting.id, second.id, "stop", tilbage=live))
    page = said(press(lis, "live-verb", meeting.id, second.id, "stop", reason="Det er nok.", tilbage=live))
    assert "Sagen stopper her." in page


def test_the_minutes_tell_where_each_case_went_and_offer_to_send_on_while_one_is_left(there: World) -> None:
    lis = browser(there.lis)
    meeting, (_first, second, third, fourth) = filled(there, MeetingState.HELD, 4)
    Presence.objects.create(item=fourth, person_id=there.lis.person, conflict=True)
    stopped = {"text": "Afslået. Stopper i Økonomiudvalget.", "brought_by": there.mads.person}
    Decision.objects.unguarded(WHY).filter(item=fourth).update(**stopped)
    Decision.objects.unguarded(WHY).filter(item=second).update(outcome=OutcomeKind.POSTPONED)
    Decision.objects.unguarded(WHY).filter(item=third).update(text="Godkendt. Stopper i Økonomiudvalget.")
    minutes = reverse("desk:minutes", args=[meeting.id])
    before = text(lis, minutes)
    assert "2 sager er klar" in before
    assert before.count("Tag sagen op igen") == 1
    told = said(press(lis, "meeting-verb", meeting.id, "carry_on", tilbage=minutes))
    assert "Sagen er gået videre til Kommunalbestyrelsen." in told
    assert "Sagen er stoppet her." in told
    assert "1 sag er stoppet." in told
    assert "1 sag venter på, at en anden sekretær sender den videre, da du er inhabil i den." in told
    eva = person("Eva")
    grant(eva, there.committee, Role.SECRETARY)
    assert "1 sag er klar" in text(browser(see(eva)), minutes), "what was brought before the council waits for her"
    assert "Send sagerne videre" not in told
    press(lis, "live-verb", meeting.id, second.id, "resume", reason="Den er klar.")
    after = text(lis, minutes)
    assert "Sagen er taget op igen." in after
    assert "Tag sagen op igen" not in after


def test_an_item_tells_what_was_decided_and_leads_to_the_way_on(there: World) -> None:
    meeting, (first, closed) = filled(there, MeetingState.HELD)
    way = reverse("desk:live", args=[meeting.id, first.id])
    assert "Godkendt" in (page := text(browser(there.lis), reverse("desk:item", args=[first.id])))
    assert f"{way}#vejen" in page
    assert way not in text(browser(there.karen), reverse("desk:item", args=[first.id]))
    assert "KANARIEFUGL" not in said(browser(there.per).get(reverse("desk:item", args=[closed.id])))


def test_nothing_is_written_at_an_item_of_published_minutes(there: World) -> None:
    meeting, (first, _) = filled(there, MeetingState.PUBLISHED)
    page = text(browser(there.lis), reverse("desk:live", args=[meeting.id, first.id]))
    assert 'id="tekst"' not in page
    assert "Gem fremmødet" not in page


def test_the_next_item_is_none_that_was_taken_off_the_agenda(there: World) -> None:
    meeting, (first, second, third) = filled(there, MeetingState.RUNNING, 3)
    press(browser(there.lis), "meeting-verb", meeting.id, "withdraw", item=second.id, reason="Sagen er trukket.")
    page = text(browser(there.lis), reverse("desk:live", args=[meeting.id, first.id]))
    assert f'rel="next" href="{reverse("desk:live", args=[meeting.id, third.id])}"' in page


def test_a_closed_item_is_one_of_the_stops_and_looks_unlike_an_open_one(there: World) -> None:
    meeting, (first, closed, third) = filled(there, MeetingState.RUNNING, 3)
    page = text(browser(there.lis), reverse("desk:live", args=[meeting.id, first.id]))
    assert f'rel="next" href="{reverse("desk:live", args=[meeting.id, closed.id])}"' in page
    read = text(browser(there.mads), reverse("desk:read", args=[meeting.id]))
    told = {one.id: read.partition(f'id="punkt-{one.id}"')[2].partition("</article>")[0] for one in (first, closed)}
    assert ["må ikke gives videre" in told[one.id] for one in (first, closed)] == [False, True]
    assert read.index(f'id="punkt-{closed.id}"') < read.index(f'id="punkt-{third.id}"')


def test_why_a_closed_item_is_withdrawn_is_read_by_its_readers_only(there: World) -> None:
    lis = browser(there.lis)
    meeting, (_, closed) = filled(there, MeetingState.ANNOUNCED)
    press(lis, "meeting-verb", meeting.id, "withdraw", item=closed.id, reason="Køber sprang fra.")
    assert Item.objects.unguarded(WHY).get(pk=closed.pk).withdrawn_reason == ""
    assert "Køber sprang fra." in text(browser(there.mads), reverse("desk:read", args=[meeting.id]))
    Presence.objects.create(item=closed, person_id=there.mads.person, conflict=True)
    assert "Køber sprang fra." not in text(browser(there.mads), reverse("desk:read", args=[meeting.id]))
    full, _, street = text(lis, reverse("desk:preview", args=[meeting.id])).partition('id="aaben"')
    assert "Køber sprang fra." in full
    assert "Køber sprang fra." not in street


def test_a_remark_to_an_agenda_that_is_out_offers_a_supplement(there: World) -> None:
    lis = browser(there.lis)
    held, (first, _) = filled(there, MeetingState.HELD)
    out = world_meeting(there.council, MeetingState.ANNOUNCED, timezone.localdate() + timedelta(30))
    press(lis, "live-verb", held.id, first.id, "forward")
    Item.objects.unguarded(WHY).filter(previous=first).update(meeting=out, state=ItemState.SCHEDULED, number=1)
    Meeting.objects.unguarded(WHY).filter(pk=held.pk).update(date=timezone.localdate() - timedelta(9))
    page = said(press(lis, "live-verb", held.id, first.id, "remark", text="Tallene er nye.", tilbage="/arbejde/"))
    assert "når du sender et tillæg" in page
    assert "Udsend tillæg" in text(lis, reverse("desk:meeting", args=[out.id]))


def test_why_a_closed_case_stopped_is_shown_to_its_author(there: World) -> None:
    held, (_, closed) = filled(there, MeetingState.HELD)
    press(browser(there.lis), "live-verb", held.id, closed.id, "stop", reason="Køber sprang fra.")
    address = reverse("desk:item", args=[closed.id])
    assert "Køber sprang fra." in text(browser(there.karen), address)
    assert "Køber sprang fra." not in text(browser(there.mads), address)
    assert "Køber sprang fra." not in text(browser(there.lis), reverse("desk:journal"))


@pytest.mark.parametrize("name", ["meeting", "gate"])
def test_who_reads_of_closed_items_on_the_agenda_or_at_the_gate_is_noted(there: World, name: str) -> None:
    at, (_, closed) = filled(there, MeetingState.PLANNED)
    Section.objects.unguarded(WHY).filter(item=closed, kind="other").update(text="Ring til 010180-1232.")
    for _ in range(2):
        text(browser(there.lis), reverse(f"desk:{name}", args=[at.id]))
    assert Journal.objects.unguarded(WHY).filter(kind="item.open_closed", item=closed).count() == 1


def test_a_sent_agenda_leads_to_the_citizens_page_of_it(there: World) -> None:
    lis = browser(there.lis)
    at = planned(there)
    one = item(there, there.committee, ItemState.APPROVED, title="Ny hal")
    press(lis, "meeting-verb", at.id, "schedule", item=one.id)
    street = reverse("desk:street", args=[at.id])
    assert street not in text(lis, reverse("desk:meeting", args=[at.id]))
    assert lis.get(street)["Location"] == "/arbejde/"
    press(lis, "meeting-verb", at.id, "announce")
    for page in (reverse("desk:meeting", args=[at.id]), reverse("desk:item", args=[one.id])):
        assert street in text(lis, page)
    assert lis.get(street)["Location"] == "/moeder/oekonomiudvalget/2027-03-08/"
    assert "Ny hal" in text(lis, lis.get(street)["Location"])
    assert browser(there.ida).get(street).status_code == 404


@pytest.mark.parametrize("place", [0, 1])
def test_why_a_finding_of_a_closed_item_passed_is_not_in_the_journal(there: World, place: int) -> None:
    lis = browser(there.lis)
    at, items = filled(there, MeetingState.PLANNED)
    Section.objects.unguarded(WHY).filter(item=items[place]).update(text="HUSK at dette slettes.")
    gate = text(lis, reverse("desk:gate", args=[at.id]))
    for key in [part.split('"')[0] for part in gate.split('name="finding" value="')[1:]]:
        press(lis, "meeting-verb", at.id, "dismiss", finding=key, reason="Det er et citat.")
    rows = Journal.objects.unguarded(WHY).filter(kind="meeting.dismiss", facts__item=items[place].id)
    assert rows.exists()
    assert {"reason" in row.facts for row in rows} == {place == 0}
