"""What comes back month after month: the economy reports and the budget follow-ups."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sagsgang.danish.dates import MONTHS, long_date
from sagsgang.danish.money import write_decimal
from sagsgang.demo.calendar import Sitting
from sagsgang.demo.stories import Step

FOLLOW_UP_MONTHS = {5: 3, 10: 8, 11: 9}
AREAS = ("Børn og Unge", "Sundhed og Ældre", "Teknik og Miljø", "Kultur og Fritid")


@dataclass(frozen=True, slots=True)
class Month:
    """The key figures at the end of a month; cash and arrears in millions of kroner, absence in per cent."""

    end: date
    people: int
    moved: int
    cash: Decimal
    cash_risen: Decimal
    arrears: Decimal
    arrears_risen: Decimal
    absence: Decimal
    absence_before: Decimal

    @property
    def name(self) -> str:
        """The month and its year, "maj 2025"."""
        return f"{MONTHS[self.end.month - 1]} {self.end.year}"


def month_before(day: date) -> Month:
    """The figures of the month that ended before `day`, the same for every board that sees them."""
    end = day.replace(day=1) - timedelta(days=1)
    place = (end.year - 2023) * 12 + end.month
    return Month(
        end=end,
        people=31_240 + 17 * place,
        moved=9 + place * 7 % 23,
        cash=Decimal(612 + place * 37 % 190) / 10,
        cash_risen=Decimal(4 + place * 13 % 39) / 10,
        arrears=Decimal(2210 + place * 53 % 170) / 100,
        arrears_risen=Decimal(3 + place * 17 % 40) / 100,
        absence=Decimal(43 + place * 5 % 14) / 10,
        absence_before=Decimal(45 + place * 11 % 13) / 10,
    )


def economy(sitting: Sitting) -> Step:
    """The monthly report on cash, arrears, sickness absence and population."""
    month = month_before(sitting.date)
    first = sitting.board.name == "Direktionen"
    return Step(
        body=sitting.board.name,
        on=sitting.date,
        title=f"Økonomien ved udgangen af {month.name}",
        type="information",
        route=("Direktionen", "Økonomiudvalget"),
        summary=(
            f"Økonomistaben fremlægger den månedlige rapport for {month.name}."
            if first
            else f"Direktionen har set rapporten for {month.name} og sender den videre til udvalget."
        ),
        recommendation=f"Økonomichefen indstiller, at rapporten for {month.name} tages til efterretning.",
        presentation=_listed(month) if first else _told(month),
        finances="Der er ingen økonomiske konsekvenser.",
        attachments=(f"Økonomirapport, {month.name}",),
        decision="Anbefales." if first else "Taget til efterretning.",
    )


def _listed(month: Month) -> str:
    name = MONTHS[month.end.month - 1]
    return f"""Økonomichefen bemærker:

