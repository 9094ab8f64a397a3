"""What the states are called, with the tone of their tag. The word says it, the colour helps."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.archive.models import Audience
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role
from sagsgang.paper.model import Access

Named = dict[str, tuple[str | Promise, str]]

ITEM_STATES: Named = {
    ItemState.DRAFT: (_("Kladde"), "calm"),
    ItemState.IN_REVIEW: (_("Til godkendelse"), "wait"),
    ItemState.APPROVED: (_("Klar til dagsorden"), "good"),
    ItemState.SCHEDULED: (_("På dagsorden"), "onward"),
    ItemState.DECIDED: (_("Besluttet"), "good"),
    ItemState.WITHDRAWN: (_("Udgået"), "stop"),
}
MEETING_STATES: Named = {
    MeetingState.PLANNED: (_("Planlagt"), "calm"),
    MeetingState.ANNOUNCED: (_("Udsendt"), "onward"),
    MeetingState.RUNNING: (_("I gang"), "wait"),
    MeetingState.HELD: (_("Holdt"), "onward"),
    MeetingState.MINUTED: (_("Referat godkendt"), "good"),
    MeetingState.PUBLISHED: (_("Referat offentliggjort"), "good"),
    MeetingState.CANCELLED: (_("Aflyst"), "stop"),
}
ACCESSES: Named = {
    Access.OPEN: (_("Åbent"), "line"),
    Access.CLOSED: (_("Lukket"), "stop"),
}
ROLES: dict[str, str | Promise] = {
    Role.AUTHOR: _("Sagsbehandler"),
    Role.APPROVER: _("Godkender"),
    Role.SECRETARY: _("Sekretær"),
}
AUDIENCES: dict[str, str | Promise] = {
    Audience.STREET: _("Alle"),
    Audience.EMPLOYEES: _("Kommunens ansatte"),
}
