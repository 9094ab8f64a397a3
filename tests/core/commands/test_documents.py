"""Attachments: read when they come, kept privately, in order, each open or closed by itself."""

from pathlib import Path

import pytest
from django.conf import settings

from sagsgang.core import files
from sagsgang.core.act import NotYours, Refused, Stale
from sagsgang.core.commands import documents, items
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Attachment, Counter, FileVersion, Item
from sagsgang.core.states import ItemState
from sagsgang.paper.model import Access
from tests.core.journal import all_facts, deeds, last_facts
from tests.core.world import CANARY, WHY, item, world
from tests.readers import office

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


def of(row: Attachment) -> Attachment:
    """The row as another person has it on the screen."""
    return Attachment.objects.unguarded(WHY).select_related("item__body").get(pk=row.pk)


def titles(row: Item) -> list[str]:
    return list(Attachment.objects.unguarded(WHY).filter(item=row).values_list("title", flat=True))


def test_a_file_is_read_numbered_and_kept_for_its_owner_only() -> None:
    there = world()
    made = item(there, there.committee)
    data = office.word()
    one = documents.attach(there.karen, made, "C:\\hjem\\Budget 2027.docx", data)
    assert (one.title, one.file_name) == ("Budget 2027", "Budget 2027.docx")
    assert (one.text, one.warnings, one.size) == ("Bilag om svømmehallen.", [], len(data))
    assert one.document_number.startswith("999-")
    assert files.get(one.checksum) == data
    kept = Path(settings.DOCUMENTS) / one.checksum[:2] / one.checksum
    assert kept.stat().st_mode & 0o777 == 0o600
    assert last_facts("item.write", there.karen) == {"what": "attach", "document": one.document_number}


def test_what_hides_in_the_file_is_told_with_code_and_sentence() -> None:
    there = world()
    one = documents.attach(there.karen, item(there, there.committee), "b.docx", office.tracked(), title="Notat")
    assert [warning["code"] for warning in one.warnings] == ["tracked_changes"]
    assert one.warnings[0]["message"].startswith("Filen har rettelser")


def test_a_file_that_can_run_is_refused_and_takes_no_number() -> None:
    there = world()
    made = item(there, there.committee)
    for name, data in (("b.docx", office.macros()), ("b.pdf", b"MZ\x90"), ("b.docx", b""), ("b.zip", b"PK")):
        with pytest.raises(Refused):
            documents.attach(there.karen, made, name, data)
    assert (titles(made), deeds()) == ([], [])
    assert not Counter.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.png"),
        ("kort.html.txt\r\nX: y", "kort.html.txt X_ y.png"),
        ("kort.PNG", "kort.PNG"),
        ("", "bilag.png"),
        ("x" * 300 + ".png", "x" * 196 + ".png"),
    ],
)
def test_the_name_of_a_file_harms_nobody(name: str, kept: str) -> None:
    there = world()
    assert documents.attach(there.karen, item(there, there.committee), name, PNG).file_name == kept


def test_an_attachment_is_never_open_by_accident() -> None:
    there = world()
    board, committee = item(there, there.board), item(there, there.committee)
    closed = item(there, there.committee, access=Access.CLOSED)
    begun = [documents.attach(there.karen, one, "a.png", PNG).access for one in (board, committee, closed)]
    assert begun == [Access.CLOSED, Access.OPEN, Access.CLOSED]
    items.open_item(there.karen, closed)
    assert Attachment.objects.unguarded(WHY).get(item=closed).access == Access.CLOSED


def test_a_new_file_takes_the_place_of_the_old_one_which_is_kept() -> None:
    there = world()
    one = documents.attach(there.karen, item(there, there.committee), "a.png", PNG, title="Kort")
    old, number = one.checksum, one.document_number
    documents.replace_file(there.karen, one, "b.docx", office.commented())
    assert (one.version, one.title, one.document_number, one.file_name) == (2, "Kort", number, "b.docx")
    assert [warning["code"] for warning in one.warnings] == ["comments"]
    before = FileVersion.objects.unguarded(WHY).get()
    assert (before.version, before.checksum, before.by_id) == (1, old, there.karen.person)
    assert files.get(old) == PNG
    assert last_facts("item.write", there.karen) == {"what": "replace", "document": number, "version": 2}


