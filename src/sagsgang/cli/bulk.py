"""`sagsgang export --all`: every paper in force on the street, as lines of JSON or as tables."""

import shutil
import sys
import tempfile
from pathlib import Path

from sagsgang.cli.progress import Progress

_LINES = (".jsonl", ".ndjson")


def wrong(output: Path | None) -> str:
    """What is wrong with where it shall lie, in Danish; "" when nothing is."""
    if output is None:
        return "--all skal have -o: NAVN.jsonl for én fil med linjer af JSON, eller en mappe til Parquet-filerne."
    if output.suffix in _LINES:
        return f"{output} er en mappe og ikke en fil." if output.is_dir() else ""
    return f"{output} er en fil og ikke en mappe: slut på .jsonl, eller nævn en mappe." if output.is_file() else ""


def export_all(output: Path) -> int:
    """Write the file or the folder's files, each whole or not at all; gives the exit status."""
    from sagsgang.config.prepare import prepare

    prepare()
    from sagsgang.archive.disk import sentence

    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        papers = _write(output)
    except OSError as error:
        print(f"Kan ikke skrive: {sentence(error)}", file=sys.stderr)
        return 1
    print(f"{papers} {'papir' if papers == 1 else 'papirer'} i {output}", file=sys.stderr)
    return 0


def _write(output: Path) -> int:
    from sagsgang.archive.bulk.lines import write_lines
    from sagsgang.archive.bulk.places import LINES, TABLES
    from sagsgang.archive.bulk.tables import write_tables

    progress = Progress()
    with tempfile.TemporaryDirectory(prefix=f".{output.name}.", dir=output.parent) as beside:
        there = Path(beside)
        papers = write_lines(there / LINES, lambda done, total: progress("Papirer", done, total))
        progress.end()
        if output.suffix in _LINES:
            (there / LINES).replace(output)
            return papers
        print("Skriver tabellerne …", file=sys.stderr)
        write_tables(there)
        output.mkdir(exist_ok=True)
        for table in TABLES:
            shutil.move(there / f"{table}.parquet", output / f"{table}.parquet")
    return papers
