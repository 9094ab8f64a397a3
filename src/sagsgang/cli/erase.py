"""`sagsgang erase`: take a published paper's content away for good."""

import argparse
import sys

from sagsgang.cli.arguments import A_PAPER, Commands, reason
from sagsgang.cli.editions import said, the_edition


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser(
        "erase",
        help="slet et udgivet papirs indhold (databeskyttelse)",
        description="Sletter indhold, salt og PDF. Kæden af forseglinger består og siger, hvornår og hvorfor."
        " Udgiv først det rettede papir, hvis mødet fortsat skal vises.",
    )
    parser.add_argument("paper", metavar="PAPIR", help=A_PAPER)
    parser.add_argument(
        "--reason", required=True, type=reason, help="hvorfor; offentligt, for altid: skriv ingen navne"
    )
    parser.add_argument("--every-version", action="store_true", help="også mødets andre udgaver, dagsordener med")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Erase and say what was erased."""
    from sagsgang.config.prepare import prepare

    prepare()
    from sagsgang.archive.erase import clear_free_space, erase
    from sagsgang.archive.models import Edition
    from sagsgang.archive.reason import refusal

    if wrong := refusal(options.reason):
        print(wrong, file=sys.stderr)
        return 2
    edition = the_edition(options.paper)
    if edition is None:
        return 2
    rows = Edition.objects.select_related("meeting__body", "seal", "pdf").order_by("pk")
    chosen = rows.filter(meeting=edition.meeting_id) if options.every_version else rows.filter(pk=edition.pk)
    for one in chosen:
        erase(one, options.reason)
        print(f"Slettet: {said(one)}")
    clear_free_space()
    print("Sikkerhedskopier og kopier andre steder må slettes for sig.", file=sys.stderr)
    return 0
