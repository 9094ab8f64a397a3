"""`sagsgang records`: published minutes as the files that the records system (ESDH) takes in."""

import argparse
import sys
from typing import TYPE_CHECKING

from sagsgang.cli.arguments import Commands, place
from sagsgang.danish.digits import whole_number

if TYPE_CHECKING:
    from sagsgang.core.models import Meeting


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser(
        "records",
        help="et mødes referat til ESDH: PDF/A, metadata og journal",
        description="Skriver det fulde referat, også det lukkede; at det blev hentet, står i journalen.",
    )
    parser.add_argument("meeting", metavar="MØDE", help="udvalg og dato, fx Direktionen/2027-03-08, eller nummer")
    parser.add_argument("-o", "--output", type=place, required=True, metavar="MAPPE", help="hvor filerne skal ligge")
    parser.add_argument("--open", action="store_true", help="kun den åbne udgave")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files, and print their names."""
    from sagsgang.config.prepare import prepare

    prepare()
    from sagsgang.archive.disk import why
    from sagsgang.core.act import Refused
    from sagsgang.core.commands.records import records
    from sagsgang.desk.records import files

    meeting = _meeting(options.meeting)
    if meeting is None:
        return 2
    try:
        found = files(records(None, meeting, complete=not options.open))
        options.output.mkdir(parents=True, exist_ok=True)
        for name, data in found.items():
            (options.output / name).write_bytes(data)
            print(options.output / name)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Kan ikke skrive i {options.output}: {why(error)}", file=sys.stderr)
        return 1
    return 0


def _meeting(wanted: str) -> "Meeting | None":
    """The one meeting that is meant; says so when there is none or several."""
    from sagsgang.archive.addresses import slug_of
    from sagsgang.core.models import Meeting

    rows = Meeting.objects.unguarded("whoever runs the machine asks").select_related("body")
    name, _, day = wanted.partition("/")
    if (number := whole_number(wanted)) is not None:
        found = list(rows.filter(pk=number))
    else:
        names = {name.casefold(), slug_of(name)} - {""}
        found = [
            one
            for one in rows
            if one.date.isoformat() == day and names & {one.body.abbreviation.casefold(), slug_of(one.body.name)}
        ]
    if len(found) == 1:
        return found[0]
    why = "Udvalget har flere møder den dag; brug nummeret" if found else "Der er intet møde"
    print(f"{why}: {', '.join(str(one.pk) for one in found) or wanted}", file=sys.stderr)
    return None
