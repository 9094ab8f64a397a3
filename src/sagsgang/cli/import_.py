"""`sagsgang import`: old minutes and agendas into the archive."""

import argparse
import os
import sys

from sagsgang.cli.arguments import Commands, named, place, positive
from sagsgang.cli.failures import of_the_database
from sagsgang.cli.lesser import lesser_doubts
from sagsgang.cli.progress import Progress

AUDIENCES = ("street", "employees")


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser(
        "import",
        help="læg filer og mapper i arkivet",
        description="Læser filer og mapper med referater og dagsordener og udgiver deres åbne dele. Slutter med en"
        " linje, som programmer kan læse: read er læste papirer, refused er filer, der ikke kunne læses.",
    )
    parser.add_argument("paths", nargs="+", type=place, metavar="STI", help="fil eller mappe")
    parser.add_argument("--audience", choices=AUDIENCES, help="hvem der må læse: alle eller medarbejderne")
    parser.add_argument(
        "--workers", type=positive, default=os.cpu_count() or 1, help="læs i så mange processer ad gangen"
    )
    parser.add_argument("--authority", type=named, help="myndighedens navn, hvor papirerne ikke selv siger det")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import and print the report line."""
    from sagsgang.config.prepare import prepare

    prepare()
    from django.conf import settings
    from django.db import OperationalError

    from sagsgang.archive.intake.run import Import
    from sagsgang.archive.models import Audience

    audience = options.audience or settings.AUDIENCE
    if audience not in Audience.values:
        print(
            "Sig, hvem papirerne er for: --audience street (alle) eller --audience employees (kun medarbejderne)."
            " Et fast valg sættes med SAGSGANG_AUDIENCE.",
            file=sys.stderr,
        )
        return 2
    progress = Progress()
    work = Import(
        paths=tuple(options.paths),
        audience=Audience(audience),
        authority=_authority(options.authority),
        workers=options.workers,
        refuse=_refuse,
        progress=progress,
    )
    try:
        report = work.run()
    except OperationalError as error:
        print(f"\n{of_the_database(error)}\nKør samme kommando igen, så fortsætter den.", file=sys.stderr)
        return 1
    progress.end()
    if report.kept_aside:
        print("Papirer, der er holdt tilbage, ses med: sagsgang doubts", file=sys.stderr)
    if told := lesser_doubts(report.lesser.values()):
        print(told, file=sys.stderr)
    print(report)
    return 1 if report.refused else 0


def _authority(given: str | None) -> str:
    """Whose papers they are; the first one named to a home is the home's own from then on."""
    from django.conf import settings

    from sagsgang.config.choices import choice, choose

    if given and not choice(settings.HOME, "authority"):
        choose(settings.HOME, "authority", given)
    return given or str(settings.AUTHORITY)


def _refuse(path: str, reason: str) -> None:
    print(f"Afvist: {path}: {reason}", file=sys.stderr)
