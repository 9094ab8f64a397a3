"""The same small minutes with one line written otherwise, as other years, clerks and scanners wrote it."""

import re

import pytest

from sagsgang.paper.model import SectionKind
from tests.readers.facts import codes, facts, only

SOUND = """REFERAT Direktionen d. 02-05-2016

Mødedato Mandag d. 02. maj 2016 kl. 12:30

Mødested Torvet 1

Indholdsfortegnelse

Stien.....	3
Lukket: Grund.....	4
Eventuelt.....	5

Punkt 1: Stien

Sagsfremstilling

1. Stien

Åbent

Sagsnr.: 999-2016-1 J.nr.: 05.01.00 Dokumentnr.: 999-2016-22

Sagstype

Beslutning

Resume og sagens baggrund

Stien er ny.

Behandling

Direktionen

Økonomiske konsekvenser

Ingen

Direktionens møde den 2. maj 2016:

Godkendt.

Punkt 2: Lukket: Grund

Punkt 3: Eventuelt

Sagsfremstilling

3. Eventuelt

Åbent

Sagsnr.: 999-2014-422 J.nr.: 00.01.00 Dokumentnr.: 999-2016-23

Direktionens møde den 2. maj 2016:

-
"""
VARIANTS = {
    "Direktionens møde den 2. maj 2016:\n\nGodkendt": [
        "Direktionens møde den 2. maj 2016.\n\nGodkendt",
        "Direktionens møde 2. maj 2016:\n\nGodkendt",
        "Direktionens møde den 2. maj 2016 kl. 12.30:\n\nGodkendt",
        "Behandling på Direktionens møde den 2. maj 2016:\n\nGodkendt",
        "Direktionens beslutning den 2. maj 2016:\n\nGodkendt",
        "Direktionens beslutning:\n\nGodkendt",
        "Direktionen den 2. maj 2016:\n\nGodkendt",
        "Direktionen, den 2. maj 2016:\n\nGodkendt",
        "Beslutning\n\nGodkendt",
        "Beslutninger:\n\nGodkendt",
        "*Direktionens møde den 2. maj 2016:*\n\nGodkendt",
        "__Direktionens møde den 2. maj 2016:__\n\nGodkendt",
        "Direktionens møde d. 2. maj 2016:\n\nGodkendt",
        "Direktionens møde den 02-05-2016:\n\nGodkendt",
        "Direktionens møde den 2. maj 2016\n\nGodkendt",
        "Direktionen møde den 2. maj 2016:\n\nGodkendt",
        "Direktionens ekstraordinære møde den 2. maj 2016:\n\nGodkendt",
        "Direktionsmøde den 2. maj 2016:\n\nGodkendt",
        "Direktionens møde mandag den 2. maj 2016:\n\nGodkendt",
        "DIREKTIONENS MØDE DEN 2. MAJ 2016:\n\nGodkendt",
        "Direktionens rnøde den 2. maj 2016:\n\nGodkendt",
        "Direktionens\nmøde den 2. maj 2016:\n\nGodkendt",
        "Direktionens møde den\n2. maj 2016:\n\nGodkendt",
        "Direktionens møde den 2. maj\n2016:\n\nGodkendt",
        "Beslutning i Direktionen den 2. maj 2016:\n\nGodkendt",
    ],
    "REFERAT Direktionen d. 02-05-2016": [
        "RE FERAT Direktionen d. 02-05-2016",
        "EKSTRAORDINÆRT REFERAT Direktionen d. 02-05-2016",
        "REFERAT: Direktionen d. 02-05-2016",
        "Referat af møde i Direktionen d. 02-05-2016",
        "REFERAT Direktionen d. 2. maj 2016",
        "REFERAT\n\nDirektionen d. 02-05-2016",
        "REFERAT Direktion den 02.05.2016",
    ],
    "Mødedato Mandag d. 02. maj 2016 kl. 12:30": [
        "Møde dato Mandag d. 02. maj 2016 kl. 12:30",
        "Mødedato Mandag d. 02. maj 2016 kl. 12: 30",
        "Mødedato Mandag d. 02. maj 2016 kl. 1230",
        "Mødedato Mandag d. 02. maj 2016\nkl. 12:30",
        "Mødedato Mandag d. 02. maj 2016 kl.\n\n12:30",
        "Mødedato Mandag d.02-05-2016 kl. 12,30",
        "Mødedato: Mandag d. 2. maj 2016 kl. 12.30",
        "Mødedato\nMandag den 02. maj 2016, kl. 12:30",
        "MØDEDATO Mandag d. O2. maj 2016 Kl. 12:30",
    ],
    "Punkt 2: Lukket: Grund": [
        "Pkt. 2: Lukket: Grund",
        "Punkt 2: Lukket Grund",
        "Punkt 2 : Lukket : Grund",
        "Punkt 2: Grund (Lukket)",
        "Punkt 2: Grund - Lukket",
        "Punkt 2:\nLukket: Grund",
        "Punkt 2:\n\nLukket: Grund",
        "Punkt nr. 2: Lukket: Grund",
        "Punkt 2：Lukket：Grund",
        "Punkt 2 : LUKKET: Grund",
        "Punkt 2 Lukket: Grund",
        "Punkt 2: Lukket - Grund",
        "Punkt2: Lukkct: Grund",
        "Punkt Z: Lukket: Grund",
    ],
    "Behandling\n\nDirektionen": [
        "Behandling Direktionen",
        "Behandling\n\n1. Direktionen",
        "Behandling.\n\nDirektionen",
        "Behandling\n\nDirektion.",
        "Behandling\n\ndirektionen",
        "Behandling\n\nDir.",
        "Behandling\n\n- Direktionen",
        "Behandling\n\nDirektionen til beslutning",
        "Behandling\n\nDirektionen den 2. maj 2016",
        "Behandling\n\nBehandles i Direktionen",
        "Behandling\n\nDirektlonen",
    ],
    "Sagstype\n\nBeslutning": [
        "Sagstype Beslutning",
        "Sagstype\n\nSag til beslutning",
        "Sagstype\n\nTil beslutning",
        "Sagstype\n\n- Beslutning.",
        "Sagstype\n\nBeslutningssag",
        "Sagstype\n\nBes1utning",
    ],
    "1. Stien\n\nÅbent": [
        "1. Stien (Åbent)",
        "1. Stien Åbent",
        "Pkt. 1. Stien\n\nÅbent",
        "1) Stien\n\nÅbent",
        "Stien\n\nÅbent",
        "1.\n\nStien\n\nÅbent",
        "1. Stien\n\nÅbent.",
        "1. Stien\n\nAabent",
        "1. Stien\n\nÅben",
        "l. Stien\n\nÅbcnt",
    ],
    "999-2016-1 J.nr.: 05.01.00": ["999–2016–1 J.nr.: 05.01.00", "999-2016- 1, J.nr: 05.01.00"],
    "Punkt 1: Stien": ["Punkt l: Stien", "Punkt I: Stien", "Punkt 1 - Stien"],
    "Punkt 1: Stien\n\nSagsfremstilling\n\n1. Stien": [
        "Sagsfremstilling\n\n1. Stien",
        "Punkt 1: Stien\n\n1. Stien",
        "Punkt 1: Stien\n\nSagsfremstilling",
    ],
    "Økonomiske konsekvenser\n\nIngen": [
        "Økonomi\n\nIngen",
        "Økonomisk konsekvens\n\nIngen",
        "Økonomiske\nkonsekvenser\n\nIngen",
        "## Økonomiske konsekvenser ##\n\nIngen",
    ],
    "Sagsnr.: 999-2016-1 J.nr.: 05.01.00 Dokumentnr.: 999-2016-22": [
        "Sagsnr.:\nJ.nr.:\nDokumentnr.:\n999-2016-1\n05.01.00\n999-2016-22",
        "| Sagsnr. | 999-2016-1 | J.nr. | 05.01.00 | Dokumentnr. | 999-2016-22 |",
        "Sagsnr.: 999-2O16-l J.nr.: O5.Ol.OO Dokumentnr.: 999-2O16-22",
        "Sagsnr 999-2016-1 J.nr 05.01.00 Dokumentnr 999-2016-22",
        "Sagsnr.: 999‑2016‑1 J.nr.: 05.01.00 Dokumentnr.: 999−2016−22",
    ],
}


@pytest.mark.parametrize(("usual", "written"), [(usual, each) for usual, all_ in VARIANTS.items() for each in all_])
def test_a_line_written_otherwise_says_the_same(usual: str, written: str) -> None:
    assert SOUND.count(usual) == 1
    reading = only(SOUND.replace(usual, written))
    assert facts(reading.paper) == facts(only(SOUND).paper)
    assert codes(reading) == set()


def test_text_right_below_the_item_type_is_the_presentation_with_its_paragraphs() -> None:
    text = "Kort runde i rådet.\n\na. Stien\nb. Klager i Natur- og Miljøklagenævnet"
    told = re.sub(r"(Sagstype\n\n\S+\n\n)(?:.|\n)*?(?=Direktionens møde)", rf"\1{text}\n\n", SOUND, count=1)
    item = only(told).paper.items[0]
    assert [(one.kind, one.text) for one in item.sections] == [(SectionKind.PRESENTATION, text)]
    assert item.item_type is not None
    assert item.route == ()
