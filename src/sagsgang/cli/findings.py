"""`sagsgang findings`: what published papers say about themselves that does not add up."""

import argparse

from sagsgang.cli.arguments import Commands
from sagsgang.cli.editions import shown_paper, the_edition

_SIDES = {"two_values": ("det ene tal", "det andet tal")}


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser("findings", help="tal og lister i papirerne, der ikke stemmer")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("paper", nargs="?", metavar="PAPIR", help="fx direktionen/2016-11-28")
    which.add_argument("--all", action="store_true", help="alle papirer, der vises")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print a line a finding, with both sides; 1 when the paper is shown no longer."""
    from sagsgang.config.prepare import prepare

    prepare()
    from sagsgang.archive.find import address, in_force
    from sagsgang.paper.findings import findings

    chosen = None if options.all else the_edition(options.paper)
    if chosen is None and not options.all:
        return 2
    for edition in [chosen] if chosen else in_force():
        paper = shown_paper(edition)
        if paper is None:
            return 1
        for finding in findings(paper):
            where = f", punkt {finding.item}" if finding.item else ""
            print(f"{address(edition.meeting)}{where}: {finding.message} [{finding.code}]")
            one, other = _SIDES.get(finding.code, ("angivet", "beregnet"))
            print(f"  {one} {finding.stated}, {other} {finding.computed}")
            for quote in finding.quotes:
                print(f"  » {quote}")
    return 0
