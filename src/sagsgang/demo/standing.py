"""The standing items, alike at every meeting but for what was decided."""

from sagsgang.demo.calendar import Sitting
from sagsgang.demo.stories import Step


def topics(sitting: Sitting) -> Step:
    """The standing item of the executive board: what to take up with the mayor."""
    chosen = {
        1: "Emner til drøftelse med borgmesteren:\n\n- Planer for det nye år\n- Besøg på skolerne",
        6: "Direktionen havde ingen emner.",
        9: "Følgende emne blev valgt:\n\n- Budgetseminaret",
    }
    return Step(
        body=sitting.board.name,
        on=sitting.date,
        title="Emner til borgmesteren",
        route=("Direktionen",),
        summary="Valg af emner, som direktionen vil tage op med borgmesteren ved deres næste samtale.",
        recommendation="Sekretariatschefen indstiller, at direktionen vælger emner.",
        finances="Ingen.",
        decision=chosen.get(sitting.date.month, "-"),
    )


def telling(sitting: Sitting) -> Step:
    """The standing item of the executive board: what to tell the organisation, and how."""
    told = {
        3: "Der skrives en nyhed om besøgsrunden på medarbejderportalen.",
        10: "Kommende temaer:\n\n- Budgettet (november)\n- Trivselsmålingen (efter møde i Hovedudvalget)",
    }
    return Step(
        body=sitting.board.name,
        on=sitting.date,
        title="Hvad fortæller vi videre fra mødet?",
        route=("Direktionen",),
        summary="Fast punkt, hvor direktionen beslutter, hvad der skal fortælles videre, til hvem og hvordan.",
        recommendation="Kommunikationschefen indstiller, at direktionen tager stilling.",
        decision=told.get(sitting.date.month, "-"),
    )


def other_business(sitting: Sitting) -> Step:
    """Eventuelt, the last item."""
    return Step(body=sitting.board.name, on=sitting.date, title="Eventuelt", decision="-")


def agenda_approval(sitting: Sitting) -> Step:
    """The first item of the political boards."""
    return Step(
        body=sitting.board.name,
        on=sitting.date,
        title="Godkendelse af dagsorden",
        recommendation="Formanden indstiller, at dagsordenen godkendes.",
        decision="Dagsordenen blev godkendt.",
    )
