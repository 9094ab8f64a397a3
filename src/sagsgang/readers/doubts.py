"""What a reader may be unsure of: every code with its Danish message, and whether it keeps a paper aside."""

from sagsgang.readers.base import Doubt

SERIOUS = frozenset(
    {
        "no_body",
        "no_date",
        "text_after_closed",
        "personal_number",
        "duplicate_item",
        "two_candidates",
        "poorer",
        "closed_mark",
        "stray_heading",
        "two_decisions",
        "unsure_layout",
    }
)

MESSAGES = {
    "no_body": "Det fremgår ikke, hvilket udvalg eller råd mødet er i.",
    "no_date": "Mødets dato kunne ikke læses.",
    "no_items": "Der blev ikke fundet punkter.",
    "text_after_closed": "Punktet er lukket, men der står tekst under det.",
    "personal_number": "Et åbent afsnit ser ud til at indeholde et personnummer.",
    "duplicate_item": "Punktets nummer forekommer mere end én gang.",
    "two_candidates": "To forskellige udgaver hævder at være det samme møde.",
    "poorer": "Papiret har mistet meget af det, som mødets udgivne udgave har.",
    "unknown_access": "Der står hverken Åbent eller Lukket ved punktet; det behandles som lukket.",
    "access_conflict": "Kilden siger både Åbent og Lukket; punktet behandles som lukket.",
    "lost_heading": "Punktets overskrift mangler i kilden; punktet er kun kendt fra indholdsfortegnelsen.",
    "lost_neighbour": "Næste punkts overskrift mangler, og det ses ikke, hvor det begynder; punktet holdes lukket.",
    "missing_toc_item": "Punktet står ikke i indholdsfortegnelsen.",
    "second_decision": "Der står to beslutninger fra samme møde under punktet; resten holdes lukket.",
    "closed_mark": "Der står et mærke om lukket eller fortroligt, som ikke hører til noget fundet punkt.",
    "stray_heading": "Et åbent afsnit indeholder noget, der ligner begyndelsen på et andet punkt.",
    "two_decisions": "Der står to beslutninger fra samme møde under punktet; det kan være to punkter.",
    "unsure_layout": "Opsætningen er ikke kendt, og det ses ikke sikkert, hvor punkterne begynder og slutter.",
    "poor_source": "Der blev hverken fundet sagsnumre, beslutninger eller åbent/lukket, som der plejer at stå.",
    "stray_text": "Der står tekst, som ikke hører til noget punkt; den holdes lukket.",
    "weekday": "Ugedagen passer ikke til mødets dato.",
    "date_mismatch": "Overskriften og mødedatoen er ikke enige om datoen.",
    "no_next_body": "Sagen anbefales, men det fremgår ikke hvem der behandler den derefter.",
    "low_confidence": "Det er usikkert, hvad beslutningen gik ud på.",
    "unread_heading": "Overskriften over en beslutning kunne ikke læses helt; mødets egen dato er brugt.",
    "unread_page": "Side {pages} er et billede, som ikke kunne læses uden OCR.",
    "plain_item": "Punktets afsnit kunne ikke skelnes; hele teksten står som sagsfremstilling.",
    "layout": "Opsætningen er ikke kendt; punkterne er fundet ud fra almindelige overskrifter (sikkerhed {sure} %).",
}


def doubt(code: str, item: str | None = None, line: int | None = None, **values: object) -> Doubt:
    """The doubt of that code, its message filled in with `values`."""
    message = MESSAGES[code]
    return Doubt(code, message.format(**values) if values else message, item, line)


def is_serious(doubt: Doubt) -> bool:
    """Whether the paper must wait until someone has looked at it."""
    return doubt.code in SERIOUS
