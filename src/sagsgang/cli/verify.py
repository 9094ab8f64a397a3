"""`sagsgang verify`: is everything still as it was sealed?"""

import argparse
import sys

from sagsgang.cli.arguments import Commands, place
from sagsgang.cli.progress import Progress


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser(
        "verify",
        help="efterprøv arkivets forseglinger",
        description="Efterprøver hver kæde, hvert indhold og alt, hvad der vises. Nævner det første, der er ændret."
        " Søgeregisteret er afledt af det viste og efterprøves ikke; lav det forfra med --rebuild-search."
        " Gem kædernes ender et andet sted med --write-heads; så opdages det også, hvis en ende er skåret af.",
    )
    parser.add_argument("--heads", type=place, metavar="FIL", help="sammenlign med kædernes ender i FIL")
    parser.add_argument(
        "--write-heads", type=place, metavar="FIL", help="føj kædernes ender til FIL, hvis alt er i orden"
    )
    parser.add_argument(
        "--rebuild-search", action="store_true", help="lav søgeregisteret forfra, hvis alt er i orden"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every remark; 1 when something is wrong."""
    from sagsgang.config.prepare import prepare

    prepare()
    from sagsgang.archive import heads
    from sagsgang.archive.disk import why
    from sagsgang.archive.models import Seal
    from sagsgang.archive.verify import verify

    try:
        known = heads.loads(options.heads.read_text("utf-8")) if options.heads else ()
    except OSError as error:
        print(f"{options.heads} kan ikke læses: {why(error)}.", file=sys.stderr)
        return 2
    except (ValueError, RecursionError):
        print(f"{options.heads} er ikke en fil, som --write-heads har skrevet.", file=sys.stderr)
        return 2
    progress, total, done, wrong = Progress(), Seal.objects.count(), 0, 0

    def step() -> None:
        nonlocal done
        done += 1
        progress("Efterprøver", done, total)

    for remark in verify(known, step):
        wrong += remark.wrong
        place = f"{remark.body}, post {remark.number}" if remark.number else remark.body
        print(f"{'FEJL' if remark.wrong else 'Slettet'}: {place}: {remark.message}")
    progress.end()
    checked = "1 post" if total == 1 else f"{total} poster"
    print(f"{checked} efterprøvet, {wrong} fejl." if wrong else f"{checked} efterprøvet, alt er som forseglet.")
    if not wrong:
        _follow_up(options)
    return 1 if wrong else 0


def _follow_up(options: argparse.Namespace) -> None:
    """What was asked for in case that all is well."""
    from sagsgang.archive import heads, search

    if options.rebuild_search:
        search.rebuild()
        print("Søgeregisteret er lavet forfra.", file=sys.stderr)
    if options.write_heads and (ends := heads.heads()):
        with options.write_heads.open("a", encoding="utf-8") as file:
            file.write(heads.dumps(ends))
    elif options.write_heads:
        print("Arkivet er tomt: der er intet at skrive.", file=sys.stderr)
