"""What outcomes and votes are called on the desk's pages, with the tone of their tag."""

from django.utils.translation import gettext_lazy as _

from sagsgang.core.models import Vote
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.desk.words import Named

OUTCOMES: Named = {
    OutcomeKind.APPROVED: (_("Godkendt"), "good"),
    OutcomeKind.APPROVED_AMENDED: (_("Godkendt med ændringer"), "good"),
    OutcomeKind.APPROVED_PARTLY: (_("Delvist godkendt"), "wait"),
    OutcomeKind.RECOMMENDED: (_("Anbefalet videre"), "onward"),
    OutcomeKind.NOTED: (_("Taget til efterretning"), "calm"),
    OutcomeKind.DISCUSSED: (_("Drøftet"), "calm"),
    OutcomeKind.POSTPONED: (_("Udsat"), "wait"),
    OutcomeKind.SENT_BACK: (_("Sendt tilbage"), "wait"),
    OutcomeKind.REJECTED: (_("Afvist"), "stop"),
    OutcomeKind.WITHDRAWN: (_("Udgået"), "stop"),
    OutcomeKind.REFERRED: (_("Henvist videre"), "onward"),
    OutcomeKind.STOPS_HERE: (_("Stopper her"), "stop"),
    OutcomeKind.ELECTED: (_("Valgt"), "good"),
    OutcomeKind.NONE: (_("Intet noteret"), "calm"),
}
CHOICES: Named = {
    Vote.Choice.FOR: (_("For"), "good"),
    Vote.Choice.AGAINST: (_("Imod"), "stop"),
    Vote.Choice.NEITHER: (_("Hverken for eller imod"), "calm"),
}


def outcome_choices() -> tuple[tuple[str, str], ...]:
    """Every outcome with its name, as a form offers them."""
    return tuple((str(kind), str(name)) for kind, (name, _tone) in OUTCOMES.items())


class Settled:
    """Base of what has an `outcome`: its name and the tone of its tag, for templates."""

    __slots__ = ()
    outcome: str

    @property
    def outcome_name(self) -> str:
        """The outcome in words; "" for none."""
        return str(OUTCOMES[self.outcome][0]) if self.outcome in OUTCOMES else ""

    @property
    def tone(self) -> str:
        """The tone of the outcome's tag."""
        return OUTCOMES[self.outcome][1] if self.outcome in OUTCOMES else "calm"
