"""The list of subjects is loaded from both forms, and what it drops is retired, never lost."""

from datetime import date

import pytest
from django.utils import timezone

from sagsgang.core import kle
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands.subjects import load_kle
from sagsgang.core.models import KleEntry
from tests.core.journal import deeds, last_facts
from tests.core.world import world

pytestmark = [pytest.mark.django_db, pytest.mark.database]
# Made-up subjects: the real list is its publishers'.
TEXT = """KLENummer='90.01.00':KLETitel='Haller i almindelighed':Keywords[Weight]:hal[5];idrætshal[5];
KLENummer='90.01.02':KLETitel='Svømmehaller':Keywords[Weight]:badevand[5];bassin[10];
KLENummer='90.02.00':KLETitel='Bro's og stier':Keywords[Weight]:sti[5];hal[5];
"""
XML = """<?xml version="1.0" encoding="UTF-8"?>
<KLE-Emneplan xmlns="urn:x"><Hovedgruppe><HovedgruppeNr>90</HovedgruppeNr><Gruppe><GruppeNr>90.01</GruppeNr>
<Emne><EmneNr>90.01.00</EmneNr><EmneTitel>Haller i almindelighed</EmneTitel>
<EmneAdministrativInfo><OprettetDato>2001-01-01</OprettetDato></EmneAdministrativInfo></Emne>
<Emne><EmneNr>90.01.02</EmneNr><EmneTitel>Svømmehaller</EmneTitel><EmneAdministrativInfo><Historisk>
<UdgaaetDato>2022-05-01T00:00:00</UdgaaetDato></Historisk></EmneAdministrativInfo></Emne>
<Emne><EmneNr>90.02.00</EmneNr><EmneTitel>Broer</EmneTitel></Emne></Gruppe></Hovedgruppe></KLE-Emneplan>"""


def in_force() -> list[str]:
    return list(KleEntry.objects.filter(retired_on=None).values_list("number", flat=True))


def test_the_text_of_os2kle_is_loaded_with_its_titles() -> None:
    there = world()
    assert load_kle(there.rut, TEXT.encode(), edition="prøve 1").in_force == 3
    assert KleEntry.objects.get(number="90.02.00").title == "Bro's og stier"
    assert last_facts("kle.load", there.rut) == {"edition": "prøve 1", "in_force": 3, "retired": 0}


def test_an_old_encoding_is_understood() -> None:
    load_kle(world().rut, TEXT.encode("cp1252"), edition="1")
    assert KleEntry.objects.get(number="90.01.02").title == "Svømmehaller"


def test_the_xml_of_kl_is_loaded_with_the_days_on_which_subjects_left() -> None:
    load_kle(world().rut, XML.encode(), edition="2")
    assert in_force() == ["90.01.00", "90.02.00"]
    assert KleEntry.objects.get(number="90.01.02").retired_on == date(2022, 5, 1)
    assert "udgik den 01-05-2022" in kle.warning("90.01.02-P35")
    assert kle.warning("90.01.00") == ""


def test_what_a_new_edition_leaves_out_is_retired_and_stays() -> None:
    there = world()
    load_kle(there.rut, TEXT.encode(), edition="1")
    without = "\n".join(TEXT.splitlines()[:2])
    assert load_kle(there.rut, without.encode(), edition="2").retired == 1
    gone = KleEntry.objects.get(number="90.02.00")
    assert (gone.retired_on, gone.edition) == (timezone.localdate(), "1")
    assert kle.is_known("90.02.00")
    load_kle(there.rut, TEXT.encode(), edition="3")
    assert in_force() == ["90.01.00", "90.01.02", "90.02.00"]


def test_half_a_list_is_refused_and_changes_nothing() -> None:
    there = world()
    load_kle(there.rut, TEXT.encode(), edition="1")
    with pytest.raises(Refused, match="langt færre emner"):
        load_kle(there.rut, TEXT.splitlines()[0].encode(), edition="2")
    assert len(in_force()) == 3
    assert len(deeds()) == 1


@pytest.mark.parametrize(
    "data", [b"", b"<a/>", b"<a", b"budget;2027", b"\x00\xff", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']
)
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="ikke en KLE-liste"):
        load_kle(world().rut, data, edition="1")


def test_an_edition_has_a_name() -> None:
    with pytest.raises(Refused, match="hvilken udgave"):
        load_kle(world().rut, TEXT.encode(), edition=" ")


def test_only_administrators_load_the_list() -> None:
    there = world()
    for wrong in (there.karen, there.lis, there.mads):
        with pytest.raises(NotYours):
            load_kle(wrong, TEXT.encode(), edition="1")


def test_the_subject_that_shares_the_rarest_words_is_suggested_first() -> None:
    load_kle(world().rut, TEXT.encode(), edition="1")
    found = kle.suggest("Ny svømmehal ved skolen", "Bassinet lukker, og en sti anlægges.")
    assert [one.number for one in found] == ["90.01.02", "90.02.00"]
    assert kle.suggest("Intet af dette") == ()


def test_retired_subjects_are_not_suggested() -> None:
    load_kle(world().rut, XML.encode(), edition="1")
    assert [one.number for one in kle.suggest("Svømmehaller")] == []
