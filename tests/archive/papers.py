"""Papers for the archive's tests, with as little in them as a test needs."""

from datetime import date, time

from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.outcomes import Commitment, Outcome, OutcomeKind
from sagsgang.paper.model import Access, Attachment, Decision, Item, Paper, PaperKind, Section, SectionKind

DAY = date(2024, 3, 4)
CASE = "999-2024-17"
CLOSED_STUB = Item(number="2", title="Lejemål", access=Access.CLOSED)
PROMISE = Commitment("Et oplæg følger primo april.", None, Due(DueKind.INTERVAL, date(2024, 4, 1), date(2024, 4, 10)))


def section(text: str, access: Access = Access.OPEN, kind: SectionKind = SectionKind.PRESENTATION) -> Section:
    return Section(kind=kind, heading="Sagsfremstilling", text=text, access=access)


def decision(
    text: str = "Godkendt. Et oplæg følger primo april.",
    day: date = DAY,
    body: str = "Direktionen",
    commitments: tuple[Commitment, ...] = (PROMISE,),
) -> Decision:
    return Decision(
        body=body,
        date=day,
        text=text,
        access=Access.OPEN,
        outcome=Outcome(OutcomeKind.APPROVED),
        commitments=commitments,
    )


def item(number: str = "1", title: str = "Møllevejens skole", case: str | None = CASE, **parts: object) -> Item:
    values: dict[str, object] = {
        "sections": (section("Skolen får nye vinduer."),),
        "attachments": (Attachment(title="Tegninger", document_number=None, access=Access.OPEN),),
    }
    return Item(number=number, title=title, access=Access.OPEN, case_number=case, **(values | parts))  # type: ignore[arg-type]


def agenda(day: date = DAY, *items: Item, body: str = "Direktionen", start: time | None = time(8, 30)) -> Paper:
    return Paper(
        kind=PaperKind.AGENDA,
        authority="Solbjerg Kommune",
        body=body,
        date=day,
        start=start,
        place="Lokale 2",
        items=items or (item(), CLOSED_STUB),
    )


def minutes(day: date = DAY, *items: Item, body: str = "Direktionen", start: time | None = time(8, 30)) -> Paper:
    return Paper(
        kind=PaperKind.MINUTES,
        authority="Solbjerg Kommune",
        body=body,
        date=day,
        start=start,
        place="Lokale 2",
        items=items or (item(decisions=(decision(day=day, body=body),)), CLOSED_STUB),
    )
