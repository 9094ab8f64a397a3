"""`sagsgang recover`: puts a backup back into an empty home folder."""

import argparse
import sys

from sagsgang.cli.arguments import Commands, place


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser(
        "recover",
        help="hent en sikkerhedskopi ind i en tom mappe",
        description="Lægger alt fra en fil, som `sagsgang backup` har lavet, tilbage. Prøv bagefter: sagsgang verify",
    )
    parser.add_argument("file", type=place, metavar="FIL.tar")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Put it back; 1 when it cannot be done."""
    from sagsgang.config.backup import Unusable, recover
    from sagsgang.config.home import home

    try:
        number = recover(options.file, home())
    except Unusable as reason:
        print(reason, file=sys.stderr)
        return 1
    print(f"{number} filer er lagt tilbage.")
    return 0
