"""Cases: opened with a number of the records system or our own, and filed under a subject."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils import timezone

from sagsgang.core import kle
from sagsgang.core.act import NotYours, Refused, Stale, begin
from sagsgang.core.commands.numbers import NUMBER_LENGTH, case_number
from sagsgang.core.models import Alias, Body, Case
from sagsgang.core.rules import wording
from sagsgang.core.rules.kle import WRONG, tidy
from sagsgang.core.viewer import Role, Viewer
from sagsgang.danish.numbers import key, kle_of

WHY = "every caseworker may know that a case exists"


def open_case(by: Viewer, body: Body, *, number: str = "", kle_number: str = "") -> Case:
    """Open a case for those who write to `body`; without `number` it gets the next of our own.

    Raises Refused when the number is in use, or the KLE number has not the right form or is not in the list.
    """
    with begin(by, "case.open", writing_role(by, body), body, foreign=bool(number.strip())) as row:
        given = _free(number) if number.strip() else case_number(timezone.localdate().year)
        with _one_only(given):
            case = Case.objects.create(
                number=given,
                key=key(given),
                foreign=bool(number.strip()),
                kle_number=_subject(kle_number) or str(kle_of(given) or ""),
                responsible_id=by.person,
                opened_on=timezone.localdate(),
            )
        row.case, row.subject = case, case.id
    return case


def set_kle(by: Viewer, case: Case, kle_number: str) -> None:
    """File the case under another subject; "" takes the subject away."""
    role, body = _hand(by, case)
    chosen = _subject(kle_number)
    with begin(by, "case.set_kle", role, body, before=case.kle_number, after=chosen) as row:
        same = Case.objects.unguarded(WHY).filter(pk=case.pk, kle_number=case.kle_number)
        if not same.update(kle_number=chosen):
            raise Stale("En anden har lige givet sagen et andet KLE-nummer. Hent siden igen.")
        row.case, row.subject = case, case.id
    case.kle_number = chosen


def add_alias(by: Viewer, case: Case, number: str) -> Alias:
    """Let another number lead to the case, too."""
    role, body = _hand(by, case)
    with begin(by, "case.add_alias", role, body) as row:
        found = _free(number)
        with _one_only(found):
            alias = Alias.objects.create(case=case, number=found, key=key(found))
        row.case, row.subject, row.facts = case, case.id, {"number": found}
    return alias


def writing_role(by: Viewer, body: Body) -> Role:
    """The role by which somebody may begin cases and items of the body: the secretary's, else the author's."""
    return Role.SECRETARY if (body.id, Role.SECRETARY) in by.roles else Role.AUTHOR


def _hand(by: Viewer, case: Case) -> tuple[Role, Body]:
    """By what right a person changes the case: as secretary of a body that treats it, or as who answers for it."""
    treating = Body.objects.filter(items__case=case, id__in=by.bodies(Role.SECRETARY)).order_by("id").first()
    if treating:
        return Role.SECRETARY, treating
    if case.responsible_id == by.person:
        writing = by.bodies(Role.AUTHOR) | by.bodies(Role.SECRETARY)
        if body := Body.objects.filter(id__in=writing).order_by("id").first():
            return writing_role(by, body), body
    raise NotYours("Kun den, der har sagen, og sekretæren kan ændre dens numre.")


def _subject(typed: str) -> str:
    if not typed.strip():
        return ""
    number = tidy(typed)
    if number is None:
        raise Refused(WRONG)
    if not kle.is_known(number):
        raise Refused(f"KLE-nummeret {number} står ikke på den liste, der er indlæst.")
    return number


def _free(typed: str) -> str:
    number = wording.line(typed)
    found = key(number)
    if not found or len(number) > NUMBER_LENGTH:
        raise Refused("Sagsnummeret skal have bogstaver eller tal, og højst 100 tegn.")
    if Case.objects.unguarded(WHY).filter(key=found).exists() or Alias.objects.filter(key=found).exists():
        raise _in_use(number)
    return number


@contextmanager
def _one_only(number: str) -> Iterator[None]:
    """Two who enter the same number at once: the second is refused as one is who comes later."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise _in_use(number) from error


def _in_use(number: str) -> Refused:
    return Refused(f"Nummeret {number} er i brug. Find sagen, og arbejd videre på den.")
