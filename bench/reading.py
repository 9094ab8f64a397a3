"""How fast papers are read: against splitting lines and matching headings once, and against making Markdown of Word."""

import io
import re
import resource
import subprocess
import sys
import zipfile
from itertools import islice
from shutil import which
from xml.sax.saxutils import escape

import mammoth

from bench.corpus import papers
from bench.report import put, table
from bench.timing import best
from sagsgang.paper.findings import findings
from sagsgang.readers.profiles import HEADING
from sagsgang.readers.read_file import read_file
from sagsgang.readers.registry import read_text
from sagsgang.writers import plain

PAPERS = 200


def run() -> None:
    """Measure and write the part `reading`."""
    texts = [plain.write(paper) for paper in islice(papers(PAPERS), PAPERS)]
    words = [word_file(text) for text in texts[:40]]
    lines = sum(text.count("\n") for text in texts)
    floor = best(lambda: [match_once(text) for text in texts])
    whole = best(lambda: [read_whole(text) for text in texts])
    markdown = best(lambda: [mammoth.convert_to_markdown(io.BytesIO(data)) for data in words])
    from_word = best(lambda: [read_file(data, "referat.docx") for data in words])
    rows = [
        ["lines split, headings matched once (the floor)", per_second(PAPERS, floor), "1.0"],
        ["whole reading: items, outcomes, commitments, findings, doubts", per_second(PAPERS, whole), f"{whole / floor:.1f}"],
        ["mammoth, Word to Markdown (no facts)", per_second(40, markdown), f"{markdown / 40 / (floor / PAPERS):.0f}"],
        ["whole reading of the same Word files", per_second(40, from_word), f"{from_word / 40 / (floor / PAPERS):.0f}"],
    ]
    if pandoc := which("pandoc"):
        took = best(lambda: [make_markdown(pandoc, data) for data in words[:10]], 1)
        rows.append(["pandoc, Word to Markdown (no facts)", per_second(10, took), f"{took / 10 / (floor / PAPERS):.0f}"])
    note = (
        f"{PAPERS} distinct papers of 10 items and {lines // PAPERS} lines, one core, no cache by content. "
        f"Aim: at most 15 times the floor."
    )
    put("reading", f"{note}\n\n{table(['what', 'papers/s', 'times the floor'], rows)}")


def match_once(text: str) -> list[re.Match[str] | None]:
    """What a reading cannot do without."""
    return [HEADING.match(line) for line in text.splitlines()]


def read_whole(text: str) -> None:
    """Everything that `sagsgang read` finds in a text."""
    for reading in read_text(text):
        findings(reading.paper)


def per_second(number: int, seconds: float) -> str:
    """A rate for a table."""
    return f"{number / seconds:,.0f}"


def make_markdown(pandoc: str, data: bytes) -> None:
    """What a user would try."""
    subprocess.run([pandoc, "-f", "docx", "-t", "markdown"], input=data, capture_output=True, check=True)


def word_file(text: str) -> bytes:
    """A Word document with one paragraph a line."""
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.splitlines() if line)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def endless(number: int) -> None:
    """Read very many papers and write the part `memory`: the process must not grow."""
    marks = []
    for place, paper in enumerate(papers(number), 1):
        read_whole(plain.write(paper))
        if place % (number // 10) == 0:
            marks.append([f"{place:,}", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"])
            print(marks[-1], file=sys.stderr, flush=True)
    put("memory", table(["papers read", "largest size of the process so far"], marks))
