"""`sagsgang demo`: Solbjerg Kommune, the fictional municipality, into the archive."""

import argparse
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from sagsgang.cli.arguments import Commands
from sagsgang.cli.lesser import lesser_doubts
from sagsgang.cli.progress import Progress

if TYPE_CHECKING:
    from sagsgang.archive.intake.run import Report


def add(commands: Commands) -> None:
    """It has no arguments."""
    parser = commands.add_parser(
        "demo",
        help="læs demokommunens møder ind",
        description="Læser tre års referater fra Solbjerg Kommune, som ikke findes, ind i arkivet.",
    )
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Import the demo's folder for the street, as a user would, and let its people work.

    Once loaded it is left alone, so that starting again takes no time.
    """
    from sagsgang.config.home import home
    from sagsgang.config.prepare import prepare

    _choose(home())
    prepare()
    status = _archive()
    _work()
    return status


def _choose(home: Path) -> None:
    """Whose municipality it is, before the settings are read."""
    from sagsgang.config.choices import choice, choose
    from sagsgang.demo.papers import AUTHORITY, CODE, LICENCE

    chosen = {
        "audience": "street",
        "authority": AUTHORITY,
        "authority_code": CODE,
        "open_data_license": LICENCE,
    }
    for name, value in chosen.items():
        if not choice(home, name):
            choose(home, name, value)


def _archive() -> int:
    """The years that are over, as papers."""
    from django.conf import settings
    from django.utils import timezone

    from sagsgang.archive.intake.run import Import
    from sagsgang.archive.models import Audience, Meeting
    from sagsgang.config.choices import choice, choose
    from sagsgang.demo.folder import write
    from sagsgang.demo.papers import AUTHORITY

    if choice(settings.HOME, "demo") == version("sagsgang") and Meeting.objects.exists():
        print("Demokommunen er allerede læst ind.", file=sys.stderr)
        return 0
    folder = Path(settings.HOME) / "demo"
    folder.mkdir(exist_ok=True)
    write(folder, timezone.localdate())
    progress = Progress()
    report = Import(
        paths=(folder,),
        audience=Audience.STREET,
        authority=AUTHORITY,
        workers=os.cpu_count() or 1,
        refuse=lambda path, reason: print(f"Afvist: {path}: {reason}", file=sys.stderr),
        progress=progress,
    ).run()
    progress.end()
    choose(settings.HOME, "demo", version("sagsgang"))
    return _tell(report)


def _work() -> None:
    """The working house, and who may log in."""
    from django.utils import timezone

    from sagsgang.core.models import Body
    from sagsgang.demo.work.play import play
    from sagsgang.demo.work.town import CAST, PASSWORD

    if not Body.objects.exists():
        play(timezone.localdate())
    names = ", ".join(f"{name.lower()} ({title})" for name, title in CAST.items())
    print(f"Log ind på /log-ind/ som {names}. Adgangskoden er {PASSWORD}", file=sys.stderr)


def _tell(report: "Report") -> int:
    print("Demokommunen er klar. Papirer, der er holdt tilbage, ses med: sagsgang doubts", file=sys.stderr)
    if told := lesser_doubts(report.lesser.values()):
        print(told, file=sys.stderr)
    print(report)
    return 1 if report.refused else 0
