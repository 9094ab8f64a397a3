"""Any file at all: readings or a refusal in one line, never anything else, and never for long."""

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.paper.model import Paper, PaperKind
from sagsgang.paper.store import to_json
from sagsgang.readers.base import Reading
from sagsgang.readers.extract import Refused
from sagsgang.readers.read_file import read_file
from tests.growth import grows_in_proportion
from tests.readers import made

MINUTES = [
    "REFERAT Direktionen d. 04-11-2019",
    "Mødedato Mandag d. 4. november 2019 kl. 12:30",
    "Mødested Rådhuset, lokale 2",
    "Punkt 1: Nyt gulv i hallen",
    "Sagsfremstilling",
    "1. Nyt gulv i hallen",
    "Åbent",
    "Sagsnr.: 999-2019-4411 J.nr.: 04.04.00 Dokumentnr.: 999-2019-5512",
    "Sagstype",
    "Beslutning",
    "Sagsfremstilling",
    "Gulvet i hallen er fra 1974 og skal udskiftes, inden den nye sæson begynder.",
    "Direktionens møde den 4. november 2019:",
    "Godkendt.",
]
NAMES = st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.odt", "a.html", "a.json", "a.doc", "a", ""])


@cache
def files() -> dict[str, bytes]:
    """The same minutes as a file of every kind."""
    paper = Paper(kind=PaperKind.MINUTES, body="Direktionen", date=None)
    return {
        "pdf": made.pdf("\n\n".join(line.replace(".", "\\.") for line in MINUTES)),
        **{kind: made_of(MINUTES, kind) for kind in ("text", "docx", "odt", "html")},
        "json": json.dumps(to_json(paper)).encode(),
    }


def made_of(lines: list[str], kind: str) -> bytes:
    if kind == "docx":
        return made.docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))
    if kind == "odt":
        return made.odt("".join(f"<text:p>{line}</text:p>" for line in lines))
    if kind == "html":
        return ("<html>" + "".join(f"<p>{line}</p>" for line in lines)).encode()
    return "\n\n".join(lines).encode()


def outcome(data: bytes, name: str) -> tuple[Reading, ...] | str:
    try:
        return read_file(data, name)
    except Refused as refusal:
        return refusal.reason


@pytest.mark.parametrize("kind", ["text", "pdf", "docx", "odt", "html"])
@pytest.mark.parametrize("name", ["referat.txt", "referat.pdf", "referat"])
def test_minutes_read_the_same_from_every_kind_of_file_under_every_name(kind: str, name: str) -> None:
    (reading,) = read_file(files()[kind], name)
    (item,) = reading.paper.items
    assert (reading.paper.body, str(reading.paper.date)) == ("Direktionen", "2019-11-04")
    assert (item.title, item.document_number) == ("Nyt gulv i hallen", "999-2019-5512")
    assert [decision.text for decision in item.decisions] == ["Godkendt."]
    assert [section.text for section in item.sections] == [MINUTES[11]]


def test_our_own_json_is_read_back_with_the_doubts_it_was_printed_with() -> None:
    (first,) = read_file(files()["text"], "referat.txt")
    doubts = [{"code": "weekday", "message": "Ugedagen passer ikke.", "item": None, "line": 2}]
    printed = [{**to_json(first.paper), "source": "referat.txt", "doubts": doubts, "findings": []}]
    (again,) = read_file(json.dumps(printed).encode(), "ud.json")
    assert again.paper == first.paper
    assert "weekday" in [doubt.code for doubt in again.doubts]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"kind": "minutes", "items": [', "beskåret"),
        ('{"noget": "andet"}', "ikke kendes"),
        ("[]", "ikke kendes"),
        ("[1, 2]", "ikke kendes"),
        ('{"kind": "minutes", "items": [{}]}', "mangler noget"),
        ('{"schema": 9999, "kind": "minutes", "items": []}', "nyere udgave"),
        ("[" * 100_000, "beskåret"),
    ],
)
def test_json_that_is_no_paper_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_file(text.encode(), "fil.json")


def test_text_that_only_begins_like_json_is_read_as_text() -> None:
    assert read_file(b"[Udkast]\n" + files()["text"], "referat.txt")[0].paper.body == "Direktionen"


@given(data=st.binary(max_size=3000), name=NAMES)
def test_random_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    outcome(data, name)


@given(
    head=st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"{", b'[{"Dagsordenpunkter":', b"\xff\xfe"]),
    data=st.binary(max_size=2000),
    name=NAMES,
)
def test_random_bytes_behind_a_true_beginning_are_read_or_refused(head: bytes, data: bytes, name: str) -> None:
    outcome(head + data, name)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kind=st.sampled_from(sorted(files())), share=st.floats(0, 1), name=NAMES)
def test_a_truncated_file_is_read_or_refused(kind: str, share: float, name: str) -> None:
    whole = files()[kind]
    outcome(whole[: int(len(whole) * share)], name)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kind=st.sampled_from(sorted(files())), at=st.floats(0, 0.999), other=st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(kind: str, at: float, other: bytes) -> None:
    whole = files()[kind]
    place = int(len(whole) * at)
    outcome(whole[:place] + other + whole[place + len(other) :], "a")


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_any_one_broken_byte_near_the_beginning_of_a_zipped_file_is_read_or_refused(kind: str) -> None:
    whole = files()[kind]
    for place in range(400):
        for other in (0x00, 0xFF):
            outcome(whole[:place] + bytes((other,)) + whole[place + 1 :], "a")


@settings(max_examples=50, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(
            [
                "<w:p>",
                "</w:p>",
                "<w:tbl>",
                "<w:tr>",
                "<w:tc>",
                "<w:r><w:t>x</w:t></w:r>",
                "<w:fldChar/>",
                "<w:numPr/>",
            ]
        )
    )
)
def test_strange_word_files_are_read_or_refused(parts: list[str]) -> None:
    outcome(made.docx("".join(parts)), "a.docx")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["text", "html", "docx", "odt"])
def test_time_grows_with_the_length_of_the_file_and_no_faster(kind: str) -> None:
    files = {times: made_of(MINUTES[3:] * times, kind) for times in (80, 320)}
    assert grows_in_proportion(lambda times: outcome(files[times], "a"), 80)
