"""The files of the demo's cases: small, the same every time, and nothing for the gate to find."""

from pathlib import Path

import pytest
from django.conf import settings

from sagsgang.archive.models import AttachedFile
from sagsgang.core.models import Attachment
from sagsgang.demo.work.attached import Enclosure, enclosures
from sagsgang.demo.work.play import play
from sagsgang.demo.work.texts import drafts
from sagsgang.readers.attached import contents
from tests.demo.test_work import TODAY, WHY

EVERY = [one for some in enclosures().values() for one in some]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_a_file_is_read_by_our_own_reader_and_hides_nothing(one: Enclosure) -> None:
    found = contents(one.data(), one.name)
    assert (found.refusal, tuple(found.warnings)) == ("", ())
    first_words = " ".join(one.text.split()[:3])
    assert first_words in " ".join(found.text.split())


def test_the_files_are_the_same_every_time_and_few_bytes() -> None:
    made = [one.data() for one in EVERY]
    assert made == [one.data() for one in EVERY]
    assert sum(map(len, made)) < 300_000
    assert all(b"<pdfuaid:part>1<" in data for one, data in zip(EVERY, made, strict=True) if one.name.endswith("pdf"))
    assert {one.name.rpartition(".")[2] for one in EVERY} == {"pdf", "docx", "xlsx"}


def test_every_file_belongs_to_a_case() -> None:
    assert set(enclosures()) <= set(drafts())


@pytest.mark.django_db
@pytest.mark.slow
def test_the_street_has_the_open_ones_of_what_is_out_and_not_the_closed_one() -> None:
    play(TODAY)
    shown = set(AttachedFile.objects.values_list("name", flat=True))
    assert {"Tre placeringer ved Søndre Kaj.pdf", "Anlægsoverslag.pdf", "Opkald time for time.pdf"} <= shown
    closed = Attachment.objects.unguarded(WHY).get(title="Mæglerens vurdering", item__previous=None)
    assert closed.file_name not in shown
    kept = {file.name for file in Path(settings.FILES).glob("attached/*/*")}
    assert set(AttachedFile.objects.values_list("sha256", flat=True)) <= kept
    assert closed.checksum not in kept
