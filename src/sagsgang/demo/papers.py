"""The papers of Solbjerg Kommune: each meeting's items, numbered and put in order, as agenda or minutes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from sagsgang.danish.dates import long_date
from sagsgang.demo import reports, standing
from sagsgang.demo.calendar import WRITTEN, Sitting, sittings
from sagsgang.demo.stories import Step, Story, stories
from sagsgang.paper.decide import decide
from sagsgang.paper.model import (
    Access,
    Attachment,
    Decision,
    Item,
    ItemType,
    Paper,
    PaperKind,
    RecommendationPoint,
    Section,
    SectionKind,
)

AUTHORITY = "Solbjerg Kommune"
CODE = "999"
# Public documents are nobody's work in Danish law (ophavsretsloven, § 9): what says so to other countries.
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
STANDING = {
    "Emner til borgmesteren": ("999-2023-0150", "00.01.00"),
    "Hvad fortæller vi videre fra mødet?": ("999-2023-0151", "00.13.06"),
    "Godkendelse af dagsorden": ("999-2023-0152", "00.22.02"),
    "Eventuelt": ("999-2023-0153", "00.01.00"),
}


@dataclass(frozen=True, slots=True)
class Treated:
    """A step with the case that it belongs to."""

    step: Step
    case_number: str
    kle: str
    closed: bool = False
    earlier: tuple[Step, ...] = ()


def papers(today: date = WRITTEN) -> Iterator[Paper]:
    """Every paper, in the order of time: minutes of the meetings held by `today`, agendas of those to come."""
    documents = count(1001)
    for sitting in sittings(today):
        kind = PaperKind.MINUTES if sitting.held else PaperKind.AGENDA
        yield paper(sitting, kind, treated(sitting, today), documents)


def paper(sitting: Sitting, kind: PaperKind, all_treated: tuple[Treated, ...], documents: Iterator[int]) -> Paper:
    """The paper of one meeting; `documents` gives the running number of each document."""
    items = tuple(_item(str(number), kind, each, documents) for number, each in enumerate(all_treated, 1))
    board = sitting.board
    return Paper(
        kind=kind,
        authority=None,
        body=board.name,
        date=sitting.date,
        start=board.start,
        place=board.place,
        members=board.members,
        absences=("Direktøren for Kultur og Fritid",) if board.members and sitting.date.month == 8 else (),
        items=items,
    )


def treated(sitting: Sitting, today: date) -> tuple[Treated, ...]:
    """What stands on the agenda of a meeting: reports, cases, closed cases, standing items, in that order."""
    cases = list(_cases(sitting, today))
    first = [] if sitting.board.members else [_standing(standing.agenda_approval(sitting))]
    last = [_standing(standing.other_business(sitting))]
    if sitting.board.members:
        last = [_standing(standing.topics(sitting)), _standing(standing.telling(sitting)), *last]
    open_cases = [case for case in cases if not case.closed]
    closed_cases = [case for case in cases if case.closed]
    return (*first, *_reports(sitting), *open_cases, *closed_cases, *last)


def _reports(sitting: Sitting) -> Iterator[Treated]:
    year = sitting.date.year
    if sitting.board.name != "Kommunalbestyrelsen":
        yield Treated(reports.economy(sitting), f"999-{year}-0030", "00.30.04")
    if sitting.date.month in reports.FOLLOW_UP_MONTHS:
        yield Treated(reports.follow_up(sitting), f"999-{year}-0210", "00.30.14")


def _standing(step: Step) -> Treated:
    number, kle = STANDING[step.title]
    return Treated(step, number, kle)


def _cases(sitting: Sitting, today: date) -> Iterator[Treated]:
    for story in stories(today):
        for place, step in enumerate(story.steps):
            if step.on == sitting.date and step.body == sitting.board.name:
                yield Treated(step, story.number, story.kle, story.closed, _earlier(story, place))


def _earlier(story: Story, place: int) -> tuple[Step, ...]:
    return (story.steps[place - 1],) if story.steps[place].carries else ()


def _item(number: str, kind: PaperKind, treated: Treated, documents: Iterator[int]) -> Item:
    step = treated.step
    if treated.closed:
        return Item(number=number, title=step.title, access=Access.CLOSED)
    return Item(
        number=number,
        title=step.title,
        access=Access.OPEN,
        item_type=None if step.title == "Eventuelt" else ItemType(step.type),
        case_number=treated.case_number,
        kle_number=treated.kle,
        document_number=_document(step.on, documents),
        route=step.route,
        sections=tuple(_sections(step)),
        points=_points(step.recommendation),
        attachments=tuple(
            Attachment(title=title, document_number=_document(step.on, documents), access=Access.OPEN)
            for title in step.attachments
        ),
        decisions=tuple(_decisions(kind, treated)),
    )


def _document(day: date, documents: Iterator[int]) -> str:
    return f"999-{day.year}-{next(documents)}"


def _sections(step: Step) -> Iterator[Section]:
    texts = (
        (SectionKind.SUMMARY, "Resume og sagens baggrund", step.summary),
        (SectionKind.RECOMMENDATION, "Indstillinger", step.recommendation),
        (SectionKind.PRESENTATION, "Sagsfremstilling", step.presentation),
        (SectionKind.FINANCES, "Økonomiske konsekvenser", step.finances),
        *(
            (SectionKind.REMARK, f"Administrativ bemærkning den {long_date(remark.on)}", remark.text)
            for remark in step.remarks
        ),
    )
    for kind, heading, text in texts:
        if text:
            yield Section(kind=kind, heading=heading, text=text, access=Access.OPEN)


def _points(recommendation: str) -> tuple[RecommendationPoint, ...]:
    lines = recommendation.splitlines()
    numbered = [line.partition(". ")[::2] for line in lines if line[:1].isdigit()]
    bulleted = [(str(place), line[2:]) for place, line in enumerate((x for x in lines if x.startswith("- ")), 1)]
    return tuple(RecommendationPoint(number=number, text=text) for number, text in numbered or bulleted)


def _decisions(kind: PaperKind, treated: Treated) -> Iterator[Decision]:
    steps = (*treated.earlier, *((treated.step,) if kind is PaperKind.MINUTES else ()))
    for step in steps:
        last = step.route[-1] == step.body if step.route else None
        yield decide(body=step.body, date=step.on, text=step.decision, access=Access.OPEN, last_body=last)
