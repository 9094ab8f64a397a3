"""How fast papers are read: against matching headings once (the floor), and against making Markdown of Word files."""

import io
import resource
import subprocess
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from shutil import which

import mammoth

from bench.corpus import papers
from bench.floor import match_once
from bench.report import put, table
from bench.timing import best, timed
from bench.word import word_file
from sagsgang.paper.decide import decide
from sagsgang.paper.findings import findings
from sagsgang.paper.model import Decision, Paper
from sagsgang.readers.base import Line
from sagsgang.readers.clean import lines_of
from sagsgang.readers.engine import Engine
from sagsgang.readers.profiles import L1
from sagsgang.readers.read_file import read_file
from sagsgang.readers.registry import read_text
from sagsgang.readers.review import review
from sagsgang.writers import plain

PAPERS = 200
AIM = 15
# Real minutes of this layout, which the repository does not hold; a remark is printed where they lie.
SEEDS = Path(__file__).resolve().parents[2] / "shared/seeds"


def run() -> None:
    """Measure and write the part `reading`."""
    texts = [plain.write(paper) for paper in islice(papers(PAPERS), PAPERS)]
    words = [word_file(text) for text in texts[:40]]
    floor = best(match_once, texts)
    rows = [
        _row("lines split, headings matched once (the floor)", floor, floor),
        _row("**whole reading**: items, outcomes, commitments, findings, doubts", best(read_whole, texts), floor),
        *_parts(texts, floor),
        _row("mammoth, Word to Markdown (no facts)", best(make_markdown, words, 3), floor),
        _row("whole reading of the same Word files", best(read_word, words, 3), floor),
    ]
    if pandoc := which("pandoc"):
        took = timed(lambda data: pandoc_markdown(pandoc, data), words[:10]).p50 / 1000
        rows.append(_row("pandoc, Word to Markdown (no facts)", took, floor))
    size = sum(map(len, texts)) // PAPERS // 1000
    lines = sum(text.count("\n") for text in texts) // PAPERS
    note = (
        f"{PAPERS} distinct papers of 10 items, {lines} lines and {size} kB, one core, "
        f"no cache by content; the floor is `bench/floor.py`. Aim: at most {AIM} times the floor."
    )
    put("reading", f"{note}\n\n{table(['what', 'papers/s', 'times the floor'], rows)}")
    _remark_on_seeds()


def read_whole(text: str) -> None:
    """Everything that `sagsgang read` finds in a text."""
    for reading in read_text(text):
        findings(reading.paper)


def _parts(texts: Sequence[str], floor: float) -> list[list[str]]:
    read = [reading.paper for text in texts for reading in read_text(text)]
    decisions = [[decision for item in paper.items for decision in item.decisions] for paper in read]
    return [
        _row("- lines put under their headings", best(_engine, [lines_of(text) for text in texts]), floor),
        _row("- outcomes and commitments", best(_decide, decisions), floor),
        _row("- findings", best(findings, read), floor),
        _row("- doubts of any layout", best(_review, read), floor),
    ]


def _engine(lines: Sequence[Line]) -> None:
    Engine(L1, lines).run()


def _decide(decisions: Sequence[Decision]) -> None:
    for one in decisions:
        decide(body=one.body, date=one.date, text=one.text, access=one.access)


def _review(paper: Paper) -> None:
    review(paper, frozenset(), {})


def _remark_on_seeds() -> None:
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    if texts:
        ratio = best(read_whole, texts, 15) / best(match_once, texts, 15)
        print(f"{len(texts)} real minutes: {ratio:.1f} times the floor", file=sys.stderr)


def _row(what: str, seconds: float, floor: float) -> list[str]:
    return [what, f"{1 / seconds:,.0f}", f"{seconds / floor:.1f}"]


def make_markdown(data: bytes) -> None:
    """What a user would try, in this process."""
    mammoth.convert_to_markdown(io.BytesIO(data))


def pandoc_markdown(pandoc: str, data: bytes) -> None:
    """What a user would try."""
    subprocess.run([pandoc, "-f", "docx", "-t", "markdown"], input=data, capture_output=True, check=True)


def read_word(data: bytes) -> None:
    """The same file, read."""
    for reading in read_file(data, "referat.docx"):
        findings(reading.paper)


def endless(number: int) -> None:
    """Read very many papers and write the part `memory`: the process must not grow."""
    marks = []
    for place, paper in enumerate(papers(number), 1):
        read_whole(plain.write(paper))
        if place % (number // 10) == 0:
            marks.append([f"{place:,}", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"])
            print(marks[-1], file=sys.stderr, flush=True)
    put("memory", table(["papers read", "largest size of the process so far"], marks))
