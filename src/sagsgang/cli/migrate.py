"""`sagsgang migrate`: the database as this program wants it; every other command sees to that itself, too."""

import argparse
import sys

from sagsgang.cli.arguments import Commands


def add(commands: Commands) -> None:
    """It has no arguments."""
    commands.add_parser("migrate", help="gør databasen klar til denne version").set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Make or migrate the database."""
    from sagsgang.config.prepare import prepare

    prepare()
    print("Databasen er klar.", file=sys.stderr)
    return 0
