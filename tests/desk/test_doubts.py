"""What a doubt is about may be corrected before the paper is taken in; what the source calls closed stays closed."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from pytest_django import Settings

from sagsgang.archive.intake.aside import Aside, keep
from sagsgang.archive.models import Edition
from sagsgang.archive.sealed import paper_of
from sagsgang.paper.model import Access, Item, Paper, PaperKind, Section, SectionKind
from sagsgang.readers.doubts import doubt
from tests.core.world import CANARY, World
from tests.desk.logged_in import browser

pytestmark = pytest.mark.django_db
ADDRESS = "/arbejde/indlaesning/abc123/"


@pytest.fixture(autouse=True)
def _intake(settings: Settings, tmp_path: Path) -> None:
    settings.INTAKE, settings.FILES = tmp_path / "intake", tmp_path / "files"


def item(number: str, text: str, access: Access) -> Item:
    part = Section(kind=SectionKind.PRESENTATION, heading="Sagsfremstilling", text=text, access=access)
    return Item(number=number, title=f"Sag {number}", access=access, sections=(part,))


def put_aside(*items: Item, codes: tuple[str, ...], named: str | None) -> None:
    paper = Paper(
        kind=PaperKind.MINUTES, authority="Solbjerg Kommune", body="Direktionen", date=date(2026, 1, 5), items=items
    )
    doubts = tuple(doubt(code, named) for code in codes)
    keep(Aside(id="abc123", audience="street", source="/x/a.txt", digest="0", paper=paper, doubts=doubts))


def published() -> Paper:
    paper = paper_of(Edition.objects.get())
    assert paper is not None
    return paper


def test_an_item_of_which_nobody_knows_whether_it_is_closed_is_opened_by_a_secretary(there: World) -> None:
    put_aside(item("1", f"Teksten {CANARY}.", Access.CLOSED), codes=("unknown_access",), named="1")
    lis = browser(there.lis)
    assert CANARY not in lis.get(ADDRESS).content.decode()
    for who in (there.karen, there.mads, there.rut):
        assert browser(who).post(ADDRESS, {"handling": "se", "access-0": "open"}).status_code == 404
    seen = lis.post(ADDRESS, {"handling": "se", "access-0": "open", "title-0": "Ny titel"}).content.decode()
    assert CANARY in seen, "it is read before it is published"
    assert "Ny titel" in seen
    assert not Edition.objects.exists()
    lis.post(ADDRESS, {"handling": "tag", "access-0": "open", "title-0": "Ny titel"})
    (made,) = published().items
    assert (made.title, made.access, CANARY in made.sections[0].text) == ("Ny titel", Access.OPEN, True)


@pytest.mark.parametrize("code", ["text_after_closed", "duplicate_item"])
def test_what_the_source_calls_closed_is_not_opened_here(there: World, code: str) -> None:
    put_aside(item("1", f"Teksten {CANARY}.", Access.CLOSED), codes=(code,), named="1")
    answer = browser(there.lis).post(ADDRESS, {"handling": "tag", "access-0": "open"})
    assert answer.status_code == 400
    assert CANARY not in answer.content.decode()
    assert not Edition.objects.exists()


def test_a_personal_number_is_withheld_from_what_was_opened(there: World) -> None:
    put_aside(item("1", "Ansøgeren er 010190-1234.", Access.CLOSED), codes=("unknown_access",), named="1")
    browser(there.lis).post(ADDRESS, {"handling": "tag", "access-0": "open"})
    assert published().items[0].sections == ()


def test_a_number_that_stands_twice_the_hour_and_the_kind_are_corrected(there: World) -> None:
    twins = (item("2", "Den ene.", Access.OPEN), item("2", f"Den anden {CANARY}.", Access.CLOSED))
    put_aside(*twins, replace(twins[0], number="7"), codes=("duplicate_item",), named="2")
    lis = browser(there.lis)
    page = lis.get(ADDRESS).content.decode()
    assert 'name="number-1"' in page
    assert 'name="access-0"' in page
    known = {"number-0": "2", "number-1": "3", "access-0": "", "start": "09:30", "kind": "agenda"}
    lis.post(ADDRESS, {"handling": "tag", **known})
    paper = published()
    assert [(one.number, one.access) for one in paper.items] == [
        ("2", Access.OPEN),
        ("3", Access.CLOSED),
        ("7", Access.OPEN),
    ]
    assert paper.items[0].sections[0].text == "Den ene."
    assert CANARY not in str(paper)
    assert (paper.start, paper.kind) == (time(9, 30), PaperKind.AGENDA)


def test_of_two_items_with_one_number_none_is_opened_as_the_doubt_may_mean_the_other(there: World) -> None:
    twins = (item("1", "Usikker.", Access.CLOSED), item("1", f"Lukket {CANARY}.", Access.CLOSED))
    put_aside(*twins, codes=("duplicate_item", "unknown_access"), named="1")
    answer = browser(there.lis).post(ADDRESS, {"handling": "tag", "number-0": "2", "access-1": "open"})
    assert answer.status_code == 400
    assert CANARY not in answer.content.decode()
    assert not Edition.objects.exists()


@pytest.mark.parametrize("number", ["1\n2", "..", "3/4", "?"])
def test_a_number_that_no_address_bears_is_not_taken(there: World, number: str) -> None:
    put_aside(item("1 (a)", "Teksten.", Access.OPEN), codes=("closed_mark",), named=None)
    lis = browser(there.lis)
    assert lis.post(ADDRESS, {"handling": "tag", "number-0": number}).status_code == 400
    assert not Edition.objects.exists()
    lis.post(ADDRESS, {"handling": "tag", "number-0": "1 (a)"})
    assert published().items[0].number == "1 (a)", "as it was read it may stay"


def test_an_item_that_was_read_as_open_is_closed(there: World) -> None:
    put_aside(item("1", f"Teksten {CANARY}.", Access.OPEN), codes=("closed_mark",), named=None)
    browser(there.lis).post(ADDRESS, {"handling": "tag", "access-0": "closed"})
    assert CANARY not in str(published())
