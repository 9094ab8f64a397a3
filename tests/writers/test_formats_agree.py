"""One paper, whatever format it was exported in: read again it is the same paper, and so one candidate."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sagsgang.archive.sameness import essence
from sagsgang.paper import store
from sagsgang.paper.model import Access, Attachment, Paper, RecommendationPoint, SectionKind
from sagsgang.readers.read_file import read_file
from sagsgang.readers.registry import read_text
from sagsgang.writers import html, markdown, pdf, plain, word
from tests.readers.facts import source
from tests.writers.solbjerg import BOILERS, MINUTES, section

pytestmark = pytest.mark.slow
FORMATS: dict[str, Callable[[Paper], bytes]] = {
    "txt": lambda paper: plain.write(paper).encode(),
    "html": lambda paper: html.write(paper).encode(),
    "md": lambda paper: markdown.write(paper).encode(),
    "json": store.dumps,
    "pdf": pdf.write,
    "docx": word.write,
}
LONG_ROUTE = ("Udvalget for Vækst og Bosætning", "Klima- og Naturudvalget", "Økonomiudvalget", "Kommunalbestyrelsen")
MEMBERS = ("Kommunaldirektøren (formand)", "Direktøren for Børn og Unge", "Direktøren for Sundhed og Ældre")
LAYOUTS = ("L3", "L4", "L5", "L9", "L14", "L16", "L17", "L18", "other")
POINTS = (
    RecommendationPoint(number="1", text="kedlerne udskiftes"),
    RecommendationPoint(number="2", text="udgiften holdes inden for rammen"),
)
LETTERED = tuple(replace(point, number=letter) for point, letter in zip(POINTS, "ab", strict=True))


def read(paper: Paper, name: str) -> Paper:
    (reading,) = read_file(FORMATS[name](paper), f"papir.{name}")
    return reading.paper


@pytest.mark.parametrize("name", FORMATS)
def test_a_long_list_of_members_and_stations_is_the_same_in_every_format(name: str) -> None:
    paper = replace(
        MINUTES,
        members=MEMBERS,
        items=(replace(BOILERS, points=(), sections=(), route=LONG_ROUTE), *MINUTES.items[1:]),
    )
    again = read(paper, name)
    assert (again.members, again.items[0].route) == (MEMBERS, LONG_ROUTE)
    assert essence(again) == essence(paper)


@pytest.mark.parametrize("name", FORMATS)
def test_lists_are_the_same_in_every_format(name: str) -> None:
    text = "Byggechefen indstiller, at\n\n1. kedlerne udskiftes\n2. udgiften holdes inden for rammen"
    points = "Udgiften dækker\n\n- nye kedler\n- rør\n  - i kælderen\n\nArbejdet tager en uge."
    sections = (section(SectionKind.RECOMMENDATION, "Indstillinger", text), section(SectionKind.OTHER, "", points))
    paper = replace(MINUTES, items=(replace(BOILERS, points=POINTS, sections=sections[:1]), *MINUTES.items[1:]))
    assert essence(read(paper, name)) == essence(paper)


@pytest.mark.parametrize("name", FORMATS)
def test_lettered_points_come_back_lettered(name: str) -> None:
    text = "Byggechefen indstiller, at\n\na) kedlerne udskiftes\nb) røret lappes"
    sections = (section(SectionKind.RECOMMENDATION, "Indstillinger", text),)
    paper = replace(MINUTES, items=(replace(BOILERS, sections=sections, points=LETTERED), *MINUTES.items[1:]))
    assert [point.number for point in read(paper, name).items[0].points] == ["a", "b"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["txt", "html", "md", "pdf", "docx"])
def test_every_layouts_sections_keep_their_kinds(layout: str, name: str) -> None:
    (reading,) = read_text(source(layout))
    again = read(reading.paper, name)
    kinds = [[part.kind for part in item.sections] for item in reading.paper.items]
    assert [[part.kind for part in item.sections] for item in again.items] == kinds


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("title", ["Etablering –", "Etablering -", "Notat,", "Kort (1", "Plan: 2024 –"])
def test_an_attachments_title_may_end_in_any_sign_before_its_number(title: str, name: str) -> None:
    attachments = (Attachment(title=title, document_number="999-2024-1", access=Access.OPEN),)
    paper = replace(MINUTES, items=(replace(BOILERS, attachments=attachments), *MINUTES.items[1:]))
    assert read(paper, name).items[0].attachments == attachments


@pytest.mark.parametrize("name", ["txt", "html", "md", "pdf", "docx"])
@pytest.mark.parametrize("heading", ["Videre proces", "Høring", "Klima og trivsel", "Forslag til model"])
def test_a_heading_that_may_as_well_be_text_is_still_one(heading: str, name: str) -> None:
    sections = (*BOILERS.sections[:1], section(SectionKind.OTHER, heading, "Arbejdet begynder til maj."))
    paper = replace(MINUTES, items=(replace(BOILERS, points=(), sections=sections), *MINUTES.items[1:]))
    assert essence(read(paper, name)) == essence(paper)
