"""The words around a paper's own words: titles, labels and headings, in Danish, the same in every format."""

from sagsgang.danish.dates import full_date, long_date, short_date
from sagsgang.paper.model import Access, Decision, Item, ItemType, Paper, PaperKind, Treatment

CONTENTS = "Indholdsfortegnelse"
ATTACHMENTS = "Bilag"
DOCUMENT_NUMBER = "Dokumentnr."
ATTACHMENT_TITLE = "Titel"
PRESENTATION = "Sagsfremstilling"
TREATMENTS = "Tidligere behandlet"
REMARKS = "Bemærkninger"
EXTRACT = "Offentligt uddrag af beslutningen"
MEMBERS = "Medlemmer"
ABSENCES = "Afbud"
ITEM_TYPE = "Sagstype"
ROUTE = "Behandling"
DECIDING_BODY = "Kompetence"
OPEN, CLOSED = "Åbent", "Lukket"
CLOSED_MARK = " (lukket)"
NO_DECISION = "-"
UNKNOWN_BODY = "Møde"

ITEM_TYPES = {
    ItemType.DECISION: "Beslutning",
    ItemType.DISCUSSION: "Drøftelse",
    ItemType.INFORMATION: "Orientering",
}
_KINDS = {PaperKind.AGENDA: "Dagsorden", PaperKind.MINUTES: "Referat"}


def kind_name(paper: Paper) -> str:
    """ "Referat" or "Dagsorden"."""
    return _KINDS[paper.kind]


def title(paper: Paper) -> str:
    """The paper's name in one line: "Referat Direktionen d. 28-11-2016"."""
    day = f"d. {short_date(paper.date)}" if paper.date else None
    return " ".join(part for part in (kind_name(paper), paper.body, day) if part)


def excerpt_name(paper: Paper) -> str:
    """ "Udskrift af referat": what some items of a paper are called when they stand alone."""
    return f"Udskrift af {kind_name(paper).lower()}"


def excerpt_title(paper: Paper) -> str:
    """ "Udskrift af referat Direktionen d. 28-11-2016, punkt 3 og 4": the items are those that `paper` has."""
    *most, last = [item.number for item in paper.items] or [""]
    items = f"{', '.join(most)} og {last}" if most else last
    whole = title(paper).replace(kind_name(paper), excerpt_name(paper), 1)
    return f"{whole}, punkt {items}" if items else whole


def facts(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Label and value of when and where the meeting was, in print order; only what is known."""
    day = full_date(paper.date).capitalize().replace(" den ", " d. ", 1) if paper.date else ""
    start = f"kl. {paper.start:%H.%M}" if paper.start else ""
    rows = (
        ("Mødedato", f"{day} {start}".strip()),
        ("Mødested", paper.place),
        ("Mødet hævet", f"kl. {paper.end:%H.%M}" if paper.end else None),
    )
    return tuple((label, value) for label, value in rows if value)


def people(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Label and names of who belongs to the body and who was absent; only what is known."""
    rows = ((MEMBERS, paper.members), (ABSENCES, paper.absences))
    return tuple((label, _joined(names)) for label, names in rows if names)


def numbers(item: Item) -> tuple[tuple[str, str], ...]:
    """Label and value of the numbers by which an item is filed."""
    rows = (
        ("Sagsnr.", item.case_number),
        ("J.nr.", item.kle_number),
        (DOCUMENT_NUMBER, item.document_number),
    )
    return tuple((label, value) for label, value in rows if value)


def handling(item: Item) -> tuple[tuple[str, str], ...]:
    """Label and value of what is asked of whom: type, route, deciding body."""
    rows = (
        (ITEM_TYPE, ITEM_TYPES[item.item_type] if item.item_type else None),
        (ROUTE, ", ".join(item.route)),
        (DECIDING_BODY, item.deciding_body),
    )
    return tuple((label, value) for label, value in rows if value)


def item_title(item: Item) -> str:
    """The title as the contents list prints it: a closed item says so before its title."""
    return item.title if item.access is Access.OPEN else f"{CLOSED}: {item.title}"


def access_word(item: Item) -> str:
    """ "Åbent" or "Lukket"."""
    return OPEN if item.access is Access.OPEN else CLOSED


def decision_heading(decision: Decision) -> str:
    """ "Direktionens møde den 28. november 2016:"."""
    return f"{genitive(decision.body)} møde den {long_date(decision.date)}:"


def treatment(past: Treatment) -> str:
    """ "11-09-2019 Byrådet": that a body had the case before."""
    return f"{short_date(past.date)} {past.body}"


def holds_more(item: Item) -> bool:
    """Whether an item says anything beyond its number and title: a closed one then is no stub."""
    return any((item.sections, item.attachments, item.decisions, item.treatments, numbers(item), handling(item)))


def extract(item: Item) -> str:
    """What the public is told of a closed item's decision; an open item needs none."""
    return "" if item.access is Access.OPEN else item.extract


def is_current(decision: Decision, paper: Paper) -> bool:
    """Whether the decision is this meeting's own; earlier ones stand in a paper for the history."""
    return (decision.body, decision.date) == (paper.body, paper.date)


def genitive(name: str) -> str:
    """The possessive by Danish spelling: -s, and only an apostrophe after s, x and z."""
    return name + ("'" if name[-1:].lower() in {"s", "x", "z"} else "s")


def closed_mark(access: Access) -> str:
    """What follows the name of a closed part; nothing follows an open one."""
    return "" if access is Access.OPEN else CLOSED_MARK


def _joined(names: tuple[str, ...]) -> str:
    return ("; " if any("," in name for name in names) else ", ").join(names)
