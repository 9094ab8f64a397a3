"""`sagsgang backup`: a home folder in one file, while people work."""

import argparse
import os
import sys

from sagsgang.cli.arguments import Commands, place


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser(
        "backup",
        help="tag en sikkerhedskopi af alt i én fil",
        description="Kopierer database, forseglede filer, bilag og papirer, der er holdt tilbage, til en tar-fil,"
        " som kun du kan læse. Der kan arbejdes imens. Med PostgreSQL kopieres kun filerne: tag databasen med"
        " pg_dump.",
    )
    parser.add_argument("file", type=place, metavar="FIL.tar")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the copy; 1 when it cannot be made."""
    from sagsgang.config.backup import Unusable, save
    from sagsgang.config.home import home

    try:
        number = save(home(), options.file)
    except Unusable as reason:
        print(reason, file=sys.stderr)
        return 1
    if "DATABASE_URL" in os.environ:
        print("Databasen er ikke med: tag den med pg_dump.", file=sys.stderr)
    print(f"{options.file}: {number} filer")
    return 0