def test_the_second_of_two_who_replace_a_file_is_told() -> None:
    there = world()
    one = documents.attach(there.karen, item(there, there.committee), "a.png", PNG)
    mine, theirs = of(one), of(one)
    documents.replace_file(there.karen, mine, "b.png", PNG + b"1")
    with pytest.raises(Stale):
        documents.replace_file(there.karen, theirs, "c.png", PNG + b"2")
    with pytest.raises(Stale):
        documents.remove(there.karen, theirs)
    assert of(one).file_name == "b.png"
    assert FileVersion.objects.unguarded(WHY).count() == 1


def test_attachments_are_put_in_order_and_all_of_them() -> None:
    there = world()
    made = item(there, there.committee)
    first, second = (documents.attach(there.karen, made, "a.png", PNG, title=title) for title in ("A", "B"))
    documents.order(there.karen, made, [second.pk, first.pk])
    assert titles(made) == ["B", "A"]
    assert last_facts("item.write", there.karen) == {"what": "order", "attachments": [second.pk, first.pk]}
    for wrong in ([first.pk], [first.pk, second.pk, second.pk], [first.pk, 0]):
        with pytest.raises(Stale):
            documents.order(there.karen, made, wrong)
    assert titles(made) == ["B", "A"]


def test_one_is_closed_by_law_and_opened_on_purpose() -> None:
    there = world()
    one = documents.attach(there.karen, item(there, there.committee), "a.png", PNG)
    with pytest.raises(Refused, match="hjemmel"):
        documents.set_access(there.karen, one, Access.CLOSED)
    documents.set_access(there.karen, one, Access.CLOSED, LEGAL_BASES[0])
    assert (of(one).access, of(one).basis) == (Access.CLOSED, LEGAL_BASES[0])
    assert last_facts("item.write", there.karen)["what"] == "close"
    documents.set_access(there.karen, one, Access.OPEN)
    assert (of(one).access, of(one).basis) == (Access.OPEN, "")
    assert last_facts("item.write", there.karen)["what"] == "open"


def test_the_title_of_a_file_is_changed_and_never_stands_in_the_journal() -> None:
    there = world()
    made = item(there, there.committee)
    one = documents.attach(there.karen, made, f"{CANARY}.png", PNG)
    documents.rename(there.karen, one, f"Om {CANARY}")
    with pytest.raises(Refused, match="højst 300"):
        documents.rename(there.karen, one, " ")
    documents.remove(there.karen, one)
    assert titles(made) == []
    assert CANARY not in all_facts()


def test_the_records_systems_number_of_a_file_is_kept_and_used_once() -> None:
    there = world()
    made = item(there, there.committee)
    one, other = (documents.attach(there.karen, made, f"{name}.png", PNG) for name in ("en", "to"))
    documents.set_document_number(there.karen, one, " 17475/09 ")
    assert Attachment.objects.unguarded(WHY).get(pk=one.pk).document_number == "17475/09"
    with pytest.raises(Refused, match="er i brug"):
        documents.set_document_number(there.karen, other, "17475/09")
    with pytest.raises(NotYours):
        documents.set_document_number(there.per, one, "1")


def test_a_number_is_not_given_again_when_its_attachment_is_removed() -> None:
    there = world()
    made = item(there, there.committee)
    one = documents.attach(there.karen, made, "a.png", PNG)
    documents.remove(there.karen, one)
    assert documents.attach(there.karen, made, "a.png", PNG).document_number != one.document_number


def test_only_who_has_the_item_touches_its_files() -> None:
    there = world()
    made = item(there, there.committee)
    one = documents.attach(there.karen, made, "a.png", PNG)
    for wrong in (there.per, there.bo, there.lis, there.mads, there.ida, there.rut):
        for deed in (
            lambda by: documents.attach(by, made, "b.png", PNG),
            lambda by: documents.replace_file(by, one, "b.png", PNG),
            lambda by: documents.rename(by, one, "B"),
            lambda by: documents.order(by, made, [one.pk]),
            lambda by: documents.set_access(by, one, Access.OPEN),
            lambda by: documents.remove(by, one),
        ):
            with pytest.raises(NotYours):
                deed(wrong)
    assert len(deeds()) == 1


def test_nothing_is_laid_with_an_item_that_was_decided() -> None:
    there = world()
    with pytest.raises(Stale):
        documents.attach(there.lis, item(there, there.committee, ItemState.DECIDED), "a.png", PNG)
