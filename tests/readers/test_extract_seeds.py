"""Real minutes set as PDF, Word, OpenDocument and HTML come back with what they said."""

import json
import re
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest

from sagsgang.paper.store import to_json
from sagsgang.readers.read_file import read_file
from tests.readers import made

BODY = """
#set page(header: [REFERAT Direktionen #h(1fr) Kommunen],
  footer: context align(right)[Side #counter(page).display() af #counter(page).final().first()])
#for block in json(bytes(sys.inputs.blocks)) {
  if block.kind == "heading" { heading(block.text) }
  else if block.kind == "row" { table(columns: block.cells.map(_ => 1fr), stroke: none, ..block.cells) }
  else if block.kind == "item" { [- #block.text] }
  else { par(block.text) }
}
"""


def block(line: str) -> dict[str, object]:
    if re.search(r"\.{4}\s*\d+$", line):
        return {"kind": "text", "text": line.replace("\t", " ")}
    if "\t" in line:
        return {"kind": "row", "cells": line.split("\t")}
    if line.startswith("- "):
        return {"kind": "item", "text": line[2:]}
    return {"kind": "heading" if line.startswith("Punkt ") else "text", "text": line}


def as_pdf(lines: list[str]) -> bytes:
    return made.pdf(BODY, inputs={"blocks": [block(line) for line in lines]})


def as_docx(lines: list[str]) -> bytes:
    tab = "</w:t><w:tab/><w:t>"
    texts = (escape(line).replace("\t", tab) for line in lines)
    return made.docx("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts))


def as_odt(lines: list[str]) -> bytes:
    return made.odt("".join(f"<text:p>{escape(line).replace(chr(9), '<text:tab/>')}</text:p>" for line in lines))


def as_html(lines: list[str]) -> bytes:
    def shown(line: str) -> str:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in line.split("\t"))
        return f"<table><tr>{cells}</tr></table>" if "\t" in line else f"<p>{escape(line)}</p>"

    return f"<html><body>{''.join(map(shown, lines))}</body></html>".encode("cp1252", "xmlcharrefreplace")


@pytest.mark.slow
@pytest.mark.parametrize("setter", [as_pdf, as_docx, as_odt, as_html])
def test_real_minutes_read_from_another_kind_of_file_score_as_high(
    shared: Path, setter: object, tmp_path: Path
) -> None:
    papers = []
    for source in sorted((shared / "seeds").glob("*.txt")):
        lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
        readings = read_file(setter(lines), source.name)  # type: ignore[operator]
        papers += [to_json(reading.paper) | {"source": source.name} for reading in readings]
    (tmp_path / "read.json").write_text(json.dumps(papers), encoding="utf-8")
    command = [sys.executable, str(shared / "checks" / "score_reading.py"), str(shared / "labels")]
    done = subprocess.run(
        [*command, str(tmp_path / "read.json"), "--verbose"], capture_output=True, text=True, check=True
    )
    score = re.search(r"micro-F1 ([\d.]+)", done.stdout)
    assert score is not None
    assert float(score.group(1)) >= 0.98, done.stdout
