"""The verbs of a meeting as forms send them: each reads its fields and does one command."""

from collections.abc import Callable
from datetime import datetime, time

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from sagsgang.core.act import Refused
from sagsgang.core.commands import decisions, last_minutes, meetings, minutes, routing, substitutes
from sagsgang.core.models import Item, Meeting
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.queries.agenda import order
from sagsgang.desk.queries.reach import item_at, ready_item

# Gives the address to go on to, None for back to the page.
Verb = Callable[[HttpRequest, Viewer, Meeting], str | None]


def _arrange(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    """The whole order, from the script; or one item up or down, from a button."""
    ids = order(viewer, meeting)
    if moved := asked.word(request, "up") or asked.word(request, "down"):
        ids = _shifted(ids, asked.numeral(moved), -1 if request.POST.get("up") else 1)
    elif wanted := asked.word(request, "order"):
        ids = [asked.numeral(one) for one in wanted.split(",")]
    meetings.arrange(viewer, meeting, ids)


def _shifted(ids: list[int], moved: int, step: int) -> list[int]:
    if moved not in ids:
        raise Refused(_("Punktet er ikke længere på dagsordenen. Hent siden igen."))
    at = ids.index(moved)
    others = [one for one in ids if one != moved]
    others.insert(max(at + step, 0), moved)
    return others


def _together(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    if not (asked.word(request, "item") and asked.word(request, "with")):
        raise Refused(_("Vælg de to punkter."))
    lead = item_at(meeting, viewer, asked.number(request, "with"))
    meetings.take_together(viewer, meeting, _item(request, viewer, meeting), lead)


def _apart(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    meetings.take_apart(viewer, meeting, _item(request, viewer, meeting))


def _put_minutes(_request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    last_minutes.put_first(viewer, meeting)


def _schedule(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    meetings.schedule(viewer, ready_item(viewer, meeting, asked.number(request, "item")), meeting)


def _unschedule(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    meetings.unschedule(viewer, _item(request, viewer, meeting))


def _withdraw(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    item, reason = _item(request, viewer, meeting), asked.word(request, "reason")
    meetings.withdraw(viewer, item, reason, looked=asked.looked(request))
    messages.success(request, _("Punktet er trukket af dagsordenen. Grunden står ved punktet."))


def _item(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> Item:
    return item_at(meeting, viewer, asked.number(request, "item"))


def _announce(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    meetings.announce(viewer, meeting, late_reason=asked.word(request, "late_reason"), looked=asked.looked(request))
    messages.success(request, _("Dagsordenen er udsendt."))


def _announce_at(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    day, clock = asked.the_day(request, "day"), asked.clock(request, "clock")
    if clock is None:
        raise Refused(_("Skriv, hvad klokken skal være."))
    hour = timezone.make_aware(datetime.combine(day, clock))
    reason, looked = asked.word(request, "late_reason"), asked.looked(request)
    meetings.announce_at(viewer, meeting, hour, late_reason=reason, looked=looked)
    messages.success(request, _("Tidspunktet er valgt. Dagsordenen bliver set efter igen, før den sendes ud."))


def _keep_back(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    meetings.keep_back(viewer, meeting)
    messages.success(request, _("Tidspunktet er taget tilbage. Dagsordenen bliver ikke sendt ud af sig selv."))


def _supplement(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    meetings.supplement(viewer, meeting, late_reason=asked.word(request, "late_reason"), looked=asked.looked(request))
    messages.success(request, _("Tillægget er udsendt."))


def _cancel(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    meetings.cancel(viewer, meeting, asked.word(request, "reason"), looked=asked.looked(request))
    messages.success(request, _("Mødet er aflyst. Punkterne venter på en ny dagsorden."))


def _move(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    start = asked.clock(request, "start") or meeting.start
    meetings.move_meeting(viewer, meeting, asked.the_day(request, "day"), start, asked.word(request, "place"))
    messages.success(request, _("Mødet er flyttet."))


def _dismiss(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    meetings.dismiss(viewer, meeting, asked.word(request, "finding"), asked.word(request, "reason"))


def _call_in(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    called = asked.person(request, "person")
    substitutes.call_in(viewer, meeting, called, asked.person(request, "instead_of"))
    messages.success(request, _("%(name)s er indkaldt og får besked.") % {"name": called.name})


def _call_off(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    called = asked.person(request, "person")
    substitutes.call_off(viewer, meeting, called)
    messages.success(request, _("%(name)s er afmeldt og får besked.") % {"name": called.name})


def _begin(_request: HttpRequest, viewer: Viewer, meeting: Meeting) -> str:
    decisions.begin_meeting(viewer, meeting)
    return reverse("desk:sitting", args=(meeting.id,))


def _undo_begin(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> str:
    if not request.POST.get("sure"):
        raise Refused(_("Sæt kryds ved, at mødet ikke er begyndt."))
    decisions.undo_begin(viewer, meeting)
    messages.success(request, _("Mødet er ikke begyndt. Dagsordenen er, som den blev sendt ud."))
    return reverse("desk:meeting", args=(meeting.id,))


def _record(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    decisions.record(
        viewer,
        meeting,
        asked.person(request, "person"),
        present=bool(request.POST.get("present")),
        excused=bool(request.POST.get("excused")),
        instead_of=asked.person(request, "instead_of") if asked.word(request, "instead_of") else None,
        arrived=asked.clock(request, "arrived"),
        left=asked.clock(request, "left"),
    )


def _close(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> str:
    led = decisions.close_meeting(viewer, meeting, asked.clock(request, "end") or _ended_now(meeting))
    messages.success(request, _("Mødet er sluttet."))
    _say_sent_on(request, led)
    return reverse("desk:minutes", args=(meeting.id,))


def _ended_now(meeting: Meeting) -> time:
    """The clock's time, where it can be when the meeting ended; raises Refused where somebody must say it."""
    now = timezone.localtime()
    if now.date() != meeting.date or now.time() <= meeting.start:
        raise Refused(gettext_noop("Skriv, hvornår mødet sluttede."))
    return now.time().replace(second=0, microsecond=0)


def _carry_on(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    led = routing.carry_on(viewer, meeting)
    _say_sent_on(request, led)
    if led == routing.WayOn((), ()):
        messages.info(request, _("Ingen sag skulle sendes videre."))


def _say_sent_on(request: HttpRequest, led: routing.WayOn) -> None:
    """Where the one case went, or how many went, and what could not go; none at all is nothing to be glad of."""
    if len(led.made) == 1:
        messages.success(request, _("Sagen er sendt videre til %(body)s.") % {"body": led.made[0].body.name})
    elif led.made:
        messages.success(request, _many(len(led.made)))
    if led.ended:
        said = ngettext("%(count)s sag er stoppet.", "%(count)s sager er stoppet.", led.ended)
        messages.success(request, said % {"count": led.ended})
    if led.waiting:
        messages.warning(request, _waits(led.waiting))
    for refusal in led.refusals:
        messages.error(request, refusal)


def _waits(count: int) -> str:
    """Without its title, which may be closed."""
    return ngettext(
        "%(count)s sag venter på, at en anden sekretær sender den videre, da du er inhabil i den.",
        "%(count)s sager venter på, at en anden sekretær sender dem videre, da du er inhabil i dem.",
        count,
    ) % {"count": count}


def _many(count: int) -> str:
    return ngettext("%(count)s sag er sendt videre.", "%(count)s sager er sendt videre.", count) % {"count": count}


def _extract(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    item = _item(request, viewer, meeting)
    minutes.set_extract(viewer, item, asked.word(request, "extract"), asked.word(request, "silence_reason"))
    messages.success(request, _("Gemt."))


def _sign_on_paper(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    minutes.sign_on_paper(viewer, meeting, asked.person(request, "person"))


def _approve_minutes(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    led = minutes.approve_minutes(viewer, meeting)
    messages.success(request, _("Referatet er afsluttet. Nu kan det offentliggøres."))
    _say_sent_on(request, led)


def _publish_minutes(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    minutes.publish_minutes(viewer, meeting)
    messages.success(request, _("Referatet er offentliggjort."))


def _add_correction(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> None:
    minutes.add_correction(viewer, meeting, asked.word(request, "text"), looked=bool(request.POST.get("looked")))
    messages.success(request, _("Rettelsen er tilføjet og offentliggjort."))


VERBS: dict[str, Verb] = {
    "arrange": _arrange,
    "together": _together,
    "apart": _apart,
    "put_minutes": _put_minutes,
    "schedule": _schedule,
    "unschedule": _unschedule,
    "withdraw": _withdraw,
    "announce": _announce,
    "announce_at": _announce_at,
    "keep_back": _keep_back,
    "supplement": _supplement,
    "cancel": _cancel,
    "move": _move,
    "dismiss": _dismiss,
    "call_in": _call_in,
    "call_off": _call_off,
    "begin": _begin,
    "undo_begin": _undo_begin,
    "record": _record,
    "close": _close,
    "carry_on": _carry_on,
    "extract": _extract,
    "sign_on_paper": _sign_on_paper,
    "approve_minutes": _approve_minutes,
    "publish_minutes": _publish_minutes,
    "add_correction": _add_correction,
}
