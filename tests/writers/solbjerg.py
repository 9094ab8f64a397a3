"""A set of minutes of Solbjerg Kommune that shows every part of a paper once."""

from datetime import date, time

from sagsgang.paper.decide import decide
from sagsgang.paper.model import (
    Access,
    Attachment,
    Item,
    ItemType,
    Paper,
    PaperKind,
    Section,
    SectionKind,
    Treatment,
)

DAY = date(2024, 3, 11)


def section(kind: SectionKind, heading: str, text: str, access: Access = Access.OPEN) -> Section:
    """A section, open unless told."""
    return Section(kind=kind, heading=heading, text=text, access=access)


BOILERS = Item(
    number="1",
    title="Udskiftning af varmecentraler på skolerne",
    access=Access.OPEN,
    item_type=ItemType.DECISION,
    case_number="999-2024-1187",
    kle_number="82.06.00",
    document_number="999-2024-20417",
    deciding_body="Økonomiudvalget",
    route=("Direktionen", "Økonomiudvalget"),
    sections=(
        section(SectionKind.SUMMARY, "Resume og sagens baggrund", "Tre centraler er slidt op. Se sag 999-2020-77."),
        section(
            SectionKind.RECOMMENDATION,
            "Indstillinger",
            "Direktøren indstiller, at\n\n1. der frigives 2,4 mio. kr.,\n2. arbejdet udbydes samlet.",
        ),
        section(
            SectionKind.PRESENTATION,
            "Sagsfremstilling",
            "Arbejdet deles i to.\n\nTidsplan\n\nFørst projekteres der, siden bygges der i sommerferien.\n\n"
            '- Udbud\n  - tre tilbud\n- Udførelse\n\nBilag 1 viser <a> & "tal".',
        ),
        section(
            SectionKind.FINANCES,
            "Økonomiske konsekvenser",
            "Skole\tBudget\tSkøn\nBakkeskolen\t1.250\t1.300\nSvanedammen\t980\t975",
        ),
        section(SectionKind.OTHER, "Klima", "Udledningen falder.", Access.CLOSED),
    ),
    attachments=(
        Attachment(title="Gennemgang af varmecentraler", document_number="999-2024-20418", access=Access.OPEN),
        Attachment(title="Tilbud", document_number=None, access=Access.CLOSED),
    ),
    treatments=(Treatment(body="Økonomiudvalget", date=date(2023, 9, 4)),),
    decisions=(
        decide(body="Direktionen", date=date(2024, 2, 12), text="Drøftedes.", access=Access.OPEN),
        decide(body="Direktionen", date=DAY, text="Anbefales.", access=Access.OPEN),
    ),
)
CLOSED = Item(number="2", title="Salg af grund ved havnen", access=Access.CLOSED, toc_page=4)
OTHER_BUSINESS = Item(
    number="3",
    title="Eventuelt",
    access=Access.OPEN,
    decisions=(decide(body="Direktionen", date=DAY, text="-", access=Access.OPEN),),
)
MINUTES = Paper(
    kind=PaperKind.MINUTES,
    authority="Solbjerg Kommune",
    body="Direktionen",
    date=DAY,
    start=time(12, 30),
    end=time(15, 10),
    place="Rådhuset, Mødelokale 2",
    members=("Anna Berg", "Bo Dal"),
    absences=("Carla Eng",),
    remarks="Punkt 3 blev taget først.",
    items=(BOILERS, CLOSED, OTHER_BUSINESS),
)
EMPTY = Paper(kind=PaperKind.AGENDA, body=None, date=None)
