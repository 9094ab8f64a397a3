"""The veraPDF engine on a handful of prints of every kind; the quicker validator sees them all."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from sagsgang.demo.papers import papers
from sagsgang.paper.model import Access, PaperKind
from sagsgang.paper.store import dumps
from sagsgang.writers import pdf
from tests.writers.referee import verdicts
from tests.writers.solbjerg import BOILERS, EMPTY, MINUTES
from tests.writers.test_pdf import NASTY, with_text

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("referee")]
# Prints from which something was taken that the standard wants.
DAMAGED = {"no tags.pdf": "/StructTreeRoot", "no language.pdf": "/Lang"}


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    return verdicts(prints() | {name: _without(key) for name, key in DAMAGED.items()})


def test_the_referee_finds_nothing_in_prints_of_every_kind(found: dict[str, list[str]]) -> None:
    assert len(found) > len(DAMAGED)
    assert {name: verdict for name, verdict in found.items() if verdict and name not in DAMAGED} == {}


def test_the_referee_sees_what_is_missing(found: dict[str, list[str]]) -> None:
    assert any(verdict.startswith("PDFUA-1 7.1-3") for verdict in found["no tags.pdf"])
    assert any(verdict.startswith("PDFUA-1 7.2") for verdict in found["no language.pdf"])


def prints() -> dict[str, bytes]:
    """One of each kind."""
    demo = sorted(papers(), key=lambda paper: len(dumps(paper)))
    closed = next(paper for paper in demo if any(item.access is Access.CLOSED for item in paper.items))
    agenda = next(paper for paper in demo if paper.kind is PaperKind.AGENDA)
    many = tuple(replace(BOILERS, number=str(number)) for number in range(1, 25))
    return {
        "longest.pdf": pdf.write(demo[-1]),
        "closed.pdf": pdf.write(closed),
        "agenda.pdf": pdf.write(agenda),
        "large.pdf": pdf.write(demo[-1], 18),
        "everything.pdf": pdf.write(MINUTES),
        "many items.pdf": pdf.write(replace(MINUTES, items=many)),
        "nothing.pdf": pdf.write(EMPTY),
        "nasty.pdf": pdf.write(with_text(NASTY)),
    }


def _without(key: str) -> bytes:
    with pikepdf.open(BytesIO(pdf.write(MINUTES))) as file:
        del file.Root[key]
        written = BytesIO()
        file.save(written)
    return written.getvalue()
