"""`sagsgang restore`: an older edition becomes the newest again, after a wrong correction."""

import argparse
import sys
from typing import TYPE_CHECKING

from sagsgang.cli.arguments import A_PAPER, Commands, positive
from sagsgang.cli.editions import the_edition

if TYPE_CHECKING:
    from sagsgang.archive.models import Edition


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser(
        "restore",
        help="gør en ældre udgave af et papir til den nyeste igen",
        description="Bruges, når en rettelse var forkert. Den ældre udgaves indhold forsegles igen som ny udgave;"
        " den forkerte bliver stående i kæden. En import gør det aldrig af sig selv.",
    )
    parser.add_argument("paper", metavar="PAPIR", help=A_PAPER)
    parser.add_argument(
        "--version", type=positive, metavar="N", help="den udgave, der skal gælde igen; ellers vises udgaverne"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Restore it, or list the versions when none is chosen; 2 when there is no such version."""
    from sagsgang.config.prepare import prepare

    prepare()
    edition = the_edition(options.paper)
    if edition is None:
        return 2
    versions = {one.version: one for one in edition.meeting.editions.filter(kind=edition.kind).order_by("version")}
    if options.version is None:
        for version, one in versions.items():
            print(_line(version, one))
        return 0
    if options.version not in versions:
        known = ", ".join(map(str, versions))
        print(f"Der er ingen udgave {options.version}. Udgaverne er: {known}", file=sys.stderr)
        return 2
    return _restore(versions[options.version])


def _restore(older: "Edition") -> int:
    from sagsgang.archive.find import address
    from sagsgang.archive.guard import NotPublishable
    from sagsgang.archive.intake import lesser
    from sagsgang.archive.publish import Erased, restore

    try:
        published = restore(older)
    except Erased:
        print(f"Udgave {older.version} er slettet og kan ikke hentes tilbage.", file=sys.stderr)
        return 1
    except NotPublishable as reason:
        print(reason, file=sys.stderr)
        return 1
    lesser.note([lesser.Noted(published.edition, "", ())])
    print(f"{published.outcome}: {address(published.edition.meeting)}, udgave {published.edition.version}")
    return 0


def _line(version: int, edition: "Edition") -> str:
    from django.utils import timezone

    from sagsgang.archive.models import Content

    state = "" if Content.objects.filter(seal=edition.seal_id).exists() else ", slettet"
    state += ", vises nu" if edition.meeting.edition_id == edition.pk else ""
    return f"udgave {version}, forseglet {timezone.localtime(edition.seal.sealed_at):%d-%m-%Y kl. %H.%M}{state}"
