"""`sagsgang read`: what stands in a file, all of it, for its owner."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sagsgang.readers.base import Reading

STANDARD_INPUT = "-"


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("read", help="læs referater og dagsordener, og vis alt hvad der står i dem")
    parser.add_argument(
        "files", nargs="+", metavar="FIL", help="tekst, PDF, Word, HTML eller JSON; - er standard input"
    )
    parser.add_argument("--format", choices=("json", "text", "md"), default="text", help="hvordan det vises")


def run(args: argparse.Namespace) -> int:
    """Print every paper in the files; a file that cannot be read is named on standard error."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    refused: list[str] = []
    readings = list(_readings(args.files, refused))
    if args.format == "json":
        print(json.dumps([_as_json(name, reading) for name, reading in readings], ensure_ascii=False, indent=1))
    elif readings:
        print("\n\n".join(_shown(name, reading, args.format) for name, reading in readings))
    return 1 if refused else 0


def _readings(names: list[str], refused: list[str]) -> Iterator[tuple[str, "Reading"]]:
    from sagsgang.archive.disk import why
    from sagsgang.readers.extract import Refused
    from sagsgang.readers.read_file import read_file

    for name in names:
        try:
            name.encode()
            found = read_file(_bytes(name), Path(name).name)
        except Refused as error:
            reason = error.reason
        except OSError as error:
            reason = why(error)
        except UnicodeEncodeError:
            reason = "har et navn, der ikke er gyldig UTF-8; omdøb filen"
        else:
            yield from ((name, reading) for reading in found)
            continue
        refused.append(name)
        print(f"{name.encode(errors='backslashreplace').decode()}: {reason}", file=sys.stderr)


def _bytes(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()


def _as_json(name: str, reading: "Reading") -> dict[str, Any]:
    from sagsgang.paper.findings import findings
    from sagsgang.paper.store import to_json

    return {
        "source": Path(name).name,
        **to_json(reading.paper),
        "layout": reading.layout,
        "doubts": [
            {"code": doubt.code, "message": doubt.message, "item": doubt.item, "line": doubt.line}
            for doubt in reading.doubts
        ],
        "findings": [
            {
                "code": finding.code,
                "item": finding.item,
                "message": finding.message,
                "stated": finding.stated,
                "computed": finding.computed,
                "quotes": list(finding.quotes),
            }
            for finding in findings(reading.paper)
        ],
    }


def _shown(name: str, reading: "Reading", form: str) -> str:
    if form == "md":
        from sagsgang.writers.markdown import write

        return write(reading.paper)
    from sagsgang.cli.summary import summary

    return summary(Path(name).name, reading)
