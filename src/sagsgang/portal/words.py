"""What the data's classes are called on a page, and the tone they are shown in."""

from collections.abc import Mapping

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from sagsgang.danish.deadlines import DueKind
from sagsgang.danish.kle import MAIN_GROUPS
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.changes import Part
from sagsgang.paper.model import Access, ItemType, PaperKind, SectionKind
from sagsgang.portal.case_state import Standing

Words = dict[str, Lazy]

OUTCOMES: Words = {
    OutcomeKind.APPROVED: _("Godkendt"),
    OutcomeKind.APPROVED_AMENDED: _("Godkendt med ændringer"),
    OutcomeKind.APPROVED_PARTLY: _("Delvist godkendt"),
    OutcomeKind.RECOMMENDED: _("Anbefalet videre"),
    OutcomeKind.NOTED: _("Taget til efterretning"),
    OutcomeKind.DISCUSSED: _("Drøftet"),
    OutcomeKind.POSTPONED: _("Udsat"),
    OutcomeKind.SENT_BACK: _("Sendt tilbage"),
    OutcomeKind.REJECTED: _("Afvist"),
    OutcomeKind.WITHDRAWN: _("Udgået"),
    OutcomeKind.REFERRED: _("Henvist videre"),
    OutcomeKind.STOPS_HERE: _("Stopper her"),
    OutcomeKind.ELECTED: _("Valgt"),
    OutcomeKind.NONE: _("Intet noteret"),
}
TONES: dict[str, str] = {
    OutcomeKind.APPROVED: "good",
    OutcomeKind.APPROVED_AMENDED: "good",
    OutcomeKind.APPROVED_PARTLY: "wait",
    OutcomeKind.RECOMMENDED: "onward",
    OutcomeKind.NOTED: "calm",
    OutcomeKind.DISCUSSED: "calm",
    OutcomeKind.POSTPONED: "wait",
    OutcomeKind.SENT_BACK: "wait",
    OutcomeKind.REJECTED: "stop",
    OutcomeKind.WITHDRAWN: "stop",
    OutcomeKind.REFERRED: "onward",
    OutcomeKind.STOPS_HERE: "stop",
    OutcomeKind.ELECTED: "good",
}
ITEM_TYPES: Words = {
    ItemType.DECISION: _("Beslutning"),
    ItemType.DISCUSSION: _("Drøftelse"),
    ItemType.INFORMATION: _("Orientering"),
}
KINDS: Words = {PaperKind.AGENDA: _("Dagsorden"), PaperKind.MINUTES: _("Referat")}
ACCESS: Words = {Access.OPEN: _("Åbent punkt"), Access.CLOSED: _("Lukket punkt")}
DUES: Words = {
    DueKind.NEXT_MEETING: _("næste møde"),
    DueKind.COMING_MEETING: _("et kommende møde"),
    DueKind.EVENT: _("når noget bestemt er sket"),
    DueKind.NONE: _("uden frist"),
}
FILE = _("Fil")
_SHEET, _SLIDES, _PICTURE = _("Regneark"), _("Præsentation"), _("Billede")
FILE_KINDS: Words = {
    "application/pdf": _("PDF"),
    "application/msword": _("Word"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _("Word"),
    "application/vnd.oasis.opendocument.text": _("Tekstdokument"),
    "application/rtf": _("Tekstdokument"),
    "application/vnd.ms-excel": _SHEET,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": _SHEET,
    "application/vnd.oasis.opendocument.spreadsheet": _SHEET,
    "application/vnd.ms-powerpoint": _SLIDES,
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": _SLIDES,
    "application/vnd.oasis.opendocument.presentation": _SLIDES,
    "text/plain": _("Tekst"),
    "image/png": _PICTURE,
    "image/jpeg": _PICTURE,
    "image/tiff": _PICTURE,
    "image/gif": _PICTURE,
    "image/webp": _PICTURE,
}
# KLE's own titles are Danish in every language.
KLE_GROUPS = {number: f"{number} {title}" for number, title in MAIN_GROUPS.items()}
FACETS: dict[str, Mapping[str, Lazy | str]] = {
    "item_types": ITEM_TYPES,
    "outcomes": OUTCOMES,
    "kle_groups": KLE_GROUPS,
    "access": ACCESS,
}
FACET_NAMES: Words = {
    "bodies": _("Udvalg"),
    "years": _("År"),
    "item_types": _("Sagstype"),
    "outcomes": _("Udfald"),
    "kle_groups": _("Emne (KLE)"),
    "access": _("Åbenhed"),
}
SECTIONS: dict[SectionKind, Lazy] = {
    SectionKind.SUMMARY: _("Resumé"),
    SectionKind.RECOMMENDATION: _("Indstilling"),
    SectionKind.PRESENTATION: _("Sagsfremstilling"),
    SectionKind.FINANCES: _("Økonomiske konsekvenser"),
    SectionKind.REMARK: _("Bemærkning"),
    SectionKind.OTHER: _("Øvrigt"),
}
STATED, COMPUTED = _("Der står"), _("Det giver")
# What the two sides of a finding are, where the second one was not reckoned from the first.
SIDES: dict[str, tuple[Lazy, Lazy]] = {
    "count_differs": (STATED, _("Der er opregnet")),
    "two_values": (_("Det ene sted"), _("Det andet sted")),
    "as_of_dates_differ": (_("I overskriften"), _("I teksten")),
    "bases_differ": (_("Det ene tal er"), _("Det andet tal er")),
    "part_exceeds_whole": (_("Delen er"), _("Det hele er")),
    "dates_out_of_order": (STATED, _("Ventet")),
    "programme_overlaps": (_("Det ene slutter"), _("Det næste begynder")),
    "programme_gap": (_("Det ene slutter"), _("Det næste begynder")),
    "weekday_differs": (STATED, _("Kalenderen siger")),
    "day_of_month_differs": (STATED, _("Kalenderen siger")),
    "period_unclear": (STATED, _("Pr. år giver det i alt")),
}
# The parts of `paper.changes` that are not a heading of the paper.
CHANGED: Words = {
    Part.KIND: _("Papir"),
    Part.TIME: _("Tid"),
    Part.PLACE: _("Sted"),
    Part.MEMBERS: _("Medlemmer"),
    Part.ABSENCES: _("Fravær"),
    Part.REMARKS: _("Bemærkninger"),
    Part.NUMBER: _("Nummer"),
    Part.TITLE: _("Overskrift"),
    Part.ACCESS: _("Åbent eller lukket"),
    Part.CASE: _("Sagsnummer"),
    Part.ROUTE: _("Behandling"),
    Part.TEXT: _("Tekst"),
    Part.ATTACHMENTS: _("Bilag"),
    Part.EXTRACT: _("Offentligt uddrag"),
}
NOT_SAID = _("Ikke angivet")
STANDINGS: Words = {
    Standing.AWAITING: _("På dagsordenen"),
    Standing.WITHDRAWN: _("Trukket af dagsordenen"),
    Standing.ONWARD: _("Undervejs"),
    Standing.PAUSED: _("Kommer igen"),
    Standing.STOPPED: _("Standset"),
    Standing.DECIDED: _("Besluttet"),
    Standing.HEARD: _("Behandlet"),
    Standing.UNKNOWN: _("Uden noteret beslutning"),
}
STANDING_TONES = {
    Standing.AWAITING: "onward",
    Standing.WITHDRAWN: "wait",
    Standing.ONWARD: "onward",
    Standing.PAUSED: "wait",
    Standing.STOPPED: "stop",
    Standing.DECIDED: "good",
    Standing.HEARD: "calm",
    Standing.UNKNOWN: "calm",
}


def kle_name(number: str) -> str:
    """The KLE number with the name of its main group, where KLE has that."""
    return f"{number} {MAIN_GROUPS.get(number[:2], '')}".rstrip()
