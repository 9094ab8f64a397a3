"""`sagsgang export`: one published paper as a file, or all of them, or the whole portal."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from sagsgang.cli import bulk, static
from sagsgang.cli.arguments import A_PAPER, Commands, place
from sagsgang.cli.editions import shown_paper, the_edition

if TYPE_CHECKING:
    from sagsgang.archive.models import Edition
    from sagsgang.paper.model import Paper

FORMATS = ("pdf", "docx", "html", "md", "json", "txt")
SIZES = (14, 18)


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser("export", help="ét udgivet papir som fil, eller dem alle")
    parser.add_argument("paper", nargs="?", metavar="PAPIR", help=A_PAPER)
    parser.add_argument("--all", action="store_true", help="alle gældende åbne papirer: -o NAVN.jsonl eller en mappe")
    parser.add_argument("--static", type=place, metavar="MAPPE", help="hele portalen som filer til enhver webserver")
    parser.add_argument("--address", metavar="ADRESSE", help="hvor --static-siderne kommer til at ligge")
    parser.add_argument("--format", choices=FORMATS)
    parser.add_argument("--items", type=_numbers, default=(), metavar="NUMRE", help="kun disse punkter, fx 3,4")
    parser.add_argument("--size", type=int, choices=SIZES, help="PDF med stor skrift, i punkter")
    parser.add_argument("--attachments", action="store_true", help="PDF med bilagenes filer efter papiret")
    parser.add_argument("-o", "--output", type=place, metavar="FIL", help="hvor det skal ligge; ellers standard ud")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file."""
    if wrong := _wrong(options):
        print(wrong, file=sys.stderr)
        return 2
    if options.static:
        return static.export_static(options.static, options.address)
    if options.all:
        return bulk.export_all(options.output)
    return _one(options)


def _one(options: argparse.Namespace) -> int:
    from sagsgang.config.prepare import prepare

    prepare()
    edition = the_edition(options.paper)
    if edition is None:
        return 2
    paper = shown_paper(edition)
    if paper is None:
        return 1
    from sagsgang.paper.excerpt import NoSuchItem

    try:
        data = _written(edition, paper, options)
    except NoSuchItem as error:
        print(error, file=sys.stderr)
        return 2
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


def _wrong(options: argparse.Namespace) -> str:
    """What does not go together, in Danish; "" when all does."""
    of_one = options.paper or options.format or options.items or options.size or options.attachments
    if options.static:
        return "--static tager hele portalen: kun med --address." if of_one or options.all or options.output else ""
    if options.address:
        return "--address gælder kun --static."
    if options.all:
        return "--all tager alle papirer: kun med -o." if of_one else bulk.wrong(options.output)
    return _wrong_of_one(options)


def _wrong_of_one(options: argparse.Namespace) -> str:
    if not options.paper or not options.format:
        return "Nævn et papir og --format, eller brug --all eller --static."
    if (options.size or options.attachments) and options.format != "pdf":
        return "--size og --attachments gælder kun --format pdf."
    if options.attachments and (options.size or options.items):
        return "--attachments tager hele papiret i almindelig skrift: uden --size og --items."
    return ""


def _written(edition: "Edition", paper: "Paper", options: argparse.Namespace) -> bytes:
    from sagsgang.paper.excerpt import excerpt
    from sagsgang.paper.store import to_json
    from sagsgang.writers import html, markdown, plain

    form: str = options.format
    if form == "pdf":
        return _pdf(edition, paper, options)
    paper = excerpt(paper, options.items) if options.items else paper
    if form == "docx":
        from sagsgang.writers import word

        return word.write(paper)
    if form == "json":
        return (json.dumps(to_json(paper), ensure_ascii=False, indent=1) + "\n").encode()
    return {"html": html.write, "md": markdown.write, "txt": plain.write}[form](paper).encode()


def _pdf(edition: "Edition", paper: "Paper", options: argparse.Namespace) -> bytes:
    """The sealed one, where the worker has made it and nothing else was asked for."""
    from sagsgang.archive.attached import files_of, place
    from sagsgang.archive.files import pdf_file
    from sagsgang.writers import pdf
    from sagsgang.writers.annexes import write_with_annexes

    if options.attachments:
        return write_with_annexes(paper, {file.sha256: place(file.sha256) for file in files_of(paper)})
    file = pdf_file(edition.pk)
    if edition.pdf_id and file.exists() and not (options.items or options.size):
        return file.read_bytes()
    return pdf.write(paper, options.size or pdf.STANDARD, options.items)


def _numbers(text: str) -> tuple[str, ...]:
    numbers = tuple(part.strip() for part in text.split(",") if part.strip())
    if not numbers:
        raise argparse.ArgumentTypeError("nævn mindst ét punkt, fx 3,4")
    return numbers
