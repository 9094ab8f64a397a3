"""The words of the answers. They are Danish, as what is told is; German where OParl's clients know them in German."""

from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import ItemType, PaperKind

RESULTS = {
    OutcomeKind.APPROVED: "Godkendt",
    OutcomeKind.APPROVED_AMENDED: "Godkendt med ændringer",
    OutcomeKind.APPROVED_PARTLY: "Delvist godkendt",
    OutcomeKind.RECOMMENDED: "Anbefalet videre",
    OutcomeKind.NOTED: "Taget til efterretning",
    OutcomeKind.DISCUSSED: "Drøftet",
    OutcomeKind.POSTPONED: "Udsat",
    OutcomeKind.SENT_BACK: "Sendt tilbage",
    OutcomeKind.REJECTED: "Afvist",
    OutcomeKind.WITHDRAWN: "Udgået",
    OutcomeKind.REFERRED: "Henvist videre",
    OutcomeKind.STOPS_HERE: "Stopper her",
    OutcomeKind.ELECTED: "Valgt",
}
# Whether the treatment decides the case, where the minutes tell.
DECIDES = {
    OutcomeKind.APPROVED: True,
    OutcomeKind.APPROVED_AMENDED: True,
    OutcomeKind.APPROVED_PARTLY: True,
    OutcomeKind.REJECTED: True,
    OutcomeKind.STOPS_HERE: True,
    OutcomeKind.ELECTED: True,
    OutcomeKind.RECOMMENDED: False,
    OutcomeKind.NOTED: False,
    OutcomeKind.DISCUSSED: False,
    OutcomeKind.POSTPONED: False,
    OutcomeKind.SENT_BACK: False,
    OutcomeKind.WITHDRAWN: False,
    OutcomeKind.REFERRED: False,
}
ROLES = {
    ItemType.DECISION: "Beslutning",
    ItemType.DISCUSSION: "Drøftelse",
    ItemType.INFORMATION: "Orientering",
}
PAPERS = {PaperKind.AGENDA: "Dagsorden", PaperKind.MINUTES: "Referat"}
# The states of a meeting that the specification recommends.
STATES = {PaperKind.AGENDA: "eingeladen", PaperKind.MINUTES: "durchgeführt"}
PLANNED = "terminiert"
BOARD = "Gremium"
MUNICIPALITY = "Kommune"
MEMBER = "Medlem"