- Befolkningstallet var {write_decimal(Decimal(month.people))} pr. {long_date(month.end + timedelta(days=1))}. \
I {name} flyttede {month.moved} flere til kommunen end fra den.
- Den gennemsnitlige likviditet steg med {_one(month.cash_risen)} mio. kr. til {_one(month.cash)} mio. kr.
- Restancerne steg med {_two(month.arrears_risen)} mio. kr. til {_two(month.arrears)} mio. kr.
- Sygefraværet var {_one(month.absence)} % i {month.name} mod {_one(month.absence_before)} % året før."""


def _told(month: Month) -> str:
    less = month.absence < month.absence_before
    return (
        f"Ved udgangen af {month.name} havde kommunen en gennemsnitlig likviditet på {_one(month.cash)} mio. kr. "
        f"og restancer for {_two(month.arrears)} mio. kr.\n\n"
        f"Sygefraværet {'faldt' if less else 'steg'} i {month.name} i forhold til året før. Udvalget kan se "
        "fordelingen på områder i bilaget."
    )


def _one(value: Decimal) -> str:
    return write_decimal(value, 1)


def _two(value: Decimal) -> str:
    return write_decimal(value, 2)


def follow_up(sitting: Sitting) -> Step:
    """The budget follow-up with its areas and their sum, in millions of kroner."""
    day = date(sitting.date.year, FOLLOW_UP_MONTHS[sitting.date.month] + 1, 1) - timedelta(days=1)
    figures = _figures(day)
    summary, presentation, finances, decision = {
        "Direktionen": _for_the_executives,
        "Økonomiudvalget": _for_the_committee,
        "Kommunalbestyrelsen": _for_the_council,
    }[sitting.board.name](day, figures)
    return Step(
        body=sitting.board.name,
        on=sitting.date,
        title=f"Budgetopfølgning pr. {long_date(day)}",
        type="information",
        route=("Direktionen", "Økonomiudvalget", "Kommunalbestyrelsen"),
        summary=summary,
        recommendation=f"Økonomichefen indstiller, at opfølgningen pr. {long_date(day)} tages til efterretning.",
        presentation=presentation,
        finances=finances,
        attachments=tuple(f"Opfølgning pr. {long_date(day)}, {area}" for area in AREAS),
        decision=decision,
    )


def _figures(day: date) -> dict[str, Decimal]:
    seed = day.year * 12 + day.month
    return {area: Decimal(12 + seed * (place * 9 + 7) % 61) / 10 for place, area in enumerate(AREAS)}


def _sum(figures: dict[str, Decimal]) -> str:
    return _one(sum(figures.values(), Decimal(0)))


def _for_the_executives(day: date, figures: dict[str, Decimal]) -> tuple[str, str, str, str]:
    largest = max(figures, key=lambda area: figures[area])
    lines = "\n".join(f"{area}:\t{_one(figure)} mio. kr." for area, figure in figures.items())
    return (
        f"Opfølgningen pr. {long_date(day)} viser et forventet mindreforbrug på {_sum(figures)} mio. kr. på driften.",
        (
            f"{largest} har pr. {long_date(day)} den største afvigelse. Den skyldes især {_reason(day, 0)}. "
            f"Af mindre forhold nævnes {_reason(day, 2)}."
        ),
        f"Forventet mindreforbrug pr. {long_date(day)}:\n\n{lines}\n\nI alt {_sum(figures)} mio. kr.",
        "Anbefales, idet det bemærkes, at der følges op på de største afvigelser.",
    )


def _for_the_committee(day: date, figures: dict[str, Decimal]) -> tuple[str, str, str, str]:
    parts = [f"{area} {_one(figure)} mio. kr." for area, figure in figures.items()]
    return (
        f"Udvalget får forelagt opfølgningen pr. {long_date(day)}, som direktionen har anbefalet.",
        (
            f"Mindreforbruget pr. {long_date(day)} fordeler sig med {', '.join(parts[:-1])} og {parts[-1]} "
            f"Det forklares mest af {_reason(day, 0)}, men også af {_reason(day, 1)}."
        ),
        (
            f"Mindreforbruget på {_sum(figures)} mio. kr. ved udgangen af {MONTHS[day.month - 1]} {day.year} "
            "ændrer ikke det vedtagne budget."
        ),
        "Anbefales.",
    )


def _for_the_council(day: date, figures: dict[str, Decimal]) -> tuple[str, str, str, str]:
    return (
        f"Kommunalbestyrelsen orienteres om budgettets stilling pr. {long_date(day)}.",
        (
            f"Økonomiudvalget har ikke haft bemærkninger til opfølgningen for {MONTHS[day.month - 1]} {day.year}. "
            f"Det samlede mindreforbrug er {_sum(figures)} mio. kr., og hovedårsagen er {_reason(day, 0)}."
        ),
        f"Opfølgningen pr. {long_date(day)} giver ikke anledning til tillægsbevillinger.",
        "Taget til efterretning.",
    )


_REASONS = (
    "færre børn i dagtilbud end ventet",
    "ledige stillinger i hjemmeplejen",
    "en mild vinter og færre udkald",
    "lavere energipriser i hallerne",
    "senere indflytning i de nye boliger",
    "flere refusioner fra staten",
)


def _reason(day: date, step: int) -> str:
    return _REASONS[(day.year + day.month + step) % len(_REASONS)]
