"""A folder of minutes with KANARIEFUGL in everything that the street must not see."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sagsgang.demo.papers import papers
from sagsgang.paper.decide import decide
from sagsgang.paper.model import Access, Attachment, Decision, Item, Paper, Section, SectionKind
from sagsgang.writers import plain

BIRD = "KANARIEFUGL"
DAY = date(2025, 3, 10)


def sources() -> Iterator[tuple[str, str]]:
    """Each file is one way in which something closed can lie in old minutes; the last is without a bird."""
    paper = next(paper for paper in papers() if paper.date == DAY)
    text = plain.write(paper)
    yield "lukkede dele.txt", plain.write(moved(with_closed_parts(paper), 1))
    yield "uden adgangsord.txt", plain.write(moved(with_bird(paper), 2)).replace("\nÅbent\n", "\n")
    yield "tabt overskrift.txt", lost_heading(plain.write(moved(with_bird(paper, place=1), 3)))
    yield (
        "tekst under lukket.txt",
        plain.write(moved(paper, 4)).replace(
            "\nPunkt 1: ", f"\nPunkt 1: Lukket: Personalesag\n\nSagsfremstilling\n\n{BIRD}\n\nPunkt 1: ", 1
        ),
    )
    yield (
        "dubletter.txt",
        plain.write(moved(with_bird(paper), 5)).replace("Punkt 3:", "Punkt 2:").replace("\n3. ", "\n2. "),
    )
    undated = re.sub(r"\nMødedato.*", "", text.replace(" d. 10-03-2025", "")).replace("den 10. marts 2025", "i marts")
    yield "uden dato.txt", with_bird_text(undated)
    yield "åben.txt", plain.write(moved(paper, 9))


def with_closed_parts(paper: Paper) -> Paper:
    """A closed section, attachment and decision inside an open item, and a whole closed item."""
    first, second, *rest = paper.items
    opened = replace(
        first,
        sections=(*first.sections, section(Access.CLOSED)),
        attachments=(*first.attachments, Attachment(title=BIRD, document_number="999-2025-7", access=Access.CLOSED)),
        decisions=(*first.decisions, decide(body="Hovedudvalget", date=DAY, text=BIRD, access=Access.CLOSED)),
    )
    shut = replace(second, access=Access.CLOSED, sections=(section(Access.OPEN),))
    return replace(paper, items=(opened, replace(shut, sections=(), decisions=(), attachments=()), *rest))


def with_bird(paper: Paper, place: int = 0) -> Paper:
    """The bird sits in the texts and the decision of one item."""
    items = list(paper.items)
    items[place] = replace(
        items[place], sections=(*items[place].sections, section(Access.OPEN)), decisions=sung(items[place])
    )
    return replace(paper, items=tuple(items))


def with_bird_text(text: str) -> str:
    """The bird sits in the first paragraph of a written paper."""
    return text.replace("Indstillinger\n\n", f"Indstillinger\n\n{BIRD} ", 1)


def sung(item: Item) -> tuple[Decision, ...]:
    """The item's decisions with the bird in their words."""
    return tuple(replace(decision, text=f"{decision.text} {BIRD}") for decision in item.decisions)


def section(access: Access) -> Section:
    """A text with the bird in it."""
    return Section(kind=SectionKind.OTHER, heading="Fortroligt", text=f"{BIRD} sidder her.", access=access)


def lost_heading(text: str) -> str:
    """The second item's heading is gone, its text stays."""
    start = text.index("\nPunkt 2:")
    return text[:start] + text[text.index("\nResume", start) :]


def moved(paper: Paper, days: int) -> Paper:
    """The same paper on another day, so that no file is another's rival."""
    day = date(2025, 5, days)
    items = tuple(
        replace(item, decisions=tuple(replace(decision, date=day) for decision in item.decisions))
        for item in paper.items
    )
    return replace(paper, date=day, items=items)
