"""`sagsgang export`: one published paper as a file."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sagsgang.cli.arguments import Commands
from sagsgang.cli.editions import the_edition

if TYPE_CHECKING:
    from sagsgang.archive.models import Edition
    from sagsgang.paper.model import Paper

FORMATS = ("pdf", "html", "md", "json", "txt")


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser("export", help="ét udgivet papir som fil")
    parser.add_argument("paper", metavar="PAPIR", help="fx direktionen/2016-11-28, eller udgavens nummer eller nøgle")
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("-o", "--output", type=Path, metavar="FIL", help="hvor det skal ligge; ellers standard ud")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file."""
    from sagsgang.config.prepare import prepare

    prepare()
    from sagsgang.archive.sealed import paper_of

    edition = the_edition(options.paper)
    if edition is None:
        return 2
    paper = paper_of(edition)
    if paper is None:
        print("Papirets indhold er slettet.", file=sys.stderr)
        return 1
    data = _written(edition, paper, options.format)
    if options.output is None:
        sys.stdout.buffer.write(data)
        return 0
    from sagsgang.archive.disk import why

    try:
        options.output.write_bytes(data)
    except OSError as error:
        print(f"Kan ikke skrive {options.output}: {why(error)}", file=sys.stderr)
        return 1
    return 0


def _written(edition: "Edition", paper: "Paper", form: str) -> bytes:
    from sagsgang.paper.store import to_json
    from sagsgang.writers import html, markdown, plain

    if form == "pdf":
        return _pdf(edition, paper)
    if form == "json":
        return (json.dumps(to_json(paper), ensure_ascii=False, indent=1) + "\n").encode()
    return {"html": html.write, "md": markdown.write, "txt": plain.write}[form](paper).encode()


def _pdf(edition: "Edition", paper: "Paper") -> bytes:
    """The sealed one, where the worker has made it."""
    from sagsgang.archive.files import pdf_file
    from sagsgang.writers import pdf

    file = pdf_file(edition.pk)
    return file.read_bytes() if edition.pdf_id and file.exists() else pdf.write(paper)
