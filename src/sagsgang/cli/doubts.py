"""`sagsgang doubts`: the papers kept aside, and a person's verdict on them."""

import argparse
import sys
from typing import TYPE_CHECKING

from sagsgang.cli.arguments import Commands, day, named, reason
from sagsgang.cli.lesser import lesser_doubts

if TYPE_CHECKING:
    from sagsgang.archive.intake.aside import Aside
    from sagsgang.archive.intake.doubts import Supplement
    from sagsgang.readers.base import Doubt


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser("doubts", help="se og afgør, hvad der er holdt tilbage")
    parser.set_defaults(run=run, verb=list_all, all=False)
    verbs = parser.add_subparsers(metavar="HANDLING")
    listing = verbs.add_parser("list", help="alle tilbageholdte papirer")
    listing.add_argument("--all", action="store_true", help="også mindre tvivl om det, der er udgivet")
    listing.set_defaults(verb=list_all)
    show_one = verbs.add_parser("show", help="ét papir: tvivlen, og hvad der ville blive udgivet")
    show_one.set_defaults(verb=show)
    take = verbs.add_parser("accept", help="udgiv det, der kan udgives, og fjern kilden fra indbakken")
    take.set_defaults(verb=accept)
    for one in (show_one, take):
        one.add_argument("id", metavar="ID")
        one.add_argument("--body", type=named, help="udvalget, når kilden ikke siger det")
        one.add_argument("--date", type=day, help="mødets dato (2024-03-04), når kilden ikke siger den")
    drop = verbs.add_parser("reject", help="udgiv ikke, og fjern kilden fra indbakken")
    drop.set_defaults(verb=reject)
    drop.add_argument("id", metavar="ID")
    drop.add_argument("--reason", required=True, type=reason, help="hvorfor; skrives i indbakkens journal")


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    from sagsgang.config.prepare import prepare

    prepare()
    return int(options.verb(options))


def list_all(options: argparse.Namespace) -> int:
    """A line a paper kept aside, then, when asked for, a line a lesser doubt about what is published."""
    from collections import Counter

    from sagsgang.archive.intake import lesser
    from sagsgang.archive.intake.doubts import waiting

    papers = waiting()
    for aside in papers:
        codes = ", ".join(dict.fromkeys(doubt.code for doubt in aside.doubts))
        print(f"{aside.id}  {_heading(aside)}  [{codes}]  {aside.source}")
    if not papers:
        print("Intet er holdt tilbage.", file=sys.stderr)
    published = lesser.every()
    if options.all:
        for one in published:
            print(f"{one.paper}  {_doubt(one.doubt)}  {one.source}")
    elif told := lesser_doubts(Counter(one.key for one in published).values()):
        print(told, file=sys.stderr)
    return 0


def show(options: argparse.Namespace) -> int:
    """The doubts about one paper, and its edition as it would be published."""
    from sagsgang.archive.guard import unpublishable
    from sagsgang.archive.intake.doubts import edition_of
    from sagsgang.cli.candidates import rivals
    from sagsgang.writers import plain

    aside = _the_one(options.id)
    if aside is None:
        return 2
    print(f"{aside.id}  {_heading(aside)}\nKilde: {aside.source}\n\nTvivl:")
    for doubt in aside.doubts:
        print(f"- {_doubt(doubt)}")
    edition = edition_of(aside, _supplement(options))
    for line in rivals(aside, edition):
        print(line)
    print("\nSådan ville det blive udgivet; alt andet holdes tilbage:\n")
    if missing := unpublishable(edition):
        print(f"Kan ikke udgives endnu: {missing}. Brug --body og --date.")
    print(plain.write(edition))
    return 0


def accept(options: argparse.Namespace) -> int:
    """Publish what is safe of it."""
    from sagsgang.archive.find import address
    from sagsgang.archive.guard import NotPublishable
    from sagsgang.archive.intake import doubts
    from sagsgang.archive.intake.rivals import waiting_rivals
    from sagsgang.cli.candidates import after_accepting

    aside = _the_one(options.id)
    if aside is None:
        return 2
    others = waiting_rivals(aside)
    try:
        published = doubts.accept(aside, _supplement(options))
    except NotPublishable as refusal:
        print(f"{refusal} Brug --body og --date, hvis kilden ikke siger det.", file=sys.stderr)
        return 2
    place = address(published.edition.meeting)
    print(f"{published.outcome}: {place}")
    print("Lukkede dele og dele med personnumre er ikke udgivet; kilden er fjernet fra indbakken.", file=sys.stderr)
    for line in after_accepting(others, place, published.edition.version):
        print(line, file=sys.stderr)
    return 0


def reject(options: argparse.Namespace) -> int:
    """Take it out unpublished."""
    from sagsgang.archive.intake import doubts

    aside = _the_one(options.id)
    if aside is None:
        return 2
    doubts.reject(aside, options.reason)
    print("Afvist; kilden er fjernet fra indbakken.", file=sys.stderr)
    return 0


def _the_one(beginning: str) -> "Aside | None":
    from sagsgang.archive.intake.doubts import waiting

    found = [aside for aside in waiting() if aside.id.startswith(beginning)]
    if len(found) == 1:
        return found[0]
    why = "Flere papirer begynder sådan" if found else "Intet tilbageholdt papir hedder sådan"
    print(f"{why}: {beginning}. Se dem med: sagsgang doubts", file=sys.stderr)
    return None


def _supplement(options: argparse.Namespace) -> "Supplement":
    from sagsgang.archive.intake.doubts import Supplement

    return Supplement(body=options.body, day=options.date)


def _doubt(doubt: "Doubt") -> str:
    where = [f"punkt {doubt.item}"] if doubt.item else []
    where += [f"linje {doubt.line}"] if doubt.line else []
    return f"{doubt.message} ({', '.join([doubt.code, *where])})"


def _heading(aside: "Aside") -> str:
    paper = aside.paper
    kind = "Dagsorden" if paper.kind == "agenda" else "Referat"
    return f"{kind} {paper.body or '(uden udvalg)'} {paper.date or '(uden dato)'}"
