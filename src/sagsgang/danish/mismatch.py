"""A stated value beside the computed one, as the checks of a text give it, and every code with its Danish message."""

from dataclasses import dataclass

# One code a kind of finding. The messages are complete sentences, for a clerk; the values stand beside them.
MESSAGES = {
    "sum_differs": "Summen af linjerne svarer ikke til det samlede beløb, der står.",
    "column_sum_differs": "Summen af tabellens kolonne svarer ikke til det tal, der står i alt.",
    "shares_differ": "Andelene giver ikke 100 procent tilsammen.",
    "vat_differs": "Beløbene svarer ikke til en moms på 25 procent.",
    "difference_differs": "Tallene og forskellen mellem dem passer ikke sammen.",
    "rest_not_itemised": "De områder, der er gennemgået, giver ikke det samlede beløb. Resten er ikke forklaret.",
    "period_unclear": "Det fremgår ikke, om beløbet er pr. år eller for hele perioden.",
    "part_exceeds_whole": "Delen er større end det hele, den er en del af.",
    "count_differs": "Der er nævnt et andet antal, end der er opregnet.",
    "two_values": "Der er to forskellige tal for det samme i samme måned.",
    "as_of_dates_differ": "Den samme opgørelse har to forskellige opgørelsesdatoer.",
    "bases_differ": "Tallene er opgjort på hvert sit grundlag og kan ikke sammenlignes direkte.",
    "dates_out_of_order": "Datoerne er ikke i rækkefølge. Det kan være et forkert årstal.",
    "programme_overlaps": "To punkter i programmet overlapper hinanden.",
    "programme_gap": "Der er et hul mellem to punkter i programmet.",
    "day_of_month_differs": "Datoen er ikke den ugedag i måneden, som der står.",
    "weekday_differs": "Ugedagen passer ikke til datoen.",
}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What does not add up: a `code` of `MESSAGES`, both sides in Danish writing, and the words themselves."""

    code: str
    stated: str
    computed: str
    quotes: tuple[str, ...]
