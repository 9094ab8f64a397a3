"""`sagsgang account`: local accounts from the command line; the first one is made here."""

import argparse
import sys
from typing import TYPE_CHECKING

from sagsgang.cli.arguments import Commands, named
from sagsgang.danish.digits import whole_number

if TYPE_CHECKING:
    from sagsgang.core.models import Person
    from sagsgang.login.models import Account


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser("account", help="lokale konti: opret, vis, ny adgangskode")
    parser.set_defaults(run=run, verb=list_all)
    verbs = parser.add_subparsers(metavar="HANDLING")
    listing = verbs.add_parser("list", help="alle konti")
    listing.set_defaults(verb=list_all)
    make = verbs.add_parser("add", help="opret en konto; adgangskoden skrives ud én gang")
    make.set_defaults(verb=make_one)
    make.add_argument("name", metavar="BRUGERNAVN")
    make.add_argument(
        "--person", required=True, type=named, help="personens navn, mail eller nummer; oprettes ikke her"
    )
    make.add_argument("--administrator", action="store_true", help="opret også personen, som administrator")
    renewed = verbs.add_parser("password", help="giv kontoen en ny midlertidig adgangskode")
    renewed.set_defaults(verb=renew)
    renewed.add_argument("name", metavar="BRUGERNAVN")
    factor = verbs.add_parser("factor-off", help="slå ekstra kode og adgangsnøgler fra, når telefonen er væk")
    factor.set_defaults(verb=take_factor_off)
    factor.add_argument("name", metavar="BRUGERNAVN")
    identity = verbs.add_parser("provider-off", help="løs kontoen fra den, den tilhører ved kommunens login")
    identity.set_defaults(verb=take_identity_off)
    identity.add_argument("name", metavar="BRUGERNAVN")


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    from sagsgang.config.prepare import prepare

    prepare()
    return int(options.verb(options))


def list_all(_options: argparse.Namespace) -> int:
    """A line an account."""
    from sagsgang.login.models import Account

    for one in Account.objects.select_related("person").order_by("username"):
        closed = "" if one.is_active else "  (lukket)"
        print(f"{one.username}  {one.person.name}{closed}")
    return 0


def make_one(options: argparse.Namespace) -> int:
    """Make an account; the password is the result."""
    from django.db import transaction

    from sagsgang.core.act import Refused
    from sagsgang.login import accounts

    try:
        with transaction.atomic():
            person = _person(options.person, administrator=options.administrator)
            if person is None:
                return 2
            password = accounts.add(None, person, options.name)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print(password)
    print("Adgangskoden er midlertidig og vises kun nu.", file=sys.stderr)
    return 0


def renew(options: argparse.Namespace) -> int:
    """A new password for an account; the password is the result."""
    from sagsgang.login import accounts

    account = _account(options.name)
    if account is None:
        return 2
    print(accounts.renew(None, account))
    print("Adgangskoden er midlertidig og vises kun nu.", file=sys.stderr)
    return 0


def take_factor_off(options: argparse.Namespace) -> int:
    """The password alone is enough again: neither code nor passkey."""
    from sagsgang.login import accounts

    account = _account(options.name)
    if account is None:
        return 2
    accounts.take_factor_off(None, account)
    print("Den ekstra kode og adgangsnøglerne er slået fra.", file=sys.stderr)
    return 0


def take_identity_off(options: argparse.Namespace) -> int:
    """Whoever comes from the provider with the account's name next, is its person."""
    from sagsgang.login import accounts

    account = _account(options.name)
    if account is None:
        return 2
    accounts.take_identity_off(None, account)
    print("Kontoen er løst fra kommunens login.", file=sys.stderr)
    return 0


def _account(name: str) -> "Account | None":
    """The account of that name; says so when there is none."""
    from sagsgang.login.accounts import clean
    from sagsgang.login.models import Account

    found = Account.objects.select_related("person").filter(username=clean(name)).first()
    if found is None:
        print(f"Ingen konto hedder sådan: {name}", file=sys.stderr)
    return found


def _administrator(name: str) -> "Person":
    """Somebody new who administers; the Journal names nobody, as whoever may run commands did it."""
    from django.db import transaction
    from django.utils import timezone

    from sagsgang.core.models import Journal, Person

    with transaction.atomic():
        made = Person.objects.create(name=name, administers=True)
        Journal(at=timezone.now(), kind="person.add_administrator", subject=made.id).save(force_insert=True)
    return made


def _person(wanted: str, *, administrator: bool) -> "Person | None":
    """The one person with that name, address or number; the first administrator may be made here."""
    from django.db.models import Q

    from sagsgang.core.models import Person

    same = Q(name=wanted) | Q(email__iexact=wanted) | Q(pk=whole_number(wanted))
    found = list(Person.objects.filter(same)[:2])
    if len(found) == 1:
        return found[0]
    if not found and administrator:
        return _administrator(wanted)
    why = "Flere personer hedder sådan; brug mail eller nummer" if found else "Ingen person hedder sådan"
    print(f"{why}: {wanted}. Den første administrator oprettes med --administrator.", file=sys.stderr)
    return None
