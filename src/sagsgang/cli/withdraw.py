"""`sagsgang withdraw`: take a published paper out of force, with a reason that everybody may read; or undo that."""

import argparse
import sys

from sagsgang.cli.arguments import A_PAPER, Commands, reason
from sagsgang.cli.editions import said, the_edition


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser(
        "withdraw",
        help="træk et udgivet papir tilbage, uden at slette det",
        description="Papiret er stadig forseglet, men vises ingen steder. På dets adresse står begrundelsen."
        " Skal indholdet væk for altid, så brug erase.",
    )
    parser.add_argument("paper", metavar="PAPIR", help=A_PAPER)
    parser.add_argument(
        "--reason",
        required=True,
        type=reason,
        help="hvorfor; er offentlig og står i kæden for altid, så skriv ingen navne",
    )
    parser.add_argument("--audience", choices=("street", "employees"), help="når papiret er udgivet til begge")
    parser.add_argument("--undo", action="store_true", help="vis papiret igen")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Withdraw it or put it back, and say so; 1 when that was done before."""
    from sagsgang.config.prepare import prepare

    prepare()
    from sagsgang.archive.reason import refusal
    from sagsgang.archive.withdraw import put_back, withdraw

    if wrong := refusal(options.reason):
        print(wrong, file=sys.stderr)
        return 2
    edition = the_edition(options.paper, options.audience)
    if edition is None:
        return 2
    deed, done, before = (
        (put_back, "Vises igen", "Papiret er ikke trukket tilbage.")
        if options.undo
        else (withdraw, "Trukket tilbage", "Papiret er trukket tilbage i forvejen.")
    )
    if not deed(edition, options.reason):
        print(before, file=sys.stderr)
        return 1
    print(f"{done}: {said(edition)}")
    return 0
