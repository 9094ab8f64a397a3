"""What somebody may do with a thing now, and what not yet and why: the buttons of every page come from the table."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.core.act import _THINGS, Stateful, holds
from sagsgang.core.models import Item
from sagsgang.core.standing import standing
from sagsgang.core.states import Standing, from_here
from sagsgang.core.viewer import Viewer

LABELS: dict[str, str | Promise] = {
    "write": _("Ret"),
    "submit": _("Send til godkendelse"),
    "discard": _("Kassér udkastet"),
    "recall": _("Kald tilbage"),
    "return": _("Send tilbage"),
    "pass_on": _("Godkend og send videre"),
    "approve": _("Godkend"),
    "schedule": _("Sæt på dagsorden"),
    "unschedule": _("Tag af dagsordenen"),
    "withdraw": _("Træk af dagsordenen"),
    "attend": _("Ret fremmøde"),
    "minute": _("Skriv beslutning"),
    "decide": _("Beslut"),
    "redecide": _("Ret beslutningen"),
    "bring": _("Indbring for kommunalbestyrelsen"),
    "tell": _("Skriv, hvad offentligheden får at vide"),
    "remark": _("Skriv administrativ bemærkning"),
    "forward": _("Send videre"),
    "skip": _("Spring næste led over"),
    "stop": _("Stop sagen her"),
    "resume": _("Genoptag"),
    "shut": _("Luk noget, der er sendt ud"),
    "disqualify": _("Skriv en inhabilitet ind"),
    "requalify": _("Ophæv en inhabilitet"),
    "arrange": _("Ret rækkefølgen"),
    "call_in": _("Indkald stedfortræder"),
    "call_off": _("Afmeld stedfortræder"),
    "add_item": _("Tilføj et punkt"),
    "move": _("Flyt mødet"),
    "dismiss": _("Lad passere"),
    "announce": _("Udsend dagsordenen"),
    "announce_at": _("Udsend på et valgt tidspunkt"),
    "keep_back": _("Tag tidspunktet tilbage"),
    "supplement": _("Udsend tillæg"),
    "cancel": _("Aflys mødet"),
    "begin": _("Begynd mødet"),
    "undo_begin": _("Fortryd, at mødet er begyndt"),
    "close": _("Slut mødet"),
    "sign": _("Godkend referatet"),
    "sign_on_paper": _("Skriv en underskrift på papir ind"),
    "approve_minutes": _("Afslut referatet"),
    "publish_minutes": _("Offentliggør referatet"),
    "add_correction": _("Tilføj en rettelse"),
    "adjust": _("Ret frist og ansvar"),
    "complete": _("Meld færdig"),
    "drop": _("Frafald"),
    "reopen": _("Åbn igen"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A verb with its button's text; `refusal` says why it cannot be done yet, "" when it can."""

    verb: str
    label: str
    refusal: str


def offers(viewer: Viewer, thing: Stateful, known: Standing | None = None) -> tuple[Offer, ...]:
    """The verbs that are the viewer's in this state, those that the guard refuses with the reason.

    `known`: what a page has read already; None reads it here.
    """
    moves = [move for move in from_here(_THINGS[type(thing)], thing.state) if holds(viewer, move.who, thing)]
    if not moves or (isinstance(thing, Item) and thing.pk in viewer.conflicts):
        return ()
    facts = known or standing(thing)
    return tuple(Offer(move.verb, str(LABELS[move.verb]), move.guard(facts) if move.guard else "") for move in moves)
