"""The demo's minutes on the street, and in the employees' archive birds of their own: one word in all they say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from hashlib import sha256

from django.utils import timezone

from sagsgang.archive.leave import take_off
from sagsgang.archive.models import Audience, Body
from sagsgang.archive.plan import Plan, announce
from sagsgang.archive.publish import publish, publish_all
from sagsgang.archive.withdraw import withdraw
from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.demo.papers import AUTHORITY, papers
from sagsgang.paper.model import Access, Item, Paper, PaperFile, Section, SectionKind
from tests.portal.papers import PLAN_BYTES, decision, harbour, paper, plan, section

BIRD = "Dompap"
INSIDE, LEFT = f"{BIRD}udvalget", f"Det gamle {BIRD}udvalg"
CASE, SHARED_CASE = "999-2031-7731", "999-2031-7732"
FILE_BYTES = PLAN_BYTES.replace(b"%%EOF", f"% {BIRD}\n%%EOF".encode())
FILE = PaperFile(
    sha256=sha256(FILE_BYTES).hexdigest(),
    name=f"{BIRD}.pdf",
    media_type="application/pdf",
    size=len(FILE_BYTES),
    pages=1,
)
_STREET = 12


def fill() -> None:
    """Both archives. The board has papers in both; a case does, too."""
    street = list(papers())[-_STREET:]
    publish_all([replace(one, authority=AUTHORITY) for one in street], Audience.STREET, {})
    board = str(street[-1].body)
    shared = replace(harbour("1", today(), board), case_number=SHARED_CASE)
    publish(_at(paper(board, today() + timedelta(days=3), shared)), Audience.STREET)
    for one in _inside(board):
        publish(_at(one), Audience.EMPLOYEES, {FILE.sha256: FILE_BYTES})
    gone = publish(_at(_paper(INSIDE, today() - timedelta(days=40))), Audience.EMPLOYEES, {FILE.sha256: FILE_BYTES})
    withdraw(gone.edition, f"En {BIRD} fløj ud.")
    publish(_at(_paper(LEFT, today())), Audience.EMPLOYEES, {FILE.sha256: FILE_BYTES})
    take_off(Body.objects.get(name=LEFT), Audience.EMPLOYEES, f"Der er ingen {BIRD}.")
    _plan()


def today() -> date:
    return timezone.localdate()


def _at(one: Paper) -> Paper:
    return replace(one, authority=AUTHORITY)


def _inside(board: str) -> Iterator[Paper]:
    yield _paper(INSIDE, today())
    yield replace(_paper(INSIDE, today()), remarks=f"{BIRD} er kommet til.")
    yield _paper(board, today() + timedelta(days=4))
    yield _paper(board, today() + timedelta(days=3))


def _paper(body: str, day: date) -> Paper:
    items = (_item("1", CASE, body, day), _item("2", SHARED_CASE, body, day))
    return replace(paper(body, day, *items), place=f"{BIRD}salen", members=(f"{BIRD} Fugl",))


def _item(number: str, case: str, body: str, day: date) -> Item:
    """An item with the bird in its title, texts, attachment, decision and promise."""
    promised = replace(plan(Due(kind=DueKind.NONE, phrase="snart")), text=f"{BIRD} tælles")
    decided = decision(body, day, f"{BIRD} godkendt.", OutcomeKind.APPROVED, promised)
    item = harbour(number, day, body, decided)
    sung: tuple[Section, ...] = (section(SectionKind.SUMMARY, BIRD, f"{BIRD} synger."),)
    attachment = replace(item.attachments[0], title=BIRD, access=Access.OPEN, file=FILE)
    return replace(
        item, title=f"{BIRD} i haven", case_number=case, sections=sung, attachments=(attachment,), points=()
    )


def _plan() -> None:
    for number, body in enumerate((INSIDE, LEFT)):
        announce(
            Plan(
                reference=f"fugl-{number}",
                authority=AUTHORITY,
                body=body,
                audience=Audience.EMPLOYEES,
                date=today() + timedelta(days=30),
                start=time(9),
                place=f"{BIRD}salen",
            )
        )
