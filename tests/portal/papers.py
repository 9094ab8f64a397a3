"""A handful of papers of Solbjerg Kommune with every kind of thing that a page must be able to show."""

from dataclasses import replace
from datetime import date, time, timedelta
from hashlib import sha256

from django.utils import timezone

from sagsgang.archive.models import Audience
from sagsgang.archive.plan import Plan
from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.outcomes import Commitment, Outcome, OutcomeKind, PointOutcome
from sagsgang.paper.model import (
    Access,
    Attachment,
    Decision,
    Item,
    ItemType,
    Paper,
    PaperFile,
    PaperKind,
    RecommendationPoint,
    Section,
    SectionKind,
    Treatment,
)

OPEN = Access.OPEN
DIRECTORS, FINANCE, COUNCIL = "Direktionen", "Økonomiudvalget", "Kommunalbestyrelsen"
HARBOUR = "999-2024-1204"
SCHOOL = "999-2023-88"
# The smallest that a reader of PDF takes for one.
PLAN_BYTES = (
    b"%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj\n2 0 obj<</Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
PLAN = PaperFile(
    sha256=sha256(PLAN_BYTES).hexdigest(),
    name="Helhedsplan, udkast æøå.pdf",
    media_type="application/pdf",
    size=len(PLAN_BYTES),
    pages=12,
)
FILES = {PLAN.sha256: PLAN_BYTES}
ROUTE = (DIRECTORS, FINANCE, COUNCIL)


def decision(
    body: str,
    day: date,
    text: str,
    kind: OutcomeKind,
    *promises: Commitment,
    secondary: tuple[OutcomeKind, ...] = (),
    points: tuple[PointOutcome, ...] = (),
) -> Decision:
    """An open decision."""
    outcome = Outcome(kind, secondary, points)
    return Decision(body=body, date=day, text=text, access=OPEN, outcome=outcome, commitments=promises)


def section(kind: SectionKind, heading: str, text: str) -> Section:
    """An open section."""
    return Section(kind=kind, heading=heading, text=text, access=OPEN)


def harbour(number: str, day: date, body: str, *decisions: Decision) -> Item:
    """The long case about the old harbour, as treated on a day."""
    return Item(
        number=number,
        title="Helhedsplan for den gamle havn",
        access=OPEN,
        item_type=ItemType.DECISION,
        case_number=HARBOUR,
        kle_number="01.02.05",
        document_number="999-2025-5531",
        route=ROUTE,
        deciding_body=COUNCIL,
        sections=(
            section(
                SectionKind.SUMMARY,
                "Resume",
                "Havnearealerne har stået tomme, siden fiskeauktionen lukkede. Planen samler boliger, erhverv og en "
                "offentlig promenade i tre etaper.",
            ),
            section(
                SectionKind.RECOMMENDATION,
                "Indstilling",
                "Det indstilles, at\n\n1. helhedsplanen sendes i høring i otte uger\n"
                "2. der afsættes 1,2 mio. kr. til jordbundsprøver\n3. borgermødet holdes i hal 2",
            ),
            section(
                SectionKind.PRESENTATION,
                "Sagsfremstilling",
                "Planen bygger på idéerne fra borgerværkstedet i foråret. Tre hensyn går igen:\n\n"
                "- adgang til vandet for alle\n- plads til de fiskere, der er tilbage\n- en højde, som byen bærer\n\n"
                "Etape\tBeløb i kr.\tÅr\nPromenade\t84.400\t2025\nSlæbested\t70.000\t2026\nI alt\t154.400\t\n\n"
                f"Sagen {SCHOOL} om skolevejen hænger sammen med etape 2.",
            ),
            section(SectionKind.FINANCES, "Økonomiske konsekvenser", "Udgiften holdes inden for anlægsrammen."),
        ),
        points=(
            RecommendationPoint(number="1", text="helhedsplanen sendes i høring i otte uger"),
            RecommendationPoint(number="2", text="der afsættes 1,2 mio. kr. til jordbundsprøver"),
        ),
        attachments=(
            Attachment(title="Helhedsplan, udkast", document_number="999-2025-5530", access=OPEN),
            Attachment(title="Referat af borgerværksted", document_number=None, access=OPEN),
        ),
        decisions=decisions,
        treatments=(Treatment(body=DIRECTORS, date=date(2024, 3, 4)),),
    )


def with_file(item: Item) -> Item:
    """The item with the file behind its first attachment; the second is a title only."""
    first, *rest = item.attachments
    return replace(item, attachments=(replace(first, file=PLAN), *rest))


def closed(number: str) -> Item:
    """A stub."""
    return Item(number=number, title="Køb af ejendom", access=Access.CLOSED)


def any_other(number: str, body: str, day: date) -> Item:
    """The standing last item."""
    return Item(
        number=number,
        title="Eventuelt",
        access=OPEN,
        case_number="999-2014-7",
        decisions=(decision(body, day, "-", OutcomeKind.NONE),),
    )


def paper(body: str, day: date, *items: Item, kind: PaperKind = PaperKind.MINUTES) -> Paper:
    """A paper of Solbjerg Kommune."""
    return Paper(
        kind=kind,
        authority="Solbjerg Kommune",
        body=body,
        date=day,
        start=time(12, 30),
        end=time(14, 45),
        place="Rådhuset, mødelokale 3",
        members=("Formanden", "Næstformanden", "Direktøren for teknik"),
        absences=("Direktøren for børn",),
        remarks="Punkt 2 blev behandlet først.",
        items=items,
    )


def plan(due: Due) -> Commitment:
    """A promise of a plan."""
    return Commitment("Der fremlægges en revideret tidsplan for havnen.", "Teknisk chef", due)


def papers() -> tuple[Paper, ...]:
    """The papers in order of time: a case through three bodies, promises of every state, an agenda, closed items."""
    first, second, third, fourth = date(2024, 11, 4), date(2025, 1, 20), date(2025, 2, 3), date(2025, 2, 26)
    soon = Due(DueKind.INTERVAL, date(2025, 1, 13), date(2025, 1, 27), "om 10-12 uger")
    early = Due(DueKind.INTERVAL, date(2025, 1, 21), date(2025, 1, 25), "inden lørdag")
    far = Due(DueKind.INTERVAL, date(2999, 1, 1), date(2999, 1, 31), "januar 2999")
    sent_back = decision(
        DIRECTORS,
        first,
        "Drøftedes. Der fremlægges en revideret tidsplan for havnen.",
        OutcomeKind.DISCUSSED,
        plan(soon),
        secondary=(OutcomeKind.SENT_BACK,),
    )
    again = decision(DIRECTORS, second, "Anbefales.", OutcomeKind.RECOMMENDED, plan(early))
    finance = decision(
        FINANCE,
        third,
        "Anbefales, idet punkt 2 udsættes.",
        OutcomeKind.RECOMMENDED,
        plan(far),
        Commitment("Borgermødet drøftes på næste møde.", None, Due(DueKind.NEXT_MEETING)),
        points=(PointOutcome("1", OutcomeKind.RECOMMENDED), PointOutcome("2", OutcomeKind.POSTPONED)),
    )
    school = Item(
        number="2", title="Sikker skolevej ved Åvej", access=OPEN, item_type=ItemType.INFORMATION, case_number=SCHOOL,
        sections=(section(SectionKind.PRESENTATION, "", "Cykelstien er tegnet færdig."),),
        decisions=(
            decision(DIRECTORS, first, "Taget til efterretning. Der følges op.", OutcomeKind.NOTED,
                     Commitment("Der følges op.", None, Due(DueKind.NONE))),
        ),
    )  # fmt: skip
    council = decision(COUNCIL, fourth, "Godkendt.", OutcomeKind.APPROVED)
    return (
        paper(DIRECTORS, first, harbour("1", first, DIRECTORS, sent_back), school, any_other("3", DIRECTORS, first)),
        paper(
            DIRECTORS, second, harbour("1", second, DIRECTORS, sent_back, again), any_other("2", DIRECTORS, second)
        ),
        paper(
            FINANCE,
            third,
            with_file(harbour("1", third, FINANCE, finance)),
            closed("2"),
            any_other("3", FINANCE, third),
        ),
        paper(COUNCIL, fourth, harbour("7", fourth, COUNCIL, council), closed("8")),
        paper(FINANCE, date(2025, 3, 10), harbour("1", date(2025, 3, 10), FINANCE), kind=PaperKind.AGENDA),
    )


def next_meeting() -> Plan:
    """A meeting of the directors that has no paper yet."""
    return Plan(
        reference="moede-7",
        authority="Solbjerg Kommune",
        body=DIRECTORS,
        audience=Audience.STREET,
        date=timezone.localdate() + timedelta(days=7),
        start=time(9, 0),
        place="Rådhuset, lokale 1",
    )
